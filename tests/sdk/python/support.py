"""What every scenario uses: a client of the official package as an application would make it, the
emulator's clock and control endpoints, and what is asserted of resources and refusals.
"""

import itertools
import json
import os
import re
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone

import pytest
import requests
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client

ACCOUNT = os.environ["TWILIO_ACCOUNT_SID"]
# The address every URL in an answer must start with.
HOST = "https://taskrouter.twilio.com/v1"

# Everything the client needs comes from the environment.
client = Client()

_emulator = requests.Session()
# The emulator itself is reached without the proxy that leads to it.
_emulator.trust_env = False
_emulator.verify = os.environ.get("REQUESTS_CA_BUNDLE", True)


def control(path, body=None):
    """A request to the emulator's own endpoints, which are not part of any Twilio API."""
    url = f"{os.environ['TRCTL_BASE_URL'].rstrip('/')}/_emulator/{path}"
    answer = _emulator.get(url) if body is None else _emulator.post(url, json=body)
    assert answer.ok, f"{path}: {answer.text}"
    return answer.json()


def now():
    """The emulated time, to the second."""
    return datetime.fromtimestamp(control("clock")["now_ms"] // 1000, timezone.utc)


def advance(span):
    """Lets time pass: `"30s"`, `"2m"`."""
    control("clock", {"advance": span})


def seconds(count):
    return timedelta(seconds=count)


@contextmanager
def trouble(faults):
    """Artificial trouble for the time of a scenario's step."""
    control("faults", faults)
    try:
        yield
    finally:
        control("faults", {})


class Maybe:
    """Stands for text or nothing."""


def has(resource, **expected):
    """Checks every property of a resource: a value must be equal, a pattern must match, a type must
    be the value's, `Maybe` stands for text or nothing. A property that is not spoken of is an error.
    """
    # `_from` is a property, the other underlined names are the package's own.
    seen = {name for name in vars(resource) if not name.startswith("_") or name == "_from"}
    assert seen == set(expected)
    for name, wanted in expected.items():
        value = getattr(resource, name)
        if isinstance(wanted, re.Pattern):
            assert wanted.search(value), f"{name} is {value}"
        elif wanted is Maybe:
            assert value is None or isinstance(value, str), f"{name} is {value!r}"
        elif isinstance(wanted, type):
            assert isinstance(value, wanted), f"{name} is {value!r}"
        else:
            assert type(value) is type(wanted) and value == wanted, f"{name} is {value!r}"


@contextmanager
def refused(status, code, message=""):
    """Checks that a request is refused, and how; the message is matched as a pattern."""
    with pytest.raises(TwilioException) as caught:
        yield
    error = caught.value
    if isinstance(error, TwilioRestException):
        # The package says first what it could not do.
        service_said = re.sub(r"^Unable to \w+ record: ", "", error.msg)
        seen = {"status": error.status, "code": error.code, "message": service_said}
    else:
        # Pages are refused with the plain exception and the whole response in it.
        text, response = error.args
        assert text == "Unable to fetch page"
        body = json.loads(response.text)
        assert body["more_info"] == f"https://www.twilio.com/docs/errors/{code}"
        assert body["status"] == response.status_code
        seen = {"status": response.status_code, "code": body["code"], "message": body["message"]}
    assert seen["status"] == status, seen
    assert seen["code"] == code, seen
    assert re.search(message or r"\S", seen["message"]), seen


_numbers = itertools.count(1)


def new_workspace(template="NONE", **more):
    """A workspace of its own for one scenario, with what the scenario says is in it."""
    made = client.taskrouter.v1.workspaces.create(
        friendly_name=f"Scenario {next(_numbers)}", template=template, **more
    )
    return Room(made.sid)


class Room:
    def __init__(self, sid):
        self.sid = sid
        self.api = client.taskrouter.v1.workspaces(sid)
        self.url = f"{HOST}/Workspaces/{sid}"

    def activity(self, friendly_name):
        return self.api.activities.list(friendly_name=friendly_name)[0].sid

    def worker(self, friendly_name, attributes=None, activity="Available"):
        """Somebody who is there, unless told otherwise."""
        return self.api.workers.create(
            friendly_name=friendly_name,
            attributes=json.dumps(attributes or {}),
            activity_sid=self.activity(activity),
        )

    def queue(self, friendly_name, target_workers="1==1", **more):
        return self.api.task_queues.create(
            friendly_name=friendly_name, target_workers=target_workers, **more
        )

    def workflow(self, friendly_name, routing, **more):
        return self.api.workflows.create(
            friendly_name=friendly_name, configuration=json.dumps({"task_routing": routing}), **more
        )

    def task(self, attributes=None, **more):
        return self.api.tasks.create(attributes=json.dumps(attributes or {}), **more)

    def offers(self, task):
        """Whom the task was offered to, with the answers, in order."""
        return [
            f"{made.worker_name} {made.reservation_status}"
            for made in self.api.tasks(task.sid).reservations.list()
        ]

    def status(self, task):
        return self.api.tasks(task.sid).fetch().assignment_status

    def place(self, task):
        seen = self.api.tasks(task.sid).fetch()
        return seen.task_queue_friendly_name, seen.priority, seen.assignment_status

    def offer(self, task):
        """The one reservation of the task that waits for an answer."""
        reservations = self.api.tasks(task.sid).reservations
        (pending,) = reservations.list(reservation_status="pending")
        return reservations(pending.sid)

    def answer(self, task, reservation_status, **more):
        return self.offer(task).update(reservation_status=reservation_status, **more)


def names(resources):
    return [resource.friendly_name for resource in resources]


def sids(resources):
    return [resource.sid for resource in resources]


def nobody(prefix):
    """A SID that nothing has."""
    return prefix + "0" * 32
