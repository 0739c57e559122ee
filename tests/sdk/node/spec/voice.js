"use strict";

const { test } = require("node:test");
const { Maybe, account, check, client, clock, control, has, refused, sids } = require("../support");

const { calls, conferences, queues } = client;
const base = `/2010-04-01/Accounts/${account}`;

test("a call is read, told to end, and removed", async () => {
  const now = await clock.now();
  const { sid } = await control("calls", { from: "+15550100001", to: "+15550100002", direction: "inbound", status: "in-progress" });
  const uri = `${base}/Calls/${sid}`;
  const call = await calls(sid).fetch();
  has(call, {
    sid,
    dateCreated: now,
    dateUpdated: now,
    parentCallSid: null,
    accountSid: account,
    to: "+15550100002",
    toFormatted: String,
    from: "+15550100001",
    fromFormatted: String,
    phoneNumberSid: Maybe,
    status: "in-progress",
    startTime: now,
    endTime: null,
    duration: null,
    price: null,
    priceUnit: "USD",
    direction: "inbound",
    answeredBy: null,
    apiVersion: "2010-04-01",
    forwardedFrom: null,
    groupSid: null,
    callerName: null,
    queueTime: "0",
    trunkSid: null,
    uri: `${uri}.json`,
    subresourceUris: {
      notifications: `${uri}/Notifications.json`,
      recordings: `${uri}/Recordings.json`,
      payments: `${uri}/Payments.json`,
      events: `${uri}/Events.json`,
      siprec: `${uri}/Siprec.json`,
      streams: `${uri}/Streams.json`,
      transcriptions: `${uri}/Transcriptions.json`,
      user_defined_messages: `${uri}/UserDefinedMessages.json`,
      user_defined_message_subscriptions: `${uri}/UserDefinedMessageSubscriptions.json`,
    },
  });
  await clock.advance("42s");
  const ended = await calls(sid).update({ status: "completed" });
  check.equal(ended.status, "completed");
  check.equal(ended.duration, "42");
  check.deepEqual(ended.endTime, new Date(now.getTime() + 42_000));
  check.equal(await calls(sid).remove(), true);
  await refused(calls(sid).fetch(), { status: 404, code: 20404 });
});

test("calls are filtered by number, status, parent and day", async () => {
  const from = "+15550100011";
  const parent = (await control("calls", { from, to: "+15550100012" })).sid;
  const child = (await control("calls", { from, to: "+15550100013", parent_call_sid: parent, status: "ringing" })).sid;
  await calls(parent).update({ status: "completed" });
  const found = async (filter) => sids(await calls.list({ from, ...filter })).sort();
  check.deepEqual(await found({}), [parent, child].sort());
  check.deepEqual(await found({ to: "+15550100013" }), [child]);
  check.deepEqual(await found({ status: "completed" }), [parent]);
  check.deepEqual(await found({ status: "ringing" }), [child]);
  check.deepEqual(await found({ parentCallSid: parent }), [child]);
  const now = await clock.now();
  const day = 86_400_000;
  check.deepEqual(await found({ startTime: now }), [parent]);
  check.deepEqual(await found({ startTimeAfter: new Date(now.getTime() - day) }), [parent]);
  check.deepEqual(await found({ startTimeBefore: new Date(now.getTime() - day) }), []);
  check.deepEqual(await found({ endTimeAfter: new Date(now.getTime() - day) }), [parent]);
});

test("a conference has participants who are muted, held and sent away", async () => {
  const now = await clock.now();
  const made = await control("conferences", {
    friendly_name: "Room 1",
    participants: [{ label: "customer" }, { label: "agent", end_conference_on_exit: true }],
  });
  const [customer, agent] = made.call_sids;
  const uri = `${base}/Conferences/${made.sid}`;
  has(await conferences(made.sid).fetch(), {
    sid: made.sid,
    accountSid: account,
    friendlyName: "Room 1",
    apiVersion: "2010-04-01",
    region: "us1",
    status: "in-progress",
    dateCreated: now,
    dateUpdated: now,
    reasonConferenceEnded: null,
    callSidEndingConference: null,
    uri: `${uri}.json`,
    subresourceUris: { participants: `${uri}/Participants.json`, recordings: `${uri}/Recordings.json` },
  });
  const { participants } = conferences(made.sid);
  const properties = {
    accountSid: account,
    callSid: customer,
    label: "customer",
    callSidToCoach: null,
    coaching: false,
    conferenceSid: made.sid,
    dateCreated: now,
    dateUpdated: now,
    endConferenceOnExit: false,
    muted: false,
    hold: false,
    startConferenceOnEnter: true,
    status: "connected",
    queueTime: Maybe,
    uri: `${uri}/Participants/${customer}.json`,
  };
  has(await participants(customer).fetch(), properties);
  has(await participants("customer").fetch(), properties);
  const held = await participants(customer).update({ hold: true, muted: true });
  check.equal(held.hold, true);
  check.equal(held.muted, true);
  const found = async (filter) => (await participants.list(filter)).map(({ callSid }) => callSid);
  check.deepEqual((await found({})).sort(), [...made.call_sids].sort());
  check.deepEqual(await found({ hold: true }), [customer]);
  check.deepEqual(await found({ muted: false }), [agent]);
  check.equal(await participants(agent).remove(), true);
  const ended = await conferences(made.sid).fetch();
  check.equal(ended.status, "completed");
  check.equal(ended.reasonConferenceEnded, "participant-with-end-conference-on-exit-kicked");
  check.equal(ended.callSidEndingConference, agent);
});

test("conferences are filtered by name, status and day, and ended", async () => {
  const { sid } = await control("conferences", { friendly_name: "Room 2", participants: [{}] });
  const now = await clock.now();
  const found = async (filter) => sids(await conferences.list({ friendlyName: "Room 2", ...filter }));
  check.deepEqual(await found({}), [sid]);
  check.deepEqual(await found({ status: "in-progress" }), [sid]);
  check.deepEqual(await found({ status: "completed" }), []);
  check.deepEqual(await found({ dateCreated: now }), [sid]);
  check.deepEqual(await found({ dateCreatedBefore: new Date(now.getTime() - 86_400_000) }), []);
  check.deepEqual(await found({ dateUpdatedAfter: new Date(now.getTime() - 86_400_000) }), [sid]);
  const ended = await conferences(sid).update({ status: "completed" });
  check.equal(ended.status, "completed");
  check.equal(ended.reasonConferenceEnded, "conference-ended-via-api");
  check.deepEqual(await found({ status: "completed" }), [sid]);
});

test("a queue of callers is made, changed, emptied and removed", async () => {
  const now = await clock.now();
  const made = await queues.create({ friendlyName: "Hold the line", maxSize: 5 });
  const properties = {
    sid: /^QU[0-9a-f]{32}$/,
    accountSid: account,
    friendlyName: "Hold the line",
    maxSize: 5,
    currentSize: 0,
    averageWaitTime: 0,
    dateCreated: now,
    dateUpdated: now,
    uri: `${base}/Queues/${made.sid}.json`,
  };
  has(made, properties);
  has(await queues(made.sid).fetch(), properties);
  has(await queues(made.sid).update({ friendlyName: "Please hold", maxSize: 9 }), {
    ...properties,
    friendlyName: "Please hold",
    maxSize: 9,
  });
  await refused(queues.create({ friendlyName: "Please hold" }), { status: 400, code: 20001, message: /exists/ });
  check.ok(sids(await queues.list()).includes(made.sid));
  check.equal(await queues(made.sid).remove(), true);
  await refused(queues(made.sid).fetch(), { status: 404, code: 20404 });
});

test("the callers of a queue are in line and are taken out of it", async () => {
  const now = await clock.now();
  const { sid, call_sids: callers } = await control("voice-queues", { friendly_name: "Line", callers: 3 });
  await clock.advance("8s");
  const { members } = queues(sid);
  const listed = await members.list();
  check.deepEqual(listed.map(({ callSid, position }) => [callSid, position]), [[callers[0], 1], [callers[1], 2], [callers[2], 3]]);
  has(listed[0], {
    callSid: callers[0],
    dateEnqueued: now,
    position: 1,
    uri: `${base}/Queues/${sid}/Members/${callers[0]}.json`,
    waitTime: 8,
    queueSid: sid,
  });
  check.equal((await members("Front").fetch()).callSid, callers[0]);
  check.equal((await queues(sid).fetch()).currentSize, 3);
  check.equal((await queues(sid).fetch()).averageWaitTime, 8);
  const taken = await members("Front").update({ url: "https://example.com/agent", method: "POST" });
  check.equal(taken.callSid, callers[0]);
  check.equal((await members(callers[1]).fetch()).position, 1);
  await refused(members(callers[0]).fetch(), { status: 404, code: 20404 });
  await refused(queues(sid).remove(), { status: 400, code: 20001 });
});

test("the lists of the 2010 API are paged along relative links", async () => {
  const { sid, call_sids: callers } = await control("voice-queues", { friendly_name: "Long line", callers: 7 });
  const walked = await queues(sid).members.list({ pageSize: 2 });
  check.deepEqual(walked.map(({ callSid }) => callSid), callers);
  const page = await queues(sid).members.page({ pageSize: 3 });
  check.equal(page.instances.length, 3);
  check.equal((await page.nextPage()).instances[0].callSid, callers[3]);
});

test("another account's telephones are not found", async () => {
  const elsewhere = client.api.v2010.accounts(`AC${"f".repeat(32)}`);
  await refused(elsewhere.calls.list(), { status: 404, code: 20404 });
});
