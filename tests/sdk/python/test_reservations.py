"""Reservations: offers of tasks to workers, and their answers."""

import re

from support import ACCOUNT, advance, has, new_workspace, nobody, now, refused, seconds, sids


def test_a_reservation_is_the_same_seen_from_its_task_and_from_its_worker():
    room = new_workspace("FIFO")
    alice = room.worker("Alice")
    advance("3s")
    start, task = now(), room.task()
    (made,) = room.api.tasks(task.sid).reservations.list()
    properties = dict(
        sid=re.compile("^WR[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        workspace_sid=room.sid,
        task_sid=task.sid,
        worker_sid=alice.sid,
        worker_name="Alice",
        reservation_status="pending",
        date_created=start,
        date_updated=start,
        url=f"{room.url}/Tasks/{task.sid}/Reservations/{made.sid}",
        links={
            "task": f"{room.url}/Tasks/{task.sid}",
            "worker": f"{room.url}/Workers/{alice.sid}",
            "workspace": room.url,
        },
    )
    has(made, **properties)
    of_worker = room.api.workers(alice.sid).reservations(made.sid)
    seen_by_worker = {**properties, "url": f"{room.url}/Workers/{alice.sid}/Reservations/{made.sid}"}
    has(made.fetch(), **properties)
    has(of_worker.fetch(), **seen_by_worker)
    advance("2s")
    accepted = of_worker.update(reservation_status="accepted")
    has(
        accepted,
        **{**seen_by_worker, "reservation_status": "accepted", "date_updated": start + seconds(2)},
    )
    assert made.fetch().reservation_status == "accepted"
    with refused(404, 20404):
        room.api.workers(alice.sid).reservations(nobody("WR")).fetch()


def test_an_accepted_reservation_is_wrapped_up_and_completed_and_its_task_with_it():
    room = new_workspace("FIFO")
    room.worker("Alice")
    task = room.task()
    offer = room.offer(task)
    for answer, status in (("accepted", "assigned"), ("wrapping", "wrapping"), ("completed", "completed")):
        assert offer.update(reservation_status=answer).reservation_status == answer
        assert room.status(task) == status


def test_a_task_that_is_wrapped_up_and_completed_takes_its_reservation_along():
    room = new_workspace("FIFO")
    room.worker("Alice")
    task = room.task()
    room.answer(task, "accepted")
    for status in ("wrapping", "completed"):
        task.update(assignment_status=status)
        assert room.offers(task) == [f"Alice {status}"]


def test_a_worker_who_does_not_answer_goes_offline_and_the_next_one_is_asked():
    room = new_workspace("FIFO")
    alice = room.worker("Alice")
    advance("1s")
    room.worker("Bob")
    task = room.task()
    advance("119s")
    assert room.offers(task) == ["Alice pending"]
    advance("1s")
    assert room.offers(task) == ["Alice timeout", "Bob pending"]
    assert alice.fetch().activity_name == "Offline"
    advance("120s")
    assert room.offers(task) == ["Alice timeout", "Bob timeout"]
    assert room.status(task) == "pending"


def test_the_workspace_decides_where_a_worker_goes_who_does_not_answer():
    room = new_workspace("FIFO")
    room.api.update(timeout_activity_sid=room.activity("Unavailable"))
    alice = room.worker("Alice")
    room.task()
    advance("120s")
    assert alice.fetch().activity_name == "Unavailable"


def test_a_refused_task_goes_to_the_next_worker_and_the_refusing_one_where_they_say():
    room = new_workspace("FIFO")
    alice = room.worker("Alice")
    advance("1s")
    room.worker("Bob")
    task = room.task()
    answered = room.answer(task, "rejected", worker_activity_sid=room.activity("Unavailable"))
    assert answered.reservation_status == "rejected"
    assert room.offers(task) == ["Alice rejected", "Bob pending"]
    assert alice.fetch().activity_name == "Unavailable"


def test_of_several_reserved_workers_the_first_to_accept_has_the_task_and_the_others_are_too_late():
    room = new_workspace()
    queue = room.queue("Everyone", max_reserved_workers=3)
    room.workflow("Route", {"default_filter": {"queue": queue.sid}})
    for name in ("Alice", "Bob", "Carol", "Dave"):
        room.worker(name)
        advance("1s")
    task = room.task()
    assert room.offers(task) == ["Alice pending", "Bob pending", "Carol pending"]
    alice, bob, carol = room.api.tasks(task.sid).reservations.list()
    alice.update(reservation_status="rejected")
    assert room.status(task) == "reserved"
    bob.update(reservation_status="accepted")
    assert room.offers(task) == ["Alice rejected", "Bob accepted", "Carol rescinded"]
    assert room.status(task) == "assigned"
    with refused(410, 20410):
        carol.update(reservation_status="accepted")
    with refused(400, 20001):
        carol.update(reservation_status="rejected")


def test_a_task_canceled_while_it_is_offered_takes_the_offer_back():
    room = new_workspace("FIFO")
    alice, task = room.worker("Alice"), room.task()
    task.update(assignment_status="canceled", reason="hung up")
    assert room.offers(task) == ["Alice canceled"]
    assert alice.fetch().activity_name == "Available"
    assert room.offers(room.task()) == ["Alice pending"]


def test_an_answer_that_cannot_follow_is_refused():
    room = new_workspace("FIFO")
    room.worker("Alice")
    offer = room.offer(room.task())
    for status in ("completed", "wrapping", "rescinded", "maybe"):
        with refused(400, 20001):
            offer.update(reservation_status=status)
    offer.update(reservation_status="accepted")
    for status in ("accepted", "rejected"):
        with refused(400, 20001):
            offer.update(reservation_status=status)


def test_instructions_accept_and_reject_in_any_case():
    room = new_workspace("FIFO")
    alice, task = room.worker("Alice"), room.task()
    rejected = room.offer(task).update(
        instruction="reject", worker_activity_sid=room.activity("Unavailable")
    )
    assert rejected.reservation_status == "rejected"
    assert alice.fetch().activity_name == "Unavailable"
    alice.update(activity_sid=room.activity("Available"))
    assert room.offer(task).update(instruction="Accept").reservation_status == "accepted"
    assert room.status(task) == "assigned"


def test_a_conference_instruction_takes_its_many_parameters_and_accepts():
    room = new_workspace("FIFO")
    room.worker("Alice", {"contact_uri": "client:alice"})
    task = room.task({"call_sid": "CA" + "1" * 32})
    answered = room.offer(task).update(
        instruction="conference",
        from_="+15551230001",
        to="client:alice",
        timeout=20,
        record=True,
        muted=False,
        beep="onEnter",
        start_conference_on_enter=True,
        end_conference_on_exit=True,
        end_conference_on_customer_exit=True,
        beep_on_customer_entrance=False,
        wait_url="https://example.com/hold",
        wait_method="GET",
        early_media=False,
        max_participants=3,
        status_callback="https://example.com/calls",
        status_callback_method="POST",
        status_callback_event=["initiated", "ringing", "answered", "completed"],
        conference_status_callback="https://example.com/conferences",
        conference_status_callback_method="POST",
        conference_status_callback_event=["start", "end", "join", "leave"],
        conference_record="record-from-start",
        conference_trim="trim-silence",
        recording_channels="dual",
        region="ie1",
        jitter_buffer_size="small",
    )
    assert answered.reservation_status == "accepted"
    assert room.status(task) == "assigned"


def test_instructions_for_the_telephone_are_checked_and_need_a_pending_reservation():
    room = new_workspace("FIFO")
    room.worker("Alice", {"contact_uri": "client:alice"})
    offer = room.offer(room.task({"call_sid": "CA" + "1" * 32}))
    for incomplete in (
        {"instruction": "teleport"},
        {"instruction": "call", "call_from": "+15551230001"},
        {"instruction": "redirect", "redirect_url": "https://example.com/park"},
        {"instruction": "conference", "from_": "+15551230001", "max_participants": 500},
    ):
        with refused(400, 20001):
            offer.update(**incomplete)
    called = offer.update(
        instruction="call", call_from="+15551230001", call_url="https://example.com/agent", call_accept=False
    )
    assert called.reservation_status == "pending"
    dequeued = offer.update(
        instruction="dequeue",
        dequeue_from="+15551230001",
        dequeue_timeout=30,
        dequeue_record="record-from-answer",
        dequeue_status_callback_event=["initiated", "completed"],
    )
    assert dequeued.reservation_status == "accepted"
    words = r"^Unable to execute Conference instruction\. Reservation WR\w+ is not currently in a Pending state\.$"
    with refused(400, 20001, words):
        offer.update(instruction="conference", from_="+15551230001")


def test_a_supervisor_listens_in_through_the_task_not_through_the_worker():
    room = new_workspace("FIFO")
    alice = room.worker("Alice", {"contact_uri": "client:alice"})
    boss = room.worker("Boss", {"contact_uri": "client:boss"}, "Unavailable")
    offer = room.offer(room.task({"call_sid": "CA" + "1" * 32}))
    made = offer.update(instruction="conference", from_="+15551230001")
    order = dict(instruction="supervise", supervisor=boss.sid, supervisor_mode="whisper")
    assert offer.update(**order).reservation_status == "accepted"
    with refused(400, 20001):
        room.api.workers(alice.sid).reservations(made.sid).update(instruction="supervise")


def test_reservations_are_filtered_by_status_and_by_worker():
    room = new_workspace("FIFO")
    alice = room.worker("Alice")
    advance("1s")
    bob = room.worker("Bob")
    task = room.task()
    room.answer(task, "rejected", worker_activity_sid=room.activity("Offline"))
    room.answer(task, "accepted")
    reservations = room.api.tasks(task.sid).reservations
    first, second = sids(reservations.list())
    assert sids(reservations.list(reservation_status="rejected")) == [first]
    assert sids(reservations.list(reservation_status="accepted")) == [second]
    assert sids(reservations.list(reservation_status="timeout")) == []
    assert sids(reservations.list(worker_sid=bob.sid)) == [second]
    assert sids(reservations.list(worker_sid=bob.sid, reservation_status="rejected")) == []
    of_alice = room.api.workers(alice.sid).reservations
    assert sids(of_alice.list()) == [first]
    assert sids(of_alice.list(reservation_status="rejected")) == [first]
    assert sids(of_alice.list(reservation_status="pending")) == []
