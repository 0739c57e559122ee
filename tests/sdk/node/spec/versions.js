"use strict";

const { test } = require("node:test");
const { check, refused, workspace } = require("../support");

const tooLate = { status: 412, code: 20412 };
const etag = async (context) => (await context.fetchWithHttpInfo()).headers.etag;
/** The number in a tag, which may stand in quotes. */
const version = (tag) => Number(/^"?(\d+)"?$/.exec(tag)[1]);

test("a task's version grows with every change, and an outdated one changes nothing", async () => {
  const room = await workspace("FIFO");
  const made = await room.api.tasks.createWithHttpInfo({ attributes: "{}" });
  check.equal(made.statusCode, 201);
  check.equal(version(made.headers.etag), 0);
  const task = room.api.tasks(made.body.sid);
  check.equal(await etag(task), made.headers.etag);
  const changed = await task.updateWithHttpInfo({ priority: 1, ifMatch: "0" });
  check.equal(changed.statusCode, 200);
  check.equal(version(changed.headers.etag), 1);
  check.equal(changed.body.priority, 1);
  await refused(task.update({ priority: 2, ifMatch: "0" }), tooLate);
  await refused(task.update({ priority: 2, ifMatch: made.headers.etag }), tooLate);
  check.equal((await task.fetch()).priority, 1);
  check.equal((await task.update({ priority: 3, ifMatch: '"1"' })).priority, 3);
  check.equal((await task.update({ priority: 4, ifMatch: "*" })).priority, 4);
  check.equal((await task.update({ priority: 5 })).priority, 5);
  const latest = await etag(task);
  check.equal(version(latest), 4);
  await refused(task.remove({ ifMatch: "3" }), tooLate);
  check.equal((await task.removeWithHttpInfo({ ifMatch: latest })).statusCode, 204);
});

test("a worker's version grows with every change, and an outdated one changes nothing", async () => {
  const room = await workspace();
  const made = await room.api.workers.createWithHttpInfo({ friendlyName: "Alice" });
  check.equal(made.statusCode, 201);
  const first = made.headers.etag;
  const worker = room.api.workers(made.body.sid);
  check.equal(await etag(worker), first);
  const changed = await worker.updateWithHttpInfo({ attributes: '{"level":1}', ifMatch: first });
  check.equal(version(changed.headers.etag), version(first) + 1);
  await refused(worker.update({ attributes: '{"level":2}', ifMatch: first }), tooLate);
  check.equal((await worker.fetch()).attributes, '{"level":1}');
  await refused(worker.remove({ ifMatch: first }), tooLate);
  check.equal(await worker.remove({ ifMatch: changed.headers.etag }), true);
});

test("a reservation's version tells whether somebody else has answered", async () => {
  const room = await workspace("FIFO");
  await room.worker("Alice");
  const task = await room.task();
  const offer = await room.offer(task);
  const first = await etag(offer);
  const accepted = await offer.updateWithHttpInfo({ reservationStatus: "accepted", ifMatch: first });
  check.equal(version(accepted.headers.etag), version(first) + 1);
  await refused(offer.update({ reservationStatus: "completed", ifMatch: first }), tooLate);
  check.equal(await room.status(task), "assigned");
  const done = await offer.update({ reservationStatus: "completed", ifMatch: accepted.headers.etag });
  check.equal(done.reservationStatus, "completed");
});

test("what the router does to a task makes its version grow too", async () => {
  const room = await workspace("FIFO");
  const task = await room.task();
  const before = await etag(room.api.tasks(task.sid));
  await room.worker("Alice");
  check.ok(version(await etag(room.api.tasks(task.sid))) > version(before));
  await refused(room.api.tasks(task.sid).update({ priority: 1, ifMatch: before }), tooLate);
});
