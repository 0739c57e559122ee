// What every scenario uses: a client of the official package as an application would make it, the
// emulator's clock and control endpoints, and assertions that are counted.
"use strict";

const assert = require("node:assert/strict");
const twilio = require("twilio");

const account = process.env.TWILIO_ACCOUNT_SID;
/**
 * Everything the client needs comes from the environment. Scenarios act on a resource through the
 * list's `(sid)`: in this version what `create` and `list` return cannot be acted on itself.
 */
const client = twilio();
/** The address every URL in an answer must start with. */
const HOST = "https://taskrouter.twilio.com/v1";

let passed = 0;

/** `node:assert`, with every assertion that held counted. */
const check = new Proxy(assert, {
  get(target, name) {
    const assertion = target[name];
    return (...parameters) => {
      const outcome = assertion(...parameters);
      passed += 1;
      return outcome;
    };
  },
});

const assertions = () => passed;

/** A request to the emulator's own endpoints, which are not part of any Twilio API. */
async function control(path, body) {
  const response = await fetch(new URL(`/_emulator/${path}`, process.env.TRCTL_BASE_URL), {
    method: body === undefined ? "GET" : "POST",
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await response.json();
  assert.ok(response.ok, `${path}: ${JSON.stringify(answer)}`);
  return answer;
}

const clock = {
  /** The emulated time, to the second. */
  async now() {
    const { now_ms } = await control("clock");
    return new Date(Math.floor(now_ms / 1000) * 1000);
  },
  /** Lets time pass: `"30s"`, `"2m"`. */
  async advance(span) {
    await control("clock", { advance: span });
  },
};

const Maybe = Symbol("text or null");

/**
 * Checks every property of a resource: a value must be equal, a pattern must match, `Date` stands
 * for any moment, `String` for any text and `Maybe` for text or null. A property that is not spoken
 * of is an error.
 */
function has(resource, expected) {
  const seen = JSON.parse(JSON.stringify(Object.keys(resource.toJSON()).sort()));
  check.deepEqual(seen, Object.keys(expected).sort());
  for (const [name, wanted] of Object.entries(expected)) {
    const value = resource[name];
    if (wanted instanceof RegExp) {
      check.match(value, wanted, name);
    } else if (wanted === Date) {
      check.ok(value instanceof Date, `${name} is a moment, not ${value}`);
    } else if (wanted === String) {
      check.equal(typeof value, "string", name);
    } else if (wanted === Maybe) {
      check.ok(value === null || typeof value === "string", `${name} is text or nothing, not ${value}`);
    } else {
      check.deepEqual(value, wanted, name);
    }
  }
}

/** Puts artificial trouble in force for the time of a scenario's step. */
async function during(faults, step) {
  await control("faults", faults);
  try {
    return await step();
  } finally {
    await control("faults", {});
  }
}

/** Checks that a request is refused, and how. */
async function refused(promise, { status, code, message }) {
  const error = await promise.then(
    () => assert.fail(`expected ${status} and code ${code}`),
    (reason) => reason,
  );
  check.ok(error instanceof twilio.RestException, `${error}`);
  check.equal(error.status, status, error.message);
  check.equal(error.code, code, error.message);
  check.equal(error.moreInfo, `https://www.twilio.com/docs/errors/${code}`);
  if (message) {
    check.match(error.message, message);
  } else {
    check.ok(error.message.length > 0);
  }
  return error;
}

let workspaces = 0;

/** A workspace of its own for one scenario, with what the scenario says is in it. */
async function workspace(template = "NONE") {
  workspaces += 1;
  const made = await client.taskrouter.v1.workspaces.create({
    friendlyName: `Scenario ${workspaces}`,
    template,
  });
  return new Room(made.sid);
}

class Room {
  constructor(sid) {
    this.sid = sid;
    this.api = client.taskrouter.v1.workspaces(sid);
    this.url = `${HOST}/Workspaces/${sid}`;
  }

  async activity(friendlyName) {
    const [found] = await this.api.activities.list({ friendlyName });
    return found.sid;
  }

  /** Somebody who is there, unless told otherwise. */
  async worker(friendlyName, attributes = {}, activity = "Available") {
    return this.api.workers.create({
      friendlyName,
      attributes: JSON.stringify(attributes),
      activitySid: await this.activity(activity),
    });
  }

  queue(friendlyName, targetWorkers = "1==1", more = {}) {
    return this.api.taskQueues.create({ friendlyName, targetWorkers, ...more });
  }

  workflow(friendlyName, routing, more = {}) {
    const configuration = JSON.stringify({ task_routing: routing });
    return this.api.workflows.create({ friendlyName, configuration, ...more });
  }

  task(attributes = {}, more = {}) {
    return this.api.tasks.create({ attributes: JSON.stringify(attributes), ...more });
  }

  /** Whom the task was offered to, with the answers, in order. */
  async offers(task) {
    const made = await this.api.tasks(task.sid).reservations.list();
    return made.map(({ workerName, reservationStatus }) => `${workerName} ${reservationStatus}`);
  }

  async status(task) {
    return (await this.api.tasks(task.sid).fetch()).assignmentStatus;
  }

  /** The one reservation of the task that waits for an answer. */
  async offer(task) {
    const pending = await this.api.tasks(task.sid).reservations.list({ reservationStatus: "pending" });
    assert.equal(pending.length, 1, `${pending.length} offers of ${task.attributes}`);
    return this.api.tasks(task.sid).reservations(pending[0].sid);
  }

  async answer(task, reservationStatus, more = {}) {
    return (await this.offer(task)).update({ reservationStatus, ...more });
  }
}

const names = (resources) => resources.map(({ friendlyName }) => friendlyName);
const sids = (resources) => resources.map(({ sid }) => sid);

module.exports = {
  HOST,
  Maybe,
  account,
  assertions,
  check,
  client,
  clock,
  control,
  during,
  has,
  names,
  refused,
  sids,
  twilio,
  workspace,
};
