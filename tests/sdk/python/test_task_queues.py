"""Task queues: lines of tasks and who serves them."""

import json
import re

from support import ACCOUNT, advance, has, names, new_workspace, now, refused, seconds


def test_a_queue_is_made_changed_and_removed():
    room, start = new_workspace(), now()
    made = room.queue("Support", 'skills HAS "support"')
    url = f"{room.url}/TaskQueues/{made.sid}"
    properties = dict(
        sid=re.compile("^WQ[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        workspace_sid=room.sid,
        friendly_name="Support",
        target_workers='skills HAS "support"',
        max_reserved_workers=1,
        task_order="FIFO",
        reservation_activity_sid=None,
        reservation_activity_name=None,
        assignment_activity_sid=None,
        assignment_activity_name=None,
        date_created=start,
        date_updated=start,
        url=url,
        links={
            "workspace": room.url,
            "statistics": f"{url}/Statistics",
            "real_time_statistics": f"{url}/RealTimeStatistics",
            "cumulative_statistics": f"{url}/CumulativeStatistics",
            "list_statistics": f"{room.url}/TaskQueues/Statistics",
            "bulk_real_time_statistics": f"{room.url}/TaskQueues/RealTimeStatistics",
        },
    )
    has(made, **properties)
    has(made.fetch(), **properties)
    advance("11s")
    busy = room.activity("Unavailable")
    changed = made.update(
        friendly_name="First line",
        target_workers="level > 3",
        max_reserved_workers=5,
        task_order="LIFO",
        reservation_activity_sid=busy,
        assignment_activity_sid=busy,
    )
    has(
        changed,
        **{
            **properties,
            "friendly_name": "First line",
            "target_workers": "level > 3",
            "max_reserved_workers": 5,
            "task_order": "LIFO",
            "reservation_activity_sid": busy,
            "reservation_activity_name": "Unavailable",
            "assignment_activity_sid": busy,
            "assignment_activity_name": "Unavailable",
            "date_updated": start + seconds(11),
            "links": {
                **properties["links"],
                "assignment_activity": f"{room.url}/Activities/{busy}",
                "reservation_activity": f"{room.url}/Activities/{busy}",
            },
        },
    )
    assert made.delete() is True
    with refused(404, 20404):
        made.fetch()


def test_queues_are_filtered_by_name_worker_and_a_workers_attributes():
    room = new_workspace()
    room.queue("Support", 'skills HAS "support"')
    room.queue("Sales", 'skills HAS "sales"')
    room.queue("Everyone")
    alice = room.worker("Alice", {"skills": ["support"]})
    queues = room.api.task_queues
    assert names(queues.list(friendly_name="Sales")) == ["Sales"]
    assert sorted(names(queues.list(worker_sid=alice.sid))) == ["Everyone", "Support"]
    attributes = json.dumps({"skills": ["sales"]})
    assert sorted(names(queues.list(evaluate_worker_attributes=attributes))) == ["Everyone", "Sales"]
    assert queues.list(worker_sid=alice.sid, friendly_name="Sales") == []


def test_queues_are_ordered_by_their_last_change():
    room = new_workspace()
    made = []
    for name in ("First", "Second", "Third"):
        made.append(room.queue(name))
        advance("1s")
    made[0].update(max_reserved_workers=2)
    queues = room.api.task_queues
    assert names(queues.list(ordering="DateUpdated:asc")) == ["Second", "Third", "First"]
    assert names(queues.list(ordering="DateUpdated:desc")) == ["First", "Third", "Second"]
    with refused(400, 20001, "Ordering"):
        queues.list(ordering="Age:asc")


def test_a_queues_numbers_words_and_expressions_are_checked():
    room = new_workspace()
    with refused(400, 20001, "TargetWorkers"):
        room.queue("Everyone", "1 ==")
    with refused(400, 20001, "TargetWorkers"):
        room.queue("Everyone", "skill-level > 3")
    for count in (0, 51):
        with refused(400, 20001, "MaxReservedWorkers"):
            room.queue("Everyone", max_reserved_workers=count)
    with refused(400, 20001, "TaskOrder"):
        room.queue("Everyone", task_order="RANDOM")
    room.queue("Everyone")
    with refused(400, 20001, "exists"):
        room.queue("Everyone")


def test_a_queue_that_a_workflow_names_cannot_be_removed():
    room = new_workspace()
    queue = room.queue("Needed")
    workflow = room.workflow("Route", {"default_filter": {"queue": queue.sid}})
    with refused(400, 20001):
        queue.delete()
    workflow.delete()
    assert queue.delete() is True
