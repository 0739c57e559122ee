"use strict";

const { test } = require("node:test");
const { account, check, clock, has, names, refused, workspace } = require("../support");

test("an activity is made, renamed and removed", async () => {
  const room = await workspace();
  const now = await clock.now();
  const made = await room.api.activities.create({ friendlyName: "Lunch", available: true });
  const properties = {
    sid: /^WA[0-9a-f]{32}$/,
    accountSid: account,
    workspaceSid: room.sid,
    friendlyName: "Lunch",
    available: true,
    dateCreated: now,
    dateUpdated: now,
    url: `${room.url}/Activities/${made.sid}`,
    links: { workspace: room.url },
  };
  has(made, properties);
  const activity = room.api.activities(made.sid);
  has(await activity.fetch(), properties);
  await clock.advance("7s");
  has(await activity.update({ friendlyName: "Dinner" }), {
    ...properties,
    friendlyName: "Dinner",
    dateUpdated: new Date(now.getTime() + 7000),
  });
  check.equal(await activity.remove(), true);
  await refused(activity.fetch(), { status: 404, code: 20404 });
});

test("an activity is unavailable unless told otherwise", async () => {
  const room = await workspace();
  const made = await room.api.activities.create({ friendlyName: "Training" });
  check.equal(made.available, false);
});

test("activities are filtered by name and availability", async () => {
  const room = await workspace();
  await room.api.activities.create({ friendlyName: "On call", available: true });
  const { activities } = room.api;
  check.deepEqual(names(await activities.list({ friendlyName: "On call" })), ["On call"]);
  check.deepEqual(names(await activities.list({ available: "true" })).sort(), ["Available", "On call"]);
  check.deepEqual(names(await activities.list({ available: "1" })).sort(), ["Available", "On call"]);
  check.deepEqual(names(await activities.list({ available: "yes" })).sort(), ["Available", "On call"]);
  check.deepEqual(names(await activities.list({ available: "false" })).sort(), ["Offline", "Unavailable"]);
  check.deepEqual(names(await activities.list({ available: "no idea" })).sort(), ["Offline", "Unavailable"]);
  check.deepEqual(names(await activities.list({ available: "true", friendlyName: "Offline" })), []);
});

test("an activity that is needed cannot be removed", async () => {
  const room = await workspace();
  const offline = await room.activity("Offline");
  await refused(room.api.activities(offline).remove(), { status: 400, code: 20001, message: new RegExp(offline) });
  const { sid } = await room.api.activities.create({ friendlyName: "Taken" });
  await room.worker("Alice", {}, "Taken");
  await refused(room.api.activities(sid).remove(), { status: 400, code: 20001 });
});

test("an activity's name is needed, short and its own", async () => {
  const { api } = await workspace();
  await refused(api.activities.create({ friendlyName: "" }), { status: 400, code: 20001, message: /FriendlyName/ });
  await refused(api.activities.create({ friendlyName: "x".repeat(65) }), { status: 400, code: 20001, message: /FriendlyName/ });
  await refused(api.activities.create({ friendlyName: "Offline" }), { status: 400, code: 20001, message: /exists/ });
});
