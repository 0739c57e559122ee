"use strict";

const { test } = require("node:test");
const { account, check, clock, has, names, refused, sids, workspace } = require("../support");

test("a queue is made, changed and removed", async () => {
  const room = await workspace();
  const now = await clock.now();
  const made = await room.queue("Support", 'skills HAS "support"');
  const url = `${room.url}/TaskQueues/${made.sid}`;
  const properties = {
    sid: /^WQ[0-9a-f]{32}$/,
    accountSid: account,
    workspaceSid: room.sid,
    friendlyName: "Support",
    targetWorkers: 'skills HAS "support"',
    maxReservedWorkers: 1,
    taskOrder: "FIFO",
    reservationActivitySid: null,
    reservationActivityName: null,
    assignmentActivitySid: null,
    assignmentActivityName: null,
    dateCreated: now,
    dateUpdated: now,
    url,
    links: {
      workspace: room.url,
      statistics: `${url}/Statistics`,
      real_time_statistics: `${url}/RealTimeStatistics`,
      cumulative_statistics: `${url}/CumulativeStatistics`,
      list_statistics: `${room.url}/TaskQueues/Statistics`,
      bulk_real_time_statistics: `${room.url}/TaskQueues/RealTimeStatistics`,
    },
  };
  has(made, properties);
  const queue = room.api.taskQueues(made.sid);
  has(await queue.fetch(), properties);

  await clock.advance("11s");
  const busy = await room.activity("Unavailable");
  const changed = await queue.update({
    friendlyName: "First line",
    targetWorkers: "level > 3",
    maxReservedWorkers: 5,
    taskOrder: "LIFO",
    reservationActivitySid: busy,
    assignmentActivitySid: busy,
  });
  has(changed, {
    ...properties,
    friendlyName: "First line",
    targetWorkers: "level > 3",
    maxReservedWorkers: 5,
    taskOrder: "LIFO",
    reservationActivitySid: busy,
    reservationActivityName: "Unavailable",
    assignmentActivitySid: busy,
    assignmentActivityName: "Unavailable",
    dateUpdated: new Date(now.getTime() + 11000),
    links: {
      ...properties.links,
      assignment_activity: `${room.url}/Activities/${busy}`,
      reservation_activity: `${room.url}/Activities/${busy}`,
    },
  });
  check.equal(await queue.remove(), true);
  await refused(queue.fetch(), { status: 404, code: 20404 });
});

test("a queue takes everybody unless told otherwise", async () => {
  const { api } = await workspace();
  const made = await api.taskQueues.create({ friendlyName: "Everyone" });
  check.equal(made.targetWorkers, "1==1");
  check.equal(made.taskOrder, "FIFO");
  check.equal(made.maxReservedWorkers, 1);
});

test("queues are filtered by name, worker and a worker's attributes", async () => {
  const room = await workspace();
  await room.queue("Support", 'skills HAS "support"');
  await room.queue("Sales", 'skills HAS "sales"');
  await room.queue("Everyone");
  const alice = await room.worker("Alice", { skills: ["support"] });
  const { taskQueues } = room.api;
  check.deepEqual(names(await taskQueues.list({ friendlyName: "Sales" })), ["Sales"]);
  check.deepEqual(names(await taskQueues.list({ workerSid: alice.sid })).sort(), ["Everyone", "Support"]);
  check.deepEqual(
    names(await taskQueues.list({ evaluateWorkerAttributes: JSON.stringify({ skills: ["sales"] }) })).sort(),
    ["Everyone", "Sales"],
  );
  check.deepEqual(names(await taskQueues.list({ workerSid: alice.sid, friendlyName: "Sales" })), []);
});

test("queues are ordered by their last change", async () => {
  const room = await workspace();
  const queues = [];
  for (const name of ["First", "Second", "Third"]) {
    queues.push(await room.queue(name));
    await clock.advance("1s");
  }
  await room.api.taskQueues(queues[0].sid).update({ maxReservedWorkers: 2 });
  const { taskQueues } = room.api;
  check.deepEqual(names(await taskQueues.list({ ordering: "DateUpdated:asc" })), ["Second", "Third", "First"]);
  check.deepEqual(names(await taskQueues.list({ ordering: "DateUpdated:desc" })), ["First", "Third", "Second"]);
  await refused(taskQueues.list({ ordering: "Age:asc" }), { status: 400, code: 20001, message: /Ordering/ });
});

test("the first page of queues is the whole list when it is long enough", async () => {
  const room = await workspace();
  const made = [await room.queue("One"), await room.queue("Two")];
  check.deepEqual(sids(await room.api.taskQueues.list()), sids(made));
});

test("a queue's numbers, words and expressions are checked", async () => {
  const room = await workspace();
  const refusal = { status: 400, code: 20001 };
  await refused(room.queue("Everyone", "1 =="), { ...refusal, message: /TargetWorkers/ });
  await refused(room.queue("Everyone", "skill-level > 3"), { ...refusal, message: /TargetWorkers/ });
  await refused(room.queue("Everyone", "1==1", { maxReservedWorkers: 0 }), { ...refusal, message: /MaxReservedWorkers/ });
  await refused(room.queue("Everyone", "1==1", { maxReservedWorkers: 51 }), { ...refusal, message: /MaxReservedWorkers/ });
  await refused(room.queue("Everyone", "1==1", { taskOrder: "RANDOM" }), { ...refusal, message: /TaskOrder/ });
  await refused(room.queue(""), { ...refusal, message: /FriendlyName/ });
  await room.queue("Everyone");
  await refused(room.queue("Everyone"), { ...refusal, message: /exists/ });
});

test("a queue that a workflow names cannot be removed", async () => {
  const room = await workspace();
  const queue = await room.queue("Needed");
  const workflow = await room.workflow("Route", { filters: [], default_filter: { queue: queue.sid } });
  await refused(room.api.taskQueues(queue.sid).remove(), { status: 400, code: 20001 });
  await room.api.workflows(workflow.sid).remove();
  check.equal(await room.api.taskQueues(queue.sid).remove(), true);
});
