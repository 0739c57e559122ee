"""Statistics: how things stand and how they went, to the second.

After 10 s Alice is offered two tasks; after 15 s she takes the call and refuses the chat, which is
canceled after 35 s, when a sale comes for Bob, who is not there. After 60 s the call is over.
"""

from types import SimpleNamespace

import pytest

from support import ACCOUNT, advance, has, new_workspace, nobody, now, refused, seconds

ONE_WAITING = {"pending": 1, "reserved": 0, "assigned": 0, "wrapping": 0}


def durations(length):
    """One duration of so many seconds, or none at all."""
    return {"avg": length, "min": length, "max": length, "total": length}


# What became of Alice's two offers.
TWO_OFFERS = dict(
    reservations_created=2,
    reservations_accepted=1,
    reservations_rejected=1,
    reservations_timed_out=0,
    reservations_canceled=0,
    reservations_rescinded=0,
)


@pytest.fixture(scope="module")
def minute():
    room, start = new_workspace(), now()
    support = room.queue("Support", 'skills HAS "support"')
    sales = room.queue("Sales", 'skills HAS "sales"')
    workflow = room.workflow(
        "Route",
        {
            "filters": [{"expression": 'type == "sale"', "targets": [{"queue": sales.sid}]}],
            "default_filter": {"queue": support.sid},
        },
    )
    alice = room.worker("Alice", {"skills": ["support"]})
    bob = room.worker("Bob", {"skills": ["sales"]}, "Offline")
    advance("10s")
    call = room.task({"type": "call"}, priority=10, task_channel="voice")
    chat = room.task({"type": "chat"}, task_channel="chat")
    advance("5s")
    room.answer(call, "accepted")
    room.answer(chat, "rejected", worker_activity_sid=room.activity("Unavailable"))
    advance("20s")
    chat.update(assignment_status="canceled", reason="left")
    sale = room.task({"type": "sale"})
    advance("25s")
    call.update(assignment_status="completed", reason="solved")
    return SimpleNamespace(
        room=room,
        api=room.api,
        support=support,
        sales=sales,
        workflow=workflow,
        alice=alice,
        bob=bob,
        sale=sale,
        start=start,
        end=now(),
        owner=dict(account_sid=ACCOUNT, workspace_sid=room.sid),
        window=dict(start_date=start),
        went=dict(
            start_time=start,
            end_time=start + seconds(60),
            avg_task_acceptance_time=5,
            split_by_wait_time=None,
            wait_duration_until_accepted=durations(5),
            wait_duration_until_canceled=durations(25),
            tasks_canceled=1,
            tasks_completed=1,
            tasks_deleted=0,
            tasks_moved=0,
            **TWO_OFFERS,
        ),
        stands=dict(
            longest_task_waiting_age=25,
            longest_task_waiting_sid=sale.sid,
            tasks_by_priority={"0": 1},
            tasks_by_status=ONE_WAITING,
            total_tasks=1,
        ),
    )


def workers_in(statistics):
    return {one["friendly_name"]: one["workers"] for one in statistics if one["workers"]}


def total(activity_durations, name):
    (found,) = [one["total"] for one in activity_durations if one["friendly_name"] == name]
    return found


def test_as_the_workspace_stands_now(minute):
    stands = minute.api.real_time_statistics().fetch()
    has(
        stands,
        **minute.owner,
        **minute.stands,
        url=f"{minute.room.url}/RealTimeStatistics",
        activity_statistics=list,
        total_workers=2,
    )
    assert workers_in(stands.activity_statistics) == {"Offline": 1, "Unavailable": 1}
    assert len(stands.activity_statistics) == 3
    voice = minute.api.real_time_statistics().fetch(task_channel="voice")
    assert (voice.total_tasks, voice.tasks_by_priority) == (0, {})
    assert (voice.longest_task_waiting_age, voice.longest_task_waiting_sid) == (0, None)


def test_as_the_workspace_went(minute):
    statistics = minute.api.cumulative_statistics()
    has(
        statistics.fetch(**minute.window),
        **minute.owner,
        **minute.went,
        url=f"{minute.room.url}/CumulativeStatistics",
        tasks_created=3,
        tasks_timed_out_in_workflow=0,
    )
    split = statistics.fetch(**minute.window, split_by_wait_time="5,30").split_by_wait_time
    assert split == {
        "5": {
            "below": {"tasks_canceled": 0, "reservations_accepted": 1},
            "above": {"tasks_canceled": 1, "reservations_accepted": 0},
        },
        "30": {
            "below": {"tasks_canceled": 1, "reservations_accepted": 1},
            "above": {"tasks_canceled": 0, "reservations_accepted": 0},
        },
    }
    chat = statistics.fetch(**minute.window, task_channel="chat")
    assert chat.tasks_created == 1
    assert (chat.reservations_accepted, chat.reservations_rejected) == (0, 1)
    assert chat.wait_duration_until_accepted == durations(0)


def test_as_the_workspace_stands_and_went(minute):
    both = minute.api.statistics().fetch(**minute.window)
    has(both, **minute.owner, url=f"{minute.room.url}/Statistics", realtime=dict, cumulative=dict)
    assert both.realtime["total_tasks"] == 1
    assert both.realtime["total_workers"] == 2
    assert both.realtime["longest_task_waiting_sid"] == minute.sale.sid
    assert both.realtime["tasks_by_status"]["pending"] == 1
    assert both.cumulative["tasks_created"] == 3
    assert both.cumulative["tasks_canceled"] == 1
    assert both.cumulative["avg_task_acceptance_time"] == 5
    assert {name: both.cumulative[name] for name in TWO_OFFERS} == TWO_OFFERS
    assert both.cumulative["start_time"] == minute.start.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert both.cumulative["end_time"] == minute.end.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_as_a_queue_stands_now(minute):
    queue = minute.sales
    stands = minute.api.task_queues(queue.sid).real_time_statistics().fetch()
    has(
        stands,
        **minute.owner,
        **minute.stands,
        task_queue_sid=queue.sid,
        url=f"{minute.room.url}/TaskQueues/{queue.sid}/RealTimeStatistics",
        activity_statistics=list,
        longest_relative_task_age_in_queue=25,
        longest_relative_task_sid_in_queue=minute.sale.sid,
        total_available_workers=0,
        total_eligible_workers=1,
    )
    assert workers_in(stands.activity_statistics) == {"Offline": 1}
    quiet = minute.api.task_queues(minute.support.sid).real_time_statistics().fetch()
    assert (quiet.total_tasks, quiet.total_eligible_workers) == (0, 1)


def test_as_a_queue_went(minute):
    queue = minute.support
    url = f"{minute.room.url}/TaskQueues/{queue.sid}"
    api = minute.api.task_queues(queue.sid)
    has(
        api.cumulative_statistics().fetch(**minute.window),
        **minute.owner,
        **minute.went,
        task_queue_sid=queue.sid,
        url=f"{url}/CumulativeStatistics",
        wait_duration_in_queue_until_accepted=durations(5),
        tasks_entered=2,
    )
    both = api.statistics().fetch(**minute.window)
    has(
        both,
        **minute.owner,
        task_queue_sid=queue.sid,
        url=f"{url}/Statistics",
        realtime=dict,
        cumulative=dict,
    )
    assert both.realtime["total_eligible_workers"] == 1
    assert both.realtime["total_tasks"] == 0
    assert both.cumulative["tasks_entered"] == 2
    assert both.cumulative["reservations_accepted"] == 1


def test_as_all_queues_stand_and_went(minute):
    queues = minute.api.task_queues
    everything = queues.statistics.list(**minute.window)
    assert len(everything) == 2
    (one,) = queues.statistics.list(**minute.window, friendly_name="Sales")
    has(one, **minute.owner, task_queue_sid=minute.sales.sid, realtime=dict, cumulative=dict)
    assert one.realtime["total_tasks"] == 1
    assert one.cumulative["tasks_entered"] == 1
    paged = queues.statistics.list(**minute.window, page_size=1)
    assert [one.task_queue_sid for one in paged] == [one.task_queue_sid for one in everything]


def test_as_several_queues_stand_at_once(minute):
    wanted = {"TaskQueueSids": [minute.sales.sid, minute.support.sid]}
    # The package wants an object that can turn itself into a dictionary.
    body = SimpleNamespace(to_dict=lambda: wanted)
    bulk = minute.api.task_queues.bulk_real_time_statistics.create(body=body)
    has(
        bulk,
        **minute.owner,
        task_queue_data=list,
        task_queue_response_count=2,
        url=f"{minute.room.url}/TaskQueues/RealTimeStatistics",
    )
    (sales,) = [one for one in bulk.task_queue_data if one["task_queue_sid"] == minute.sales.sid]
    assert {name: sales[name] for name in minute.stands} == minute.stands
    assert sales["total_eligible_workers"] == 1
    assert sales["total_available_workers"] == 0
    assert workers_in(sales["activity_statistics"]) == {"Offline": 1}


def test_as_a_workflow_stands_and_went(minute):
    sid = minute.workflow.sid
    api, url = minute.api.workflows(sid), f"{minute.room.url}/Workflows/{sid}"
    has(
        api.real_time_statistics().fetch(),
        **minute.owner,
        **minute.stands,
        workflow_sid=sid,
        url=f"{url}/RealTimeStatistics",
    )
    has(
        api.cumulative_statistics().fetch(**minute.window),
        **minute.owner,
        **minute.went,
        workflow_sid=sid,
        url=f"{url}/CumulativeStatistics",
        tasks_entered=3,
        tasks_timed_out_in_workflow=0,
    )
    both = api.statistics().fetch(**minute.window)
    has(
        both,
        **minute.owner,
        workflow_sid=sid,
        url=f"{url}/Statistics",
        realtime=dict,
        cumulative=dict,
    )
    assert both.realtime["total_tasks"] == 1
    assert both.cumulative["tasks_entered"] == 3


def test_as_the_workers_stand_and_went(minute):
    workers, url = minute.api.workers, f"{minute.room.url}/Workers"
    stands = workers.real_time_statistics().fetch()
    has(
        stands,
        **minute.owner,
        url=f"{url}/RealTimeStatistics",
        activity_statistics=list,
        total_workers=2,
    )
    assert workers_in(stands.activity_statistics) == {"Offline": 1, "Unavailable": 1}
    went = workers.cumulative_statistics().fetch(**minute.window)
    has(
        went,
        **minute.owner,
        **TWO_OFFERS,
        url=f"{url}/CumulativeStatistics",
        start_time=minute.start,
        end_time=minute.end,
        activity_durations=list,
    )
    for name, length in (("Available", 15), ("Unavailable", 45), ("Offline", 60)):
        assert total(went.activity_durations, name) == length
    both = workers.statistics().fetch(**minute.window)
    has(both, **minute.owner, url=f"{url}/Statistics", realtime=dict, cumulative=dict)
    assert both.realtime["total_workers"] == 2
    assert both.cumulative["reservations_created"] == 2
    for only in (
        {"friendly_name": "Bob"},
        {"task_queue_sid": minute.sales.sid},
        {"task_queue_name": "Sales"},
    ):
        some = workers.statistics().fetch(**minute.window, **only)
        assert some.realtime["total_workers"] == 1
        assert some.cumulative["reservations_created"] == 0
        assert total(some.cumulative["activity_durations"], "Offline") == 60


def test_as_one_worker_went(minute):
    alice = minute.api.workers(minute.alice.sid)
    went = alice.statistics().fetch(**minute.window)
    has(
        went,
        **minute.owner,
        worker_sid=minute.alice.sid,
        url=f"{minute.room.url}/Workers/{minute.alice.sid}/Statistics",
        cumulative=dict,
    )
    assert {name: went.cumulative[name] for name in TWO_OFFERS} == TWO_OFFERS
    assert total(went.cumulative["activity_durations"], "Available") == 15
    voice = alice.statistics().fetch(**minute.window, task_channel="voice")
    assert voice.cumulative["reservations_created"] == 1
    bob = minute.api.workers(minute.bob.sid).statistics().fetch(**minute.window)
    assert bob.cumulative["reservations_created"] == 0


def test_a_window_passes(minute):
    advance("20m")
    statistics = minute.api.cumulative_statistics()
    quiet = statistics.fetch()
    assert (quiet.tasks_created, quiet.avg_task_acceptance_time) == (0, 0)
    assert quiet.end_time - quiet.start_time == seconds(15 * 60)
    longer = statistics.fetch(minutes=30)
    assert longer.tasks_created == 3
    assert longer.end_time - longer.start_time == seconds(30 * 60)
    bounded = statistics.fetch(start_date=minute.start, end_date=minute.start + seconds(12))
    assert bounded.tasks_created == 2
    assert (bounded.reservations_created, bounded.reservations_accepted) == (2, 0)


def test_statistics_cannot_be_asked_for_after_thirty_days(minute):
    with refused(400, 14241):
        minute.api.cumulative_statistics().fetch(start_date=now() - seconds(31 * 86400))


def test_statistics_of_what_does_not_exist_are_not_found():
    api = new_workspace().api
    with refused(404, 20404):
        api.task_queues(nobody("WQ")).real_time_statistics().fetch()
    with refused(404, 20404):
        api.workflows(nobody("WW")).cumulative_statistics().fetch()
    with refused(404, 20404):
        api.workers(nobody("WK")).statistics().fetch()
