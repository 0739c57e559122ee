"use strict";

const { test } = require("node:test");
const { account, check, clock, has, refused, sids, workspace } = require("../support");

test("a reservation is the same seen from its task and from its worker", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  await clock.advance("3s");
  const now = await clock.now();
  const task = await room.task();
  const [made] = await room.api.tasks(task.sid).reservations.list();
  const properties = {
    sid: /^WR[0-9a-f]{32}$/,
    accountSid: account,
    workspaceSid: room.sid,
    taskSid: task.sid,
    workerSid: alice.sid,
    workerName: "Alice",
    reservationStatus: "pending",
    dateCreated: now,
    dateUpdated: now,
    url: `${room.url}/Tasks/${task.sid}/Reservations/${made.sid}`,
    links: {
      task: `${room.url}/Tasks/${task.sid}`,
      worker: `${room.url}/Workers/${alice.sid}`,
      workspace: room.url,
    },
  };
  has(made, properties);
  const ofTask = room.api.tasks(task.sid).reservations(made.sid);
  const ofWorker = room.api.workers(alice.sid).reservations(made.sid);
  const seenByWorker = { ...properties, url: `${room.url}/Workers/${alice.sid}/Reservations/${made.sid}` };
  has(await ofTask.fetch(), properties);
  has(await ofWorker.fetch(), seenByWorker);
  await clock.advance("2s");
  has(await ofWorker.update({ reservationStatus: "accepted" }), {
    ...seenByWorker,
    reservationStatus: "accepted",
    dateUpdated: new Date(now.getTime() + 2000),
  });
  check.equal((await ofTask.fetch()).reservationStatus, "accepted");
  await refused(room.api.workers(alice.sid).reservations(`WR${"0".repeat(32)}`).fetch(), { status: 404, code: 20404 });
});

test("an accepted reservation is wrapped up and completed, and its task with it", async () => {
  const room = await workspace("FIFO");
  await room.worker("Alice");
  const task = await room.task();
  const offer = await room.offer(task);
  await offer.update({ reservationStatus: "accepted" });
  check.equal((await offer.update({ reservationStatus: "wrapping" })).reservationStatus, "wrapping");
  check.equal(await room.status(task), "wrapping");
  check.equal((await offer.update({ reservationStatus: "completed" })).reservationStatus, "completed");
  check.equal(await room.status(task), "completed");
});

test("a task that is wrapped up and completed takes its reservation along", async () => {
  const room = await workspace("FIFO");
  await room.worker("Alice");
  const task = await room.task();
  await room.answer(task, "accepted");
  await room.api.tasks(task.sid).update({ assignmentStatus: "wrapping" });
  check.deepEqual(await room.offers(task), ["Alice wrapping"]);
  await room.api.tasks(task.sid).update({ assignmentStatus: "completed" });
  check.deepEqual(await room.offers(task), ["Alice completed"]);
});

test("a worker who does not answer goes offline, and the next one is asked", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  await clock.advance("1s");
  await room.worker("Bob");
  const task = await room.task();
  check.deepEqual(await room.offers(task), ["Alice pending"]);
  await clock.advance("119s");
  check.deepEqual(await room.offers(task), ["Alice pending"]);
  await clock.advance("1s");
  check.deepEqual(await room.offers(task), ["Alice timeout", "Bob pending"]);
  check.equal((await room.api.workers(alice.sid).fetch()).activityName, "Offline");
  await clock.advance("120s");
  check.deepEqual(await room.offers(task), ["Alice timeout", "Bob timeout"]);
  check.equal(await room.status(task), "pending");
});

test("the workspace decides where a worker goes who does not answer", async () => {
  const room = await workspace("FIFO");
  await room.api.update({ timeoutActivitySid: await room.activity("Unavailable") });
  const alice = await room.worker("Alice");
  await room.task();
  await clock.advance("120s");
  check.equal((await room.api.workers(alice.sid).fetch()).activityName, "Unavailable");
});

test("a refused task goes to the next worker, and the refusing one where they say", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  await clock.advance("1s");
  await room.worker("Bob");
  const task = await room.task();
  const answered = await room.answer(task, "rejected", { workerActivitySid: await room.activity("Unavailable") });
  check.equal(answered.reservationStatus, "rejected");
  check.deepEqual(await room.offers(task), ["Alice rejected", "Bob pending"]);
  check.equal((await room.api.workers(alice.sid).fetch()).activityName, "Unavailable");
});

test("of several reserved workers the first to accept has the task, and the others are too late", async () => {
  const room = await workspace();
  const queue = await room.queue("Everyone", "1==1", { maxReservedWorkers: 3 });
  await room.workflow("Route", { default_filter: { queue: queue.sid } });
  for (const name of ["Alice", "Bob", "Carol", "Dave"]) {
    await room.worker(name);
    await clock.advance("1s");
  }
  const task = await room.task();
  const { reservations } = room.api.tasks(task.sid);
  const made = await reservations.list();
  check.deepEqual(await room.offers(task), ["Alice pending", "Bob pending", "Carol pending"]);
  await reservations(made[0].sid).update({ reservationStatus: "rejected" });
  check.equal(await room.status(task), "reserved");
  await reservations(made[1].sid).update({ reservationStatus: "accepted" });
  check.deepEqual(await room.offers(task), ["Alice rejected", "Bob accepted", "Carol rescinded"]);
  check.equal(await room.status(task), "assigned");
  await refused(reservations(made[2].sid).update({ reservationStatus: "accepted" }), { status: 410, code: 20410 });
  await refused(reservations(made[2].sid).update({ reservationStatus: "rejected" }), { status: 400, code: 20001 });
});

test("a task canceled while it is offered takes the offer back", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  const task = await room.task();
  await room.api.tasks(task.sid).update({ assignmentStatus: "canceled", reason: "hung up" });
  check.deepEqual(await room.offers(task), ["Alice canceled"]);
  check.equal((await room.api.workers(alice.sid).fetch()).activityName, "Available");
  const next = await room.task();
  check.deepEqual(await room.offers(next), ["Alice pending"]);
});

test("an answer that cannot follow is refused", async () => {
  const room = await workspace("FIFO");
  await room.worker("Alice");
  const task = await room.task();
  const offer = await room.offer(task);
  const refusal = { status: 400, code: 20001 };
  await refused(offer.update({ reservationStatus: "completed" }), refusal);
  await refused(offer.update({ reservationStatus: "wrapping" }), refusal);
  await refused(offer.update({ reservationStatus: "rescinded" }), { ...refusal, message: /ReservationStatus/ });
  await refused(offer.update({ reservationStatus: "maybe" }), { ...refusal, message: /ReservationStatus/ });
  await offer.update({ reservationStatus: "accepted" });
  await refused(offer.update({ reservationStatus: "accepted" }), refusal);
  await refused(offer.update({ reservationStatus: "rejected" }), refusal);
});

test("instructions accept and reject, in any case", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  const refusing = await room.task();
  const unavailable = await room.activity("Unavailable");
  const rejected = await (await room.offer(refusing)).update({ instruction: "reject", workerActivitySid: unavailable });
  check.equal(rejected.reservationStatus, "rejected");
  check.equal((await room.api.workers(alice.sid).fetch()).activityName, "Unavailable");
  await room.api.workers(alice.sid).update({ activitySid: await room.activity("Available") });
  const accepted = await (await room.offer(refusing)).update({ instruction: "Accept" });
  check.equal(accepted.reservationStatus, "accepted");
  check.equal(await room.status(refusing), "assigned");
});

test("a conference instruction takes its many parameters and accepts", async () => {
  const room = await workspace("FIFO");
  await room.worker("Alice", { contact_uri: "client:alice" });
  const task = await room.task({ call_sid: `CA${"1".repeat(32)}` });
  const answered = await (await room.offer(task)).update({
    instruction: "conference",
    from: "+15551230001",
    to: "client:alice",
    timeout: 20,
    record: true,
    muted: false,
    beep: "onEnter",
    startConferenceOnEnter: true,
    endConferenceOnExit: true,
    endConferenceOnCustomerExit: true,
    beepOnCustomerEntrance: false,
    waitUrl: "https://example.com/hold",
    waitMethod: "GET",
    earlyMedia: false,
    maxParticipants: 3,
    statusCallback: "https://example.com/calls",
    statusCallbackMethod: "POST",
    statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
    conferenceStatusCallback: "https://example.com/conferences",
    conferenceStatusCallbackMethod: "POST",
    conferenceStatusCallbackEvent: ["start", "end", "join", "leave"],
    conferenceRecord: "record-from-start",
    conferenceTrim: "trim-silence",
    recordingChannels: "dual",
    region: "ie1",
    jitterBufferSize: "small",
  });
  check.equal(answered.reservationStatus, "accepted");
  check.equal(await room.status(task), "assigned");
});

test("instructions for the telephone are checked, and need a pending reservation", async () => {
  const room = await workspace("FIFO");
  await room.worker("Alice", { contact_uri: "client:alice" });
  const task = await room.task({ call_sid: `CA${"1".repeat(32)}` });
  const offer = await room.offer(task);
  const refusal = { status: 400, code: 20001 };
  await refused(offer.update({ instruction: "teleport" }), refusal);
  await refused(offer.update({ instruction: "call", callFrom: "+15551230001" }), refusal);
  await refused(offer.update({ instruction: "redirect", redirectUrl: "https://example.com/park" }), refusal);
  await refused(offer.update({ instruction: "conference", from: "+15551230001", maxParticipants: 500 }), refusal);
  const called = await offer.update({ instruction: "call", callFrom: "+15551230001", callUrl: "https://example.com/agent", callAccept: false });
  check.equal(called.reservationStatus, "pending");
  const dequeued = await offer.update({ instruction: "dequeue", dequeueFrom: "+15551230001", dequeueTimeout: 30, dequeueRecord: "record-from-answer" });
  check.equal(dequeued.reservationStatus, "accepted");
  await refused(offer.update({ instruction: "conference", from: "+15551230001" }), {
    ...refusal,
    message: /^Unable to execute Conference instruction\. Reservation WR\w+ is not currently in a Pending state\.$/,
  });
});

test("a supervisor listens in through the task, not through the worker", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice", { contact_uri: "client:alice" });
  const boss = await room.worker("Boss", { contact_uri: "client:boss" }, "Unavailable");
  const task = await room.task({ call_sid: `CA${"1".repeat(32)}` });
  const offer = await room.offer(task);
  const { sid } = await offer.update({ instruction: "conference", from: "+15551230001" });
  const order = { instruction: "supervise", supervisor: boss.sid, supervisorMode: "whisper" };
  check.equal((await offer.update(order)).reservationStatus, "accepted");
  await refused(room.api.workers(alice.sid).reservations(sid).update({ instruction: "supervise" }), { status: 400, code: 20001 });
});

test("reservations are filtered by status and by worker", async () => {
  const room = await workspace("FIFO");
  const alice = await room.worker("Alice");
  await clock.advance("1s");
  const bob = await room.worker("Bob");
  const task = await room.task();
  await room.answer(task, "rejected", { workerActivitySid: await room.activity("Offline") });
  await room.answer(task, "accepted");
  const { reservations } = room.api.tasks(task.sid);
  const [first, second] = sids(await reservations.list());
  check.deepEqual(sids(await reservations.list({ reservationStatus: "rejected" })), [first]);
  check.deepEqual(sids(await reservations.list({ reservationStatus: "accepted" })), [second]);
  check.deepEqual(sids(await reservations.list({ reservationStatus: "timeout" })), []);
  check.deepEqual(sids(await reservations.list({ workerSid: bob.sid })), [second]);
  check.deepEqual(sids(await reservations.list({ workerSid: bob.sid, reservationStatus: "rejected" })), []);
  const ofAlice = room.api.workers(alice.sid).reservations;
  check.deepEqual(sids(await ofAlice.list()), [first]);
  check.deepEqual(sids(await ofAlice.list({ reservationStatus: "rejected" })), [first]);
  check.deepEqual(sids(await ofAlice.list({ reservationStatus: "pending" })), []);
});
