#!/usr/bin/env python3
"""How long plan and apply take for a large workspace: 5,000 workers, 200 queues, 50 workflows.

Builds trctl, starts an emulator on loopback whose every answer takes 20 ms, and prints each figure
with its target: what the requests alone would take, sent as many at a time as `--concurrency` says.

    benches/provision.py                    # builds target/release/trctl first
    benches/provision.py --trctl PATH       # a binary that is there
    benches/provision.py --concurrency 16
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LATENCY_MS = 20
WORKERS, QUEUES, WORKFLOWS = 5_000, 200, 50


def manifest():
    """The workspace as a manifest; every workflow has ten filters that name queues."""
    return {
        "friendly_name": "large",
        "activities": [
            {"friendly_name": "Offline"},
            {"friendly_name": "Available", "available": True},
            {"friendly_name": "Unavailable"},
        ],
        "task_queues": [
            {"friendly_name": f"queue {n}", "target_workers": f'skills HAS "s{n}"'}
            for n in range(QUEUES)
        ],
        "workflows": [
            {
                "friendly_name": f"workflow {n}",
                "configuration": {
                    "task_routing": {
                        "filters": [
                            {
                                "filter_friendly_name": f"filter {m}",
                                "expression": f'product == "p{m}"',
                                "targets": [{"queue": f"queue {(n * 10 + m) % QUEUES}", "timeout": 60}],
                            }
                            for m in range(10)
                        ],
                        "default_filter": {"queue": f"queue {n}"},
                    }
                },
            }
            for n in range(WORKFLOWS)
        ],
        "workers": [
            {
                "friendly_name": f"worker {n}",
                "attributes": {"skills": [f"s{n % QUEUES}", f"s{n * 7 % QUEUES}"], "level": n % 5},
            }
            for n in range(WORKERS)
        ],
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--trctl", type=pathlib.Path)
    arguments.add_argument("--concurrency", type=int, default=8)
    asked = arguments.parse_args()
    trctl = asked.trctl
    if trctl is None:
        subprocess.run(["cargo", "build", "--release", "--locked"], cwd=ROOT, check=True)
        trctl = ROOT / "target" / "release" / "trctl"
    trctl = trctl.resolve()

    with tempfile.TemporaryDirectory() as home:
        place = pathlib.Path(home)
        (place / "large.json").write_text(json.dumps(manifest()))
        (place / "fault.yaml").write_text(f"requests: [{{ latency_ms: {LATENCY_MS} }}]\n")
        environment = {"HOME": home, "PATH": os.environ["PATH"]}
        emulator = subprocess.Popen(
            [trctl, "emulator", "start", "--port", "0", "--fault", "fault.yaml"],
            cwd=home, env=environment, stdout=subprocess.PIPE, text=True,
        )
        try:
            first = emulator.stdout.readline()
            environment |= {
                "TRCTL_BASE_URL": re.search(r"http://\S+", first).group(),
                "TWILIO_ACCOUNT_SID": "AC00000000000000000000000000000001",
                "TWILIO_AUTH_TOKEN": "emulator-token",
            }

            def timed(*words):
                begun = time.monotonic()
                ran = subprocess.run(
                    [trctl, "workspace", *words, "-f", "large.json", "--concurrency",
                     str(asked.concurrency), "-q"],
                    cwd=home, env=environment, stdout=subprocess.PIPE,
                )
                return ran, time.monotonic() - begun

            objects = 1 + QUEUES + WORKFLOWS + WORKERS
            ran, applied = timed("provision", "--yes", "-o", "csv")
            if ran.returncode:
                sys.exit(f"provision ended with {ran.returncode}")
            bound = objects * LATENCY_MS / 1000 / asked.concurrency
            print(f"apply {objects} objects: {applied:.2f} s; "
                  f"the requests alone {bound:.2f} s; target 1.2 times that: {1.2 * bound:.2f} s")
            for _ in range(3):
                ran, planned = timed("plan", "--check")
                if ran.returncode:
                    sys.exit(f"the second run would change something: {ran.stdout.decode()[:2000]}")
                print(f"plan of the same: {planned:.2f} s; target 2 s")
        finally:
            emulator.terminate()
            emulator.wait()


if __name__ == "__main__":
    main()
