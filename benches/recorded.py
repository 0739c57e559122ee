"""Histories of a contact centre as the event callbacks that tell them, made up and repeatable.

Each call is created, routed, offered, answered, wrapped up and completed; one in ten is given up by
its caller, one in ten is not answered by the first worker. Bodies are about 2.4 KB, as those of a
centre that keeps a customer's record in the attributes of its tasks.
"""

import atexit
import base64
import hashlib
import hmac
import json
import os
import pathlib
import random
import re
import subprocess
from urllib.parse import quote_plus

ACCOUNT = "AC" + "0" * 31 + "1"
WORKSPACE = "WS" + "0" * 31 + "1"
WORKERS, QUEUES, WORKFLOWS = 200, 12, 4
NOTES = "Called before about the delivery of a sofa; asked to be rung in the afternoon. "


class Centre:
    """Makes events in the order in which they happen."""

    def __init__(self, start_ms, seed=1, calls_per_second=20):
        self.random = random.Random(seed)
        self.now = start_ms
        self.gap = 1000 / calls_per_second
        self.worker_activity = {}
        attributes = {"from": "+15551230001", "selected_language": "en", "team": "sales",
                      "notes": NOTES * 11}
        self.tail = "&".join([
            "AccountSid=" + ACCOUNT, "WorkspaceSid=" + WORKSPACE, "WorkspaceName=load",
            "TaskAttributes=" + quote_plus(json.dumps(attributes)),
            "WorkerAttributes=" + quote_plus(json.dumps(
                {"contact_uri": "client:agent", "languages": ["en", "de", "hi"], "notes": NOTES * 3})),
            "TaskQueueTargetExpression=" + quote_plus('languages HAS "en" AND team == "sales"'),
            "TaskChannelSid=TC" + "0" * 31 + "1", "TaskChannelUniqueName=voice",
            "TaskIgnoreCapacity=false",
        ])

    def sid(self, prefix):
        return f"{prefix}{self.random.getrandbits(128):032x}"

    def event(self, kind, **parameters):
        resource = kind.split(".")[0]
        head = {"EventType": kind, "Sid": self.sid("EV"), "ResourceType": resource,
                "Timestamp": int(self.now // 1000), "TimestampMs": int(self.now),
                "EventDescription": kind.replace(".", " ")}
        return {**head, **{name: value for name, value in parameters.items() if value is not None}}

    def call(self):
        """Every event of one call and of the worker who took it."""
        start = self.now
        created = int(start // 1000)
        task, queue = self.sid("WT"), self.random.randrange(QUEUES)
        workflow = queue % WORKFLOWS
        facts = {"TaskSid": task, "TaskDateCreated": created, "TaskPriority": queue % 3,
                 "WorkflowSid": f"WW{workflow:032x}", "WorkflowName": f"flow {workflow}"}
        queued = {"TaskQueueSid": f"WQ{queue:032x}", "TaskQueueName": f"queue {queue}",
                  "TaskQueueEnteredDate": created}

        def of(kind, status, version, *, resource=task, **more):
            return self.event(kind, ResourceSid=resource, TaskAssignmentStatus=status,
                              TaskVersion=version, TaskAge=int(self.now // 1000) - created,
                              **facts, **more)

        yield of("task.created", "pending", 0)
        yield of("workflow.entered", "pending", 0)
        yield of("task-queue.entered", "pending", 0, **queued)
        yield of("workflow.target-matched", "pending", 0, **queued)
        if self.random.random() < 0.1:
            self.now = start + 30_000
            yield of("task.canceled", "canceled", 1, TaskCanceledReason="hangup", Reason="hangup",
                     **queued)
            self.now = start + self.gap
            return
        version = 0
        rounds = 2 if self.random.random() < 0.1 else 1
        for attempt in range(rounds):
            worker = self.random.randrange(WORKERS)
            reservation = self.sid("WR")
            worker_facts = {"WorkerSid": f"WK{worker:032x}", "WorkerName": f"worker {worker}",
                            "WorkerActivitySid": "WA" + "0" * 31 + "2",
                            "WorkerActivityName": "Available", "WorkerVersion": version}

            def reserved(kind, status, number):
                return of(kind, status, version, resource=reservation, ReservationSid=reservation,
                          ReservationVersion=number, **queued, **worker_facts)

            self.now += self.random.randrange(500, 20_000)
            version += 1
            yield reserved("reservation.created", "reserved", 0)
            if attempt + 1 < rounds:
                self.now += 15_000
                version += 1
                yield reserved("reservation.timeout", "pending", 1)
        self.now += self.random.randrange(1_000, 15_000)
        version += 1
        yield reserved("reservation.accepted", "assigned", 1)
        self.now += self.random.randrange(60_000, 300_000)
        version += 1
        yield reserved("reservation.wrapup", "wrapping", 2)
        yield of("task.wrapup", "wrapping", version, **queued)
        self.now += self.random.randrange(5_000, 60_000)
        version += 1
        yield of("task.completed", "completed", version, TaskCompletedReason="done", **queued)
        yield reserved("reservation.completed", "completed", 3)
        before = self.worker_activity.get(worker, 2)
        after = 2 if before == 3 else 3
        self.worker_activity[worker] = after
        yield self.event(
            "worker.activity.update", ResourceSid=f"WK{worker:032x}",
            **{**worker_facts, "WorkerVersion": int(self.now - 1_700_000_000_000),
               "WorkerActivitySid": f"WA{after:032x}",
               "WorkerActivityName": {2: "Available", 3: "Break"}[after],
               "WorkerPreviousActivitySid": f"WA{before:032x}",
               "WorkerPreviousActivityName": {2: "Available", 3: "Break"}[before],
               "WorkerTimeInPreviousActivity": 60, "WorkerTimeInPreviousActivityMs": 60_000})
        self.now = start + self.gap

    def events(self):
        while True:
            yield from self.call()

    def head(self, event):
        """The part of a body that differs from event to event; `tail` follows it."""
        return "&".join(f"{name}={quote_plus(str(value))}" for name, value in event.items())


def signature(token, url, body):
    """`X-Twilio-Signature` of a form: the URL, then names and decoded values by name."""
    from urllib.parse import parse_qsl
    pairs = sorted(parse_qsl(body, keep_blank_values=True))
    text = url + "".join(name + value for name, value in pairs)
    return base64.b64encode(hmac.new(token.encode(), text.encode(), hashlib.sha1).digest()).decode()


def workspace(trctl, work, token):
    """An emulator with a workspace that the server can look at; the environment trctl finds it with.

    Histories made from now on are that workspace's.
    """
    global WORKSPACE
    seed = pathlib.Path(work) / "seed.yaml"
    seed.write_text("workspaces: [{ friendly_name: load }]\n")
    home = {"HOME": str(work), "PATH": os.environ["PATH"]}
    emulator = subprocess.Popen(
        [trctl, "emulator", "start", "--port", "0", "--seed-file", str(seed), "--auth-token-stdin"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=home)
    atexit.register(emulator.kill)
    emulator.stdin.write(token)
    emulator.stdin.close()
    url = next(found[0] for found in (re.search(r"http://127\.0\.0\.1:\d+", line) for line in emulator.stdout) if found)
    environment = {**home, "TRCTL_ACCOUNT_SID": ACCOUNT, "TRCTL_AUTH_TOKEN": token, "TRCTL_BASE_URL": url}
    WORKSPACE = subprocess.run([trctl, "workspace", "list", "-o", "sid"], env=environment, text=True,
                               capture_output=True, check=True).stdout.strip()
    environment["TRCTL_WORKSPACE"] = WORKSPACE
    return environment
