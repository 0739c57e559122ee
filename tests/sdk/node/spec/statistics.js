"use strict";

const { before, describe, test } = require("node:test");
const { account, check, clock, has, refused, workspace } = require("../support");

/** Durations that are all the same, or none at all. */
const durations = (seconds, count = 1) => ({ avg: seconds, min: seconds, max: seconds, total: seconds * count });
const NEVER = durations(0);

describe("a minute in a call centre", () => {
  // After 10 s Alice is offered two tasks; after 15 s she takes the call and refuses the chat, which is
  // canceled after 35 s, when a sale comes for Bob, who is not there. After 60 s the call is over.
  let room, support, sales, workflow, alice, bob, sale;
  let start, end, window;

  before(async () => {
    room = await workspace();
    start = await clock.now();
    window = { startDate: start };
    support = await room.queue("Support", 'skills HAS "support"');
    sales = await room.queue("Sales", 'skills HAS "sales"');
    workflow = await room.workflow("Route", {
      filters: [{ expression: 'type == "sale"', targets: [{ queue: sales.sid }] }],
      default_filter: { queue: support.sid },
    });
    alice = await room.worker("Alice", { skills: ["support"] });
    bob = await room.worker("Bob", { skills: ["sales"] }, "Offline");
    await clock.advance("10s");
    const call = await room.task({ type: "call" }, { priority: 10, taskChannel: "voice" });
    const chat = await room.task({ type: "chat" }, { taskChannel: "chat" });
    await clock.advance("5s");
    await room.answer(call, "accepted");
    await room.answer(chat, "rejected", { workerActivitySid: await room.activity("Unavailable") });
    await clock.advance("20s");
    await room.api.tasks(chat.sid).update({ assignmentStatus: "canceled", reason: "left" });
    sale = await room.task({ type: "sale" });
    await clock.advance("25s");
    await room.api.tasks(call.sid).update({ assignmentStatus: "completed", reason: "solved" });
    end = await clock.now();
  });

  const activities = async (counts) => {
    const all = await room.api.activities.list();
    return all.map(({ sid, friendlyName }) => ({ sid, friendly_name: friendlyName, workers: counts[friendlyName] ?? 0 }));
  };
  const bySid = (list) => [...list].sort((one, other) => (one.sid < other.sid ? -1 : 1));
  const reservations = (more) => ({
    reservationsCreated: 0,
    reservationsAccepted: 0,
    reservationsRejected: 0,
    reservationsTimedOut: 0,
    reservationsCanceled: 0,
    reservationsRescinded: 0,
    ...more,
  });
  const oneWaiting = { pending: 1, reserved: 0, assigned: 0, wrapping: 0 };
  const nobody = { pending: 0, reserved: 0, assigned: 0, wrapping: 0 };

  test("as the workspace stands now", async () => {
    const now = await room.api.realTimeStatistics().fetch();
    has(now, {
      accountSid: account,
      workspaceSid: room.sid,
      url: `${room.url}/RealTimeStatistics`,
      activityStatistics: now.activityStatistics,
      longestTaskWaitingAge: 25,
      longestTaskWaitingSid: sale.sid,
      tasksByPriority: { 0: 1 },
      tasksByStatus: oneWaiting,
      totalTasks: 1,
      totalWorkers: 2,
    });
    check.deepEqual(bySid(now.activityStatistics), bySid(await activities({ Offline: 1, Unavailable: 1 })));
    const voice = await room.api.realTimeStatistics().fetch({ taskChannel: "voice" });
    check.equal(voice.totalTasks, 0);
    check.deepEqual(voice.tasksByPriority, {});
    check.equal(voice.longestTaskWaitingAge, 0);
    check.equal(voice.longestTaskWaitingSid, null);
  });

  test("as the workspace went", async () => {
    const went = await room.api.cumulativeStatistics().fetch(window);
    const properties = {
      accountSid: account,
      workspaceSid: room.sid,
      url: `${room.url}/CumulativeStatistics`,
      startTime: start,
      endTime: end,
      avgTaskAcceptanceTime: 5,
      ...reservations({ reservationsCreated: 2, reservationsAccepted: 1, reservationsRejected: 1 }),
      splitByWaitTime: null,
      waitDurationUntilAccepted: durations(5),
      waitDurationUntilCanceled: durations(25),
      tasksCreated: 3,
      tasksCanceled: 1,
      tasksCompleted: 1,
      tasksDeleted: 0,
      tasksMoved: 0,
      tasksTimedOutInWorkflow: 0,
    };
    has(went, properties);
    const split = await room.api.cumulativeStatistics().fetch({ ...window, splitByWaitTime: "5,30" });
    check.deepEqual(split.splitByWaitTime, {
      5: {
        below: { tasks_canceled: 0, reservations_accepted: 1 },
        above: { tasks_canceled: 1, reservations_accepted: 0 },
      },
      30: {
        below: { tasks_canceled: 1, reservations_accepted: 1 },
        above: { tasks_canceled: 0, reservations_accepted: 0 },
      },
    });
    const chat = await room.api.cumulativeStatistics().fetch({ ...window, taskChannel: "chat" });
    check.equal(chat.tasksCreated, 1);
    check.equal(chat.reservationsAccepted, 0);
    check.equal(chat.reservationsRejected, 1);
    check.deepEqual(chat.waitDurationUntilAccepted, NEVER);
  });

  test("as the workspace stands and went", async () => {
    const both = await room.api.statistics().fetch(window);
    has(both, {
      accountSid: account,
      workspaceSid: room.sid,
      url: `${room.url}/Statistics`,
      realtime: both.realtime,
      cumulative: both.cumulative,
    });
    check.equal(both.realtime.total_tasks, 1);
    check.equal(both.realtime.total_workers, 2);
    check.equal(both.realtime.longest_task_waiting_age, 25);
    check.equal(both.realtime.longest_task_waiting_sid, sale.sid);
    check.equal(both.realtime.tasks_by_status.pending, 1);
    check.equal(both.realtime.activity_statistics.length, 3);
    check.equal(both.cumulative.tasks_created, 3);
    check.equal(both.cumulative.tasks_canceled, 1);
    check.equal(both.cumulative.reservations_created, 2);
    check.equal(both.cumulative.reservations_accepted, 1);
    check.equal(both.cumulative.reservations_rejected, 1);
    check.equal(both.cumulative.avg_task_acceptance_time, 5);
    check.equal(both.cumulative.start_time, start.toISOString().replace(".000", ""));
    check.equal(both.cumulative.end_time, end.toISOString().replace(".000", ""));
  });

  test("as a queue stands now", async () => {
    const now = await room.api.taskQueues(sales.sid).realTimeStatistics().fetch();
    has(now, {
      accountSid: account,
      workspaceSid: room.sid,
      taskQueueSid: sales.sid,
      url: `${room.url}/TaskQueues/${sales.sid}/RealTimeStatistics`,
      activityStatistics: now.activityStatistics,
      longestTaskWaitingAge: 25,
      longestTaskWaitingSid: sale.sid,
      longestRelativeTaskAgeInQueue: 25,
      longestRelativeTaskSidInQueue: sale.sid,
      tasksByPriority: { 0: 1 },
      tasksByStatus: oneWaiting,
      totalAvailableWorkers: 0,
      totalEligibleWorkers: 1,
      totalTasks: 1,
    });
    check.deepEqual(bySid(now.activityStatistics), bySid(await activities({ Offline: 1 })));
    const quiet = await room.api.taskQueues(support.sid).realTimeStatistics().fetch();
    check.equal(quiet.totalTasks, 0);
    check.equal(quiet.totalEligibleWorkers, 1);
    check.deepEqual(quiet.tasksByStatus, nobody);
  });

  test("as a queue went", async () => {
    const went = await room.api.taskQueues(support.sid).cumulativeStatistics().fetch(window);
    has(went, {
      accountSid: account,
      workspaceSid: room.sid,
      taskQueueSid: support.sid,
      url: `${room.url}/TaskQueues/${support.sid}/CumulativeStatistics`,
      startTime: start,
      endTime: end,
      avgTaskAcceptanceTime: 5,
      ...reservations({ reservationsCreated: 2, reservationsAccepted: 1, reservationsRejected: 1 }),
      splitByWaitTime: null,
      waitDurationUntilAccepted: durations(5),
      waitDurationUntilCanceled: durations(25),
      waitDurationInQueueUntilAccepted: durations(5),
      tasksCanceled: 1,
      tasksCompleted: 1,
      tasksDeleted: 0,
      tasksEntered: 2,
      tasksMoved: 0,
    });
    const both = await room.api.taskQueues(support.sid).statistics().fetch(window);
    has(both, {
      accountSid: account,
      workspaceSid: room.sid,
      taskQueueSid: support.sid,
      url: `${room.url}/TaskQueues/${support.sid}/Statistics`,
      realtime: both.realtime,
      cumulative: both.cumulative,
    });
    check.equal(both.realtime.total_eligible_workers, 1);
    check.equal(both.realtime.total_available_workers, 0);
    check.equal(both.realtime.total_tasks, 0);
    check.equal(both.cumulative.tasks_entered, 2);
    check.equal(both.cumulative.tasks_canceled, 1);
    check.equal(both.cumulative.reservations_accepted, 1);
  });

  test("as all queues stand and went", async () => {
    const all = await room.api.taskQueues.statistics.list(window);
    check.equal(all.length, 2);
    const [one] = await room.api.taskQueues.statistics.list({ ...window, friendlyName: "Sales" });
    has(one, {
      accountSid: account,
      workspaceSid: room.sid,
      taskQueueSid: sales.sid,
      realtime: one.realtime,
      cumulative: one.cumulative,
    });
    check.equal(one.realtime.total_tasks, 1);
    check.equal(one.cumulative.tasks_entered, 1);
    const paged = await room.api.taskQueues.statistics.list({ ...window, pageSize: 1 });
    check.deepEqual(paged.map(({ taskQueueSid }) => taskQueueSid), all.map(({ taskQueueSid }) => taskQueueSid));
    const bulk = await room.api.taskQueues.bulkRealTimeStatistics.create({ TaskQueueSids: [sales.sid, support.sid] });
    has(bulk, {
      accountSid: account,
      workspaceSid: room.sid,
      taskQueueData: bulk.taskQueueData,
      taskQueueResponseCount: 2,
      url: `${room.url}/TaskQueues/RealTimeStatistics`,
    });
    const data = bulk.taskQueueData.find((item) => item.task_queue_sid === sales.sid);
    check.equal(data.total_tasks, 1);
    check.equal(data.total_eligible_workers, 1);
    check.equal(data.total_available_workers, 0);
    check.equal(data.longest_task_waiting_age, 25);
    check.equal(data.longest_task_waiting_sid, sale.sid);
    check.deepEqual(data.tasks_by_status, oneWaiting);
    check.deepEqual(data.tasks_by_priority, { 0: 1 });
    check.equal(data.activity_statistics.length, 3);
  });

  test("as a workflow stands and went", async () => {
    const api = room.api.workflows(workflow.sid);
    const url = `${room.url}/Workflows/${workflow.sid}`;
    has(await api.realTimeStatistics().fetch(), {
      accountSid: account,
      workspaceSid: room.sid,
      workflowSid: workflow.sid,
      url: `${url}/RealTimeStatistics`,
      longestTaskWaitingAge: 25,
      longestTaskWaitingSid: sale.sid,
      tasksByPriority: { 0: 1 },
      tasksByStatus: oneWaiting,
      totalTasks: 1,
    });
    has(await api.cumulativeStatistics().fetch(window), {
      accountSid: account,
      workspaceSid: room.sid,
      workflowSid: workflow.sid,
      url: `${url}/CumulativeStatistics`,
      startTime: start,
      endTime: end,
      avgTaskAcceptanceTime: 5,
      ...reservations({ reservationsCreated: 2, reservationsAccepted: 1, reservationsRejected: 1 }),
      splitByWaitTime: null,
      waitDurationUntilAccepted: durations(5),
      waitDurationUntilCanceled: durations(25),
      tasksCanceled: 1,
      tasksCompleted: 1,
      tasksEntered: 3,
      tasksDeleted: 0,
      tasksMoved: 0,
      tasksTimedOutInWorkflow: 0,
    });
    const both = await api.statistics().fetch(window);
    has(both, {
      accountSid: account,
      workspaceSid: room.sid,
      workflowSid: workflow.sid,
      url: `${url}/Statistics`,
      realtime: both.realtime,
      cumulative: both.cumulative,
    });
    check.equal(both.realtime.total_tasks, 1);
    check.equal(both.realtime.longest_task_waiting_sid, sale.sid);
    check.equal(both.cumulative.tasks_entered, 3);
    check.equal(both.cumulative.reservations_accepted, 1);
  });

  test("as the workers stand and went", async () => {
    const now = await room.api.workers.realTimeStatistics().fetch();
    has(now, {
      accountSid: account,
      workspaceSid: room.sid,
      url: `${room.url}/Workers/RealTimeStatistics`,
      activityStatistics: now.activityStatistics,
      totalWorkers: 2,
    });
    check.deepEqual(bySid(now.activityStatistics), bySid(await activities({ Offline: 1, Unavailable: 1 })));
    const went = await room.api.workers.cumulativeStatistics().fetch(window);
    has(went, {
      accountSid: account,
      workspaceSid: room.sid,
      url: `${room.url}/Workers/CumulativeStatistics`,
      startTime: start,
      endTime: end,
      activityDurations: went.activityDurations,
      ...reservations({ reservationsCreated: 2, reservationsAccepted: 1, reservationsRejected: 1 }),
    });
    const total = (list, name) => list.find((item) => item.friendly_name === name).total;
    check.equal(total(went.activityDurations, "Available"), 15);
    check.equal(total(went.activityDurations, "Unavailable"), 45);
    check.equal(total(went.activityDurations, "Offline"), 60);

    const both = await room.api.workers.statistics().fetch(window);
    has(both, {
      accountSid: account,
      workspaceSid: room.sid,
      url: `${room.url}/Workers/Statistics`,
      realtime: both.realtime,
      cumulative: both.cumulative,
    });
    check.equal(both.realtime.total_workers, 2);
    check.equal(both.cumulative.reservations_created, 2);
    for (const filter of [{ friendlyName: "Bob" }, { taskQueueSid: sales.sid }, { taskQueueName: "Sales" }]) {
      const some = await room.api.workers.statistics().fetch({ ...window, ...filter });
      check.equal(some.realtime.total_workers, 1);
      check.equal(some.cumulative.reservations_created, 0);
      check.equal(total(some.cumulative.activity_durations, "Offline"), 60);
    }
  });

  test("as one worker went", async () => {
    const went = await room.api.workers(alice.sid).statistics().fetch(window);
    has(went, {
      accountSid: account,
      workspaceSid: room.sid,
      workerSid: alice.sid,
      url: `${room.url}/Workers/${alice.sid}/Statistics`,
      cumulative: went.cumulative,
    });
    check.equal(went.cumulative.reservations_created, 2);
    check.equal(went.cumulative.reservations_accepted, 1);
    check.equal(went.cumulative.reservations_rejected, 1);
    check.equal(went.cumulative.reservations_timed_out, 0);
    check.equal(went.cumulative.reservations_canceled, 0);
    check.equal(went.cumulative.reservations_rescinded, 0);
    const available = went.cumulative.activity_durations.find((item) => item.friendly_name === "Available");
    check.equal(available.total, 15);
    check.equal(available.max, 15);
    const voice = await room.api.workers(alice.sid).statistics().fetch({ ...window, taskChannel: "voice" });
    check.equal(voice.cumulative.reservations_created, 1);
    const other = await room.api.workers(bob.sid).statistics().fetch(window);
    check.equal(other.cumulative.reservations_created, 0);
  });

  test("is over when the window has passed", async () => {
    await clock.advance("20m");
    const quiet = await room.api.cumulativeStatistics().fetch();
    check.equal(quiet.tasksCreated, 0);
    check.equal(quiet.avgTaskAcceptanceTime, 0);
    check.equal(quiet.endTime - quiet.startTime, 15 * 60_000);
    const longer = await room.api.cumulativeStatistics().fetch({ minutes: 30 });
    check.equal(longer.tasksCreated, 3);
    check.equal(longer.endTime - longer.startTime, 30 * 60_000);
    const bounded = await room.api.cumulativeStatistics().fetch({ startDate: start, endDate: new Date(start.getTime() + 12_000) });
    check.equal(bounded.tasksCreated, 2);
    check.equal(bounded.reservationsCreated, 2);
    check.equal(bounded.reservationsAccepted, 0);
  });

  test("cannot be asked for after thirty days", async () => {
    const longAgo = new Date((await clock.now()).getTime() - 31 * 86_400_000);
    await refused(room.api.cumulativeStatistics().fetch({ startDate: longAgo }), { status: 400, code: 14241 });
  });
});

test("statistics of what does not exist are not found", async () => {
  const { api } = await workspace();
  const refusal = { status: 404, code: 20404 };
  await refused(api.taskQueues(`WQ${"0".repeat(32)}`).realTimeStatistics().fetch(), refusal);
  await refused(api.workflows(`WW${"0".repeat(32)}`).cumulativeStatistics().fetch(), refusal);
  await refused(api.workers(`WK${"0".repeat(32)}`).statistics().fetch(), refusal);
});
