"""A question that was opened about a matter in hand is answered after it has been closed: nothing is done any more."""

from __future__ import annotations

import pytest

from domain.matters.matter import State
from tests.stories.hand import a_lamp
from tests.stories.house import Play
from tests.stories.test_ladder_hotline import at_the_desk, begins_packet

pytestmark = pytest.mark.asyncio

STALE = "这个按钮过时了，现在是这样："
ASKED = {"要多几天": "多3天", "先等一等": "等配件", "不归我": "交回案头", "这是两件事": "路灯坏了"}


async def test_what_was_asked_of_a_matter_in_hand_is_not_done_to_one_that_was_closed(play: Play) -> None:
    wang, _ = await a_lamp(play, taken=True)
    old = {}
    for label, answer in ASKED.items():
        await wang.taps("更多", under="1123-01")
        await wang.taps(label)
        old[label] = wang.button(answer)
    await wang.taps("办结", under="1123-01")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    for label, button in old.items():
        await wang.taps_old(button)
        if label == "不归我":
            await wang.taps("不是我这片")
        assert wang.toast == STALE
    await play.passes(minutes=3)
    matter = await play.database.read("matter", lambda tx: tx.matters.by_number("1123-01")[0])
    assert matter.state is State.REPORTED
    events = await play.database.read("events", lambda tx: tx.events.of(matter.subject))
    assert [event.type for event in events[-2:]] == ["MatterClosed", "MatterReported"]


async def test_what_a_desk_was_asked_of_a_matter_above_which_is_only_12345_neither(play: Play) -> None:
    ma, _ = await at_the_desk(play)
    await begins_packet(ma)
    packet = ma.button("请指定单位来办")
    await ma.taps("接了", under="1123-01")
    await ma.taps("办结", under="1123-01")
    await ma.taps("办好了")
    await ma.says("换了灯泡")
    await ma.taps_old(packet)
    assert ma.toast == STALE
    assert not ma.hears("转办单好了")
