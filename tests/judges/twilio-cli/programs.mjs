// The two programs that are compared: Twilio's command line tool, unmodified, and trctl. Both go
// through the emulator's proxy to taskrouter.twilio.com.

import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const twilioPath = path.resolve(
  process.env.TRCTL_JUDGES ?? "target/judges",
  "node/node_modules/.bin/twilio",
);
const trctlPath = path.resolve(process.env.TRCTL ?? "target/debug/trctl");

/** A home for both, so that neither finds settings nor leaves any. */
const home = fs.mkdtempSync(path.join(os.tmpdir(), "trctl-judge-"));
process.on("exit", () => fs.rmSync(home, { recursive: true, force: true }));

const environment = { ...process.env };
for (const name of Object.keys(environment)) {
  if (/^(TRCTL_|XDG_|TWILIO_)/.test(name)) delete environment[name];
}
Object.assign(environment, {
  HOME: home,
  TWILIO_ACCOUNT_SID: process.env.TWILIO_ACCOUNT_SID,
  TWILIO_AUTH_TOKEN: process.env.TWILIO_AUTH_TOKEN,
  // It looks for newer versions of itself otherwise.
  TWILIO_SKIP_NEW_VERSION_CHECK: "true",
  TWILIO_DISABLE_AUTOUPDATE: "1",
  // The emulator's account has no profile.
  TWILIO_LOG_LEVEL: "error",
});

/** twilio-cli takes a second of a core to start: a few at once, not all. */
const places = Math.max(2, os.availableParallelism());
let running = 0;
const waiting = [];

async function place() {
  if (running >= places) await new Promise((resolve) => waiting.push(resolve));
  running += 1;
  return () => {
    running -= 1;
    waiting.shift()?.();
  };
}

function run(program, words) {
  return new Promise((resolve) => {
    execFile(
      program,
      words,
      { env: environment, cwd: home, maxBuffer: 1 << 26, timeout: 60_000 },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

export const used = new Set();

/** `{ friendlyName: "a" }` as options; `true` has no value, what is undefined is left out. */
const options = (flags) =>
  Object.entries(flags)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => [
      `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      ...(value === true ? [] : [String(value)]),
    ]);

/** A command of twilio-cli below `api:taskrouter:v1:`; what it prints, as objects. */
export async function twilio(command, flags) {
  const leave = await place();
  try {
    const words = [`api:taskrouter:v1:${command}`, ...options(flags), "-o", "json"];
    const { code, stdout, stderr } = await run(twilioPath, words);
    if (code !== 0) throw new Error(`twilio ${words.join(" ")}: ${code}\n${stderr}`);
    used.add(command);
    return stdout.trim() === "" ? [] : JSON.parse(stdout);
  } finally {
    leave();
  }
}

/** A command of trctl; its exit code and what it prints, as objects. */
export async function trctl(workspace, ...words) {
  const { code, stdout, stderr } = await run(trctlPath, [
    ...(workspace ? ["--workspace", workspace] : []),
    ...words,
    "-o",
    "json",
  ]);
  if (code !== 0 && code !== 4) throw new Error(`trctl ${words.join(" ")}: ${code}\n${stderr}`);
  const printed = code === 0 ? JSON.parse(stdout) : [];
  return { code, objects: Array.isArray(printed) ? printed : [printed] };
}

/** What the emulator itself says, where trctl has no command; under the address twilio-cli uses. */
export async function rest(where) {
  const credentials = `${process.env.TWILIO_ACCOUNT_SID}:${process.env.TWILIO_AUTH_TOKEN}`;
  const answer = await fetch(`${process.env.TRCTL_BASE_URL}/v1/Workspaces/${where}`, {
    headers: {
      authorization: `Basic ${Buffer.from(credentials).toString("base64")}`,
    },
  });
  const text = await answer.text();
  const body = JSON.parse(text.replaceAll(process.env.TRCTL_BASE_URL, "https://taskrouter.twilio.com"));
  return { status: answer.status, body };
}

/** Moves the emulator's clock. */
export async function advance(seconds) {
  const answer = await fetch(`${process.env.TRCTL_BASE_URL}/_emulator/clock`, {
    method: "POST",
    body: JSON.stringify({ advance: seconds }),
  });
  if (!answer.ok) throw new Error(`cannot move the clock: ${answer.status}`);
}
