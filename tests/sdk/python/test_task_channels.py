"""Task channels: the kinds of tasks."""

import re

from support import ACCOUNT, advance, has, names, new_workspace, now, refused, seconds


def test_a_task_channel_is_made_changed_and_removed():
    room, start = new_workspace(), now()
    made = room.api.task_channels.create(
        friendly_name="Letters", unique_name="letters", channel_optimized_routing=True
    )
    properties = dict(
        sid=re.compile("^TC[0-9a-f]{32}$"),
        account_sid=ACCOUNT,
        workspace_sid=room.sid,
        friendly_name="Letters",
        unique_name="letters",
        channel_optimized_routing=True,
        date_created=start,
        date_updated=start,
        url=f"{room.url}/TaskChannels/{made.sid}",
        links={"workspace": room.url},
    )
    has(made, **properties)
    has(room.api.task_channels("letters").fetch(), **properties)
    advance("3s")
    has(
        made.update(friendly_name="Post", channel_optimized_routing=False),
        **{
            **properties,
            "friendly_name": "Post",
            "channel_optimized_routing": False,
            "date_updated": start + seconds(3),
        },
    )
    assert made.delete() is True
    with refused(404, 20404):
        room.api.task_channels("letters").fetch()


def test_the_predefined_channels_have_their_names_and_stay():
    channels = new_workspace().api.task_channels
    assert len(channels.list()) == 5
    assert {"Default", "SMS", "Video", "Voice"} <= set(names(channels.list()))
    with refused(400, 20001):
        channels("voice").delete()


def test_every_worker_gets_the_new_channel_and_loses_it_with_its_removal():
    room = new_workspace()
    own = room.api.workers(room.worker("Alice").sid).worker_channels
    made = room.api.task_channels.create(friendly_name="Fax", unique_name="fax")
    assert own("fax").fetch().task_channel_sid == made.sid
    assert own("fax").fetch().configured_capacity == 1
    assert len(own.list()) == 6
    made.delete()
    assert len(own.list()) == 5


def test_a_unique_name_is_unique_and_needed():
    channels = new_workspace().api.task_channels
    with refused(400, 20001):
        channels.create(friendly_name="Voice again", unique_name="voice")
    with refused(400, 20001, "UniqueName"):
        channels.create(friendly_name="Nameless", unique_name="")
