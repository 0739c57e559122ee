// What the description leaves open (`links`, the insides of statistics) is compared with its
// examples: a key that no example has, or that all of them have and the answer lacks, is a fault.

/** Objects whose keys are data: priorities, statuses, waiting times, what an event tells. */
const DATA = /\/(event_data|tasks_by_priority|tasks_by_status|split_by_wait_time|wait_duration\w*)(\/|$)/;

/** Properties the schemas leave open. */
const OPEN = /\/(links|realtime|cumulative|task_queue_data|activity_statistics|activity_durations)\//;

/** The keys of every object in there, by the object's path; positions in lists are left out. */
function objects(value, at, found) {
  if (Array.isArray(value)) {
    for (const item of value) objects(item, `${at}/*`, found);
  } else if (value !== null && typeof value === "object" && !DATA.test(`${at}/`)) {
    if (OPEN.test(`${at}/`)) found.push({ at, keys: Object.keys(value) });
    for (const [name, inner] of Object.entries(value)) {
      // A link to something that may be absent goes with its SID.
      const absent = (key) => value[`${key}_sid`] === null;
      objects(inner, `${at}/${name}`, found);
      if (name === "links" && found.length > 0) found.at(-1).absent = absent;
    }
  }
  return found;
}

/** Faults of a body beside Twilio's examples of the same answer. */
export function exampleFaults(examples, body) {
  const shown = new Map();
  for (const { at, keys } of examples.flatMap((example) => objects(example, "", []))) {
    const known = shown.get(at) ?? { some: new Set(), every: keys };
    keys.forEach((key) => known.some.add(key));
    known.every = known.every.filter((key) => keys.includes(key));
    shown.set(at, known);
  }
  return objects(body, "", []).flatMap(({ at, keys, absent }) => {
    const known = shown.get(at);
    if (!known) return [];
    const strange = keys.filter((key) => !known.some.has(key));
    const missing = known.every.filter((key) => !keys.includes(key) && !absent?.(key));
    return [
      ...strange.map((key) => ({ pointer: `${at}/${key}`, problem: "is in none of Twilio's examples" })),
      ...missing.map((key) => ({ pointer: `${at}/${key}`, problem: "is in Twilio's examples and missing" })),
    ];
  });
}
