"""Remembering a moment and going back to it; what subscribers are told."""

import pytest

from sandbox import Happening, Person, Sandbox
from tests.sandbox.support import WANG, Api


@pytest.mark.asyncio
async def test_going_back_brings_messages_keyboard_and_updates_back(api: Api, wang: Person, sandbox: Sandbox) -> None:
    wang.says("一")
    await api.says("好", reply_markup={"keyboard": [["报事"]]})
    before = sandbox.world.snapshot()
    await api.updates(offset=-1)
    wang.says("二")
    await api.says("改", reply_markup={"remove_keyboard": True})
    sandbox.world.restore(before)
    assert [message.text for message in wang.messages] == ["一", "好"]
    assert wang.keyboard == [["报事"]]
    assert [update["message"]["text"] for update in await api.updates()] == ["一"]


@pytest.mark.asyncio
async def test_a_snapshot_serves_more_than_once(api: Api, wang: Person, sandbox: Sandbox) -> None:
    before = sandbox.world.snapshot()
    for _ in range(2):
        wang.says("一")
        sandbox.world.restore(before)
        assert wang.messages == []


def test_update_ids_are_never_used_twice(wang: Person, sandbox: Sandbox) -> None:
    before = sandbox.world.snapshot()
    wang.says("一")
    (first,) = sandbox.world.updates.waiting()
    sandbox.world.restore(before)
    wang.says("一")
    (again,) = sandbox.world.updates.waiting()
    assert again.id > first.id


def test_people_added_since_are_forgotten(sandbox: Sandbox) -> None:
    before = sandbox.world.snapshot()
    sandbox.world.add_person(5009, "新来的")
    sandbox.world.restore(before)
    assert 5009 not in sandbox.world.people


@pytest.mark.asyncio
async def test_subscribers_hear_everything_until_they_stop(api: Api, wang: Person, sandbox: Sandbox) -> None:
    heard: list[Happening] = []
    stop = sandbox.world.subscribe(heard.append)
    await api.says("您好", reply_markup={"keyboard": [["报事"]]})
    stop()
    await api.says("再见")
    assert [happening.type for happening in heard] == ["message", "keyboard", "ring", "log"]
    assert heard[0].as_json()["chat"] == WANG
    assert heard[0].detail["message"]["text"] == "您好"
    assert heard[1].detail["keyboard"] == [[{"text": "报事"}]]
    assert heard[3].detail["text"] == {"zh": "芳的手机响了", "en": "芳's phone rang"}


@pytest.mark.asyncio
async def test_a_silent_message_is_not_logged_as_ringing(api: Api, wang: Person, sandbox: Sandbox) -> None:
    heard: list[Happening] = []
    sandbox.world.subscribe(heard.append)
    await api.says(disable_notification=True)
    assert [(happening.type, happening.detail.get("silent")) for happening in heard[1:]] == [("ring", True)]


@pytest.mark.asyncio
async def test_unread_counts_until_she_looks_or_writes(api: Api, wang: Person) -> None:
    await api.says("一")
    await api.says("二")
    assert wang.chat.unread == 2
    wang.reads()
    assert wang.chat.unread == 0
    await api.says("三")
    wang.says("好")
    assert wang.chat.unread == 0
