"""Tasks: their life, their parameters, their list."""

import json
import re

from support import ACCOUNT, advance, has, new_workspace, nobody, now, refused, seconds, sids


def test_a_task_lives_from_its_creation_to_its_end():
    room, start = new_workspace("FIFO"), now()
    (queue,), (workflow,) = room.api.task_queues.list(), room.api.workflows.list()
    made = room.api.tasks.create(
        attributes='{"type": "ticket"}',
        priority=7,
        timeout=3600,
        task_channel="chat",
        workflow_sid=workflow.sid,
    )
    url = f"{room.url}/Tasks/{made.sid}"
    properties = dict(
        sid=re.compile("^WT[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        workspace_sid=room.sid,
        age=0,
        assignment_status="pending",
        attributes='{"type": "ticket"}',
        addons="{}",
        date_created=start,
        date_updated=start,
        task_queue_entered_date=start,
        virtual_start_time=start,
        priority=7,
        reason=None,
        task_queue_sid=queue.sid,
        task_queue_friendly_name="Sample Queue",
        task_channel_sid=room.api.task_channels("chat").fetch().sid,
        task_channel_unique_name="chat",
        timeout=3600,
        workflow_sid=workflow.sid,
        workflow_friendly_name="Default Fifo Workflow",
        ignore_capacity=False,
        routing_target=None,
        url=url,
        links={
            "task_queue": f"{room.url}/TaskQueues/{queue.sid}",
            "workflow": f"{room.url}/Workflows/{workflow.sid}",
            "workspace": room.url,
            "reservations": f"{url}/Reservations",
        },
    )
    # Whether a task has entered its queue when its creation is answered is left open.
    assert made.task_queue_entered_date in (None, start)
    has(made, **{**properties, "task_queue_entered_date": made.task_queue_entered_date})
    has(made.fetch(), **properties)

    advance("6s")
    changed = made.update(attributes='{"type":"call"}', priority=9, task_channel="voice")
    has(
        changed,
        **{
            **properties,
            "age": 6,
            "attributes": '{"type":"call"}',
            "priority": 9,
            "task_channel_sid": room.api.task_channels("voice").fetch().sid,
            "task_channel_unique_name": "voice",
            "date_updated": start + seconds(6),
        },
    )
    room.worker("Alice")
    assert room.status(made) == "reserved"
    room.answer(made, "accepted")
    assert room.status(made) == "assigned"
    wrapping = made.update(assignment_status="wrapping", reason="hung up")
    assert (wrapping.assignment_status, wrapping.reason) == ("wrapping", "hung up")
    completed = made.update(assignment_status="completed", reason="resolved")
    assert (completed.assignment_status, completed.reason) == ("completed", "resolved")
    assert room.offers(made) == ["Alice completed"]


def test_a_task_has_what_it_is_not_told_otherwise():
    made = new_workspace("FIFO").api.tasks.create()
    assert made.attributes == "{}"
    assert made.priority == 0
    assert made.timeout == 86400
    assert made.task_channel_unique_name == "default"
    assert made.workflow_friendly_name == "Default Fifo Workflow"


def test_a_finished_task_is_there_for_five_minutes_more():
    room = new_workspace("FIFO")
    task = room.task()
    task.update(assignment_status="canceled", reason="changed my mind")
    advance("299s")
    assert room.status(task) == "canceled"
    assert task.fetch().reason == "changed my mind"
    advance("1s")
    with refused(404, 20404, f"^The requested resource /Workspaces/{room.sid}/Tasks/{task.sid} was not found$"):
        task.fetch()


def test_a_task_that_nobody_takes_in_its_time_is_canceled():
    room = new_workspace("FIFO")
    task = room.task(timeout=60)
    advance("59s")
    assert room.status(task) == "pending"
    advance("1s")
    assert room.status(task) == "canceled"
    assert task.fetch().reason.startswith("Task TTL Exceeded")


def test_a_task_is_removed_whatever_its_state():
    room = new_workspace("FIFO")
    assert room.task().delete() is True
    alice = room.worker("Alice")
    offered = room.task()
    assert offered.delete() is True
    assigned = room.task()
    room.answer(assigned, "accepted")
    assert assigned.delete() is True
    assert room.api.tasks.list() == []
    channel = room.api.workers(alice.sid).worker_channels("default").fetch()
    assert (channel.assigned_tasks, channel.available_capacity_percentage) == (0, 100)


def test_a_state_that_cannot_follow_is_refused_in_the_services_own_words():
    room = new_workspace("FIFO")
    task = room.task()
    words = f"task {task.sid} in workspace {room.sid} for account {ACCOUNT} because it is not"
    with refused(400, 20001, rf"^Cannot complete {words} currently assigned\.$"):
        task.update(assignment_status="completed")
    with refused(400, 20001, rf"^Cannot wrap up a {words} currently assigned\.$"):
        task.update(assignment_status="wrapping")
    for status in ("reserved", "lost"):
        with refused(400, 20001):
            task.update(assignment_status=status)
    room.worker("Alice")
    room.answer(task, "accepted")
    with refused(400, 20001, rf"^Cannot cancel {words} pending or reserved\.$"):
        task.update(assignment_status="canceled")
    task.update(assignment_status="completed")
    for change in ({"assignment_status": "completed"}, {"assignment_status": "canceled"}, {"priority": 3}):
        with refused(400, 20001):
            task.update(**change)


def test_a_tasks_parameters_are_checked():
    room = new_workspace("FIFO")
    tasks = room.api.tasks
    with refused(400, 20001, "Attributes"):
        tasks.create(attributes="{")
    with refused(400, 20001, "Attributes"):
        tasks.create(attributes=json.dumps({"x": "y" * 4096}))
    with refused(400, 20001, "Timeout"):
        tasks.create(timeout=1209601)
    with refused(400, 20001, "TaskChannel|telepathy"):
        tasks.create(task_channel="telepathy")
    with refused(400, 20001):
        tasks.create(workflow_sid=nobody("WW"))
    with refused(400, 20001, "Priority"):
        tasks.create(priority=-1)
    with refused(400, 20001, "future"):
        tasks.create(virtual_start_time=now() + seconds(86400))
    (queue,) = room.api.task_queues.list()
    room.workflow("Second", {"default_filter": {"queue": queue.sid}})
    with refused(400, 20001, "^WorkflowSid field is required$"):
        tasks.create()


def test_tasks_are_filtered_by_everything_the_list_offers():
    room = new_workspace()
    support, sales = room.queue("Support"), room.queue("Sales")
    first = room.workflow(
        "First",
        {
            "filters": [{"expression": 'type == "sales"', "targets": [{"queue": sales.sid}]}],
            "default_filter": {"queue": support.sid},
        },
    )
    second = room.workflow("Second", {"default_filter": {"queue": support.sid}})
    made = {}

    def make(name, attributes, **more):
        task = room.task({"name": name, **attributes}, **{"workflow_sid": first.sid, **more})
        made[task.sid] = name
        return task

    make("a", {"type": "sales"}, priority=5)
    canceled = make("b", {"type": "support", "language": "en"})
    make("c", {"language": "en"}, workflow_sid=second.sid)
    make("d", {"type": "sales"})
    alice = room.worker("Alice")
    (offered,) = room.api.tasks.list(assignment_status="reserved")
    room.answer(offered, "accepted")
    canceled.update(assignment_status="canceled", reason="test")
    make("e", {"type": "sales"}, routing_target=alice.sid, task_queue_sid=sales.sid)

    def found(**filters):
        return "".join(made[sid] for sid in sids(room.api.tasks.list(**filters)))

    assert made[offered.sid] == "a"
    assert found() == "abcde"
    assert found(priority=5) == "a"
    assert found(priority=0) == "bcde"
    assert found(assignment_status="assigned") == "a"
    assert found(assignment_status=["pending", "canceled"]) == "bcd"
    assert found(assignment_status="pending,canceled") == "bcd"
    assert found(assignment_status="completed") == ""
    assert found(workflow_sid=second.sid) == "c"
    assert found(workflow_name="First") == "abde"
    assert found(task_queue_sid=sales.sid) == "ade"
    assert found(task_queue_name="Support") == "bc"
    assert found(evaluate_task_attributes='language == "en"') == "bc"
    assert found(evaluate_task_attributes='type == "sales" AND name != "a"') == "de"
    assert found(routing_target=alice.sid) == "e"
    assert found(has_addons=True) == ""
    assert found(has_addons=False) == "abcde"
    assert found(task_queue_name="Sales", priority=5) == "a"
    with refused(400, 20001):
        found(evaluate_task_attributes="type ==")
    with refused(400, 20001, "AssignmentStatus"):
        found(assignment_status="lost")


def test_tasks_are_ordered_as_asked():
    room, start = new_workspace("FIFO"), now()
    made = {}
    for name, priority, minutes in (("a", 1, 5), ("b", 9, 1), ("c", 1, 9), ("d", 5, 7)):
        earlier = start - seconds(60 * minutes)
        made[room.task(priority=priority, virtual_start_time=earlier).sid] = name
        advance("1s")

    def found(ordering):
        return "".join(made[sid] for sid in sids(room.api.tasks.list(ordering=ordering)))

    assert found("DateCreated:asc") == "abcd"
    assert found("DateCreated:desc") == "dcba"
    assert found("Priority:desc,DateCreated:asc") == "bdac"
    assert found("Priority:asc,DateCreated:desc") == "cadb"
    assert found("VirtualStartTime:asc") == "cdab"
    assert found("VirtualStartTime:desc") == "badc"
    assert found("Priority:desc,VirtualStartTime:asc") == "bdca"
    for bad in ("DateCreated:asc,VirtualStartTime:asc", "Age:asc"):
        with refused(400, 20001, "Ordering"):
            found(bad)


def test_a_virtual_start_time_is_kept_and_can_be_changed():
    room, earlier = new_workspace("FIFO"), now() - seconds(3600)
    task = room.task(virtual_start_time=earlier)
    assert task.virtual_start_time == earlier
    assert task.age == 0
    later = earlier + seconds(60)
    assert task.update(virtual_start_time=later).virtual_start_time == later
