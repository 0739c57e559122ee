// Runs every scenario in one process, one after the other: they share the emulator's clock.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { assertions } = require("./support");

const scenarios = path.join(__dirname, "spec");
for (const file of fs.readdirSync(scenarios).sort()) {
  require(path.join(scenarios, file));
}

process.on("exit", () => console.log(`${assertions()} assertions`));
