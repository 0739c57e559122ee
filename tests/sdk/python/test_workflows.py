"""Workflows: the rules that send tasks to queues and workers."""

import json
import re

from support import ACCOUNT, advance, has, names, new_workspace, nobody, now, refused, seconds


def test_a_workflow_is_made_changed_and_removed():
    room = new_workspace()
    queue = room.queue("Everyone")
    configuration = json.dumps({"task_routing": {"default_filter": {"queue": queue.sid}}}, indent=2)
    start = now()
    made = room.api.workflows.create(
        friendly_name="Route",
        configuration=configuration,
        assignment_callback_url="https://example.com/assignment",
        fallback_assignment_callback_url="https://example.com/fallback",
        task_reservation_timeout=25,
    )
    url = f"{room.url}/Workflows/{made.sid}"
    properties = dict(
        sid=re.compile("^WW[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        workspace_sid=room.sid,
        friendly_name="Route",
        configuration=configuration,
        assignment_callback_url="https://example.com/assignment",
        fallback_assignment_callback_url="https://example.com/fallback",
        task_reservation_timeout=25,
        document_content_type=made.document_content_type,
        date_created=start,
        date_updated=start,
        url=url,
        links={
            "statistics": f"{url}/Statistics",
            "real_time_statistics": f"{url}/RealTimeStatistics",
            "cumulative_statistics": f"{url}/CumulativeStatistics",
        },
    )
    has(made, **properties)
    has(made.fetch(), **properties)
    advance("9s")
    has(
        made.update(friendly_name="Renamed", task_reservation_timeout=60),
        **{
            **properties,
            "friendly_name": "Renamed",
            "task_reservation_timeout": 60,
            "date_updated": start + seconds(9),
        },
    )
    cleared = made.update(assignment_callback_url="", fallback_assignment_callback_url="")
    assert not cleared.assignment_callback_url
    assert not cleared.fallback_assignment_callback_url
    assert made.delete() is True
    with refused(404, 20404):
        made.fetch()


def test_workflows_are_filtered_by_name():
    room = new_workspace()
    queue = room.queue("Everyone")
    for name in ("One", "Two"):
        made = room.workflow(name, {"default_filter": {"queue": queue.sid}})
        assert made.task_reservation_timeout == 120
    assert names(room.api.workflows.list(friendly_name="Two")) == ["Two"]
    assert room.api.workflows.list(friendly_name="Three") == []
    assert names(room.api.workflows.list()) == ["One", "Two"]


def test_a_configuration_must_be_json_name_queues_there_are_and_have_expressions_that_can_be_read():
    room = new_workspace()
    queue = room.queue("Everyone")
    with refused(400, 20001, "Configuration"):
        room.api.workflows.create(friendly_name="Bad", configuration="{")
    with refused(400, 20001, "Configuration"):
        room.workflow("Bad", {"default_filter": {"queue": nobody("WQ")}})
    with refused(400, 20001, "Configuration"):
        room.workflow("Bad", {"filters": [{"expression": "1 = = 1", "targets": [{"queue": queue.sid}]}]})
    with refused(400, 20001, "Configuration"):
        room.workflow("Bad", {"filters": [{"expression": "1==1", "targets": []}]})
    for timeout in (0, 86401):
        with refused(400, 20001, "TaskReservationTimeout"):
            room.workflow(
                "Bad", {"default_filter": {"queue": queue.sid}}, task_reservation_timeout=timeout
            )


def test_tasks_inside_a_workflow_follow_its_new_configuration_only_when_told_to():
    room = new_workspace()
    first, second = room.queue("First"), room.queue("Second")
    workflow = room.workflow("Route", {"default_filter": {"queue": first.sid}})
    task = room.task()
    configuration = json.dumps({"task_routing": {"default_filter": {"queue": second.sid}}})
    workflow.update(configuration=configuration)
    assert room.place(task) == ("First", 0, "pending")
    workflow.update(configuration=configuration, re_evaluate_tasks="true")
    assert room.place(task) == ("Second", 0, "pending")
