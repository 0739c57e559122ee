"""Which worker gets which task, and when."""

import pytest

from support import advance, new_workspace, nobody, now, refused, seconds


def steps(*targets):
    """A workspace with one queue for everybody and a workflow with the given steps in it."""
    room = new_workspace()
    queue = room.queue("Everyone")
    routed = [{"queue": queue.sid, **target} for target in targets]
    room.workflow(
        "Route",
        {
            "filters": [{"filter_friendly_name": "All", "expression": "1==1", "targets": routed}],
            "default_filter": {"queue": queue.sid},
        },
    )
    return room


def test_a_task_goes_to_the_worker_with_the_skill():
    room = new_workspace()
    support = room.queue("Support", 'skills HAS "support"')
    sales = room.queue("Sales", 'skills HAS "sales" AND level >= 2')
    room.workflow(
        "Route",
        {
            "filters": [
                {"expression": 'type == "support"', "targets": [{"queue": support.sid}]},
                {"expression": 'type == "sales"', "targets": [{"queue": sales.sid}]},
            ]
        },
    )
    room.worker("Alice", {"skills": ["support"], "level": 5})
    bob = room.worker("Bob", {"skills": ["sales"], "level": 1})
    room.worker("Carol", {"skills": ["support", "sales"], "level": 3})
    assert room.offers(room.task({"type": "sales"})) == ["Carol pending"]
    assert room.offers(room.task({"type": "support"})) == ["Alice pending"]
    another = room.task({"type": "sales"})
    assert room.offers(another) == []
    bob.update(attributes='{"skills": ["sales"], "level": 2}')
    assert room.offers(another) == ["Bob pending"]
    with refused(400, 20001):
        room.task({"type": "complaint"})


def test_the_first_filter_that_matches_decides_and_the_default_one_takes_the_rest():
    room = new_workspace()
    one, two, rest = room.queue("One"), room.queue("Two"), room.queue("Rest")
    room.workflow(
        "Route",
        {
            "filters": [
                {
                    "expression": 'size > 10 AND kind IN ["a", "b"]',
                    "targets": [{"queue": one.sid, "priority": 8}],
                },
                {"expression": "size > 5", "targets": [{"queue": two.sid}]},
            ],
            "default_filter": {"queue": rest.sid},
        },
    )
    assert room.place(room.task({"size": 11, "kind": "a"})) == ("One", 8, "pending")
    assert room.place(room.task({"size": 11, "kind": "c"}, priority=2)) == ("Two", 2, "pending")
    assert room.place(room.task({"size": 1})) == ("Rest", 0, "pending")
    assert room.place(room.task()) == ("Rest", 0, "pending")


def test_new_attributes_send_a_waiting_task_through_the_filters_again():
    room = new_workspace()
    gold, rest = room.queue("Gold"), room.queue("Rest")
    room.workflow(
        "Route",
        {
            "filters": [{"expression": 'value == "gold"', "targets": [{"queue": gold.sid}]}],
            "default_filter": {"queue": rest.sid},
        },
    )
    task = room.task({"value": "tin"})
    assert room.place(task) == ("Rest", 0, "pending")
    task.update(attributes='{"value": "gold"}')
    assert room.place(task) == ("Gold", 0, "pending")


def test_the_task_of_the_highest_priority_goes_first_then_the_oldest():
    room = new_workspace("FIFO")
    low = room.task(priority=1)
    advance("1s")
    high = room.task(priority=9)
    advance("1s")
    later = room.task(priority=9)
    room.worker("Alice")
    order = []
    for _ in range(3):
        (offered,) = room.api.tasks.list(assignment_status="reserved")
        order.append(offered.sid)
        room.answer(offered, "accepted")
        offered.update(assignment_status="completed", reason="done")
    assert order == [high.sid, later.sid, low.sid]


def test_a_task_whose_priority_is_raised_overtakes():
    room = new_workspace("FIFO")
    first = room.task()
    advance("1s")
    second = room.task()
    assert second.update(priority=3).priority == 3
    room.worker("Alice")
    assert room.offers(second) == ["Alice pending"]
    assert room.offers(first) == []


def test_an_earlier_virtual_start_time_overtakes_within_a_priority():
    room = new_workspace("FIFO")
    first = room.task()
    second = room.task(virtual_start_time=now() - seconds(60))
    room.worker("Alice")
    assert room.status(second) == "reserved"
    assert room.status(first) == "pending"


def test_a_last_in_first_out_queue_takes_the_newest_task_whatever_its_priority():
    room = new_workspace()
    queue = room.queue("Stack", task_order="LIFO")
    room.workflow("Route", {"default_filter": {"queue": queue.sid}})
    old = room.task(priority=10)
    advance("1s")
    young = room.task()
    room.worker("Alice")
    assert room.status(young) == "reserved"
    assert room.status(old) == "pending"


@pytest.mark.parametrize(("order", "winner"), [("FIFO", "line"), ("LIFO", "stack")])
def test_the_workspace_decides_which_kind_of_queue_goes_first(order, winner):
    room = new_workspace()
    room.api.update(prioritize_queue_order=order)
    line, stack = room.queue("Line"), room.queue("Stack", task_order="LIFO")
    room.workflow(
        "Route",
        {
            "filters": [{"expression": 'to == "stack"', "targets": [{"queue": stack.sid}]}],
            "default_filter": {"queue": line.sid},
        },
    )
    tasks = {name: room.task({"to": name}) for name in ("line", "stack")}
    room.worker("Alice")
    assert room.offers(tasks.pop(winner)) == ["Alice pending"]
    (other,) = tasks.values()
    assert room.offers(other) == []


def test_the_worker_who_is_idle_longest_is_asked_first():
    room = new_workspace("FIFO")
    for name in ("Alice", "Bob", "Carol"):
        room.worker(name)
        advance("10s")
    first = room.task()
    assert room.offers(first) == ["Alice pending"]
    room.answer(first, "accepted")
    advance("10s")
    first.update(assignment_status="completed", reason="done")
    advance("10s")
    asked = [room.offers(room.task()) for _ in range(3)]
    assert asked == [["Bob pending"], ["Carol pending"], ["Alice pending"]]


def test_order_by_prefers_workers_by_their_attributes_and_those_without_come_last():
    room = steps({"order_by": "worker.level DESC, worker.seat ASC"})
    room.worker("Novice", {"level": 1, "seat": 1})
    room.worker("Unknown", {})
    room.worker("Expert on seat 9", {"level": 5, "seat": 9})
    room.worker("Expert on seat 4", {"level": 5, "seat": 4})
    asked = [room.offers(room.task()) for _ in range(4)]
    assert asked == [
        ["Expert on seat 4 pending"],
        ["Expert on seat 9 pending"],
        ["Novice pending"],
        ["Unknown pending"],
    ]


def test_a_steps_expression_compares_the_task_with_the_worker():
    room = steps({"expression": "task.language IN worker.languages"})
    room.worker("Alice", {"languages": ["en"]})
    room.worker("Bob", {"languages": ["fr", "en"]})
    assert room.offers(room.task({"language": "fr"})) == ["Bob pending"]
    assert room.offers(room.task({"language": "de"})) == []
    assert room.offers(room.task({"language": "en"})) == ["Alice pending"]


def test_a_known_worker_is_named_by_sid():
    room = steps({"known_worker_sid": "task.owner", "timeout": 30}, {})
    room.worker("Alice")
    advance("1s")
    bob = room.worker("Bob")
    task = room.task({"owner": bob.sid})
    assert room.offers(task) == ["Bob pending"]
    room.answer(task, "accepted")
    busy = room.task({"owner": bob.sid})
    assert room.offers(busy) == []
    advance("30s")
    assert room.offers(busy) == ["Alice pending"]


def test_a_known_worker_is_named_by_friendly_name():
    room = steps({"known_worker_friendly_name": "task.owner", "timeout": 30}, {})
    room.worker("Alice")
    room.worker("Bob")
    assert room.offers(room.task({"owner": "Bob"})) == ["Bob pending"]


def test_steps_end_one_after_the_other_and_the_last_one_ends_the_task():
    room = new_workspace()
    first, second = room.queue("First"), room.queue("Second")
    targets = [
        {"queue": first.sid, "timeout": 10},
        {"queue": second.sid, "timeout": "20", "priority": "5"},
        {"priority": 50, "timeout": 30},
    ]
    room.workflow("Route", {"filters": [{"expression": "1==1", "targets": targets}]})
    task = room.task()
    for after, place in (
        ("0s", ("First", 0, "pending")),
        ("9s", ("First", 0, "pending")),
        ("1s", ("Second", 5, "pending")),
        ("20s", ("Second", 50, "pending")),
        ("30s", ("Second", 50, "canceled")),
    ):
        advance(after)
        assert room.place(task) == place
    assert task.fetch().reason == "Task canceled on Workflow timeout"


def test_a_step_is_skipped_when_its_condition_holds_and_nobody_is_free_at_once():
    room = new_workspace()
    first, second = room.queue("First", "team == 1"), room.queue("Second", "team == 2")
    targets = [{"queue": first.sid, "skip_if": "workers.available == 0"}, {"queue": second.sid}]
    room.workflow("Route", {"filters": [{"expression": "1==1", "targets": targets}]})
    assert room.place(room.task()) == ("Second", 0, "pending")
    alice = room.worker("Alice", {"team": 1})
    assert room.place(room.task()) == ("First", 0, "reserved")
    # Busy is not unavailable: the condition counts activities.
    assert room.place(room.task()) == ("First", 0, "pending")
    alice.update(activity_sid=room.activity("Offline"))
    assert room.place(room.task()) == ("Second", 0, "pending")


def test_a_task_skipped_out_of_its_filter_ends_in_the_default_one():
    room = new_workspace()
    first, rest = room.queue("First"), room.queue("Rest")
    room.workflow(
        "Route",
        {
            "filters": [
                {"expression": "1==1", "targets": [{"queue": first.sid, "skip_if": "1==1"}]}
            ],
            "default_filter": {"queue": rest.sid},
        },
    )
    assert room.place(room.task()) == ("Rest", 0, "pending")


def test_a_task_can_be_sent_straight_to_a_worker_a_queue_or_a_workflow():
    room = new_workspace()
    everyone, empty = room.queue("Everyone"), room.queue("Nobody", "1==0")
    route = room.workflow("Route", {"default_filter": {"queue": everyone.sid}})
    other = room.workflow("Other", {"default_filter": {"queue": empty.sid}})
    alice = room.worker("Alice", {}, "Offline")
    to_worker = room.task(workflow_sid=route.sid, routing_target=alice.sid, task_queue_sid=empty.sid)
    assert to_worker.routing_target == alice.sid
    assert to_worker.ignore_capacity is True
    assert to_worker.task_queue_sid == empty.sid
    assert room.offers(to_worker) == ["Alice pending"]
    politely = room.task(workflow_sid=route.sid, routing_target=alice.sid, ignore_capacity="false")
    assert politely.ignore_capacity is False
    assert room.offers(politely) == []
    to_queue = room.task(workflow_sid=route.sid, routing_target=empty.sid)
    assert (to_queue.task_queue_sid, to_queue.routing_target) == (empty.sid, empty.sid)
    to_workflow = room.task(routing_target=other.sid)
    assert to_workflow.workflow_sid == other.sid
    assert to_workflow.task_queue_friendly_name == "Nobody"
    with refused(400, 20001):
        room.task(workflow_sid=route.sid, routing_target=nobody("WK"))
