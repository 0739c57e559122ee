"""Lists that are longer than a page."""

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, pairwise
from types import SimpleNamespace

import pytest

from support import HOST, client, new_workspace, refused, sids

COUNT = 2500
# Requests under way at once while the tasks are made.
HANDS = 8


@pytest.fixture(scope="module")
def long():
    """A list of 2,500 tasks."""
    room = new_workspace()
    queue = room.queue("Nobody", "1==0")
    room.workflow("Route", {"default_filter": {"queue": queue.sid}})
    with ThreadPoolExecutor(HANDS) as hands:
        made = list(hands.map(lambda number: room.task({"number": number}, priority=number % 7), range(COUNT)))
    in_order = sids(room.api.tasks.list(page_size=1000))
    return SimpleNamespace(room=room, tasks=room.api.tasks, made=sids(made), in_order=in_order)


def test_a_long_list_is_complete_without_repetition_in_large_pages(long):
    assert len(long.in_order) == COUNT
    assert sorted(long.in_order) == sorted(long.made)


def test_a_long_list_is_the_same_in_pages_of_50(long):
    assert sids(long.tasks.list(page_size=50)) == long.in_order


def test_a_long_list_is_streamed_page_by_page(long):
    assert sids(long.tasks.stream(page_size=100)) == long.in_order
    assert sids(islice(long.tasks.stream(page_size=20), 45)) == long.in_order[:45]


def test_a_long_list_ends_where_a_limit_says(long):
    assert sids(long.tasks.list(limit=20)) == long.in_order[:20]
    assert sids(long.tasks.list(limit=130, page_size=50)) == long.in_order[:130]
    assert sids(long.tasks.stream(limit=75, page_size=50)) == long.in_order[:75]


def test_a_long_list_is_turned_forward_and_back_page_by_page(long):
    first = long.tasks.page(page_size=40)
    assert first.previous_page_url is None
    start = f"{HOST}/Workspaces/{long.room.sid}/Tasks?PageSize=40&Page=1&PageToken=PA"
    assert first.next_page_url.startswith(start)
    assert sids(first) == long.in_order[:40]
    second = first.next_page()
    third = second.next_page()
    assert sids(third) == long.in_order[80:120]
    assert sids(third.previous_page()) == long.in_order[40:80]
    assert sids(long.tasks.get_page(second.next_page_url)) == long.in_order[80:120]


def test_a_page_has_at_most_1000_items_and_50_unless_told_otherwise(long):
    assert len(list(long.tasks.page(page_size=5000))) == 1000
    assert len(list(long.tasks.page())) == 50


def test_a_page_says_where_it_is_in_the_documented_words(long):
    url = f"{long.room.url}/Tasks"
    answer = client.request("GET", f"{url}?Priority=3&PageSize=10")
    assert answer.status_code == 200
    body = json.loads(answer.text)
    last = body["tasks"][9]["sid"]
    assert body["meta"] == {
        "key": "tasks",
        "page": 0,
        "page_size": 10,
        "first_page_url": f"{url}?Priority=3&PageSize=10&Page=0",
        "previous_page_url": None,
        "url": f"{url}?Priority=3&PageSize=10&Page=0",
        "next_page_url": f"{url}?Priority=3&PageSize=10&Page=1&PageToken=PA{last}",
    }


def test_a_long_list_keeps_its_filter_and_its_order_from_page_to_page(long):
    important = long.tasks.list(priority=6, page_size=50)
    assert len(important) == COUNT // 7
    assert {task.priority for task in important} == {6}
    ordered = long.tasks.list(ordering="Priority:desc,DateCreated:asc", page_size=200)
    assert len(set(sids(ordered))) == COUNT
    assert all(one.priority >= other.priority for one, other in pairwise(ordered))


def test_a_long_list_goes_on_where_it_was_although_items_are_removed(long):
    first = long.tasks.page(page_size=10)
    long.tasks(long.in_order[9]).delete()
    long.tasks(long.in_order[10]).delete()
    assert sids(first.next_page()) == long.in_order[11:21]


def test_only_relative_paging_is_known(long):
    assert len(list(long.tasks.page(page_number=0, page_size=5))) == 5
    with refused(400, 40153):
        long.tasks.page(page_number=2)
    with refused(400, 20001, "PageToken"):
        long.tasks.page(page_number=1, page_token="nonsense")


def test_an_empty_list_is_one_empty_page():
    page = new_workspace().api.tasks.page()
    assert list(page) == []
    assert page.next_page_url is None
    assert page.previous_page_url is None


def test_every_list_is_paged_by_the_same_rule():
    room = new_workspace("FIFO")
    alice = room.worker("Alice")
    room.worker("Bob")
    task = room.task()
    api, worker = room.api, room.api.workers(alice.sid)
    for collection, least in (
        (client.taskrouter.v1.workspaces, 2),
        (api.activities, 3),
        (api.task_channels, 5),
        (api.workers, 2),
        (worker.worker_channels, 5),
        (api.task_queues, 1),
        (api.workflows, 1),
        (api.tasks, 1),
        (api.tasks(task.sid).reservations, 1),
        (worker.reservations, 1),
        (api.events, 10),
    ):
        whole = sids(collection.list())
        assert len(whole) >= least
        assert sids(collection.list(page_size=1)) == whole
