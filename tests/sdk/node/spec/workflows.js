"use strict";

const { test } = require("node:test");
const { account, check, clock, has, names, refused, workspace } = require("../support");

test("a workflow is made, changed and removed", async () => {
  const room = await workspace();
  const queue = await room.queue("Everyone");
  const configuration = JSON.stringify({ task_routing: { filters: [], default_filter: { queue: queue.sid } } }, null, 2);
  const now = await clock.now();
  const made = await room.api.workflows.create({
    friendlyName: "Route",
    configuration,
    assignmentCallbackUrl: "https://example.com/assignment",
    fallbackAssignmentCallbackUrl: "https://example.com/fallback",
    taskReservationTimeout: 25,
  });
  const url = `${room.url}/Workflows/${made.sid}`;
  const properties = {
    sid: /^WW[0-9a-f]{32}$/,
    accountSid: account,
    workspaceSid: room.sid,
    friendlyName: "Route",
    configuration,
    assignmentCallbackUrl: "https://example.com/assignment",
    fallbackAssignmentCallbackUrl: "https://example.com/fallback",
    taskReservationTimeout: 25,
    documentContentType: made.documentContentType,
    dateCreated: now,
    dateUpdated: now,
    url,
    links: {
      statistics: `${url}/Statistics`,
      real_time_statistics: `${url}/RealTimeStatistics`,
      cumulative_statistics: `${url}/CumulativeStatistics`,
    },
  };
  has(made, properties);
  const workflow = room.api.workflows(made.sid);
  has(await workflow.fetch(), properties);
  await clock.advance("9s");
  has(await workflow.update({ friendlyName: "Renamed", taskReservationTimeout: 60 }), {
    ...properties,
    friendlyName: "Renamed",
    taskReservationTimeout: 60,
    dateUpdated: new Date(now.getTime() + 9000),
  });
  const cleared = await workflow.update({ assignmentCallbackUrl: "", fallbackAssignmentCallbackUrl: "" });
  check.equal(cleared.assignmentCallbackUrl || "", "");
  check.equal(cleared.fallbackAssignmentCallbackUrl || "", "");
  check.equal(await workflow.remove(), true);
  await refused(workflow.fetch(), { status: 404, code: 20404 });
});

test("a worker has two minutes to answer unless told otherwise", async () => {
  const room = await workspace();
  const queue = await room.queue("Everyone");
  const made = await room.workflow("Route", { default_filter: { queue: queue.sid } });
  check.equal(made.taskReservationTimeout, 120);
});

test("workflows are filtered by name", async () => {
  const room = await workspace();
  const queue = await room.queue("Everyone");
  await room.workflow("One", { default_filter: { queue: queue.sid } });
  await room.workflow("Two", { default_filter: { queue: queue.sid } });
  check.deepEqual(names(await room.api.workflows.list({ friendlyName: "Two" })), ["Two"]);
  check.deepEqual(names(await room.api.workflows.list({ friendlyName: "Three" })), []);
  check.deepEqual(names(await room.api.workflows.list()), ["One", "Two"]);
});

test("a configuration must be JSON, name queues there are, and have expressions that can be read", async () => {
  const room = await workspace();
  const queue = await room.queue("Everyone");
  const refusal = { status: 400, code: 20001, message: /Configuration/ };
  await refused(room.api.workflows.create({ friendlyName: "Bad", configuration: "{" }), refusal);
  await refused(room.workflow("Bad", { default_filter: { queue: `WQ${"0".repeat(32)}` } }), refusal);
  await refused(room.workflow("Bad", { filters: [{ expression: "1 = = 1", targets: [{ queue: queue.sid }] }] }), refusal);
  await refused(room.workflow("Bad", { filters: [{ expression: "1==1", targets: [] }] }), refusal);
  await refused(
    room.workflow("Bad", { default_filter: { queue: queue.sid } }, { taskReservationTimeout: 0 }),
    { ...refusal, message: /TaskReservationTimeout/ },
  );
  await refused(
    room.workflow("Bad", { default_filter: { queue: queue.sid } }, { taskReservationTimeout: 86401 }),
    { ...refusal, message: /TaskReservationTimeout/ },
  );
});

test("tasks inside a workflow follow its new configuration only when told to", async () => {
  const room = await workspace();
  const [first, second] = [await room.queue("First"), await room.queue("Second")];
  const { sid } = await room.workflow("Route", { default_filter: { queue: first.sid } });
  const task = await room.task();
  const configuration = JSON.stringify({ task_routing: { default_filter: { queue: second.sid } } });
  await room.api.workflows(sid).update({ configuration });
  check.equal((await room.api.tasks(task.sid).fetch()).taskQueueFriendlyName, "First");
  await room.api.workflows(sid).update({ configuration, reEvaluateTasks: "true" });
  check.equal((await room.api.tasks(task.sid).fetch()).taskQueueFriendlyName, "Second");
});
