#!/usr/bin/env python3
"""How fast the commands are, beside scripts on Twilio's official packages doing the same.

Builds trctl, installs the `twilio` packages for Node and Python below target/, starts emulators on
loopback and prints every figure with its target. Needs cargo, node, npm, python3 with venv, curl
and GNU time.

    benches/commands.py            # everything
    benches/commands.py --skip-scripts   # trctl and curl only
"""

import base64
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
TRCTL = ROOT / "target" / "release" / "trctl"
TOOLS = ROOT / "target" / "bench-tools"
ACCOUNT = "AC00000000000000000000000000000001"
TOKEN = "emulator-token"
TASKS = 10_000
WRAPPING = 1_000
RUNS = 5
LATENCY = {"latency_ms": 20}
REFUSALS = {"method": ["POST", "DELETE"], "every": 10, "status": 429, "retry_after": 0}

NODE_LIST = """
const client = require('twilio')(process.env.TWILIO_ACCOUNT_SID, process.env.TWILIO_AUTH_TOKEN);
client.taskrouter.baseUrl = process.env.TRCTL_BASE_URL;
client.taskrouter.v1.workspaces(process.env.WORKSPACE_SID).tasks.list({ pageSize: 1000 })
  .then(tasks => console.log(JSON.stringify(tasks)))
  .catch(error => { console.error(error); process.exit(1); });
"""

NODE_COMPLETE = """
const client = require('twilio')(process.env.TWILIO_ACCOUNT_SID, process.env.TWILIO_AUTH_TOKEN);
client.taskrouter.baseUrl = process.env.TRCTL_BASE_URL;
const workspace = client.taskrouter.v1.workspaces(process.env.WORKSPACE_SID);
(async () => {
  for (const task of await workspace.tasks.list({ assignmentStatus: ['wrapping'], pageSize: 1000 })) {
    await workspace.tasks(task.sid).update({ assignmentStatus: 'completed', reason: 'Was stuck in wrapping' });
  }
})().catch(error => { console.error(error); process.exit(1); });
"""

PYTHON_LIST = """
import json, os
from twilio.rest import Client
client = Client(os.environ['TWILIO_ACCOUNT_SID'], os.environ['TWILIO_AUTH_TOKEN'])
client.taskrouter.base_url = os.environ['TRCTL_BASE_URL']
tasks = client.taskrouter.v1.workspaces(os.environ['WORKSPACE_SID']).tasks.list(page_size=1000)
print(json.dumps([{'sid': t.sid, 'assignment_status': t.assignment_status, 'attributes': t.attributes,
                   'age': t.age, 'priority': t.priority, 'reason': t.reason} for t in tasks]))
"""

PYTHON_COMPLETE = """
import os
from twilio.rest import Client
client = Client(os.environ['TWILIO_ACCOUNT_SID'], os.environ['TWILIO_AUTH_TOKEN'])
client.taskrouter.base_url = os.environ['TRCTL_BASE_URL']
workspace = client.taskrouter.v1.workspaces(os.environ['WORKSPACE_SID'])
for task in workspace.tasks.list(assignment_status=['wrapping'], page_size=1000):
    workspace.tasks(task.sid).update(assignment_status='completed', reason='Was stuck in wrapping')
"""


def manifest(tasks):
    """One queue; one worker who can have all its tasks at once."""
    return f"""
workspaces:
  - friendly_name: bench
    task_queues:
      - {{ friendly_name: everything }}
    workflows:
      - friendly_name: flow
        task_reservation_timeout: 86400
        configuration: {{ task_routing: {{ filters: [], default_filter: {{ queue: everything }} }} }}
    workers:
      - friendly_name: somebody
        activity: {"Available" if tasks == WRAPPING else "Offline"}
        channels: {{ default: {WRAPPING} }}
    tasks:
      - workflow: flow
        count: {tasks}
        attributes:
          from: "+15551230001"
          to: "+15550001000"
          call_sid: CA00000000000000000000000000000001
          selected_language: en
          selected_product: novel
          conference: {{ sid: CF00000000000000000000000000000001, participants: {{ worker: CA00000000000000000000000000000002, customer: CA00000000000000000000000000000001 }} }}
"""


class Emulator:
    def __init__(self, tasks):
        self.directory = tempfile.TemporaryDirectory()
        seed = pathlib.Path(self.directory.name, "seed.yaml")
        seed.write_text(manifest(tasks))
        self.process = subprocess.Popen(
            [TRCTL, "emulator", "start", "--port", "0", "--seed-file", seed],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={"HOME": self.directory.name, "PATH": os.environ["PATH"]},
        )
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                self.url = found.group()
                break
        else:
            raise SystemExit("the emulator did not start")
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        self.workspace = self.get("/v1/Workspaces")["workspaces"][0]["sid"]
        self.environment = {
            "HOME": self.directory.name,
            "PATH": os.environ["PATH"],
            "TRCTL_BASE_URL": self.url,
            "TWILIO_ACCOUNT_SID": ACCOUNT,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "WORKSPACE_SID": self.workspace,
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.directory.cleanup()

    def request(self, path, data=None, headers=None):
        request = urllib.request.Request(self.url + path, data=data, headers=headers or {})
        pair = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        request.add_header("Authorization", f"Basic {pair}")
        with urllib.request.urlopen(request) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def get(self, path):
        return self.request(path)

    def faults(self, *rules):
        plan = json.dumps({"requests": rules}).encode()
        self.request("/_emulator/faults", plan, {"Content-Type": "application/json"})

    def pages(self, path):
        urls = [f"{self.url}{path}?PageSize=1000"]
        while True:
            page = self.request(urls[-1].removeprefix(self.url))
            if not page["meta"]["next_page_url"]:
                return urls
            urls.append(page["meta"]["next_page_url"])

    def wrap_everything(self):
        """Brings every reserved task into wrapping, through the worker's reservations."""
        worker = self.get(f"/v1/Workspaces/{self.workspace}/Workers")["workers"][0]["sid"]
        base = f"/v1/Workspaces/{self.workspace}/Workers/{worker}/Reservations"
        sids = [item["sid"] for url in self.pages(base)
                for item in self.get(url.removeprefix(self.url))["reservations"]
                if item["reservation_status"] == "pending"]
        for sid in sids:
            for status in ("accepted", "wrapping"):
                self.request(f"{base}/{sid}", f"ReservationStatus={status}".encode(),
                             {"Content-Type": "application/x-www-form-urlencoded"})
        return len(sids)

    def count(self, status):
        path = f"/v1/Workspaces/{self.workspace}/Tasks?AssignmentStatus={status}&PageSize=1000"
        return len(self.get(path)["tasks"])


def run(command, environment):
    """Wall seconds and seconds to the first byte on stdout."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    errors = []
    drain = threading.Thread(target=lambda: errors.append(process.stderr.read()), daemon=True)
    drain.start()
    first = None
    while chunk := os.read(process.stdout.fileno(), 1 << 20):
        first = first or time.perf_counter() - start
    process.wait()
    wall = time.perf_counter() - start
    drain.join()
    if process.returncode != 0:
        raise SystemExit(f"{command} failed: {errors[0].decode()}")
    return wall, first


def peak_memory(command, environment):
    """Peak kilobytes, by GNU time: a child of this interpreter would be charged with its size."""
    with tempfile.NamedTemporaryFile("r") as figure:
        subprocess.run(["/usr/bin/time", "-f", "%M", "-o", figure.name, *command],
                       stdout=subprocess.DEVNULL, check=True, env=environment)
        return int(figure.read())


def best(command, environment, runs=RUNS):
    results = [run(command, environment) for _ in range(runs)]
    return min(results, key=lambda result: result[0])


def show(what, figure, target="", met=None):
    verdict = "" if met is None else ("  ok" if met else "  MISSED")
    print(f"  {what:<58} {figure:>16}   {target}{verdict}", flush=True)


def install():
    TOOLS.mkdir(parents=True, exist_ok=True)
    if not (TOOLS / "node_modules" / "twilio").exists():
        subprocess.run(["npm", "install", "--silent", "--no-save", "--prefix", TOOLS, "twilio@6"], check=True)
    python = TOOLS / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", TOOLS / "venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "twilio>=9,<10"], check=True)
    for name, text in (("list.js", NODE_LIST), ("complete.js", NODE_COMPLETE),
                       ("list.py", PYTHON_LIST), ("complete.py", PYTHON_COMPLETE)):
        (TOOLS / name).write_text(text)
    return python


def startup():
    print("\nstart-up: trctl --version")
    walls = [run([TRCTL, "--version"], {})[0] for _ in range(50)]
    median = sorted(walls)[len(walls) // 2] * 1000
    peak = max(peak_memory([TRCTL, "--version"], {}) for _ in range(5))
    show("median wall time of 50", f"{median:.1f} ms", "target 5 ms", median <= 5)
    show("peak memory", f"{peak / 1024:.1f} MB", "target 8 MB", peak <= 8 * 1024)


def listing(scripts, python):
    print(f"\nlisting {TASKS} tasks: trctl tasks list -o json")
    with Emulator(TASKS) as emulator:
        urls = emulator.pages(f"/v1/Workspaces/{emulator.workspace}/Tasks")
        fetch = ["curl", "-s", "-u", f"{ACCOUNT}:{TOKEN}"]
        for url in urls:
            fetch += ["-o", "/dev/null", url]
        curl, _ = best(fetch, emulator.environment)
        command = [TRCTL, "tasks", "list", "-o", "json"]
        wall, _ = best(command, emulator.environment)
        peak = peak_memory(command, emulator.environment)
        show(f"curl, {len(urls)} pages on one connection, thrown away", f"{curl * 1000:.0f} ms")
        show("trctl", f"{wall * 1000:.0f} ms", f"target 4x curl: {wall / curl:.1f}x", wall <= 4 * curl)
        show("trctl, peak memory", f"{peak / 1024:.1f} MB", "target 30 MB", peak <= 30 * 1024)
        if scripts:
            for name, command in (("Node script", ["node", TOOLS / "list.js"]),
                                  ("Python script", [python, TOOLS / "list.py"])):
                other, _ = best(command, emulator.environment, 2)
                memory = peak_memory(command, emulator.environment)
                show(name, f"{other * 1000:.0f} ms", f"{memory / 1024:.0f} MB, {other / wall:.1f}x trctl")
        emulator.faults({"latency_ms": 100})
        wall, first = best([TRCTL, "tasks", "list", "-o", "json"], emulator.environment, 3)
        bound = 1.1 * len(urls) * 0.1
        show("trctl with 100 ms of latency", f"{wall:.2f} s", f"target {bound:.2f} s", wall <= bound)
        show("trctl with 100 ms of latency, first row", f"{first * 1000:.0f} ms", "target before page 2, 200 ms",
             first < 0.2)


def completing(scripts, python):
    print(f"\ncompleting {WRAPPING} wrapping tasks at 20 ms of latency: trctl tasks wrap-complete --yes")

    def measure(command, *faults):
        with Emulator(WRAPPING) as emulator:
            if emulator.wrap_everything() != WRAPPING:
                raise SystemExit("not every task could be brought into wrapping")
            emulator.faults(*faults)
            wall, _ = run(command, emulator.environment)
            emulator.faults()
            return wall, emulator.count("completed")

    command = [TRCTL, "tasks", "wrap-complete", "--yes", "-q"]
    clean, done = min(measure(command, LATENCY) for _ in range(3))
    show("trctl", f"{clean:.2f} s", "target 0.6 s", clean <= 0.6 and done == WRAPPING)
    refused, done = min(measure(command, LATENCY, REFUSALS) for _ in range(3))
    show("trctl, every tenth answer 429", f"{refused:.2f} s", f"target 2x: {refused / clean:.1f}x",
         refused <= 2 * clean and done == WRAPPING)
    show("  of which completed", f"{done} of {WRAPPING}", "", done == WRAPPING)
    if scripts:
        for name, other in (("Node script, one by one", ["node", TOOLS / "complete.js"]),
                            ("Python script, one by one", [python, TOOLS / "complete.py"])):
            wall, _ = measure(other, LATENCY)
            show(name, f"{wall:.2f} s", f"{wall / clean:.0f}x trctl")


def main():
    scripts = "--skip-scripts" not in sys.argv
    subprocess.run(["cargo", "build", "--release", "--quiet", "--bin", "trctl"], cwd=ROOT, check=True)
    python = install() if scripts else None
    startup()
    listing(scripts, python)
    completing(scripts, python)


if __name__ == "__main__":
    main()
