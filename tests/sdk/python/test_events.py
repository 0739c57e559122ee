"""Events: what happened."""

import re
from datetime import datetime
from types import SimpleNamespace

import pytest

from support import (
    ACCOUNT,
    Maybe,
    advance,
    client,
    has,
    new_workspace,
    nobody,
    now,
    refused,
    seconds,
    sids,
)


def types(events):
    return sorted(event.event_type for event in events)


@pytest.fixture(scope="module")
def life():
    """The life of a task. The scenarios below follow one another: the last ones let time pass."""
    room = new_workspace("FIFO")
    (queue,), (workflow,) = room.api.task_queues.list(), room.api.workflows.list()
    alice = room.worker("Alice", {"skills": ["support"]})
    advance("26s")
    start = now()
    task = room.task({"type": "ticket"}, priority=4, task_channel="chat")
    advance("2s")
    reservation = room.answer(task, "accepted")
    advance("60s")
    task.update(assignment_status="wrapping", reason="solved")
    advance("5s")
    task.update(assignment_status="completed", reason="done")
    alice.update(activity_sid=room.activity("Offline"))
    return SimpleNamespace(
        room=room,
        events=room.api.events,
        queue=queue,
        workflow=workflow,
        alice=alice,
        start=start,
        task=task,
        reservation=reservation,
    )


OF_RESERVATION = [
    "reservation.accepted",
    "reservation.completed",
    "reservation.created",
    "reservation.wrapup",
]


def test_the_events_of_a_tasks_life_are_all_there(life):
    assert types(life.events.list(task_sid=life.task.sid)) == sorted(
        [
            *OF_RESERVATION,
            "task-queue.entered",
            "task.completed",
            "task.created",
            "task.wrapup",
            "workflow.entered",
            "workflow.target-matched",
        ]
    )


def test_an_event_has_every_property(life):
    (event,) = life.events.list(task_sid=life.task.sid, event_type="reservation.created")
    properties = dict(
        sid=re.compile("^EV[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        workspace_sid=life.room.sid,
        event_type="reservation.created",
        event_date=life.start,
        event_date_ms=int,
        event_data=dict,
        description=re.compile(r"\S"),
        resource_type="reservation",
        resource_sid=life.reservation.sid,
        resource_url=re.compile(f"^{re.escape(life.room.url)}/.*{life.reservation.sid}$"),
        actor_type=Maybe,
        actor_sid=Maybe,
        actor_url=Maybe,
        source=Maybe,
        source_ip_address=Maybe,
        url=f"{life.room.url}/Events/{event.sid}",
    )
    has(event, **properties)
    has(life.events(event.sid).fetch(), **properties)
    moment = datetime.fromtimestamp(event.event_date_ms // 1000, life.start.tzinfo)
    assert moment == event.event_date


def test_an_event_carries_the_task_the_worker_the_queue_and_the_workflow_as_text(life):
    (event,) = life.events.list(task_sid=life.task.sid, event_type="reservation.accepted")
    data = event.event_data
    assert {type(value) for value in data.values()} == {str}
    for name, value in {
        "task_sid": life.task.sid,
        "task_attributes": '{"type": "ticket"}',
        "task_age": "2",
        "task_priority": "4",
        "task_assignment_status": "assigned",
        "task_channel_unique_name": "chat",
        "task_queue_sid": life.queue.sid,
        "task_queue_name": "Sample Queue",
        "workflow_sid": life.workflow.sid,
        "workflow_name": "Default Fifo Workflow",
        "worker_sid": life.alice.sid,
        "worker_name": "Alice",
        "worker_attributes": '{"skills": ["support"]}',
        "worker_activity_name": "Available",
        "reservation_sid": life.reservation.sid,
        "workspace_sid": life.room.sid,
    }.items():
        assert data[name] == value, name


def test_an_event_tells_how_long_the_worker_was_in_the_activity_before(life):
    (event,) = life.events.list(worker_sid=life.alice.sid, event_type="worker.activity.update")
    assert (event.resource_type, event.resource_sid) == ("worker", life.alice.sid)
    data = event.event_data
    assert data["worker_activity_name"] == "Offline"
    assert data["worker_previous_activity_name"] == "Available"
    assert data["worker_time_in_previous_activity"] == "93"
    assert data["worker_time_in_previous_activity_ms"] == "93000"


def test_events_are_found_by_everything_they_are_about(life):
    events = life.events
    whole, of_task = events.list(), sids(events.list(task_sid=life.task.sid))
    assert len(whole) > len(of_task)
    assert types(events.list(reservation_sid=life.reservation.sid)) == OF_RESERVATION
    of_worker = [*OF_RESERVATION, "worker.activity.update", "worker.created"]
    assert types(events.list(worker_sid=life.alice.sid)) == of_worker
    of_workflow = events.list(workflow_sid=life.workflow.sid)
    assert set(of_task) <= set(sids(of_workflow))
    assert "workflow.created" in types(of_workflow)
    of_queue = types(events.list(task_queue_sid=life.queue.sid))
    assert {"task-queue.entered", "task.completed"} <= set(of_queue)
    assert sids(events.list(sid=whole[0].sid)) == [whole[0].sid]
    assert events.list(task_sid=nobody("WT")) == []
    assert events.list(event_type="task.transfer-initiated") == []
    assert types(events.list(event_type="task.completed")) == ["task.completed"]


def test_events_are_found_by_channel_by_name_and_by_sid(life):
    chat = life.room.api.task_channels("chat").fetch()
    (named,) = life.events.list(task_channel="chat", event_type="task.created")
    assert named.resource_sid == life.task.sid
    assert sids(life.events.list(task_channel=chat.sid, event_type="task.created")) == [named.sid]
    assert life.events.list(task_channel="voice", event_type="task.created") == []


def test_events_are_found_by_time_the_last_quarter_of_an_hour_unless_told_otherwise(life):
    def count(**window):
        return len(life.events.list(event_type="task.created", **window))

    start = life.start
    assert count() == 1
    assert count(minutes=1) == 0
    assert count(minutes=5) == 1
    assert count(start_date=start) == 1
    assert count(start_date=start + seconds(1)) == 0
    assert count(start_date=start - seconds(60), end_date=start + seconds(1)) == 1
    advance("20m")
    assert count() == 0
    assert count(minutes=30) == 1


def test_events_outlive_their_task_and_are_forgotten_after_thirty_days(life):
    (event,) = life.events.list(minutes=60, event_type="task.completed")
    with refused(404, 20404):
        life.task.fetch()
    assert life.events(event.sid).fetch().event_data["task_completed_reason"] == "done"
    advance("720h")
    with refused(404, 20404):
        life.events(event.sid).fetch()
    assert life.events.list(minutes=43200, task_sid=life.task.sid) == []


def test_what_is_made_changed_and_removed_in_a_workspace_is_told():
    room = new_workspace()
    api = room.api
    activity = api.activities.create(friendly_name="Lunch")
    activity.update(friendly_name="Dinner")
    activity.delete()
    channel = api.task_channels.create(friendly_name="Fax", unique_name="fax")
    channel.update(friendly_name="Telefax")
    channel.delete()
    worker = api.workers.create(friendly_name="Alice")
    worker.update(attributes='{"level":1}')
    api.workers(worker.sid).worker_channels("chat").update(capacity=3)
    api.workers(worker.sid).worker_channels("chat").update(available=False)
    queue = room.queue("Everyone")
    queue.update(target_workers="level > 0")
    workflow = room.workflow("Route", {"default_filter": {"queue": queue.sid}})
    workflow.update(friendly_name="Routes")
    canceled = room.task()
    canceled.update(assignment_status="canceled", reason="nobody there")
    deleted = room.task()
    deleted.update(attributes='{"seen":true}')
    deleted.delete()
    canceled.delete()
    workflow.delete()
    queue.delete()
    worker.delete()
    api.update(friendly_name="Renamed")
    seen = set(types(api.events.list()))
    for event_type in (
        "activity.created",
        "activity.updated",
        "activity.deleted",
        "task-channel.created",
        "task-channel.updated",
        "task-channel.deleted",
        "worker.created",
        "worker.attributes.update",
        "worker.capacity.update",
        "worker.channel.availability.update",
        "worker.deleted",
        "task-queue.created",
        "task-queue.expression.updated",
        "task-queue.deleted",
        "workflow.created",
        "workflow.updated",
        "workflow.deleted",
        "task.created",
        "task.updated",
        "task.canceled",
        "task.deleted",
        "workspace.created",
        "workspace.updated",
    ):
        assert event_type in seen
    (reason,) = api.events.list(event_type="task.canceled")
    assert reason.event_data["task_canceled_reason"] == "nobody there"
    (capacity,) = api.events.list(event_type="worker.capacity.update")
    assert capacity.event_data["worker_channel_previous_capacity"] == "1"
    assert capacity.event_data["task_channel_unique_name"] == "chat"


def test_what_happens_to_offers_and_on_the_way_through_a_workflow_is_told():
    room = new_workspace()
    first = room.queue("First", "1==0")
    second = room.queue("Second", max_reserved_workers=2)
    targets = [{"queue": first.sid, "timeout": 10}, {"queue": second.sid, "timeout": 300}]
    room.workflow("Route", {"filters": [{"expression": "1==1", "targets": targets}]})
    room.worker("Alice")
    room.worker("Bob")
    task = room.task()
    advance("10s")
    made = room.api.tasks(task.sid).reservations.list(reservation_status="pending")
    assert len(made) == 2
    made[0].update(reservation_status="rejected", worker_activity_sid=room.activity("Offline"))
    advance("120s")
    advance("5m")
    seen = types(room.api.events.list(task_sid=task.sid))
    for event_type in (
        "task-queue.timeout",
        "reservation.created",
        "reservation.rejected",
        "reservation.timeout",
        "workflow.timeout",
        "task.canceled",
    ):
        assert event_type in seen
    assert seen.count("task-queue.entered") == 2


def test_events_are_paged_like_everything_else_and_found_in_their_own_workspace_only():
    room, other = new_workspace("FIFO"), new_workspace()
    whole = sids(room.api.events.list())
    assert sids(room.api.events.list(page_size=3)) == whole
    assert len(set(whole)) == len(whole)
    assert len(room.api.events.list(limit=2)) == 2
    with refused(404, 20404):
        other.api.events(whole[0]).fetch()
    with refused(404, 20404):
        client.taskrouter.v1.workspaces(nobody("WS")).events.list()
