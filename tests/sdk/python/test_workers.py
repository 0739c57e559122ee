"""Workers and their channels."""

import json
import re

from support import ACCOUNT, advance, has, names, new_workspace, now, refused, seconds


def test_a_worker_is_hired_changed_and_let_go():
    room, start = new_workspace(), now()
    made = room.api.workers.create(friendly_name="Alice")
    url, offline = f"{room.url}/Workers/{made.sid}", room.activity("Offline")
    properties = dict(
        sid=re.compile("^WK[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        workspace_sid=room.sid,
        friendly_name="Alice",
        activity_sid=offline,
        activity_name="Offline",
        available=False,
        attributes="{}",
        date_created=start,
        date_updated=start,
        date_status_changed=start,
        url=url,
        links={
            "channels": f"{url}/Channels",
            "worker_channels": f"{url}/Channels",
            "activity": f"{room.url}/Activities/{offline}",
            "workspace": room.url,
            "reservations": f"{url}/Reservations",
            "worker_statistics": f"{url}/Statistics",
            "statistics": f"{room.url}/Workers/Statistics",
            "real_time_statistics": f"{room.url}/Workers/RealTimeStatistics",
            "cumulative_statistics": f"{room.url}/Workers/CumulativeStatistics",
        },
    )
    has(made, **properties)
    has(made.fetch(), **properties)
    advance("4s")
    attributes = '{"skills": ["support"], "level": 3}'
    properties.update(friendly_name="Alice B.", attributes=attributes, date_updated=start + seconds(4))
    has(made.update(friendly_name="Alice B.", attributes=attributes), **properties)
    advance("4s")
    available = room.activity("Available")
    properties.update(
        activity_sid=available,
        activity_name="Available",
        available=True,
        date_updated=start + seconds(8),
        date_status_changed=start + seconds(8),
        links={**properties["links"], "activity": f"{room.url}/Activities/{available}"},
    )
    has(made.update(activity_sid=available), **properties)
    assert made.delete() is True
    with refused(404, 20404, r"/Workers/WK\w+ was not found$"):
        made.fetch()


def test_workers_are_filtered_by_everything_the_list_offers():
    room = new_workspace()
    support, empty = room.queue("Support", 'skills HAS "support"'), room.queue("Nobody", "")
    room.worker("Alice", {"skills": ["support"], "level": 3})
    room.worker("Bob", {"skills": ["support", "sales"], "level": 1}, "Unavailable")
    room.worker("Carol", {"level": 5}, "Offline")
    offline = room.activity("Offline")

    def found(**filters):
        return sorted(names(room.api.workers.list(**filters)))

    assert found() == ["Alice", "Bob", "Carol"]
    assert found(friendly_name="Bob") == ["Bob"]
    assert found(activity_name="Available") == ["Alice"]
    assert found(activity_sid=offline) == ["Carol"]
    assert found(available="true") == ["Alice"]
    assert found(available="false") == ["Bob", "Carol"]
    assert found(target_workers_expression="level > 2") == ["Alice", "Carol"]
    either = 'skills HAS "sales" OR friendly_name == "Carol"'
    assert found(target_workers_expression=either) == ["Bob", "Carol"]
    doing = 'activity_name IN ["Available", "Offline"]'
    assert found(target_workers_expression=doing) == ["Alice", "Carol"]
    assert found(task_queue_name="Support") == ["Alice", "Bob"]
    assert found(task_queue_sid=support.sid) == ["Alice", "Bob"]
    assert found(task_queue_sid=empty.sid) == []
    assert found(task_queue_sid=support.sid, available="true") == ["Alice"]
    with refused(400, 20001):
        found(target_workers_expression="level >")
    with refused(400, 20001, "Ordering"):
        found(ordering="FriendlyName:asc")


def test_workers_are_ordered_by_their_last_change_of_activity():
    room = new_workspace()
    alice = room.worker("Alice")
    for name in ("Bob", "Carol"):
        advance("1s")
        room.worker(name)
    advance("1s")
    alice.update(activity_sid=room.activity("Unavailable"))
    workers = room.api.workers
    assert names(workers.list(ordering="DateStatusChanged:asc")) == ["Bob", "Carol", "Alice"]
    assert names(workers.list(ordering="DateStatusChanged:desc")) == ["Alice", "Carol", "Bob"]


def test_a_workers_name_is_unique_whatever_the_case():
    room = new_workspace()
    room.worker("Alice")
    with refused(400, 20001, "^Worker with the same friendly name already exists$"):
        room.worker("ALICE")


def test_a_workers_attributes_are_a_json_object_of_at_most_4096_characters():
    workers = new_workspace().api.workers
    longest = json.dumps({"x": "y" * (4096 - 9)})
    assert len(longest) == 4096
    assert workers.create(friendly_name="Long", attributes=longest).attributes == longest
    for attributes in (longest + " ", "{", "[]"):
        with refused(400, 20001, "Attributes"):
            workers.create(friendly_name="Bad", attributes=attributes)


def test_who_goes_away_can_refuse_what_was_offered_and_only_then():
    room = new_workspace("FIFO")
    alice, task = room.worker("Alice"), room.task()
    with refused(400, 20001):
        alice.update(activity_sid=room.activity("Available"), reject_pending_reservations=True)
    alice.update(activity_sid=room.activity("Offline"), reject_pending_reservations=True)
    assert room.offers(task) == ["Alice rejected"]
    assert room.status(task) == "pending"


def test_who_goes_away_without_a_word_can_still_answer():
    room = new_workspace("FIFO")
    alice, task = room.worker("Alice"), room.task()
    alice.update(activity_sid=room.activity("Unavailable"))
    assert room.offers(task) == ["Alice pending"]
    room.answer(task, "accepted")
    assert room.status(task) == "assigned"


def test_a_workers_channels_come_with_the_worker():
    room, start = new_workspace(), now()
    alice = room.worker("Alice")
    own = room.api.workers(alice.sid).worker_channels
    channels = sorted(channel.task_channel_unique_name for channel in own.list())
    assert channels == ["chat", "default", "sms", "video", "voice"]
    chat = own("chat").fetch()
    properties = dict(
        sid=re.compile("^WC[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        workspace_sid=room.sid,
        worker_sid=alice.sid,
        task_channel_sid=room.api.task_channels("chat").fetch().sid,
        task_channel_unique_name="chat",
        configured_capacity=1,
        available=True,
        assigned_tasks=0,
        available_capacity_percentage=100,
        date_created=start,
        date_updated=start,
        url=f"{room.url}/Workers/{alice.sid}/Channels/{chat.sid}",
    )
    has(chat, **properties)
    has(own(chat.sid).fetch(), **properties)
    advance("2s")
    properties.update(configured_capacity=4, date_updated=start + seconds(2))
    has(own("chat").update(capacity=4), **properties)
    properties.update(available=False)
    has(own(chat.sid).update(available=False), **properties)
    assert own("chat").update(capacity=0).available_capacity_percentage == 0
    with refused(400, 20001, "Capacity"):
        own("chat").update(capacity=-1)
    with refused(404, 20404):
        own("telepathy").fetch()
