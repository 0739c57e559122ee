"""Activities: what workers are doing."""

import re

from support import ACCOUNT, advance, has, names, new_workspace, now, refused, seconds


def test_an_activity_is_made_renamed_and_removed():
    room, start = new_workspace(), now()
    made = room.api.activities.create(friendly_name="Lunch", available=True)
    properties = dict(
        sid=re.compile("^WA[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        workspace_sid=room.sid,
        friendly_name="Lunch",
        available=True,
        date_created=start,
        date_updated=start,
        url=f"{room.url}/Activities/{made.sid}",
        links={"workspace": room.url},
    )
    has(made, **properties)
    has(made.fetch(), **properties)
    advance("7s")
    changed = made.update(friendly_name="Dinner")
    has(changed, **{**properties, "friendly_name": "Dinner", "date_updated": start + seconds(7)})
    assert made.delete() is True
    with refused(404, 20404):
        made.fetch()


def test_an_activity_is_unavailable_unless_told_otherwise():
    assert new_workspace().api.activities.create(friendly_name="Training").available is False


def test_activities_are_filtered_by_name_and_availability():
    activities = new_workspace().api.activities
    activities.create(friendly_name="On call", available=True)
    assert names(activities.list(friendly_name="On call")) == ["On call"]
    for truth in ("true", "1", "yes"):
        assert sorted(names(activities.list(available=truth))) == ["Available", "On call"]
    for anything in ("false", "no idea"):
        assert sorted(names(activities.list(available=anything))) == ["Offline", "Unavailable"]
    assert activities.list(available="true", friendly_name="Offline") == []


def test_an_activity_that_is_needed_cannot_be_removed():
    room = new_workspace()
    with refused(400, 20001):
        room.api.activities(room.activity("Offline")).delete()
    taken = room.api.activities.create(friendly_name="Taken")
    room.worker("Alice", {}, "Taken")
    with refused(400, 20001):
        taken.delete()


def test_an_activitys_name_is_needed_short_and_its_own():
    activities = new_workspace().api.activities
    with refused(400, 20001, "FriendlyName"):
        activities.create(friendly_name="")
    with refused(400, 20001, "FriendlyName"):
        activities.create(friendly_name="x" * 65)
    with refused(400, 20001, "exists"):
        activities.create(friendly_name="Offline")
