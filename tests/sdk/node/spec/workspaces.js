"use strict";

const { test } = require("node:test");
const { account, check, client, clock, has, HOST, names, refused, workspace } = require("../support");

const { workspaces } = client.taskrouter.v1;

test("a workspace lives from its creation to its deletion", async () => {
  const now = await clock.now();
  const made = await workspaces.create({ friendlyName: "Life of a workspace" });
  const url = `${HOST}/Workspaces/${made.sid}`;
  const properties = {
    sid: /^WS[0-9a-f]{32}$/,
    accountSid: account,
    friendlyName: "Life of a workspace",
    dateCreated: now,
    dateUpdated: now,
    defaultActivityName: "Offline",
    defaultActivitySid: /^WA[0-9a-f]{32}$/,
    timeoutActivityName: "Offline",
    timeoutActivitySid: made.defaultActivitySid,
    eventCallbackUrl: "",
    eventsFilter: null,
    multiTaskEnabled: true,
    prioritizeQueueOrder: "FIFO",
    url,
    links: {
      activities: `${url}/Activities`,
      statistics: `${url}/Statistics`,
      real_time_statistics: `${url}/RealTimeStatistics`,
      cumulative_statistics: `${url}/CumulativeStatistics`,
      task_queues: `${url}/TaskQueues`,
      tasks: `${url}/Tasks`,
      workers: `${url}/Workers`,
      workflows: `${url}/Workflows`,
      task_channels: `${url}/TaskChannels`,
      events: `${url}/Events`,
    },
  };
  has(made, properties);
  const api = workspaces(made.sid);
  has(await api.fetch(), properties);

  await clock.advance("5s");
  const [unavailable] = await api.activities.list({ friendlyName: "Unavailable" });
  const changed = await api.update({
    friendlyName: "Renamed",
    eventCallbackUrl: "https://example.com/events",
    eventsFilter: "task.created,task.completed",
    prioritizeQueueOrder: "LIFO",
    defaultActivitySid: unavailable.sid,
    timeoutActivitySid: unavailable.sid,
  });
  has(changed, {
    ...properties,
    friendlyName: "Renamed",
    dateUpdated: new Date(now.getTime() + 5000),
    eventCallbackUrl: "https://example.com/events",
    eventsFilter: "task.created,task.completed",
    prioritizeQueueOrder: "LIFO",
    defaultActivityName: "Unavailable",
    defaultActivitySid: unavailable.sid,
    timeoutActivityName: "Unavailable",
    timeoutActivitySid: unavailable.sid,
  });
  const cleared = await api.update({ eventCallbackUrl: "" });
  check.equal(cleared.eventCallbackUrl, "");
  check.equal(cleared.friendlyName, "Renamed");

  check.equal(await api.remove(), true);
  await refused(api.fetch(), { status: 404, code: 20404, message: /\/Workspaces\/WS\w+ was not found$/ });
});

test("a workspace without a template has activities and channels, and nothing that routes", async () => {
  const { api } = await workspace("NONE");
  const activities = await api.activities.list();
  check.deepEqual(
    activities.map(({ friendlyName, available }) => [friendlyName, available]).sort(),
    [["Available", true], ["Offline", false], ["Unavailable", false]],
  );
  check.deepEqual(
    (await api.taskChannels.list()).map(({ uniqueName }) => uniqueName).sort(),
    ["chat", "default", "sms", "video", "voice"],
  );
  check.deepEqual(await api.taskQueues.list(), []);
  check.deepEqual(await api.workflows.list(), []);
  check.deepEqual(await api.workers.list(), []);
  check.deepEqual(await api.tasks.list(), []);
});

test("a workspace from the FIFO template can route at once", async () => {
  const room = await workspace("FIFO");
  const [queue] = await room.api.taskQueues.list();
  check.equal(queue.friendlyName, "Sample Queue");
  check.equal(queue.targetWorkers, "1==1");
  check.equal(queue.taskOrder, "FIFO");
  check.equal(queue.maxReservedWorkers, 1);
  const [workflow] = await room.api.workflows.list();
  check.equal(workflow.friendlyName, "Default Fifo Workflow");
  check.equal(workflow.taskReservationTimeout, 120);
  check.equal(JSON.parse(workflow.configuration).task_routing.default_filter.queue, queue.sid);
  await room.worker("Alice");
  const task = await room.task();
  check.deepEqual(await room.offers(task), ["Alice pending"]);
});

test("workspaces are found by their exact name", async () => {
  await workspaces.create({ friendlyName: "Found by name" });
  check.deepEqual(names(await workspaces.list({ friendlyName: "Found by name" })), ["Found by name"]);
  check.deepEqual(await workspaces.list({ friendlyName: "Found by" }), []);
  check.ok((await workspaces.list()).length > 1);
});

test("a deleted workspace takes everything in it along", async () => {
  const room = await workspace("FIFO");
  const worker = await room.worker("Alice");
  const task = await room.task();
  check.equal(await room.api.remove(), true);
  await refused(room.api.workers(worker.sid).fetch(), { status: 404, code: 20404 });
  await refused(room.api.tasks(task.sid).fetch(), { status: 404, code: 20404 });
  await refused(room.api.workers.list(), { status: 404, code: 20404 });
});

test("a workspace can be told not to multi-task when it is created, and to do so later", async () => {
  const single = await workspaces.create({ friendlyName: "One at a time", multiTaskEnabled: false });
  check.equal(single.multiTaskEnabled, false);
  check.equal((await workspaces(single.sid).update({ friendlyName: "Still" })).multiTaskEnabled, false);
  check.equal((await workspaces(single.sid).update({ multiTaskEnabled: true })).multiTaskEnabled, true);
  await refused(workspaces(single.sid).update({ multiTaskEnabled: false }), { status: 400, code: 20001 });
});

test("a workspace needs a name of at most 64 characters and a known template", async () => {
  await refused(workspaces.create({ friendlyName: "" }), { status: 400, code: 20001, message: /FriendlyName/ });
  await refused(workspaces.create({ friendlyName: "x".repeat(65) }), { status: 400, code: 20001, message: /FriendlyName/ });
  await refused(workspaces.create({ friendlyName: "x", template: "LIFO" }), { status: 400, code: 20001, message: /Template/ });
  await refused(workspaces.create({ friendlyName: "x", prioritizeQueueOrder: "RANDOM" }), { status: 400, code: 20001 });
});
