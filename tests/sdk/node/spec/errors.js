"use strict";

const { test } = require("node:test");
const { HOST, account, check, client, during, refused, twilio, workspace } = require("../support");

const nobody = `WT${"0".repeat(32)}`;

test("wrong credentials are refused", async () => {
  const wrong = twilio(account, "wrong");
  const error = await refused(wrong.taskrouter.v1.workspaces.list(), { status: 401, code: 20003, message: /^Authenticate$/ });
  check.equal(error.details, undefined);
  const stranger = twilio(`AC${"f".repeat(32)}`, "wrong");
  await refused(stranger.taskrouter.v1.workspaces.list(), {
    status: 401,
    code: 20003,
    message: /^Authentication Error - invalid username$/,
  });
});

test("what is not there is not found, and named without the version", async () => {
  const room = await workspace("FIFO");
  const missing = (path) => ({
    status: 404,
    code: 20404,
    message: new RegExp(`^The requested resource /Workspaces/${room.sid}/${path} was not found$`),
  });
  await refused(room.api.tasks(nobody).fetch(), missing(`Tasks/${nobody}`));
  await refused(room.api.tasks(nobody).update({ priority: 1 }), missing(`Tasks/${nobody}`));
  await refused(room.api.tasks(nobody).remove(), missing(`Tasks/${nobody}`));
  await refused(room.api.tasks(nobody).reservations.list(), missing(`Tasks/${nobody}/Reservations`));
  await refused(room.api.activities("nonsense").fetch(), missing("Activities/nonsense"));
  await refused(room.api.taskQueues(`WQ${"0".repeat(34)}`).fetch(), missing(`TaskQueues/WQ${"0".repeat(34)}`));
  await refused(room.api.workflows(nobody).fetch(), missing(`Workflows/${nobody}`));
  await refused(room.api.workers(nobody).fetch(), missing(`Workers/${nobody}`));
  await refused(room.api.taskChannels("nonsense").fetch(), missing("TaskChannels/nonsense"));
  await refused(room.api.events(`EV${"0".repeat(32)}`).fetch(), missing(`Events/EV${"0".repeat(32)}`));
  const elsewhere = client.taskrouter.v1.workspaces(`WS${"0".repeat(32)}`);
  await refused(elsewhere.tasks.list(), { status: 404, code: 20404 });
});

test("a resource is found in its own workspace only", async () => {
  const [here, there] = [await workspace("FIFO"), await workspace("FIFO")];
  const task = await here.task();
  await refused(there.api.tasks(task.sid).fetch(), { status: 404, code: 20404 });
  const [queue] = await here.api.taskQueues.list();
  await refused(there.api.taskQueues(queue.sid).fetch(), { status: 404, code: 20404 });
});

test("a path or a method that does not exist is told apart", async () => {
  const lost = await client.request({ method: "get", uri: `${HOST}/Nowhere` });
  check.equal(lost.statusCode, 404);
  check.equal(lost.body.code, 20404);
  check.equal(lost.body.message, "The requested resource /Nowhere was not found");
  const put = await client.request({ method: "put", uri: `${HOST}/Workspaces` });
  check.equal(put.statusCode, 405);
  check.equal(put.body.code, 20004);
  check.deepEqual(Object.keys(put.body).sort(), ["code", "message", "more_info", "status"]);
  check.equal(put.body.status, 405);
  check.equal(put.body.more_info, "https://www.twilio.com/docs/errors/20004");
});

test("a missing parameter is named", async () => {
  const { api } = await workspace();
  const response = await client.request({ method: "post", uri: `${HOST}/Workspaces/${(await api.fetch()).sid}/Workers` });
  check.equal(response.statusCode, 400);
  check.equal(response.body.code, 20001);
  check.match(response.body.message, /FriendlyName/);
});

/** What goes wrong with the creation of tasks. */
const creation = (rule) => ({ requests: [{ method: "POST", path: "**/Tasks", ...rule }] });

test("too many requests are refused and change nothing", async () => {
  const room = await workspace("FIFO");
  await during(creation({ status: 429 }), () =>
    refused(room.task(), { status: 429, code: 20429, message: /^Too Many Requests$/ }),
  );
  check.deepEqual(await room.api.tasks.list(), []);
});

test("the package's own patience gets through", async () => {
  const room = await workspace("FIFO");
  const patient = twilio(undefined, undefined, { autoRetry: true, maxRetryDelay: 1 });
  const { tasks } = patient.taskrouter.v1.workspaces(room.sid);
  await during(creation({ every: 2, status: 429 }), async () => {
    for (let count = 0; count < 4; count += 1) {
      check.match((await tasks.create()).sid, /^WT/);
    }
  });
  check.equal((await room.api.tasks.list()).length, 4);
});

test("a service that fails or is not available says so", async () => {
  const room = await workspace("FIFO");
  await during(creation({ status: 500 }), () => refused(room.task(), { status: 500, code: 20500 }));
  await during(creation({ status: 503 }), () => refused(room.task(), { status: 503, code: 20503 }));
  check.deepEqual(await room.api.tasks.list(), []);
});

test("a gateway that fails does not speak the service's language", async () => {
  const room = await workspace("FIFO");
  await during(creation({ status: 502 }), async () => {
    const error = await room.task().catch((reason) => reason);
    check.ok(error instanceof twilio.RestException);
    check.equal(error.status, 502);
    check.equal(error.code, undefined);
  });
});

test("a connection that is reset leaves open whether anything happened", async () => {
  const room = await workspace("FIFO");
  const failed = async (reset) => during(creation({ reset }), () => room.task().then(() => null, (error) => error));
  check.ok(!((await failed("before-effect")) instanceof twilio.RestException));
  check.equal((await room.api.tasks.list()).length, 0);
  check.ok(!((await failed("after-effect")) instanceof twilio.RestException));
  check.equal((await room.api.tasks.list()).length, 1);
});

test("every answer carries the headers of the service", async () => {
  const { headers } = await client.taskrouter.v1.workspaces.pageWithHttpInfo({ pageSize: 1 });
  check.match(headers["twilio-request-id"], /^RQ[0-9a-f]{32}$/);
  check.match(headers["twilio-concurrent-requests"], /^\d+$/);
  check.match(headers["twilio-request-duration"], /^\d+\.\d+$/);
  check.match(headers["x-rate-limit-limit"], /^\d+$/);
  check.match(headers["x-rate-limit-remaining"], /^\d+$/);
  check.ok(headers["x-rate-limit-config"].length > 0);
  check.match(headers["content-type"], /^application\/json/);
  check.equal(headers["access-control-expose-headers"], "ETag");
});
