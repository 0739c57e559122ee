// Judges every response of a recording by Twilio's OpenAPI description.
//
//   node check-responses.mjs [--require-all] [--table] FILE…
//
// Ends with 1 when a response does not fit, and with --require-all when one of TaskRouter's
// operations was never answered with success.

import { bodyJudge, errorBody, find, taskrouter } from "./description.mjs";
import { exchanges, Tally } from "./recording.mjs";
import { exampleFaults } from "./example.mjs";

const options = new Set(process.argv.slice(2).filter((word) => word.startsWith("--")));
const files = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (files.length === 0) {
  console.error("usage: check-responses.mjs [--require-all] [--table] FILE…");
  process.exit(2);
}

const violations = new Tally();
const excused = new Tally();
const exercised = new Map();
let responses = 0;
let cut = 0;
let gateway = 0;

for await (const exchange of exchanges(files)) {
  judge(exchange);
}
report();

function judge(exchange) {
  const { method, path, status, body, origin } = exchange;
  const found = find(method, path);
  const name = found?.operation.name ?? `${method} ${path}`;
  const complain = (fault) =>
    violations.add(`${name} → ${status}: ${fault.pointer || "/"} ${fault.problem}`, origin);
  if (exchange.gateway) {
    // Not the API's answer: its page is nobody's promise.
    gateway += 1;
    return;
  }
  if (body === null) {
    // The fault lab broke it off.
    cut += 1;
    return;
  }
  responses += 1;
  if (found) {
    const statuses = exercised.get(name) ?? new Map();
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    exercised.set(name, statuses);
  }
  let content;
  if (body !== "") {
    if (!/^application\/json\b/.test(exchange.content_type ?? "")) {
      complain({ pointer: "", problem: `is ${exchange.content_type}, not JSON` });
      return;
    }
    try {
      content = JSON.parse(body);
    } catch (error) {
      complain({ pointer: "", problem: `cannot be parsed: ${error.message}` });
      return;
    }
  }
  const documented = found && bodyJudge(found.operation, status);
  if (!documented) {
    judgeRefusal(status, content, complain);
    return;
  }
  if (documented.empty) {
    if (content !== undefined) complain({ pointer: "", problem: "has a body" });
    return;
  }
  if (content === undefined) {
    complain({ pointer: "", problem: "has no body" });
    return;
  }
  const { own, shared } = documented.faults(content);
  own.forEach(complain);
  exampleFaults(documented.examples, content).forEach(complain);
  for (const fault of shared) {
    excused.add(`${name} → ${status}: ${fault.pointer.replace(/\/\d+(?=\/|$)/g, "/*")} ${fault.keyword}`, origin);
  }
}

function judgeRefusal(status, content, complain) {
  if (status < 400) {
    complain({ pointer: "", problem: "is a status that is not documented" });
  } else if (!errorBody(content)) {
    for (const error of errorBody.errors) {
      complain({ pointer: error.instancePath, problem: error.message });
    }
  } else if (content.status !== status) {
    complain({ pointer: "/status", problem: `is ${content.status}` });
  }
}

function report() {
  const success = (operation) => Object.keys(operation.responses).map(Number);
  const reached = (operation) =>
    success(operation).every((status) => exercised.get(operation.name)?.has(status));
  const missing = taskrouter.filter((operation) => !reached(operation));
  if (options.has("--table")) {
    console.log("TaskRouter's operations and the statuses they were seen to answer with:");
    for (const operation of taskrouter) {
      const statuses = [...(exercised.get(operation.name) ?? [])]
        .sort(([left], [right]) => left - right)
        .map(([status, count]) => `${status} ×${count}`);
      console.log(`  ${operation.name.padEnd(84)} ${statuses.join(", ") || "never"}`);
    }
  }
  for (const line of excused.lines()) console.log(`as in Twilio's own example: ${line}`);
  for (const line of violations.lines()) console.log(`violation: ${line}`);
  for (const operation of missing) console.log(`not exercised: ${operation.name}`);
  const pairs = taskrouter.reduce(
    (sum, operation) => sum + (exercised.get(operation.name)?.size ?? 0),
    0,
  );
  console.log(
    `responses: ${responses} validated, ${violations.total} violations, ` +
      `${taskrouter.length - missing.length} / ${taskrouter.length} TaskRouter operations exercised ` +
      `with success (${pairs} operation and status pairs), ${cut} broken off on purpose, ` +
      `${gateway} by a gateway of the fault lab`,
  );
  if (violations.size > 0 || responses === 0) process.exitCode = 1;
  if (options.has("--require-all") && missing.length > 0) process.exitCode = 1;
}
