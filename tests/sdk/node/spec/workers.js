"use strict";

const { test } = require("node:test");
const { account, check, clock, has, names, refused, workspace } = require("../support");

test("a worker is hired, changed and let go", async () => {
  const room = await workspace();
  const now = await clock.now();
  const made = await room.api.workers.create({ friendlyName: "Alice" });
  const url = `${room.url}/Workers/${made.sid}`;
  const offline = await room.activity("Offline");
  const properties = {
    sid: /^WK[0-9a-f]{32}$/,
    accountSid: account,
    workspaceSid: room.sid,
    friendlyName: "Alice",
    activitySid: offline,
    activityName: "Offline",
    available: false,
    attributes: "{}",
    dateCreated: now,
    dateUpdated: now,
    dateStatusChanged: now,
    url,
    links: {
      channels: `${url}/Channels`,
      worker_channels: `${url}/Channels`,
      activity: `${room.url}/Activities/${offline}`,
      workspace: room.url,
      reservations: `${url}/Reservations`,
      worker_statistics: `${url}/Statistics`,
      statistics: `${room.url}/Workers/Statistics`,
      real_time_statistics: `${room.url}/Workers/RealTimeStatistics`,
      cumulative_statistics: `${room.url}/Workers/CumulativeStatistics`,
    },
  };
  has(made, properties);
  const worker = room.api.workers(made.sid);
  has(await worker.fetch(), properties);

  await clock.advance("4s");
  const later = new Date(now.getTime() + 4000);
  const attributes = '{"skills": ["support"], "level": 3}';
  has(await worker.update({ friendlyName: "Alice B.", attributes }), {
    ...properties,
    friendlyName: "Alice B.",
    attributes,
    dateUpdated: later,
  });
  await clock.advance("4s");
  const latest = new Date(now.getTime() + 8000);
  const available = await room.activity("Available");
  has(await worker.update({ activitySid: available }), {
    ...properties,
    friendlyName: "Alice B.",
    attributes,
    activitySid: available,
    activityName: "Available",
    available: true,
    dateUpdated: latest,
    dateStatusChanged: latest,
    links: { ...properties.links, activity: `${room.url}/Activities/${available}` },
  });
  check.equal(await worker.remove(), true);
  await refused(worker.fetch(), { status: 404, code: 20404, message: /\/Workers\/WK\w+ was not found$/ });
});

test("workers are filtered by everything the list offers", async () => {
  const room = await workspace();
  await room.queue("Support", 'skills HAS "support"');
  const nobody = await room.queue("Nobody", "");
  await room.worker("Alice", { skills: ["support"], level: 3 });
  await room.worker("Bob", { skills: ["support", "sales"], level: 1 }, "Unavailable");
  await room.worker("Carol", { level: 5 }, "Offline");
  const [support] = await room.api.taskQueues.list({ friendlyName: "Support" });
  const { workers } = room.api;
  const found = async (filter) => names(await workers.list(filter)).sort();
  check.deepEqual(await found({}), ["Alice", "Bob", "Carol"]);
  check.deepEqual(await found({ friendlyName: "Bob" }), ["Bob"]);
  check.deepEqual(await found({ activityName: "Available" }), ["Alice"]);
  check.deepEqual(await found({ activitySid: await room.activity("Offline") }), ["Carol"]);
  check.deepEqual(await found({ available: "true" }), ["Alice"]);
  check.deepEqual(await found({ available: "yes" }), ["Alice"]);
  check.deepEqual(await found({ available: "false" }), ["Bob", "Carol"]);
  check.deepEqual(await found({ available: "0" }), ["Bob", "Carol"]);
  check.deepEqual(await found({ targetWorkersExpression: "level > 2" }), ["Alice", "Carol"]);
  check.deepEqual(await found({ targetWorkersExpression: 'skills HAS "sales" OR friendly_name == "Carol"' }), ["Bob", "Carol"]);
  check.deepEqual(await found({ targetWorkersExpression: 'activity_name IN ["Available", "Offline"]' }), ["Alice", "Carol"]);
  check.deepEqual(await found({ taskQueueName: "Support" }), ["Alice", "Bob"]);
  check.deepEqual(await found({ taskQueueSid: support.sid }), ["Alice", "Bob"]);
  check.deepEqual(await found({ taskQueueSid: nobody.sid }), []);
  check.deepEqual(await found({ taskQueueSid: support.sid, available: "true" }), ["Alice"]);
  await refused(workers.list({ targetWorkersExpression: "level >" }), { status: 400, code: 20001 });
  await refused(workers.list({ ordering: "FriendlyName:asc" }), { status: 400, code: 20001, message: /Ordering/ });
});

test("workers are ordered by their last change of activity", async () => {
  const room = await workspace();
  const alice = await room.worker("Alice");
  await clock.advance("1s");
  await room.worker("Bob");
  await clock.advance("1s");
  await room.worker("Carol");
  await clock.advance("1s");
  await room.api.workers(alice.sid).update({ activitySid: await room.activity("Unavailable") });
  const { workers } = room.api;
  check.deepEqual(names(await workers.list({ ordering: "DateStatusChanged:asc" })), ["Bob", "Carol", "Alice"]);
  check.deepEqual(names(await workers.list({ ordering: "DateStatusChanged:desc" })), ["Alice", "Carol", "Bob"]);
});

test("a worker's name is unique whatever the case", async () => {
  const room = await workspace();
  await room.worker("Alice");
  await refused(room.worker("ALICE"), {
    status: 400,
    code: 20001,
    message: /^Worker with the same friendly name already exists$/,
  });
});

test("a worker's attributes are a JSON object of at most 4,096 characters", async () => {
  const { api } = await workspace();
  const refusal = { status: 400, code: 20001, message: /Attributes/ };
  const longest = JSON.stringify({ x: "y".repeat(4096 - 8) });
  check.equal(longest.length, 4096);
  check.equal((await api.workers.create({ friendlyName: "Long", attributes: longest })).attributes, longest);
  await refused(api.workers.create({ friendlyName: "Longer", attributes: `${longest} ` }), refusal);
  await refused(api.workers.create({ friendlyName: "Broken", attributes: "{" }), refusal);
  await refused(api.workers.create({ friendlyName: "List", attributes: "[]" }), refusal);
});

test("who goes away can refuse what was offered, and only then", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  const task = await room.task();
  const worker = room.api.workers(alice.sid);
  await refused(
    worker.update({ activitySid: await room.activity("Available"), rejectPendingReservations: true }),
    { status: 400, code: 20001 },
  );
  await worker.update({ activitySid: await room.activity("Offline"), rejectPendingReservations: true });
  check.deepEqual(await room.offers(task), ["Alice rejected"]);
  check.equal(await room.status(task), "pending");
});

test("who goes away without a word can still answer", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  const task = await room.task();
  await room.api.workers(alice.sid).update({ activitySid: await room.activity("Unavailable") });
  check.deepEqual(await room.offers(task), ["Alice pending"]);
  await room.answer(task, "accepted");
  check.equal(await room.status(task), "assigned");
});

test("a worker's channels come with the worker", async () => {
  const room = await workspace();
  const now = await clock.now();
  const alice = await room.worker("Alice");
  const { workerChannels } = room.api.workers(alice.sid);
  const own = await workerChannels.list();
  check.deepEqual(
    own.map(({ taskChannelUniqueName }) => taskChannelUniqueName).sort(),
    ["chat", "default", "sms", "video", "voice"],
  );
  const channel = await room.api.taskChannels("chat").fetch();
  const chat = await workerChannels("chat").fetch();
  const properties = {
    sid: /^WC[0-9a-f]{32}$/,
    accountSid: account,
    workspaceSid: room.sid,
    workerSid: alice.sid,
    taskChannelSid: channel.sid,
    taskChannelUniqueName: "chat",
    configuredCapacity: 1,
    available: true,
    assignedTasks: 0,
    availableCapacityPercentage: 100,
    dateCreated: now,
    dateUpdated: now,
    url: `${room.url}/Workers/${alice.sid}/Channels/${chat.sid}`,
  };
  has(chat, properties);
  has(await workerChannels(chat.sid).fetch(), properties);
  await clock.advance("2s");
  const dateUpdated = new Date(now.getTime() + 2000);
  has(await workerChannels("chat").update({ capacity: 4 }), { ...properties, configuredCapacity: 4, dateUpdated });
  has(await workerChannels(chat.sid).update({ available: false }), {
    ...properties,
    configuredCapacity: 4,
    available: false,
    dateUpdated,
  });
  check.equal((await workerChannels("chat").update({ capacity: 0 })).availableCapacityPercentage, 0);
  await refused(workerChannels("chat").update({ capacity: -1 }), { status: 400, code: 20001, message: /Capacity/ });
  await refused(workerChannels("telepathy").fetch(), { status: 404, code: 20404 });
});
