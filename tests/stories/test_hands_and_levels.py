"""Through several hands: given back twice, sent down again, to somebody who rests tomorrow; where it was settled."""

from __future__ import annotations

import pytest

from domain.people.person import Appointment, Role
from tests.stories.duty_people import joins
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def settles(play: Play, somebody: Somebody) -> None:
    await somebody.taps("接了", under="1123-01")
    await somebody.taps("办结", under="1123-01")
    await somebody.taps("办好了")
    await somebody.says("换了灯泡")
    await play.passes(minutes=3)


async def settled_at(play: Play, number: str = "1123-01") -> list[object]:
    (matter,) = await play.database.read("matter", lambda tx: tx.matters.by_number(number))
    events = await play.database.read("events", lambda tx: tx.events.of(matter.subject))
    return [event.facts["level"] for event in events if event.type == "MatterClosed"]


async def test_given_back_twice_the_desk_reads_the_latest_reason_and_the_resident_none(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    for reason in ("不是我这片", "最近顾不上"):
        await wang.taps("不归我", under="1123-01")
        await wang.taps("交回案头")
        await wang.taps(reason)
        assert ma.hears("1123-01 路灯坏了", f"退回来的：{reason}")
        await ma.taps("派给别人", under="1123-01")
        await ma.taps("王芳")
    assert not [m for m in zhao.inbox if "顾不上" in m.text or "不是我这片" in m.text]
    await settles(play, wang)
    assert await settled_at(play) == ["grid"]


async def test_what_was_sent_down_again_is_settled_where_it_was_done(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await wang.taps("更多")
    await wang.taps("交上一级")
    await wang.taps("要花钱")
    await ma.taps("更多")
    await ma.taps("退回下一级")
    await ma.taps("条件有了")
    await settles(play, wang)
    assert await settled_at(play) == ["grid"]


async def test_what_the_building_settles_is_settled_there_for_all_who_wait(play: Play) -> None:
    qiang = await joins(play, "qiang", Appointment("qiang", "b3", Role.MEMBER, 1))
    zhao, li = play.newcomer(101, "赵奶奶"), play.newcomer(102, "李叔")
    await zhao.files()
    await li.says("3号楼路灯坏了")
    await li.taps("同一件")
    await settles(play, qiang)
    assert await settled_at(play) == ["building"]
    assert await settled_at(play, "1123-02") == ["building"]


async def test_who_got_it_and_rests_tomorrow_hands_it_on_with_the_day(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await chen.says("明天请假")
    await chen.taps("就这样")
    await zhao.files()
    await wang.taps("不归我")
    await wang.taps("陈亮")
    await chen.taps("接了", under="1123-01")
    zhao.rings()
    await play.at(7, days=1)
    assert ma.hears("1123-01 路灯坏了", "今天上午8点前给居民回个话")
    assert zhao.hears("现在由马丽接着办，今天上午8点前给您回话。")
    assert zhao.rings() == []
