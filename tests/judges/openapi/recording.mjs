// Recordings of `trctl emulator start --record FILE`.

import fs from "node:fs";
import readline from "node:readline";

/** The exchanges of these files, one after the other. */
export async function* exchanges(files) {
  for (const file of files) {
    let number = 0;
    for await (const line of readline.createInterface({ input: fs.createReadStream(file) })) {
      number += 1;
      yield { ...JSON.parse(line), origin: `${file}:${number}` };
    }
  }
}

/** Things with how often they came, the first of each kept with them. */
export class Tally {
  #rows = new Map();

  add(key, first) {
    const row = this.#rows.get(key) ?? { first, count: 0 };
    row.count += 1;
    this.#rows.set(key, row);
  }

  get size() {
    return this.#rows.size;
  }

  get total() {
    return [...this.#rows.values()].reduce((sum, row) => sum + row.count, 0);
  }

  lines() {
    return [...this.#rows].map(([key, { first, count }]) => `${key}\n    ${count} times, first at ${first}`);
  }
}
