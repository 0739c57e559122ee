"""How many tasks a worker has at once."""

from support import advance, new_workspace


def load(room, worker, channel="default"):
    own = room.api.workers(worker.sid).worker_channels(channel).fetch()
    return own.assigned_tasks, own.available_capacity_percentage


def test_a_worker_takes_as_many_tasks_of_a_channel_as_their_capacity_allows():
    room = new_workspace("FIFO")
    alice = room.worker("Alice", {}, "Offline")
    room.api.workers(alice.sid).worker_channels("chat").update(capacity=3)
    alice.update(activity_sid=room.activity("Available"))
    tasks = [room.task(task_channel="chat") for _ in range(4)]
    assert [room.status(task) for task in tasks] == ["reserved"] * 3 + ["pending"]
    assert load(room, alice, "chat") == (0, 0)
    room.answer(tasks[0], "accepted")
    room.answer(tasks[1], "accepted")
    assert load(room, alice, "chat") == (2, 0)
    tasks[0].update(assignment_status="wrapping")
    assert load(room, alice, "chat") == (1, 0)
    assert room.status(tasks[3]) == "pending"
    tasks[0].update(assignment_status="completed")
    assert room.status(tasks[3]) == "reserved"
    tasks[3].update(assignment_status="canceled")
    assert load(room, alice, "chat") == (1, 33)


def test_channels_do_not_share_capacity():
    room = new_workspace("FIFO")
    alice = room.worker("Alice")
    for channel in ("voice", "chat", "default"):
        assert room.offers(room.task(task_channel=channel)) == ["Alice pending"]
        assert load(room, alice, channel) == (0, 0)
    assert load(room, alice, "sms") == (0, 100)


def test_capacity_that_grows_is_used_at_once():
    room = new_workspace("FIFO")
    alice = room.worker("Alice")
    first, second = room.task(), room.task()
    assert (room.status(first), room.status(second)) == ("reserved", "pending")
    room.api.workers(alice.sid).worker_channels("default").update(capacity=2)
    assert room.status(second) == "reserved"


def test_a_channel_without_capacity_or_switched_off_takes_nothing():
    room = new_workspace("FIFO")
    channel = room.api.workers(room.worker("Alice").sid).worker_channels("default")
    channel.update(capacity=0)
    task = room.task()
    assert room.offers(task) == []
    channel.update(capacity=1, available=False)
    assert room.offers(task) == []
    channel.update(available=True)
    assert room.offers(task) == ["Alice pending"]


def test_a_single_tasking_worker_changes_activity_with_the_work_and_is_brought_back_by_hand():
    room = new_workspace("FIFO", multi_task_enabled=False)
    reserved = room.api.activities.create(friendly_name="Reserved")
    busy = room.api.activities.create(friendly_name="Busy")
    (queue,) = room.api.task_queues.list()
    queue.update(reservation_activity_sid=reserved.sid, assignment_activity_sid=busy.sid)
    alice = room.worker("Alice")
    task, following = room.task(), room.task(task_channel="voice")
    assert alice.fetch().activity_name == "Reserved"
    assert room.status(following) == "pending"
    room.answer(task, "accepted")
    assert alice.fetch().activity_name == "Busy"
    task.update(assignment_status="completed", reason="done")
    assert alice.fetch().activity_name == "Busy"
    assert room.status(following) == "pending"
    advance("1s")
    alice.update(activity_sid=room.activity("Available"))
    assert alice.fetch().activity_name == "Reserved"
    assert room.status(following) == "reserved"
