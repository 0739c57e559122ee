"use strict";

const { test } = require("node:test");
const { check, clock, refused, workspace } = require("../support");

/** A workspace with one queue for everybody and a workflow with the given steps in it. */
async function steps(targets, more = {}) {
  const room = await workspace();
  const queue = await room.queue("Everyone");
  const routed = targets.map((target) => ({ queue: queue.sid, ...target }));
  await room.workflow("Route", {
    filters: [{ filter_friendly_name: "All", expression: "1==1", targets: routed }],
    default_filter: { queue: queue.sid },
    ...more,
  });
  return room;
}

const place = async (room, task) => {
  const { taskQueueFriendlyName, priority, assignmentStatus } = await room.api.tasks(task.sid).fetch();
  return [taskQueueFriendlyName, priority, assignmentStatus];
};

test("a task goes to the worker with the skill", async () => {
  const room = await workspace();
  const support = await room.queue("Support", 'skills HAS "support"');
  const sales = await room.queue("Sales", 'skills HAS "sales" AND level >= 2');
  await room.workflow("Route", {
    filters: [
      { expression: 'type == "support"', targets: [{ queue: support.sid }] },
      { expression: 'type == "sales"', targets: [{ queue: sales.sid }] },
    ],
  });
  await room.worker("Alice", { skills: ["support"], level: 5 });
  await room.worker("Bob", { skills: ["sales"], level: 1 });
  await room.worker("Carol", { skills: ["support", "sales"], level: 3 });
  const sale = await room.task({ type: "sales" });
  check.deepEqual(await room.offers(sale), ["Carol pending"]);
  const question = await room.task({ type: "support" });
  check.deepEqual(await room.offers(question), ["Alice pending"]);
  const another = await room.task({ type: "sales" });
  check.deepEqual(await room.offers(another), []);
  const [bob] = await room.api.workers.list({ friendlyName: "Bob" });
  await room.api.workers(bob.sid).update({ attributes: '{"skills": ["sales"], "level": 2}' });
  check.deepEqual(await room.offers(another), ["Bob pending"]);
  await refused(room.task({ type: "complaint" }), { status: 400, code: 20001 });
});

test("the first filter that matches decides, and the default one takes the rest", async () => {
  const room = await workspace();
  const [one, two, rest] = [await room.queue("One"), await room.queue("Two"), await room.queue("Rest")];
  await room.workflow("Route", {
    filters: [
      { expression: 'size > 10 AND kind IN ["a", "b"]', targets: [{ queue: one.sid, priority: 8 }] },
      { expression: "size > 5", targets: [{ queue: two.sid }] },
    ],
    default_filter: { queue: rest.sid },
  });
  check.deepEqual(await place(room, await room.task({ size: 11, kind: "a" })), ["One", 8, "pending"]);
  check.deepEqual(await place(room, await room.task({ size: 11, kind: "c" }, { priority: 2 })), ["Two", 2, "pending"]);
  check.deepEqual(await place(room, await room.task({ size: 1 })), ["Rest", 0, "pending"]);
  check.deepEqual(await place(room, await room.task({})), ["Rest", 0, "pending"]);
});

test("new attributes send a waiting task through the filters again", async () => {
  const room = await workspace();
  const [gold, rest] = [await room.queue("Gold"), await room.queue("Rest")];
  await room.workflow("Route", {
    filters: [{ expression: 'value == "gold"', targets: [{ queue: gold.sid }] }],
    default_filter: { queue: rest.sid },
  });
  const task = await room.task({ value: "tin" });
  check.deepEqual(await place(room, task), ["Rest", 0, "pending"]);
  await room.api.tasks(task.sid).update({ attributes: '{"value": "gold"}' });
  check.deepEqual(await place(room, task), ["Gold", 0, "pending"]);
});

test("the task of the highest priority goes first, then the oldest", async () => {
  const room = await workspace("FIFO");
  const low = await room.task({}, { priority: 1 });
  await clock.advance("1s");
  const high = await room.task({}, { priority: 9 });
  await clock.advance("1s");
  const later = await room.task({}, { priority: 9 });
  const alice = await room.worker("Alice");
  const order = [];
  for (let left = 3; left > 0; left -= 1) {
    const [offered] = await room.api.tasks.list({ assignmentStatus: "reserved" });
    order.push(offered.sid);
    await room.answer(offered, "accepted");
    await room.api.tasks(offered.sid).update({ assignmentStatus: "completed", reason: "done" });
  }
  check.deepEqual(order, [high.sid, later.sid, low.sid]);
  check.equal((await room.api.workers(alice.sid).reservations.list()).length, 3);
});

test("a task whose priority is raised overtakes", async () => {
  const room = await workspace("FIFO");
  const first = await room.task();
  await clock.advance("1s");
  const second = await room.task();
  const raised = await room.api.tasks(second.sid).update({ priority: 3 });
  check.equal(raised.priority, 3);
  await room.worker("Alice");
  check.deepEqual(await room.offers(second), ["Alice pending"]);
  check.deepEqual(await room.offers(first), []);
});

test("an earlier virtual start time overtakes within a priority", async () => {
  const room = await workspace("FIFO");
  const first = await room.task();
  const second = await room.task({}, { virtualStartTime: new Date((await clock.now()).getTime() - 60_000) });
  await room.worker("Alice");
  check.equal(await room.status(second), "reserved");
  check.equal(await room.status(first), "pending");
});

test("a last-in-first-out queue takes the newest task, whatever its priority", async () => {
  const room = await workspace();
  const queue = await room.queue("Stack", "1==1", { taskOrder: "LIFO" });
  await room.workflow("Route", { default_filter: { queue: queue.sid } });
  const old = await room.task({}, { priority: 10 });
  await clock.advance("1s");
  const young = await room.task();
  await room.worker("Alice");
  check.equal(await room.status(young), "reserved");
  check.equal(await room.status(old), "pending");
});

test("the workspace decides which kind of queue goes first", async () => {
  for (const [prioritizeQueueOrder, winner] of [["FIFO", "line"], ["LIFO", "stack"]]) {
    const room = await workspace();
    await room.api.update({ prioritizeQueueOrder });
    const line = await room.queue("Line");
    const stack = await room.queue("Stack", "1==1", { taskOrder: "LIFO" });
    await room.workflow("Route", {
      filters: [{ expression: 'to == "stack"', targets: [{ queue: stack.sid }] }],
      default_filter: { queue: line.sid },
    });
    const tasks = { line: await room.task({ to: "line" }), stack: await room.task({ to: "stack" }) };
    await room.worker("Alice");
    check.deepEqual(await room.offers(tasks[winner]), ["Alice pending"]);
  }
});

test("the worker who is idle longest is asked first", async () => {
  const room = await workspace("FIFO");
  for (const name of ["Alice", "Bob", "Carol"]) {
    await room.worker(name);
    await clock.advance("10s");
  }
  const first = await room.task();
  check.deepEqual(await room.offers(first), ["Alice pending"]);
  await room.answer(first, "accepted");
  await clock.advance("10s");
  await room.api.tasks(first.sid).update({ assignmentStatus: "completed", reason: "done" });
  await clock.advance("10s");
  const asked = [];
  for (let count = 0; count < 3; count += 1) {
    asked.push(...(await room.offers(await room.task())));
  }
  check.deepEqual(asked, ["Bob pending", "Carol pending", "Alice pending"]);
});

test("order_by prefers workers by their attributes, and those without come last", async () => {
  const room = await steps([{ order_by: "worker.level DESC, worker.seat ASC" }]);
  await room.worker("Novice", { level: 1, seat: 1 });
  await room.worker("Unknown", {});
  await room.worker("Expert on seat 9", { level: 5, seat: 9 });
  await room.worker("Expert on seat 4", { level: 5, seat: 4 });
  const asked = [];
  for (let count = 0; count < 4; count += 1) {
    asked.push(...(await room.offers(await room.task())));
  }
  check.deepEqual(asked, ["Expert on seat 4 pending", "Expert on seat 9 pending", "Novice pending", "Unknown pending"]);
});

test("a step's expression compares the task with the worker", async () => {
  const room = await steps([{ expression: "task.language IN worker.languages" }]);
  await room.worker("Alice", { languages: ["en"] });
  await room.worker("Bob", { languages: ["fr", "en"] });
  check.deepEqual(await room.offers(await room.task({ language: "fr" })), ["Bob pending"]);
  check.deepEqual(await room.offers(await room.task({ language: "de" })), []);
  check.deepEqual(await room.offers(await room.task({ language: "en" })), ["Alice pending"]);
});

test("a known worker is named by SID", async () => {
  const room = await steps([{ known_worker_sid: "task.owner", timeout: 30 }, {}]);
  await room.worker("Alice");
  await clock.advance("1s");
  const bob = await room.worker("Bob");
  const task = await room.task({ owner: bob.sid });
  check.deepEqual(await room.offers(task), ["Bob pending"]);
  await room.answer(task, "accepted");
  const busy = await room.task({ owner: bob.sid });
  check.deepEqual(await room.offers(busy), []);
  await clock.advance("30s");
  check.deepEqual(await room.offers(busy), ["Alice pending"]);
});

test("a known worker is named by friendly name", async () => {
  const room = await steps([{ known_worker_friendly_name: "task.owner", timeout: 30 }, {}]);
  await room.worker("Alice");
  await room.worker("Bob");
  check.deepEqual(await room.offers(await room.task({ owner: "Bob" })), ["Bob pending"]);
});

test("steps end one after the other, and the last one ends the task", async () => {
  const room = await workspace();
  const [first, second] = [await room.queue("First"), await room.queue("Second")];
  await room.workflow("Route", {
    filters: [
      {
        expression: "1==1",
        targets: [
          { queue: first.sid, timeout: 10 },
          { queue: second.sid, timeout: "20", priority: "5" },
          { priority: 50, timeout: 30 },
        ],
      },
    ],
  });
  const task = await room.task();
  check.deepEqual(await place(room, task), ["First", 0, "pending"]);
  await clock.advance("9s");
  check.deepEqual(await place(room, task), ["First", 0, "pending"]);
  await clock.advance("1s");
  check.deepEqual(await place(room, task), ["Second", 5, "pending"]);
  await clock.advance("20s");
  check.deepEqual(await place(room, task), ["Second", 50, "pending"]);
  await clock.advance("30s");
  check.deepEqual(await place(room, task), ["Second", 50, "canceled"]);
  check.equal((await room.api.tasks(task.sid).fetch()).reason, "Task canceled on Workflow timeout");
});

test("a step is skipped when its condition holds and nobody is free at once", async () => {
  const room = await workspace();
  const [first, second] = [await room.queue("First", "team == 1"), await room.queue("Second", "team == 2")];
  await room.workflow("Route", {
    filters: [
      {
        expression: "1==1",
        targets: [{ queue: first.sid, skip_if: "workers.available == 0" }, { queue: second.sid }],
      },
    ],
  });
  check.deepEqual(await place(room, await room.task()), ["Second", 0, "pending"]);
  const alice = await room.worker("Alice", { team: 1 });
  const task = await room.task();
  check.deepEqual(await place(room, task), ["First", 0, "reserved"]);
  // Busy is not unavailable: the condition counts activities.
  check.deepEqual(await place(room, await room.task()), ["First", 0, "pending"]);
  await room.api.workers(alice.sid).update({ activitySid: await room.activity("Offline") });
  check.deepEqual(await place(room, await room.task()), ["Second", 0, "pending"]);
});

test("a task skipped out of its filter ends in the default one", async () => {
  const room = await workspace();
  const [first, rest] = [await room.queue("First"), await room.queue("Rest")];
  await room.workflow("Route", {
    filters: [{ expression: "1==1", targets: [{ queue: first.sid, skip_if: "1==1" }] }],
    default_filter: { queue: rest.sid },
  });
  check.deepEqual(await place(room, await room.task()), ["Rest", 0, "pending"]);
});

test("a task can be sent straight to a worker, a queue or a workflow", async () => {
  const room = await workspace();
  const [everyone, nobody] = [await room.queue("Everyone"), await room.queue("Nobody", "1==0")];
  const route = await room.workflow("Route", { default_filter: { queue: everyone.sid } });
  const other = await room.workflow("Other", { default_filter: { queue: nobody.sid } });
  const alice = await room.worker("Alice", {}, "Offline");
  const toWorker = await room.task({}, { workflowSid: route.sid, routingTarget: alice.sid, taskQueueSid: nobody.sid });
  check.equal(toWorker.routingTarget, alice.sid);
  check.equal(toWorker.ignoreCapacity, true);
  check.equal(toWorker.taskQueueSid, nobody.sid);
  check.deepEqual(await room.offers(toWorker), ["Alice pending"]);
  const politely = await room.task({}, { workflowSid: route.sid, routingTarget: alice.sid, ignoreCapacity: "false" });
  check.equal(politely.ignoreCapacity, false);
  check.deepEqual(await room.offers(politely), []);
  const toQueue = await room.task({}, { workflowSid: route.sid, routingTarget: nobody.sid });
  check.equal(toQueue.taskQueueSid, nobody.sid);
  check.equal(toQueue.routingTarget, nobody.sid);
  const toWorkflow = await room.task({}, { routingTarget: other.sid });
  check.equal(toWorkflow.workflowSid, other.sid);
  check.equal(toWorkflow.taskQueueFriendlyName, "Nobody");
  await refused(room.task({}, { workflowSid: route.sid, routingTarget: `WK${"0".repeat(32)}` }), { status: 400, code: 20001 });
});
