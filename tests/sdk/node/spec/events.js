"use strict";

const { before, describe, test } = require("node:test");
const { Maybe, account, check, client, clock, has, refused, sids, workspace } = require("../support");

const types = (events) => events.map(({ eventType }) => eventType).sort();

describe("the events of a task's life", () => {
  let room, queue, workflow, alice, task, reservation, start;
  let events;

  before(async () => {
    room = await workspace("FIFO");
    [queue] = await room.api.taskQueues.list();
    [workflow] = await room.api.workflows.list();
    ({ events } = room.api);
    alice = await room.worker("Alice", { skills: ["support"] });
    await clock.advance("26s");
    start = await clock.now();
    task = await room.task({ type: "ticket" }, { priority: 4, taskChannel: "chat" });
    await clock.advance("2s");
    reservation = await room.answer(task, "accepted");
    await clock.advance("60s");
    await room.api.tasks(task.sid).update({ assignmentStatus: "wrapping", reason: "solved" });
    await clock.advance("5s");
    await room.api.tasks(task.sid).update({ assignmentStatus: "completed", reason: "done" });
    await room.api.workers(alice.sid).update({ activitySid: await room.activity("Offline") });
  });

  test("are all there", async () => {
    check.deepEqual(types(await events.list({ taskSid: task.sid })), [
      "reservation.accepted",
      "reservation.completed",
      "reservation.created",
      "reservation.wrapup",
      "task-queue.entered",
      "task.completed",
      "task.created",
      "task.wrapup",
      "workflow.entered",
      "workflow.target-matched",
    ]);
  });

  test("have every property of an event", async () => {
    const [event] = await events.list({ taskSid: task.sid, eventType: "reservation.created" });
    const properties = {
      sid: /^EV[0-9a-f]{32}$/,
      accountSid: account,
      workspaceSid: room.sid,
      eventType: "reservation.created",
      eventDate: start,
      eventDateMs: event.eventDateMs,
      eventData: event.eventData,
      description: /\S/,
      resourceType: "reservation",
      resourceSid: reservation.sid,
      resourceUrl: event.resourceUrl,
      actorType: Maybe,
      actorSid: Maybe,
      actorUrl: Maybe,
      source: Maybe,
      sourceIpAddress: Maybe,
      url: `${room.url}/Events/${event.sid}`,
    };
    has(event, properties);
    check.equal(Math.floor(event.eventDateMs / 1000) * 1000, start.getTime());
    check.ok(event.resourceUrl.startsWith(`${room.url}/`) && event.resourceUrl.endsWith(reservation.sid));
    has(await events(event.sid).fetch(), properties);
  });

  test("carry the task, the worker, the queue and the workflow as text", async () => {
    const [{ eventData }] = await events.list({ taskSid: task.sid, eventType: "reservation.accepted" });
    check.ok(Object.values(eventData).every((value) => typeof value === "string"), JSON.stringify(eventData));
    const expected = {
      task_sid: task.sid,
      task_attributes: '{"type":"ticket"}',
      task_age: "2",
      task_priority: "4",
      task_assignment_status: "assigned",
      task_channel_unique_name: "chat",
      task_queue_sid: queue.sid,
      task_queue_name: "Sample Queue",
      workflow_sid: workflow.sid,
      workflow_name: "Default Fifo Workflow",
      worker_sid: alice.sid,
      worker_name: "Alice",
      worker_attributes: '{"skills":["support"]}',
      worker_activity_name: "Available",
      reservation_sid: reservation.sid,
      workspace_sid: room.sid,
    };
    for (const [name, value] of Object.entries(expected)) {
      check.equal(eventData[name], value, name);
    }
  });

  test("tell how long the worker was in the activity before", async () => {
    const [event] = await events.list({ workerSid: alice.sid, eventType: "worker.activity.update" });
    check.equal(event.resourceType, "worker");
    check.equal(event.resourceSid, alice.sid);
    check.equal(event.eventData.worker_activity_name, "Offline");
    check.equal(event.eventData.worker_previous_activity_name, "Available");
    check.equal(event.eventData.worker_time_in_previous_activity, "93");
    check.equal(event.eventData.worker_time_in_previous_activity_ms, "93000");
  });

  test("are found by everything they are about", async () => {
    const whole = await events.list();
    const ofTask = sids(await events.list({ taskSid: task.sid })).sort();
    check.ok(whole.length > ofTask.length);
    check.deepEqual(types(await events.list({ reservationSid: reservation.sid })), [
      "reservation.accepted",
      "reservation.completed",
      "reservation.created",
      "reservation.wrapup",
    ]);
    check.deepEqual(types(await events.list({ workerSid: alice.sid })), [
      "reservation.accepted",
      "reservation.completed",
      "reservation.created",
      "reservation.wrapup",
      "worker.activity.update",
      "worker.created",
    ]);
    const ofWorkflow = await events.list({ workflowSid: workflow.sid });
    check.ok(ofTask.every((sid) => sids(ofWorkflow).includes(sid)));
    check.ok(types(ofWorkflow).includes("workflow.created"));
    const ofQueue = types(await events.list({ taskQueueSid: queue.sid }));
    check.ok(ofQueue.includes("task-queue.entered") && ofQueue.includes("task.completed"));
    const [one] = whole;
    check.deepEqual(sids(await events.list({ sid: one.sid })), [one.sid]);
    check.deepEqual(await events.list({ taskSid: `WT${"0".repeat(32)}` }), []);
    check.deepEqual(await events.list({ eventType: "task.transfer-initiated" }), []);
    check.deepEqual(types(await events.list({ eventType: "task.completed" })), ["task.completed"]);
  });

  test("are found by channel, by name and by SID", async () => {
    const chat = await room.api.taskChannels("chat").fetch();
    const named = await events.list({ taskChannel: "chat", eventType: "task.created" });
    check.deepEqual(named.map(({ resourceSid }) => resourceSid), [task.sid]);
    check.deepEqual(sids(await events.list({ taskChannel: chat.sid, eventType: "task.created" })), sids(named));
    check.deepEqual(await events.list({ taskChannel: "voice", eventType: "task.created" }), []);
  });

  test("are found by time: the last quarter of an hour unless told otherwise", async () => {
    const created = { eventType: "task.created" };
    check.equal((await events.list(created)).length, 1);
    check.equal((await events.list({ ...created, minutes: 1 })).length, 0);
    check.equal((await events.list({ ...created, minutes: 5 })).length, 1);
    const after = new Date(start.getTime() + 1000);
    check.equal((await events.list({ ...created, startDate: start })).length, 1);
    check.equal((await events.list({ ...created, startDate: after })).length, 0);
    check.equal((await events.list({ ...created, startDate: new Date(start.getTime() - 60_000), endDate: after })).length, 1);
    await clock.advance("20m");
    check.deepEqual(await events.list(created), []);
    check.equal((await events.list({ ...created, minutes: 30 })).length, 1);
  });

  test("outlive their task, and are forgotten after thirty days", async () => {
    const [event] = await events.list({ minutes: 60, eventType: "task.completed" });
    await refused(room.api.tasks(task.sid).fetch(), { status: 404, code: 20404 });
    check.equal((await events(event.sid).fetch()).eventData.task_completed_reason, "done");
    await clock.advance("720h");
    await refused(events(event.sid).fetch(), { status: 404, code: 20404 });
    check.deepEqual(await events.list({ minutes: 43_200, taskSid: task.sid }), []);
  });
});

test("what is made, changed and removed in a workspace is told", async () => {
  const room = await workspace();
  const { api } = room;
  const activity = await api.activities.create({ friendlyName: "Lunch" });
  await api.activities(activity.sid).update({ friendlyName: "Dinner" });
  await api.activities(activity.sid).remove();
  const channel = await api.taskChannels.create({ friendlyName: "Fax", uniqueName: "fax" });
  await api.taskChannels(channel.sid).update({ friendlyName: "Telefax" });
  await api.taskChannels(channel.sid).remove();
  const worker = await api.workers.create({ friendlyName: "Alice" });
  await api.workers(worker.sid).update({ attributes: '{"level":1}' });
  await api.workers(worker.sid).workerChannels("chat").update({ capacity: 3 });
  await api.workers(worker.sid).workerChannels("chat").update({ available: false });
  const queue = await room.queue("Everyone");
  await api.taskQueues(queue.sid).update({ targetWorkers: "level > 0" });
  const workflow = await room.workflow("Route", { default_filter: { queue: queue.sid } });
  await api.workflows(workflow.sid).update({ friendlyName: "Routes" });
  const canceled = await room.task();
  await api.tasks(canceled.sid).update({ assignmentStatus: "canceled", reason: "nobody there" });
  const deleted = await room.task();
  await api.tasks(deleted.sid).update({ attributes: '{"seen":true}' });
  await api.tasks(deleted.sid).remove();
  await api.tasks(canceled.sid).remove();
  await api.workflows(workflow.sid).remove();
  await api.taskQueues(queue.sid).remove();
  await api.workers(worker.sid).remove();
  await api.update({ friendlyName: "Renamed" });
  const seen = new Set(types(await api.events.list()));
  for (const type of [
    "activity.created",
    "activity.updated",
    "activity.deleted",
    "task-channel.created",
    "task-channel.updated",
    "task-channel.deleted",
    "worker.created",
    "worker.attributes.update",
    "worker.capacity.update",
    "worker.channel.availability.update",
    "worker.deleted",
    "task-queue.created",
    "task-queue.expression.updated",
    "task-queue.deleted",
    "workflow.created",
    "workflow.updated",
    "workflow.deleted",
    "task.created",
    "task.updated",
    "task.canceled",
    "task.deleted",
    "workspace.created",
    "workspace.updated",
  ]) {
    check.ok(seen.has(type), type);
  }
  const [reason] = await api.events.list({ eventType: "task.canceled" });
  check.equal(reason.eventData.task_canceled_reason, "nobody there");
  const [capacity] = await api.events.list({ eventType: "worker.capacity.update" });
  check.equal(capacity.eventData.worker_channel_previous_capacity, "1");
  check.equal(capacity.eventData.task_channel_unique_name, "chat");
});

test("what happens to offers and on the way through a workflow is told", async () => {
  const room = await workspace();
  const [first, second] = [await room.queue("First", "1==0"), await room.queue("Second", "1==1", { maxReservedWorkers: 2 })];
  await room.workflow("Route", {
    filters: [{ filter_friendly_name: "All", expression: "1==1", targets: [{ queue: first.sid, timeout: 10 }, { queue: second.sid, timeout: 300 }] }],
  });
  await room.worker("Alice");
  await room.worker("Bob");
  const task = await room.task();
  await clock.advance("10s");
  const { reservations } = room.api.tasks(task.sid);
  const made = await reservations.list({ reservationStatus: "pending" });
  check.equal(made.length, 2);
  await reservations(made[0].sid).update({ reservationStatus: "rejected", workerActivitySid: await room.activity("Offline") });
  await clock.advance("120s");
  await clock.advance("5m");
  const seen = types(await room.api.events.list({ taskSid: task.sid }));
  for (const type of [
    "task-queue.timeout",
    "task-queue.entered",
    "reservation.created",
    "reservation.rejected",
    "reservation.timeout",
    "workflow.timeout",
    "task.canceled",
  ]) {
    check.ok(seen.includes(type), `${type} in ${seen}`);
  }
  check.equal(seen.filter((type) => type === "task-queue.entered").length, 2);
});

test("events are paged like everything else, and an event is found in its own workspace only", async () => {
  const [room, other] = [await workspace("FIFO"), await workspace()];
  const whole = sids(await room.api.events.list());
  check.deepEqual(sids(await room.api.events.list({ pageSize: 3 })), whole);
  check.equal(new Set(whole).size, whole.length);
  check.equal((await room.api.events.list({ limit: 2 })).length, 2);
  await refused(other.api.events(whole[0]).fetch(), { status: 404, code: 20404 });
  await refused(client.taskrouter.v1.workspaces(`WS${"0".repeat(32)}`).events.list(), { status: 404, code: 20404 });
});
