"""Calls, conferences and queues of callers, in the older API."""

import re
from datetime import timedelta

from support import ACCOUNT, Maybe, advance, client, control, has, now, refused, seconds, sids

BASE = f"/2010-04-01/Accounts/{ACCOUNT}"
DAY = timedelta(days=1)


def test_a_call_is_read_told_to_end_and_removed():
    start = now()
    sid = control("calls", {"from": "+15550100001", "to": "+15550100002", "direction": "inbound"})["sid"]
    uri = f"{BASE}/Calls/{sid}"
    has(
        client.calls(sid).fetch(),
        sid=sid,
        date_created=start,
        date_updated=start,
        parent_call_sid=None,
        account_sid=ACCOUNT,
        to="+15550100002",
        to_formatted=str,
        _from="+15550100001",
        from_formatted=str,
        phone_number_sid=Maybe,
        status="in-progress",
        start_time=start,
        end_time=None,
        duration=None,
        price=None,
        price_unit="USD",
        direction="inbound",
        answered_by=None,
        api_version="2010-04-01",
        forwarded_from=None,
        group_sid=None,
        caller_name=None,
        queue_time="0",
        stir_verstat=None,
        trunk_sid=None,
        uri=f"{uri}.json",
        subresource_uris={
            "notifications": f"{uri}/Notifications.json",
            "recordings": f"{uri}/Recordings.json",
            "payments": f"{uri}/Payments.json",
            "events": f"{uri}/Events.json",
            "siprec": f"{uri}/Siprec.json",
            "streams": f"{uri}/Streams.json",
            "transcriptions": f"{uri}/Transcriptions.json",
            "user_defined_messages": f"{uri}/UserDefinedMessages.json",
            "user_defined_message_subscriptions": f"{uri}/UserDefinedMessageSubscriptions.json",
        },
    )
    advance("42s")
    ended = client.calls(sid).update(status="completed")
    assert (ended.status, ended.duration, ended.end_time) == ("completed", "42", start + seconds(42))
    assert client.calls(sid).delete() is True
    with refused(404, 20404):
        client.calls(sid).fetch()


def test_calls_are_filtered_by_number_status_parent_and_day():
    caller = "+15550100011"
    parent = control("calls", {"from": caller, "to": "+15550100012"})["sid"]
    child = control(
        "calls", {"from": caller, "to": "+15550100013", "parent_call_sid": parent, "status": "ringing"}
    )["sid"]
    client.calls(parent).update(status="completed")

    def found(**filters):
        return sorted(sids(client.calls.list(from_=caller, **filters)))

    assert found() == sorted([parent, child])
    assert found(to="+15550100013") == [child]
    assert found(status="completed") == [parent]
    assert found(status="ringing") == [child]
    assert found(parent_call_sid=parent) == [child]
    assert found(start_time=now()) == [parent]
    assert found(start_time_after=now() - DAY) == [parent]
    assert found(start_time_before=now() - DAY) == []
    assert found(end_time_after=now() - DAY) == [parent]


def test_a_conference_has_participants_who_are_muted_held_and_sent_away():
    start = now()
    made = control(
        "conferences",
        {
            "friendly_name": "Room 1",
            "participants": [{"label": "customer"}, {"label": "agent", "end_conference_on_exit": True}],
        },
    )
    (customer, agent), sid = made["call_sids"], made["sid"]
    uri = f"{BASE}/Conferences/{sid}"
    has(
        client.conferences(sid).fetch(),
        sid=sid,
        account_sid=ACCOUNT,
        friendly_name="Room 1",
        api_version="2010-04-01",
        region="us1",
        status="in-progress",
        date_created=start,
        date_updated=start,
        reason_conference_ended=None,
        call_sid_ending_conference=None,
        uri=f"{uri}.json",
        subresource_uris={
            "participants": f"{uri}/Participants.json",
            "recordings": f"{uri}/Recordings.json",
        },
    )
    participants = client.conferences(sid).participants
    properties = dict(
        account_sid=ACCOUNT,
        call_sid=customer,
        label="customer",
        call_sid_to_coach=None,
        coaching=False,
        conference_sid=sid,
        date_created=start,
        date_updated=start,
        end_conference_on_exit=False,
        muted=False,
        hold=False,
        start_conference_on_enter=True,
        status="connected",
        queue_time=Maybe,
        uri=f"{uri}/Participants/{customer}.json",
    )
    has(participants(customer).fetch(), **properties)
    has(participants("customer").fetch(), **properties)
    held = participants(customer).update(hold=True, muted=True)
    assert (held.hold, held.muted) == (True, True)

    def found(**filters):
        return [participant.call_sid for participant in participants.list(**filters)]

    assert sorted(found()) == sorted([customer, agent])
    assert found(hold=True) == [customer]
    assert found(muted=False) == [agent]
    assert participants(agent).delete() is True
    ended = client.conferences(sid).fetch()
    assert ended.status == "completed"
    assert ended.reason_conference_ended == "participant-with-end-conference-on-exit-kicked"
    assert ended.call_sid_ending_conference == agent


def test_conferences_are_filtered_by_name_status_and_day_and_ended():
    sid = control("conferences", {"friendly_name": "Room 2", "participants": [{}]})["sid"]

    def found(**filters):
        return sids(client.conferences.list(friendly_name="Room 2", **filters))

    assert found() == [sid]
    assert found(status="in-progress") == [sid]
    assert found(status="completed") == []
    assert found(date_created=now().date()) == [sid]
    assert found(date_created_before=(now() - DAY).date()) == []
    assert found(date_updated_after=(now() - DAY).date()) == [sid]
    ended = client.conferences(sid).update(status="completed")
    assert ended.status == "completed"
    assert ended.reason_conference_ended == "conference-ended-via-api"
    assert found(status="completed") == [sid]


def test_a_queue_of_callers_is_made_changed_emptied_and_removed():
    start = now()
    made = client.queues.create(friendly_name="Hold the line", max_size=5)
    properties = dict(
        sid=re.compile("^QU[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        friendly_name="Hold the line",
        max_size=5,
        current_size=0,
        average_wait_time=0,
        date_created=start,
        date_updated=start,
        uri=f"{BASE}/Queues/{made.sid}.json",
    )
    has(made, **properties)
    has(made.fetch(), **properties)
    properties.update(friendly_name="Please hold", max_size=9)
    has(made.update(friendly_name="Please hold", max_size=9), **properties)
    with refused(400, 20001, "exists"):
        client.queues.create(friendly_name="Please hold")
    assert made.sid in sids(client.queues.list())
    assert made.delete() is True
    with refused(404, 20404):
        made.fetch()


def test_the_callers_of_a_queue_are_in_line_and_are_taken_out_of_it():
    start = now()
    made = control("voice-queues", {"friendly_name": "Line", "callers": 3})
    sid, callers = made["sid"], made["call_sids"]
    advance("8s")
    queue, members = client.queues(sid), client.queues(sid).members
    listed = members.list()
    assert [(member.call_sid, member.position) for member in listed] == [*zip(callers, (1, 2, 3))]
    has(
        listed[0],
        call_sid=callers[0],
        date_enqueued=start,
        position=1,
        uri=f"{BASE}/Queues/{sid}/Members/{callers[0]}.json",
        wait_time=8,
        queue_sid=sid,
    )
    assert members("Front").fetch().call_sid == callers[0]
    assert (queue.fetch().current_size, queue.fetch().average_wait_time) == (3, 8)
    taken = members("Front").update(url="https://example.com/agent", method="POST")
    assert taken.call_sid == callers[0]
    assert members(callers[1]).fetch().position == 1
    with refused(404, 20404):
        members(callers[0]).fetch()
    with refused(400, 20001):
        queue.delete()


def test_the_lists_of_the_older_api_are_paged_along_relative_links():
    made = control("voice-queues", {"friendly_name": "Long line", "callers": 7})
    members = client.queues(made["sid"]).members
    assert [member.call_sid for member in members.list(page_size=2)] == made["call_sids"]
    page = members.page(page_size=3)
    assert len(list(page)) == 3
    assert next(page.next_page()).call_sid == made["call_sids"][3]


def test_another_accounts_telephones_are_not_found():
    with refused(404, 20404):
        client.api.v2010.accounts("AC" + "f" * 32).calls.list()
