"use strict";

const { test } = require("node:test");
const { account, check, clock, has, refused, sids, workspace } = require("../support");

test("a task lives from its creation to its end", async () => {
  const room = await workspace("FIFO");
  const [queue] = await room.api.taskQueues.list();
  const [workflow] = await room.api.workflows.list();
  const channel = await room.api.taskChannels("chat").fetch();
  const now = await clock.now();
  const made = await room.api.tasks.create({
    attributes: '{"type": "ticket"}',
    priority: 7,
    timeout: 3600,
    taskChannel: "chat",
    workflowSid: workflow.sid,
  });
  const url = `${room.url}/Tasks/${made.sid}`;
  const properties = {
    sid: /^WT[0-9a-f]{32}$/,
    accountSid: account,
    workspaceSid: room.sid,
    age: 0,
    assignmentStatus: "pending",
    attributes: '{"type": "ticket"}',
    addons: "{}",
    dateCreated: now,
    dateUpdated: now,
    taskQueueEnteredDate: now,
    virtualStartTime: now,
    priority: 7,
    reason: null,
    taskQueueSid: queue.sid,
    taskQueueFriendlyName: "Sample Queue",
    taskChannelSid: channel.sid,
    taskChannelUniqueName: "chat",
    timeout: 3600,
    workflowSid: workflow.sid,
    workflowFriendlyName: "Default Fifo Workflow",
    ignoreCapacity: false,
    routingTarget: null,
    url,
    links: {
      task_queue: `${room.url}/TaskQueues/${queue.sid}`,
      workflow: `${room.url}/Workflows/${workflow.sid}`,
      workspace: room.url,
      reservations: `${url}/Reservations`,
    },
  };
  has(made, { ...properties, taskQueueEnteredDate: made.taskQueueEnteredDate });
  check.ok(made.taskQueueEnteredDate === null || made.taskQueueEnteredDate instanceof Date);
  const task = room.api.tasks(made.sid);
  has(await task.fetch(), properties);

  await clock.advance("6s");
  const changed = await task.update({ attributes: '{"type":"call"}', priority: 9, taskChannel: "voice" });
  has(changed, {
    ...properties,
    age: 6,
    attributes: '{"type":"call"}',
    priority: 9,
    taskChannelSid: (await room.api.taskChannels("voice").fetch()).sid,
    taskChannelUniqueName: "voice",
    dateUpdated: new Date(now.getTime() + 6000),
  });

  await room.worker("Alice");
  check.equal(await room.status(made), "reserved");
  await room.answer(made, "accepted");
  check.equal(await room.status(made), "assigned");
  const wrapping = await task.update({ assignmentStatus: "wrapping", reason: "hung up" });
  check.equal(wrapping.assignmentStatus, "wrapping");
  check.equal(wrapping.reason, "hung up");
  const completed = await task.update({ assignmentStatus: "completed", reason: "resolved" });
  check.equal(completed.assignmentStatus, "completed");
  check.equal(completed.reason, "resolved");
  check.deepEqual(await room.offers(made), ["Alice completed"]);
});

test("a task has the attributes, the priority, the channel and the time to live it is not told otherwise", async () => {
  const { api } = await workspace("FIFO");
  const made = await api.tasks.create();
  check.equal(made.attributes, "{}");
  check.equal(made.priority, 0);
  check.equal(made.timeout, 86400);
  check.equal(made.taskChannelUniqueName, "default");
  check.equal(made.workflowFriendlyName, "Default Fifo Workflow");
});

test("a finished task is there for five minutes more", async () => {
  const room = await workspace("FIFO");
  const task = await room.task();
  await room.api.tasks(task.sid).update({ assignmentStatus: "canceled", reason: "changed my mind" });
  await clock.advance("299s");
  const canceled = await room.api.tasks(task.sid).fetch();
  check.equal(canceled.assignmentStatus, "canceled");
  check.equal(canceled.reason, "changed my mind");
  await clock.advance("1s");
  await refused(room.api.tasks(task.sid).fetch(), {
    status: 404,
    code: 20404,
    message: new RegExp(`^The requested resource /Workspaces/${room.sid}/Tasks/${task.sid} was not found$`),
  });
});

test("a task that nobody takes in its time is canceled", async () => {
  const room = await workspace("FIFO");
  const task = await room.task({}, { timeout: 60 });
  await clock.advance("59s");
  check.equal(await room.status(task), "pending");
  await clock.advance("1s");
  const canceled = await room.api.tasks(task.sid).fetch();
  check.equal(canceled.assignmentStatus, "canceled");
  check.match(canceled.reason, /^Task TTL Exceeded/);
});

test("a task is removed whatever its state", async () => {
  const room = await workspace("FIFO");
  const waiting = await room.task();
  check.equal(await room.api.tasks(waiting.sid).remove(), true);
  await refused(room.api.tasks(waiting.sid).fetch(), { status: 404, code: 20404 });
  const alice = await room.worker("Alice");
  const offered = await room.task();
  check.equal(await room.api.tasks(offered.sid).remove(), true);
  const assigned = await room.task();
  await room.answer(assigned, "accepted");
  check.equal(await room.api.tasks(assigned.sid).remove(), true);
  check.deepEqual(await room.api.tasks.list(), []);
  const channel = await room.api.workers(alice.sid).workerChannels("default").fetch();
  check.equal(channel.assignedTasks, 0);
  check.equal(channel.availableCapacityPercentage, 100);
});

test("a state that cannot follow is refused in the service's own words", async () => {
  const room = await workspace("FIFO");
  const task = await room.task();
  const words = `task ${task.sid} in workspace ${room.sid} for account ${account} because it is not`;
  const change = (assignmentStatus) => room.api.tasks(task.sid).update({ assignmentStatus });
  const refusal = { status: 400, code: 20001 };
  await refused(change("completed"), { ...refusal, message: new RegExp(`^Cannot complete ${words} currently assigned\\.$`) });
  await refused(change("wrapping"), { ...refusal, message: new RegExp(`^Cannot wrap up a ${words} currently assigned\\.$`) });
  await refused(change("reserved"), refusal);
  await refused(change("lost"), refusal);
  await room.worker("Alice");
  await room.answer(task, "accepted");
  await refused(change("canceled"), { ...refusal, message: new RegExp(`^Cannot cancel ${words} pending or reserved\\.$`) });
  await change("completed");
  await refused(change("completed"), refusal);
  await refused(change("canceled"), refusal);
  await refused(room.api.tasks(task.sid).update({ priority: 3 }), refusal);
});

test("a task's parameters are checked", async () => {
  const room = await workspace("FIFO");
  const refusal = { status: 400, code: 20001 };
  await refused(room.api.tasks.create({ attributes: "{" }), { ...refusal, message: /Attributes/ });
  await refused(room.api.tasks.create({ attributes: `{"x": "${"y".repeat(4096)}"}` }), { ...refusal, message: /Attributes/ });
  await refused(room.api.tasks.create({ timeout: 1209601 }), { ...refusal, message: /Timeout/ });
  await refused(room.api.tasks.create({ taskChannel: "telepathy" }), { ...refusal, message: /TaskChannel|telepathy/ });
  await refused(room.api.tasks.create({ workflowSid: `WW${"0".repeat(32)}` }), refusal);
  await refused(room.api.tasks.create({ priority: -1 }), { ...refusal, message: /Priority/ });
  const tomorrow = new Date((await clock.now()).getTime() + 86_400_000);
  await refused(room.api.tasks.create({ virtualStartTime: tomorrow }), { ...refusal, message: /future/ });
  const [queue] = await room.api.taskQueues.list();
  await room.workflow("Second", { default_filter: { queue: queue.sid } });
  await refused(room.task(), { ...refusal, message: /^WorkflowSid field is required$/ });
});

test("tasks are filtered by everything the list offers", async () => {
  const room = await workspace();
  const [support, sales] = [await room.queue("Support"), await room.queue("Sales")];
  const first = await room.workflow("First", {
    filters: [{ expression: 'type == "sales"', targets: [{ queue: sales.sid }] }],
    default_filter: { queue: support.sid },
  });
  const second = await room.workflow("Second", { default_filter: { queue: support.sid } });
  const called = {};
  const make = async (name, attributes, more) => {
    const task = await room.task({ name, ...attributes }, { workflowSid: first.sid, ...more });
    called[task.sid] = name;
  };
  await make("a", { type: "sales" }, { priority: 5 });
  await make("b", { type: "support", language: "en" });
  await make("c", { language: "en" }, { workflowSid: second.sid });
  await make("d", { type: "sales" });
  const alice = await room.worker("Alice");
  const [offered] = await room.api.tasks.list({ assignmentStatus: "reserved" });
  await room.answer(offered, "accepted");
  const [b] = Object.entries(called).find(([, name]) => name === "b");
  await room.api.tasks(b).update({ assignmentStatus: "canceled", reason: "test" });
  await make("e", { type: "sales" }, { workflowSid: first.sid, routingTarget: alice.sid, taskQueueSid: sales.sid });

  const found = async (filter) => sids(await room.api.tasks.list(filter)).map((sid) => called[sid]).join("");
  check.equal(called[offered.sid], "a");
  check.equal(await found({}), "abcde");
  check.equal(await found({ priority: 5 }), "a");
  check.equal(await found({ priority: 0 }), "bcde");
  check.equal(await found({ assignmentStatus: "assigned" }), "a");
  check.equal(await found({ assignmentStatus: ["pending", "canceled"] }), "bcd");
  check.equal(await found({ assignmentStatus: "pending,canceled" }), "bcd");
  check.equal(await found({ assignmentStatus: "completed" }), "");
  check.equal(await found({ workflowSid: second.sid }), "c");
  check.equal(await found({ workflowName: "First" }), "abde");
  check.equal(await found({ taskQueueSid: sales.sid }), "ade");
  check.equal(await found({ taskQueueName: "Support" }), "bc");
  check.equal(await found({ evaluateTaskAttributes: 'language == "en"' }), "bc");
  check.equal(await found({ evaluateTaskAttributes: 'type == "sales" AND name != "a"' }), "de");
  check.equal(await found({ routingTarget: alice.sid }), "e");
  check.equal(await found({ hasAddons: true }), "");
  check.equal(await found({ hasAddons: false }), "abcde");
  check.equal(await found({ taskQueueName: "Sales", priority: 5 }), "a");
  await refused(room.api.tasks.list({ evaluateTaskAttributes: "type ==" }), { status: 400, code: 20001 });
  await refused(room.api.tasks.list({ assignmentStatus: "lost" }), { status: 400, code: 20001, message: /AssignmentStatus/ });
});

test("tasks are ordered as asked", async () => {
  const room = await workspace("FIFO");
  const now = (await clock.now()).getTime();
  const called = {};
  for (const [name, priority, minutes] of [["a", 1, 5], ["b", 9, 1], ["c", 1, 9], ["d", 5, 7]]) {
    const { sid } = await room.task({}, { priority, virtualStartTime: new Date(now - minutes * 60_000) });
    called[sid] = name;
    await clock.advance("1s");
  }
  const found = async (ordering) => sids(await room.api.tasks.list({ ordering })).map((sid) => called[sid]).join("");
  check.equal(await found("DateCreated:asc"), "abcd");
  check.equal(await found("DateCreated:desc"), "dcba");
  check.equal(await found("Priority:desc,DateCreated:asc"), "bdac");
  check.equal(await found("Priority:asc,DateCreated:desc"), "cadb");
  check.equal(await found("VirtualStartTime:asc"), "cdab");
  check.equal(await found("VirtualStartTime:desc"), "badc");
  check.equal(await found("Priority:desc,VirtualStartTime:asc"), "bdca");
  await refused(room.api.tasks.list({ ordering: "DateCreated:asc,VirtualStartTime:asc" }), { status: 400, code: 20001, message: /Ordering/ });
  await refused(room.api.tasks.list({ ordering: "Age:asc" }), { status: 400, code: 20001, message: /Ordering/ });
});

test("a virtual start time is kept and can be changed", async () => {
  const room = await workspace("FIFO");
  const earlier = new Date((await clock.now()).getTime() - 3_600_000);
  const task = await room.task({}, { virtualStartTime: earlier });
  check.deepEqual(task.virtualStartTime, earlier);
  check.equal(task.age, 0);
  const later = new Date(earlier.getTime() + 60_000);
  check.deepEqual((await room.api.tasks(task.sid).update({ virtualStartTime: later })).virtualStartTime, later);
});
