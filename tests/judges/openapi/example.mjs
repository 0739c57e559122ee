// What the description leaves open (`links`, the insides of statistics) is compared with its
// examples: a key that no example has, or that all of them have and the answer lacks, is a fault.

/** Objects whose keys are data: names of activities, priorities, what an event tells. */
const DATA = /\/(event_data|tasks_by_priority|tasks_by_status|wait_duration_in_queue_until_accepted_split|split_by_wait_time)(\/|$)/;

/** Properties the schema leaves open. */
const OPEN = /^(\/\w+\/\*)?\/(links|realtime|cumulative|task_queue_data|activity_statistics|activity_durations)(\/|$)/;

/** Every path to a value in there, list positions left out. */
function paths(value, at, into) {
  if (Array.isArray(value)) {
    for (const item of value) paths(item, `${at}/*`, into);
  } else if (value !== null && typeof value === "object") {
    for (const [name, inner] of Object.entries(value)) {
      const here = `${at}/${name}`;
      if (OPEN.test(here) && !DATA.test(here)) into.add(here);
      if (!DATA.test(`${here}/`)) paths(inner, here, into);
    }
  }
  return into;
}

/** Faults of a body beside Twilio's examples of the same answer. */
export function exampleFaults(examples, body) {
  const shown = examples.map((example) => paths(example, "", new Set()));
  const known = new Set(shown.flatMap((one) => [...one]));
  if (known.size === 0) return [];
  const present = paths(body, "", new Set());
  const parent = (one) => one.slice(0, one.lastIndexOf("/"));
  const strange = [...present].filter((one) => !known.has(one));
  const missing = [...known].filter(
    (one) =>
      !present.has(one) &&
      present.has(parent(one)) &&
      shown.every((example) => example.has(one) || !example.has(parent(one))),
  );
  return [
    ...strange.map((pointer) => ({ pointer, problem: "is in none of Twilio's examples" })),
    ...missing.map((pointer) => ({ pointer, problem: "is in Twilio's example and missing" })),
  ];
}
