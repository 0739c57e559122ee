"use strict";

const { test } = require("node:test");
const { account, check, clock, has, names, refused, workspace } = require("../support");

test("a task channel is made, changed and removed", async () => {
  const room = await workspace();
  const now = await clock.now();
  const made = await room.api.taskChannels.create({
    friendlyName: "Letters",
    uniqueName: "letters",
    channelOptimizedRouting: true,
  });
  const properties = {
    sid: /^TC[0-9a-f]{32}$/,
    accountSid: account,
    workspaceSid: room.sid,
    friendlyName: "Letters",
    uniqueName: "letters",
    channelOptimizedRouting: true,
    dateCreated: now,
    dateUpdated: now,
    url: `${room.url}/TaskChannels/${made.sid}`,
    links: { workspace: room.url },
  };
  has(made, properties);
  const channel = room.api.taskChannels(made.sid);
  has(await channel.fetch(), properties);
  has(await room.api.taskChannels("letters").fetch(), properties);
  await clock.advance("3s");
  has(await channel.update({ friendlyName: "Post", channelOptimizedRouting: false }), {
    ...properties,
    friendlyName: "Post",
    channelOptimizedRouting: false,
    dateUpdated: new Date(now.getTime() + 3000),
  });
  check.equal(await channel.remove(), true);
  await refused(channel.fetch(), { status: 404, code: 20404 });
  await refused(room.api.taskChannels("letters").fetch(), { status: 404, code: 20404 });
});

test("the predefined channels have their names and stay", async () => {
  const { api } = await workspace();
  const channels = await api.taskChannels.list();
  check.equal(channels.length, 5);
  check.deepEqual(names(channels).filter((name) => !/chat/i.test(name)).sort(), ["Default", "SMS", "Video", "Voice"]);
  check.ok(channels.every(({ channelOptimizedRouting }) => channelOptimizedRouting === false));
  check.equal((await api.taskChannels("voice").fetch()).friendlyName, "Voice");
  await refused(api.taskChannels("voice").remove(), { status: 400, code: 20001 });
});

test("every worker gets the new channel, and loses it with its removal", async () => {
  const room = await workspace();
  const alice = await room.worker("Alice");
  const made = await room.api.taskChannels.create({ friendlyName: "Fax", uniqueName: "fax" });
  const { workerChannels } = room.api.workers(alice.sid);
  const own = await workerChannels("fax").fetch();
  check.equal(own.taskChannelSid, made.sid);
  check.equal(own.configuredCapacity, 1);
  check.equal((await workerChannels.list()).length, 6);
  await room.api.taskChannels(made.sid).remove();
  check.equal((await workerChannels.list()).length, 5);
});

test("a unique name is unique and never changes", async () => {
  const { api } = await workspace();
  await refused(api.taskChannels.create({ friendlyName: "Voice again", uniqueName: "voice" }), { status: 400, code: 20001 });
  await refused(api.taskChannels.create({ friendlyName: "Nameless", uniqueName: "" }), { status: 400, code: 20001, message: /UniqueName/ });
});
