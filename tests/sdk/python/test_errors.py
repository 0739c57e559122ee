"""Refusals and failures, as the package's exceptions."""

import json

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from support import ACCOUNT, HOST, client, new_workspace, nobody, refused, trouble


def test_wrong_credentials_are_refused():
    with refused(401, 20003, "^Authenticate$"):
        Client(ACCOUNT, "wrong").taskrouter.v1.workspaces.create(friendly_name="x")
    with refused(401, 20003, "^Authenticate$"):
        Client(ACCOUNT, "wrong").taskrouter.v1.workspaces.list()
    stranger = Client("AC" + "f" * 32, "wrong")
    with refused(401, 20003, "^Authentication Error - invalid username$"):
        stranger.taskrouter.v1.workspaces.create(friendly_name="x")


def test_an_exception_says_what_was_asked_and_has_no_details():
    room = new_workspace()
    with pytest.raises(TwilioRestException) as caught:
        room.api.tasks(nobody("WT")).fetch()
    assert caught.value.method == "GET"
    assert caught.value.uri == f"/Workspaces/{room.sid}/Tasks/{nobody('WT')}"
    assert caught.value.details is None


def test_what_is_not_there_is_not_found_and_named_without_the_version():
    room = new_workspace("FIFO")
    api = room.api
    task = nobody("WT")
    for action, path in (
        (api.tasks(task).fetch, f"Tasks/{task}"),
        (lambda: api.tasks(task).update(priority=1), f"Tasks/{task}"),
        (api.tasks(task).delete, f"Tasks/{task}"),
        (api.tasks(task).reservations.list, f"Tasks/{task}/Reservations"),
        (api.activities("nonsense").fetch, "Activities/nonsense"),
        (api.task_queues("WQ" + "0" * 34).fetch, "TaskQueues/WQ" + "0" * 34),
        (api.workflows(task).fetch, f"Workflows/{task}"),
        (api.workers(task).fetch, f"Workers/{task}"),
        (api.task_channels("nonsense").fetch, "TaskChannels/nonsense"),
        (api.events(nobody("EV")).fetch, f"Events/{nobody('EV')}"),
    ):
        with refused(404, 20404, f"^The requested resource /Workspaces/{room.sid}/{path} was not found$"):
            action()
    with refused(404, 20404):
        client.taskrouter.v1.workspaces(nobody("WS")).tasks.list()


def test_a_resource_is_found_in_its_own_workspace_only():
    here, there = new_workspace("FIFO"), new_workspace("FIFO")
    with refused(404, 20404):
        there.api.tasks(here.task().sid).fetch()
    (queue,) = here.api.task_queues.list()
    with refused(404, 20404):
        there.api.task_queues(queue.sid).fetch()


def test_a_path_or_a_method_that_does_not_exist_is_told_apart():
    lost = client.request("GET", f"{HOST}/Nowhere")
    assert lost.status_code == 404
    assert json.loads(lost.text)["message"] == "The requested resource /Nowhere was not found"
    put = client.request("PUT", f"{HOST}/Workspaces")
    assert put.status_code == 405
    body = json.loads(put.text)
    assert set(body) == {"code", "message", "more_info", "status"}
    assert (body["code"], body["status"]) == (20004, 405)
    assert body["more_info"] == "https://www.twilio.com/docs/errors/20004"


def test_a_missing_parameter_is_named():
    answer = client.request("POST", f"{HOST}/Workspaces")
    assert answer.status_code == 400
    assert json.loads(answer.text)["code"] == 20001
    assert "FriendlyName" in json.loads(answer.text)["message"]


def creation(**rule):
    """What goes wrong with the creation of tasks."""
    return {"requests": [{"method": "POST", "path": "**/Tasks", **rule}]}


@pytest.mark.parametrize(("status", "code"), [(429, 20429), (500, 20500), (503, 20503)])
def test_a_busy_or_failing_service_says_so_and_nothing_has_happened(status, code):
    room = new_workspace("FIFO")
    with trouble(creation(status=status)), refused(status, code):
        room.task()
    assert room.api.tasks.list() == []
    assert room.task().assignment_status == "pending"


def test_a_gateway_that_fails_does_not_speak_the_services_language():
    room = new_workspace("FIFO")
    # Its page is not JSON: the package makes the status the code and has nothing to quote.
    with trouble(creation(status=502)), pytest.raises(TwilioRestException) as caught:
        room.task()
    assert (caught.value.status, caught.value.code) == (502, 502)
    assert caught.value.msg == "Unable to create record"
    assert room.api.tasks.list() == []


def test_a_connection_that_is_reset_leaves_open_whether_anything_happened():
    room = new_workspace("FIFO")
    with trouble(creation(reset="before-effect")), pytest.raises(requests.ConnectionError):
        room.task()
    assert len(room.api.tasks.list()) == 0
    with trouble(creation(reset="after-effect")), pytest.raises(requests.ConnectionError):
        room.task()
    assert len(room.api.tasks.list()) == 1


def test_every_answer_carries_the_headers_of_the_service():
    headers = client.request("GET", f"{HOST}/Workspaces?PageSize=1").headers
    assert headers["Twilio-Request-Id"].startswith("RQ")
    assert len(headers["Twilio-Request-Id"]) == 34
    assert headers["Twilio-Concurrent-Requests"].isdigit()
    assert float(headers["Twilio-Request-Duration"]) >= 0
    assert headers["X-Rate-Limit-Limit"].isdigit()
    assert headers["X-Rate-Limit-Remaining"].isdigit()
    assert headers["X-Rate-Limit-Config"]
    assert headers["Content-Type"].startswith("application/json")
    assert headers["Access-Control-Expose-Headers"] == "ETag"
