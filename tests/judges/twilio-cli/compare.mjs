// What twilio-cli and trctl say of the same thing, property by property. twilio-cli prints names in
// camel case and dates with milliseconds; nothing else may differ.

import { isDeepStrictEqual } from "node:util";

export const result = { comparisons: 0, differences: [] };

const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());

/** A date in the spelling of the API. */
const plain = (value) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/.test(value)
    ? value.replace(".000Z", "Z")
    : value;

/** Takes apart two objects for the same thing. */
export function same(what, theirs, ours) {
  if (theirs === undefined || ours === undefined) {
    result.comparisons += 1;
    const absent = theirs === undefined ? "twilio-cli" : "the other";
    result.differences.push(`${what}: ${absent} does not have it`);
    return;
  }
  const named = Object.fromEntries(Object.entries(ours).map(([name, value]) => [camel(name), value]));
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(named)])) {
    result.comparisons += 1;
    const [left, right] = [plain(theirs[name]), named[name]];
    if (!isDeepStrictEqual(left, right)) {
      result.differences.push(
        `${what}: ${name} is ${JSON.stringify(left)} for twilio-cli, ${JSON.stringify(right)} otherwise`,
      );
    }
  }
}

/** Takes apart two lists, in their order. */
export function sameList(what, theirs, ours) {
  expect(`${what}: how many`, theirs.length, ours.length);
  for (const [at, one] of theirs.entries()) {
    same(`${what} ${one.sid ?? at}`, one, ours[at]);
  }
}

/** A single comparison. */
export function expect(what, actual, expected) {
  result.comparisons += 1;
  if (!isDeepStrictEqual(actual, expected)) {
    result.differences.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}
