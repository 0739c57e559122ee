// Everything twilio-cli can do with TaskRouter, done to an emulator and compared with what trctl
// says of it. Run by `trctl emulator run --clock manual=… -- node judge.mjs`.

import { expect, result, same, sameList } from "./compare.mjs";
import { advance, rest, trctl, twilio, used } from "./programs.mjs";

const begun = Date.now();

/**
 * The life of a resource that can be made, read, changed and removed: after each step trctl is asked.
 * `between` happens after the change, with what was made.
 */
async function life(noun, command, { workspace, create, update, between = async () => {} }) {
  const scope = { workspaceSid: workspace };
  const [made] = await twilio(`${command}:create`, { ...scope, ...create });
  const one = async (what, theirs) =>
    same(`${noun} ${what}`, theirs, (await trctl(workspace, noun, "get", made.sid)).objects[0]);
  await one("created", made);
  const [listed, fetched] = await Promise.all([
    twilio(`${command}:list`, scope),
    twilio(`${command}:fetch`, { ...scope, sid: made.sid }),
  ]);
  sameList(`${noun} listed`, listed, (await trctl(workspace, noun, "list")).objects);
  await one("fetched", fetched[0]);
  const [changed] = await twilio(`${command}:update`, { ...scope, sid: made.sid, ...update });
  await one("changed", changed);
  for (const [name, value] of Object.entries(update)) {
    expect(`${noun} changed: ${name}`, String(changed[name]), String(value));
  }
  await between(changed);
  await twilio(`${command}:remove`, { ...scope, sid: made.sid });
  const gone = await trctl(workspace, noun, "get", made.sid);
  expect(`${noun} removed: exit code of get`, gone.code, 4);
}

/** What trctl has no command for is compared with the emulator's own answer. */
async function sameAsServed(what, where, theirs) {
  const { status, body } = await rest(where);
  expect(`${what}: status`, status, 200);
  const list = body.meta && body[body.meta.key];
  if (list) sameList(what, theirs, list);
  else same(what, theirs[0], body);
}

async function workspaces() {
  const [made] = await twilio("workspaces:create", { friendlyName: "second" });
  const said = async () => (await trctl(undefined, "workspace", "get", made.sid)).objects[0];
  same("workspace created", made, await said());
  const [fetched] = await twilio("workspaces:fetch", { sid: made.sid });
  same("workspace fetched", fetched, await said());
  const change = { friendlyName: "renamed", prioritizeQueueOrder: "LIFO" };
  const [changed] = await twilio("workspaces:update", { sid: made.sid, ...change });
  same("workspace changed", changed, await said());
  expect("workspace changed: name", changed.friendlyName, "renamed");
  const listed = await twilio("workspaces:list", {});
  sameList("workspaces listed", listed, (await trctl(undefined, "workspace", "list")).objects);
  await twilio("workspaces:remove", { sid: made.sid });
  const gone = await trctl(undefined, "workspace", "get", made.sid);
  expect("workspace removed: exit code of get", gone.code, 4);
}

const configuration = (queue) =>
  JSON.stringify({ task_routing: { filters: [], default_filter: { queue } } });

/** A workspace for each noun: what one does is nothing to the others. */
async function workspace(name) {
  const [made] = await twilio("workspaces:create", { friendlyName: name });
  return made.sid;
}

async function activities() {
  await life("activities", "workspaces:activities", {
    workspace: await workspace("activities"),
    create: { friendlyName: "Lunch", available: true },
    update: { friendlyName: "Dinner" },
  });
}

async function channels() {
  await life("channels", "workspaces:task-channels", {
    workspace: await workspace("channels"),
    create: { friendlyName: "Mail", uniqueName: "mail" },
    update: { friendlyName: "Letters" },
  });
}

async function queues() {
  await life("queues", "workspaces:task-queues", {
    workspace: await workspace("queues"),
    create: { friendlyName: "Support", targetWorkers: 'skills HAS "support"' },
    update: { friendlyName: "Help", maxReservedWorkers: 2 },
  });
}

async function workers() {
  const home = await workspace("workers");
  const scope = { workspaceSid: home };
  const between = async ({ sid }) => {
    const channels = await twilio("workspaces:workers:channels:list", { ...scope, workerSid: sid });
    const where = `${home}/Workers/${sid}/Channels`;
    await sameAsServed("worker channels listed", where, channels);
    const one = { ...scope, workerSid: sid, sid: channels[0].sid };
    const fetched = await twilio("workspaces:workers:channels:fetch", one);
    await sameAsServed("worker channel fetched", `${where}/${one.sid}`, fetched);
    const changed = await twilio("workspaces:workers:channels:update", { ...one, capacity: 7 });
    await sameAsServed("worker channel changed", `${where}/${one.sid}`, changed);
    expect("worker channel changed: capacity", changed[0].configuredCapacity, 7);
  };
  await life("workers", "workspaces:workers", {
    workspace: home,
    create: { friendlyName: "dave", attributes: '{"skills":["support"],"name":"dave"}' },
    update: { friendlyName: "david", attributes: '{"skills":["support","sales"]}' },
    between,
  });
}

async function workflows() {
  const home = await workspace("workflows");
  const [queue] = await twilio("workspaces:task-queues:create", {
    workspaceSid: home,
    friendlyName: "All",
  });
  await life("workflows", "workspaces:workflows", {
    workspace: home,
    create: { friendlyName: "Everything", configuration: configuration(queue.sid) },
    update: { friendlyName: "All of it", taskReservationTimeout: 42 },
  });
}

/** A workspace where dave takes all tasks, once he is Available. */
async function centre() {
  const home = await workspace("centre");
  const scope = { workspaceSid: home };
  const [[queue], [worker], activities] = await Promise.all([
    twilio("workspaces:task-queues:create", { ...scope, friendlyName: "All" }),
    twilio("workspaces:workers:create", { ...scope, friendlyName: "dave" }),
    twilio("workspaces:activities:list", scope),
  ]);
  const [workflow] = await twilio("workspaces:workflows:create", {
    ...scope,
    friendlyName: "Everything",
    configuration: configuration(queue.sid),
  });
  const available = activities.find((activity) => activity.available);
  return { home, scope, queue, worker, workflow, available };
}

async function tasks(there) {
  const { home, scope, worker, workflow, available } = there;
  const create = { workflowSid: workflow.sid, attributes: '{"kind":"call"}', priority: 3 };
  await life("tasks", "workspaces:tasks", {
    workspace: home,
    create,
    update: { priority: 5, attributes: '{"kind":"mail"}' },
  });

  const [task] = await twilio("workspaces:tasks:create", { ...scope, ...create });
  await twilio("workspaces:workers:update", { ...scope, sid: worker.sid, activitySid: available.sid });
  const ofTask = { ...scope, taskSid: task.sid };
  const ofWorker = { ...scope, workerSid: worker.sid };
  const said = async (...words) =>
    (await trctl(home, "reservations", ...words, "--task", task.sid)).objects;
  const offered = await twilio("workspaces:tasks:reservations:list", ofTask);
  sameList("reservations of a task", offered, await said("list"));
  expect("reservations of a task: how many", offered.length, 1);
  const { sid } = offered[0];
  const [fetched] = await twilio("workspaces:tasks:reservations:fetch", { ...ofTask, sid });
  same("reservation of a task", fetched, (await said("get", sid))[0]);
  const [accepted] = await twilio("workspaces:tasks:reservations:update", {
    ...ofTask,
    sid,
    reservationStatus: "accepted",
  });
  same("reservation accepted", accepted, (await said("get", sid))[0]);
  expect("reservation accepted: status", accepted.reservationStatus, "accepted");
  await advance(60);
  const his = async (...words) =>
    (await trctl(home, "reservations", ...words, "--worker", worker.sid)).objects;
  const listed = await twilio("workspaces:workers:reservations:list", ofWorker);
  sameList("reservations of a worker", listed, await his("list"));
  const [one] = await twilio("workspaces:workers:reservations:fetch", { ...ofWorker, sid });
  same("reservation of a worker", one, (await his("get", sid))[0]);
  const [wrapping] = await twilio("workspaces:workers:reservations:update", {
    ...ofWorker,
    sid,
    reservationStatus: "wrapping",
  });
  same("reservation in wrapping", wrapping, (await his("get", sid))[0]);
  const [completed] = await twilio("workspaces:tasks:update", {
    ...scope,
    sid: task.sid,
    assignmentStatus: "completed",
    reason: "done",
  });
  same("task completed", completed, (await trctl(home, "tasks", "get", task.sid)).objects[0]);
}

async function events({ home, scope }) {
  const said = async (...words) => (await trctl(home, "events", ...words)).objects;
  const listed = await twilio("workspaces:events:list", { ...scope, minutes: 60 });
  sameList("events listed", listed, await said("list", "--minutes", "60"));
  const { sid } = listed[0];
  const fetched = await twilio("workspaces:events:fetch", { ...scope, sid });
  same("event fetched", fetched[0], (await said("get", sid))[0]);
}

async function statistics({ home, scope, queue, worker, workflow }) {
  const minutes = 60;
  const ofQueue = { ...scope, taskQueueSid: queue.sid };
  const ofWorkflow = { ...scope, workflowSid: workflow.sid };
  const said = async (...words) =>
    (await trctl(home, "stats", ...words, "--minutes", minutes)).objects[0];
  // What both have a command for.
  const asked = [
    ["workspaces", scope, ["workspace"]],
    ["workspaces:task-queues", ofQueue, ["queues", queue.sid]],
    ["workspaces:workflows", ofWorkflow, ["workflows", workflow.sid]],
  ].map(async ([command, owner, words]) => {
    const ours = await said(...words);
    const [now] = await twilio(`${command}:real-time-statistics:fetch`, owner);
    same(`${words[0]} now`, now, ours.real_time);
    const [lately] = await twilio(`${command}:cumulative-statistics:fetch`, { ...owner, minutes });
    same(`${words[0]} lately`, lately, ours.cumulative);
  });
  const ofDave = async () => {
    const owner = { ...scope, workerSid: worker.sid, minutes };
    const [dave] = await twilio("workspaces:workers:statistics:fetch", owner);
    const ours = await said("workers", worker.sid);
    expect("statistics of a worker", dave.cumulative, ours.cumulative);
  };
  // What only twilio-cli has.
  const served = [
    ["workspaces:statistics:fetch", "Statistics", scope],
    ["workspaces:task-queues:statistics:list", "TaskQueues/Statistics", scope],
    ["workspaces:task-queues:statistics:fetch", `TaskQueues/${queue.sid}/Statistics`, ofQueue],
    ["workspaces:workers:cumulative-statistics:fetch", "Workers/CumulativeStatistics", scope],
    ["workspaces:workers:real-time-statistics:fetch", "Workers/RealTimeStatistics", scope],
    ["workspaces:workflows:statistics:fetch", `Workflows/${workflow.sid}/Statistics`, ofWorkflow],
  ].map(async ([command, where, owner]) => {
    const window = /real-time/.test(command) ? {} : { minutes };
    const query = /real-time/.test(command) ? "" : `?Minutes=${minutes}`;
    const theirs = await twilio(command, { ...owner, ...window });
    await sameAsServed(command, `${home}/${where}${query}`, theirs);
  });
  await Promise.all([...asked, ofDave(), ...served]);
}

async function main() {
  const lanes = [activities, channels, queues, workers, workflows].map((lane) => lane());
  const there = await centre();
  await Promise.all([...lanes, tasks(there)]);
  // The only one that looks at all workspaces.
  await workspaces();
  await events(there);
  await statistics(there);
}

await main();
for (const difference of result.differences) console.log(`difference: ${difference}`);
const seconds = ((Date.now() - begun) / 1000).toFixed(0);
console.log(
  `twilio-cli: ${result.comparisons} comparisons, ${result.differences.length} differences, ` +
    `${used.size} of its commands, ${seconds} s`,
);
process.exitCode = result.differences.length === 0 ? 0 : 1;
