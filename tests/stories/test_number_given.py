"""The number that a resident has given: one tap shows it to whom it is for, and she can see that it was."""

from __future__ import annotations

import pytest

from domain.events import Event
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
NUMBER = "13800001111"


async def gives(zhao: Somebody) -> None:
    await zhao.says(NUMBER)
    await zhao.taps("可以")


async def looks(play: Play) -> list[Event]:
    """That the number was seen, in the order in which it was."""
    matters = await play.database.read("matters", lambda tx: tx.matters.in_hand())
    events = await play.database.read("events", lambda tx: [tx.events.of(matter.subject) for matter in matters])
    return [event for of_one in events for event in of_one if event.type == "PhoneSeen"]


async def test_each_look_is_an_event_and_the_resident_sees_who_looked_and_how_often(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await gives(zhao)
    await wang.taps("接了")
    assert not wang.hears("您接了", NUMBER)
    for _ in range(2):
        await wang.taps("看号码")
        assert wang.last == f"赵奶奶的电话：{NUMBER}（1123-01，只给您看）"
    assert [(event.by, dict(event.facts), event.content_id) for event in await looks(play)] == [("wang", {}, "")] * 2
    await zhao.says("隐私")
    assert "打开看过号码的：王芳（1123-01，2次）。" in zhao.last


async def test_a_button_from_before_it_was_handed_on_shows_nothing_to_either(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await gives(zhao)
    message, old = wang.button("看号码", "1123-01 路灯坏了")
    await wang.taps("不归我")
    await wang.taps("陈亮")
    await wang.taps_old((message, old))
    assert wang.toast == "这件事不在您手上，所以这里改不了。"
    await chen.taps_old((chen.finds("1123-01").id, old))
    assert not any(NUMBER in words for words in (chen.toast, chen.last, wang.last))
    assert not await looks(play)


async def test_in_danger_it_stands_on_the_card_at_once_and_that_is_an_event_too(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼电线老化了")
    await gives(zhao)
    await zhao.replies("1123-01", "现在着火了")
    assert wang.hears("先看这件", f"电话 {NUMBER}（只给您）")
    assert "📞 看号码" not in wang.buttons("先看这件")
    assert [event.by for event in await looks(play)] == ["wang"]
    await wang.taps("接了")
    assert len(await looks(play)) == 1
