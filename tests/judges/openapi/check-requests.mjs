// Judges every request of a recording by Twilio's OpenAPI descriptions: path, method, names, types,
// formats and enums of the parameters, and that the required ones are there.
//
//   node check-requests.mjs FILE…
//
// Ends with 1 when a request does not fit, or when one of TaskRouter's operations was not asked for.

import { find, formSchema, jsonFaults, parameterFault, taskrouter } from "./description.mjs";
import { exchanges, Tally } from "./recording.mjs";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: check-requests.mjs FILE…");
  process.exit(2);
}

const violations = new Tally();
const operations = new Set();
const parameters = new Set();
let requests = 0;

for await (const exchange of exchanges(files)) {
  requests += 1;
  const found = find(exchange.method, exchange.path);
  if (!found) {
    violations.add(`${exchange.method} ${exchange.path} is no operation`, exchange.origin);
    continue;
  }
  operations.add(found.operation.name);
  for (const fault of faults(exchange, found)) {
    violations.add(`${found.operation.name}: ${fault}`, exchange.origin);
  }
}

function* faults(exchange, { operation, values }) {
  const places = [
    ["path", values],
    ["query", exchange.query],
    ["header", exchange.if_match === null ? [] : [["If-Match", exchange.if_match]]],
  ];
  for (const [place, pairs] of places) {
    const known = operation.parameters.filter((parameter) => parameter.in === place);
    const schemas = Object.fromEntries(known.map(({ name, schema }) => [name, schema]));
    const required = known.filter((one) => one.required).map((one) => one.name);
    yield* pairFaults(operation, place, pairs, schemas, required);
  }
  if (exchange.request_body !== null) {
    yield* jsonFaults(operation, exchange.request_content_type, exchange.request_body);
    return;
  }
  const form = formSchema(operation);
  if (form === undefined) {
    if (exchange.form.length > 0) yield "has a body, which is not declared";
    return;
  }
  const isForm = /^application\/x-www-form-urlencoded\b/.test(exchange.request_content_type ?? "");
  if (exchange.form.length > 0 && !isForm) yield `has a form called ${exchange.request_content_type}`;
  yield* pairFaults(operation, "form", exchange.form, form.properties ?? {}, form.required ?? []);
}

function* pairFaults(operation, place, pairs, schemas, required) {
  const seen = new Set();
  for (const [name, text] of pairs) {
    const schema = schemas[name];
    if (schema === undefined) {
      yield `${place} parameter ${name} is not declared`;
      continue;
    }
    parameters.add(`${operation.name} ${place} ${name}`);
    if (seen.has(name) && schema.type !== "array") yield `${place} parameter ${name} is repeated`;
    seen.add(name);
    const fault = parameterFault(operation, schema, text);
    if (fault) yield `${place} parameter ${name} ${fault}: ${JSON.stringify(text)}`;
  }
  for (const name of required) {
    if (!seen.has(name)) yield `${place} parameter ${name} is required and missing`;
  }
}

const missing = taskrouter.filter((operation) => !operations.has(operation.name));
for (const line of violations.lines()) console.log(`violation: ${line}`);
for (const operation of missing) console.log(`not asked for: ${operation.name}`);
console.log(
  `requests: ${requests} validated, ${violations.total} violations, ` +
    `${operations.size} distinct operations, ${parameters.size} distinct parameters, ` +
    `${taskrouter.length - missing.length} / ${taskrouter.length} of TaskRouter's operations asked for`,
);
if (violations.size > 0 || missing.length > 0 || requests === 0) process.exitCode = 1;
