"""Versions, which keep two who change the same thing apart."""

from support import new_workspace, refused


def tag(response):
    """What `ETag` says; the package keeps names of headers as they came, in any case."""
    (value,) = [value for name, value in response.headers.items() if name.lower() == "etag"]
    return value


def version(response):
    """The number in the tag, which may stand in quotes."""
    return int(tag(response).strip('"'))


def test_a_tasks_version_grows_with_every_change_and_an_outdated_one_changes_nothing():
    room = new_workspace("FIFO")
    made = room.api.tasks.create_with_http_info(attributes="{}")
    assert made.status_code == 201
    assert version(made) == 0
    task = room.api.tasks(made.data.sid)
    assert tag(task.fetch_with_http_info()) == tag(made)
    changed = task.update_with_http_info(priority=1, if_match="0")
    assert (changed.status_code, version(changed), changed.data.priority) == (200, 1, 1)
    for outdated in ("0", tag(made)):
        with refused(412, 20412):
            task.update(priority=2, if_match=outdated)
    assert task.fetch().priority == 1
    assert task.update(priority=3, if_match=tag(changed)).priority == 3
    assert task.update(priority=4, if_match="*").priority == 4
    assert task.update(priority=5).priority == 5
    assert version(task.fetch_with_http_info()) == 4
    assert task.delete_with_http_info().status_code == 204


def test_a_workers_version_grows_with_every_change_and_an_outdated_one_changes_nothing():
    room = new_workspace()
    made = room.api.workers.create_with_http_info(friendly_name="Alice")
    assert made.status_code == 201
    worker = room.api.workers(made.data.sid)
    first = tag(worker.fetch_with_http_info())
    assert first == tag(made)
    changed = worker.update_with_http_info(attributes='{"level":1}', if_match=first)
    assert version(changed) == version(made) + 1
    with refused(412, 20412):
        worker.update(attributes='{"level":2}', if_match=first)
    assert worker.fetch().attributes == '{"level":1}'


def test_a_reservations_version_tells_whether_somebody_else_has_answered():
    room = new_workspace("FIFO")
    room.worker("Alice")
    task = room.task()
    offer = room.offer(task)
    first = offer.fetch_with_http_info()
    accepted = offer.update_with_http_info(reservation_status="accepted", if_match=tag(first))
    assert version(accepted) == version(first) + 1
    with refused(412, 20412):
        offer.update(reservation_status="completed", if_match=tag(first))
    assert room.status(task) == "assigned"
    done = offer.update(reservation_status="completed", if_match=tag(accepted))
    assert done.reservation_status == "completed"


def test_what_the_router_does_to_a_task_makes_its_version_grow_too():
    room = new_workspace("FIFO")
    task = room.api.tasks(room.task().sid)
    before = task.fetch_with_http_info()
    room.worker("Alice")
    assert version(task.fetch_with_http_info()) > version(before)
    with refused(412, 20412):
        task.update(priority=1, if_match=tag(before))
