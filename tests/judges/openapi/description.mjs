// Twilio's OpenAPI descriptions, as the npm package @twilio/cli-core ships them, made ready to
// judge with: operations found by method and path, schemas as strict JSON schemas.

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

/** Where tests/judges/install puts the packages. */
const home = path.join(process.env.TRCTL_JUDGES ?? "target/judges", "node");
const require = createRequire(path.resolve(home, "package.json"));
const Ajv = require("ajv").default;
const addFormats = require("ajv-formats").default;

const files = path.join(
  path.dirname(require.resolve("@twilio/cli-core/package.json")),
  "src/services/twilio-api",
);

const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: true });
addFormats(ajv);
const weekdays = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const months = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
ajv.addFormat(
  "date-time-rfc-2822",
  new RegExp(`^${weekdays}, \\d{2} ${months} \\d{4} \\d{2}:\\d{2}:\\d{2} [+-]\\d{4}$`),
);
ajv.addFormat("http-method", /^(HEAD|GET|POST|PATCH|PUT|DELETE)$/i);
ajv.addFormat("iso-country-code", /^[A-Z]{2}$/);
ajv.addFormat("currency", /^[A-Za-z]{3}$/);
// A phone number may be a client or a SIP address as well; what is left of these says nothing.
for (const vague of ["phone-number", "phone-number-capabilities", "endpoint", "ice-server", "twiml"]) {
  ajv.addFormat(vague, true);
}
// `uri` of a relative address: the 2010 API gives paths.
const isAddress = (text) => ajv.formats.uri(text) || /^\/[^\s]*$/.test(text);

/** A format of objects, which JSON schema does not know: every value is a URI. */
ajv.addKeyword({
  keyword: "uriMap",
  type: "object",
  errors: true,
  validate: function uriMap(_schema, data) {
    const bad = Object.entries(data).filter(
      ([, value]) => value !== null && !(typeof value === "string" && isAddress(value)),
    );
    uriMap.errors = bad.map(([name, value]) => ({
      keyword: "uriMap",
      instancePath: `/${name}`,
      message: `is no URI: ${JSON.stringify(value)}`,
      params: {},
    }));
    return bad.length === 0;
  },
});

const apis = ["twilio_taskrouter_v1.json", "twilio_api_v2010.json"].map((name) =>
  JSON.parse(fs.readFileSync(path.join(files, name), "utf8")),
);

/** An OpenAPI 3.0 schema as JSON schema: references resolved, nullable told, nothing undeclared. */
function strict(api, schema) {
  if (schema.$ref) {
    const steps = schema.$ref.replace(/^#\//, "").split("/");
    return strict(api, steps.reduce((node, step) => node[step], api));
  }
  const known = { ...schema };
  delete known.nullable;
  delete known.default;
  if (schema.format === "uri-map") {
    delete known.format;
    known.uriMap = true;
  }
  if (schema.format === "uri" && api === apis[1]) {
    // Twilio says `uri` there of paths, too.
    delete known.format;
  }
  if (schema.properties) {
    known.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, value]) => [name, strict(api, value)]),
    );
    known.additionalProperties = false;
    known.required = Object.keys(schema.properties);
  }
  if (schema.items) known.items = strict(api, schema.items);
  if (schema.nullable && known.type) known.type = [known.type, "null"];
  if (schema.nullable && known.enum) known.enum = [...known.enum, null];
  return known;
}

/** `/v1/Workspaces/{Sid}` as an expression over paths, and how specific it is. */
function template(text) {
  const names = [];
  const source = text.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{([^}]+)\}/g, (_, name) => {
    names.push(name);
    return "([^/]+?)";
  });
  return { names, pattern: new RegExp(`^${source}$`) };
}

function operationsOf(api) {
  return Object.entries(api.paths).flatMap(([where, item]) =>
    ["get", "post", "delete", "put", "patch"]
      .filter((method) => item[method])
      .map((method) => {
        const own = item[method];
        return {
          api,
          name: `${method.toUpperCase()} ${where}`,
          method: method.toUpperCase(),
          path: where,
          ...template(where),
          parameters: [...(item.parameters ?? []), ...(own.parameters ?? [])],
          requestBody: own.requestBody,
          responses: own.responses,
        };
      }),
  );
}

/** Every operation of the TaskRouter API. */
export const taskrouter = operationsOf(apis[0]);
const all = [...taskrouter, ...operationsOf(apis[1])]
  // `Workers/Statistics` goes before `Workers/{Sid}`.
  .sort((left, right) => left.names.length - right.names.length);

/** The operation a request is one of, with the values of its path's parameters. */
export function find(method, where) {
  for (const operation of all) {
    const match = operation.method === method && operation.pattern.exec(where);
    if (match) {
      const values = match.slice(1).map(decodeURIComponent);
      return { operation, values: operation.names.map((name, at) => [name, values[at]]) };
    }
  }
  return undefined;
}

const judges = new Map();

/** A judge of bodies of this operation and status; `undefined` when the status is undocumented. */
export function bodyJudge(operation, status) {
  const key = `${operation.name} ${status}`;
  if (!judges.has(key)) judges.set(key, makeBodyJudge(operation, status));
  return judges.get(key);
}

/** A fault's place without positions in lists, so that two answers' faults can be compared. */
const shape = (fault) => `${fault.keyword} ${fault.pointer.replace(/\/\d+(?=\/|$)/g, "/*")}`;

function makeBodyJudge(operation, status) {
  const response = operation.responses[status];
  if (!response) return undefined;
  const content = response.content?.["application/json"];
  if (!content) {
    return { empty: true };
  }
  const check = ajv.compile(strict(operation.api, content.schema));
  const judge = (body) => {
    check(body);
    return (check.errors ?? []).map((error) => ({
      keyword: error.keyword,
      pointer: pointer(error),
      problem: sentence(error, body),
    }));
  };
  // What Twilio's own examples do is no fault of whoever does the same.
  const examples = Object.values(content.examples ?? {}).map((example) => example.value);
  const excused = new Set(examples.flatMap(judge).map(shape));
  return {
    examples,
    /** Faults of a body; those that the examples have, too, apart. */
    faults: (body) => {
      const found = judge(body);
      return {
        own: found.filter((fault) => !excused.has(shape(fault))),
        shared: found.filter((fault) => excused.has(shape(fault))),
      };
    },
  };
}

function pointer(error) {
  if (error.keyword === "additionalProperties") {
    return `${error.instancePath}/${error.params.additionalProperty}`;
  }
  if (error.keyword === "required") return `${error.instancePath}/${error.params.missingProperty}`;
  return error.instancePath;
}

function sentence(error, body) {
  if (error.keyword === "additionalProperties") return "is not declared";
  if (error.keyword === "required") return "is declared and missing";
  const value = error.instancePath
    .split("/")
    .slice(1)
    .reduce((node, step) => node?.[step], body);
  return `${error.message}: ${JSON.stringify(value)}`;
}

/** What is wrong with a parameter's text, if anything; parameters are text on the wire. */
export function parameterFault(operation, schema, text) {
  const known = schema.$ref || schema.items ? strict(operation.api, schema) : schema;
  if (known.type === "array") return parameterFault(operation, known.items ?? {}, text);
  let value = text;
  if (known.type === "integer" || known.type === "number") {
    if (!/^-?\d+(\.\d+)?$/.test(text)) return "is no number";
    value = Number(text);
  } else if (known.type === "boolean") {
    if (!/^(true|false)$/i.test(text)) return "is neither true nor false";
    value = /^true$/i.test(text);
  }
  const check = ajv.compile({ ...known, nullable: undefined, default: undefined });
  return check(value) ? undefined : check.errors.map((error) => error.message).join(", ");
}

/** Twilio's error body (https://www.twilio.com/docs/usage/twilios-response). */
export const errorBody = ajv.compile({
  type: "object",
  required: ["code", "message", "more_info", "status"],
  additionalProperties: false,
  properties: {
    code: { type: "integer", minimum: 10000 },
    message: { type: "string", minLength: 1 },
    more_info: { type: "string", format: "uri" },
    status: { type: "integer", minimum: 400, maximum: 599 },
    details: { type: "object" },
  },
});

/** The schema of an operation's form, with its references resolved one level deep. */
export function formSchema(operation) {
  return operation.requestBody?.content?.["application/x-www-form-urlencoded"]?.schema;
}

/** What is wrong with a body that is not a form. */
export function* jsonFaults(operation, contentType, body) {
  const kind = (contentType ?? "").split(";")[0];
  const schema = operation.requestBody?.content?.[kind]?.schema;
  if (!schema) {
    yield `has a body of ${contentType}, which is not declared`;
    return;
  }
  const { required: _, ...known } = strict(operation.api, schema);
  // The members of an object without any are not described, rather than forbidden.
  if (Object.keys(schema.properties ?? {}).length === 0) delete known.additionalProperties;
  const check = ajv.compile({ ...known, required: schema.required ?? [] });
  let value;
  try {
    value = JSON.parse(body);
  } catch (error) {
    yield `has a body that is no JSON: ${error.message}`;
    return;
  }
  if (!check(value)) yield* check.errors.map((error) => `body${error.instancePath} ${error.message}`);
}
