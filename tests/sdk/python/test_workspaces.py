"""The life of a workspace."""

import re

from support import ACCOUNT, HOST, advance, client, has, names, new_workspace, now, refused, seconds

workspaces = client.taskrouter.v1.workspaces


def test_a_workspace_lives_from_its_creation_to_its_deletion():
    start = now()
    made = workspaces.create(friendly_name="Life of a workspace")
    url = f"{HOST}/Workspaces/{made.sid}"
    properties = dict(
        sid=re.compile("^WS[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        friendly_name="Life of a workspace",
        date_created=start,
        date_updated=start,
        default_activity_name="Offline",
        default_activity_sid=re.compile("^WA[0-9a-f]{32}$"),
        timeout_activity_name="Offline",
        timeout_activity_sid=made.default_activity_sid,
        event_callback_url="",
        events_filter=None,
        multi_task_enabled=True,
        prioritize_queue_order="FIFO",
        url=url,
        links={
            "activities": f"{url}/Activities",
            "statistics": f"{url}/Statistics",
            "real_time_statistics": f"{url}/RealTimeStatistics",
            "cumulative_statistics": f"{url}/CumulativeStatistics",
            "task_queues": f"{url}/TaskQueues",
            "tasks": f"{url}/Tasks",
            "workers": f"{url}/Workers",
            "workflows": f"{url}/Workflows",
            "task_channels": f"{url}/TaskChannels",
            "events": f"{url}/Events",
        },
    )
    has(made, **properties)
    has(workspaces(made.sid).fetch(), **properties)

    advance("5s")
    (unavailable,) = workspaces(made.sid).activities.list(friendly_name="Unavailable")
    changed = workspaces(made.sid).update(
        friendly_name="Renamed",
        event_callback_url="https://example.com/events",
        events_filter="task.created,task.completed",
        prioritize_queue_order="LIFO",
        default_activity_sid=unavailable.sid,
        timeout_activity_sid=unavailable.sid,
    )
    has(
        changed,
        **{
            **properties,
            "friendly_name": "Renamed",
            "date_updated": start + seconds(5),
            "event_callback_url": "https://example.com/events",
            "events_filter": "task.created,task.completed",
            "prioritize_queue_order": "LIFO",
            "default_activity_name": "Unavailable",
            "default_activity_sid": unavailable.sid,
            "timeout_activity_name": "Unavailable",
            "timeout_activity_sid": unavailable.sid,
        },
    )
    cleared = workspaces(made.sid).update(event_callback_url="")
    assert cleared.event_callback_url == ""
    assert cleared.friendly_name == "Renamed"

    assert workspaces(made.sid).delete() is True
    with refused(404, 20404, r"/Workspaces/WS\w+ was not found$"):
        workspaces(made.sid).fetch()


def test_a_workspace_without_a_template_has_activities_and_channels_and_nothing_that_routes():
    api = new_workspace("NONE").api
    assert sorted((one.friendly_name, one.available) for one in api.activities.list()) == [
        ("Available", True),
        ("Offline", False),
        ("Unavailable", False),
    ]
    channels = sorted(channel.unique_name for channel in api.task_channels.list())
    assert channels == ["chat", "default", "sms", "video", "voice"]
    assert api.task_queues.list() == []
    assert api.workflows.list() == []
    assert api.workers.list() == []
    assert api.tasks.list() == []


def test_a_workspace_from_the_fifo_template_can_route_at_once():
    room = new_workspace("FIFO")
    (queue,) = room.api.task_queues.list()
    assert queue.friendly_name == "Sample Queue"
    assert queue.target_workers == "1==1"
    (workflow,) = room.api.workflows.list()
    assert workflow.friendly_name == "Default Fifo Workflow"
    assert workflow.task_reservation_timeout == 120
    room.worker("Alice")
    assert room.offers(room.task()) == ["Alice pending"]


def test_workspaces_are_found_by_their_exact_name():
    workspaces.create(friendly_name="Found by name")
    assert names(workspaces.list(friendly_name="Found by name")) == ["Found by name"]
    assert workspaces.list(friendly_name="Found by") == []
    assert len(workspaces.list()) > 1


def test_a_deleted_workspace_takes_everything_in_it_along():
    room = new_workspace("FIFO")
    worker, task = room.worker("Alice"), room.task()
    assert room.api.delete() is True
    with refused(404, 20404):
        room.api.workers(worker.sid).fetch()
    with refused(404, 20404):
        room.api.tasks(task.sid).fetch()
    with refused(404, 20404):
        room.api.workers.list()


def test_a_workspace_can_be_told_not_to_multi_task_when_it_is_created_and_to_do_so_later():
    single = workspaces.create(friendly_name="One at a time", multi_task_enabled=False)
    assert single.multi_task_enabled is False
    assert single.update(friendly_name="Still").multi_task_enabled is False
    assert single.update(multi_task_enabled=True).multi_task_enabled is True
    with refused(400, 20001):
        single.update(multi_task_enabled=False)


def test_a_workspace_needs_a_name_of_at_most_64_characters_and_a_known_template():
    with refused(400, 20001, "FriendlyName"):
        workspaces.create(friendly_name="")
    with refused(400, 20001, "FriendlyName"):
        workspaces.create(friendly_name="x" * 65)
    with refused(400, 20001, "Template"):
        workspaces.create(friendly_name="x", template="LIFO")
    with refused(400, 20001):
        workspaces.create(friendly_name="x", prioritize_queue_order="RANDOM")
