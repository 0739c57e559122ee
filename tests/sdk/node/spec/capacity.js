"use strict";

const { test } = require("node:test");
const { check, client, clock, workspace } = require("../support");

const load = async (room, worker, channel = "default") => {
  const own = await room.api.workers(worker.sid).workerChannels(channel).fetch();
  return [own.assignedTasks, own.availableCapacityPercentage];
};

test("a worker takes as many tasks of a channel as their capacity allows", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice", {}, "Offline");
  await room.api.workers(alice.sid).workerChannels("chat").update({ capacity: 3 });
  await room.api.workers(alice.sid).update({ activitySid: await room.activity("Available") });
  const tasks = [];
  for (let count = 0; count < 4; count += 1) {
    tasks.push(await room.task({}, { taskChannel: "chat" }));
  }
  const states = async () => Promise.all(tasks.map((task) => room.status(task)));
  check.deepEqual(await states(), ["reserved", "reserved", "reserved", "pending"]);
  check.deepEqual(await load(room, alice, "chat"), [0, 0]);
  await room.answer(tasks[0], "accepted");
  await room.answer(tasks[1], "accepted");
  check.deepEqual(await load(room, alice, "chat"), [2, 0]);
  await room.api.tasks(tasks[0].sid).update({ assignmentStatus: "wrapping" });
  check.deepEqual(await load(room, alice, "chat"), [1, 0]);
  check.equal(await room.status(tasks[3]), "pending");
  await room.api.tasks(tasks[0].sid).update({ assignmentStatus: "completed" });
  check.equal(await room.status(tasks[3]), "reserved");
  await room.api.tasks(tasks[3].sid).update({ assignmentStatus: "canceled" });
  check.deepEqual(await load(room, alice, "chat"), [1, 33]);
});

test("channels do not share capacity", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  for (const taskChannel of ["voice", "chat", "default"]) {
    const task = await room.task({}, { taskChannel });
    check.deepEqual(await room.offers(task), ["Alice pending"]);
    check.deepEqual(await load(room, alice, taskChannel), [0, 0]);
  }
  check.deepEqual(await load(room, alice, "sms"), [0, 100]);
});

test("capacity that grows is used at once", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  const [first, second] = [await room.task(), await room.task()];
  check.equal(await room.status(first), "reserved");
  check.equal(await room.status(second), "pending");
  await room.api.workers(alice.sid).workerChannels("default").update({ capacity: 2 });
  check.equal(await room.status(second), "reserved");
});

test("a channel without capacity, or switched off, takes nothing", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  const channel = room.api.workers(alice.sid).workerChannels("default");
  await channel.update({ capacity: 0 });
  const task = await room.task();
  check.deepEqual(await room.offers(task), []);
  await channel.update({ capacity: 1, available: false });
  check.deepEqual(await room.offers(task), []);
  await channel.update({ available: true });
  check.deepEqual(await room.offers(task), ["Alice pending"]);
});

test("a single-tasking worker changes activity with the work, and is brought back by hand", async () => {
  const made = await client.taskrouter.v1.workspaces.create({
    friendlyName: "One at a time",
    template: "FIFO",
    multiTaskEnabled: false,
  });
  const room = await workspace();
  room.sid = made.sid;
  room.api = client.taskrouter.v1.workspaces(made.sid);
  const [reserved, busy] = [
    await room.api.activities.create({ friendlyName: "Reserved" }),
    await room.api.activities.create({ friendlyName: "Busy" }),
  ];
  const [queue] = await room.api.taskQueues.list();
  await room.api.taskQueues(queue.sid).update({ reservationActivitySid: reserved.sid, assignmentActivitySid: busy.sid });
  const alice = await room.worker("Alice");
  const activity = async () => (await room.api.workers(alice.sid).fetch()).activityName;
  const [task, next] = [await room.task(), await room.task({}, { taskChannel: "voice" })];
  check.equal(await activity(), "Reserved");
  check.equal(await room.status(next), "pending");
  await room.answer(task, "accepted");
  check.equal(await activity(), "Busy");
  await room.api.tasks(task.sid).update({ assignmentStatus: "completed", reason: "done" });
  check.equal(await activity(), "Busy");
  check.equal(await room.status(next), "pending");
  await clock.advance("1s");
  await room.api.workers(alice.sid).update({ activitySid: await room.activity("Available") });
  check.equal(await activity(), "Reserved");
  check.equal(await room.status(next), "reserved");
});
