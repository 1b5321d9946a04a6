"""A question that the answer book answers: shown before anything is filed, and a person's if it did not help."""

from __future__ import annotations

import pytest

from tests.stories.house import Play
from tests.stories.test_book import CARD, WHERE, writes

pytestmark = pytest.mark.asyncio


async def events(play: Play, type: str) -> int:
    row = await play.database.read(
        "events", lambda tx: tx.statements.one("SELECT COUNT(*) AS n FROM events WHERE type = :type", type=type)
    )
    assert row is not None
    return int(row["n"])


async def test_a_question_of_the_book_is_answered_and_nothing_is_filed(play: Play) -> None:
    ma, li = await play.member("ma"), play.newcomer(1001, "李叔")
    await writes(ma)
    await li.says("请问老年证在哪达办呢？")
    assert li.hears("百事簿里有", CARD, WHERE, "这样清楚了吗")
    await li.says("明白了，谢谢")
    assert li.hears("那就好")
    assert await events(play, "EntryAnswered") == 1
    assert await events(play, "MatterFiled") == 0


async def test_what_did_not_help_is_a_members_with_all_that_was_said(play: Play) -> None:
    ma, wang, li = await play.member("ma"), await play.member("wang"), play.newcomer(1001, "李叔")
    await writes(ma)
    await li.files()
    await wang.taps("接了")
    await li.says("老年卡在哪办？")
    assert li.hears(WHERE)
    assert "一件新事" not in li.last
    await li.says("我妈九十了，下不了楼，能上门办吗")
    assert li.hears("交上去了")
    assert wang.hears("老年卡在哪办", "下不了楼")
    assert await events(play, "EntryFellShort") == 1


async def test_another_question_is_answered_too_and_a_number_is_meant_for_the_list_that_stands_lowest(
    play: Play,
) -> None:
    ma, li = await play.member("ma"), play.newcomer(1001, "李叔")
    await writes(ma)
    await writes(ma, "社区食堂几点开门？", "十一点到一点。")
    await li.says("老年卡在哪办？")
    await li.says("食堂几点开门")
    assert li.hears("十一点到一点", "这样清楚了吗")
    await li.says("3号楼")
    assert li.hears("交上去了")
    await li.says("老年卡在哪办？")
    await li.says("别给我发消息了")
    await li.says("1")
    assert "✗ 老人" in li.buttons()
    assert await events(play, "MatterFiled") == 1


async def test_one_tap_gives_it_to_a_person_and_a_place_is_asked_only_where_it_is_not_known(play: Play) -> None:
    ma, li, wang = await play.member("ma"), play.newcomer(1001, "李叔"), await play.member("wang")
    await writes(ma)
    await li.says("老年卡去哪里办理")
    await li.taps("没有，找人来答")
    await li.says("3号楼")
    assert li.hears("交上去了")
    assert wang.hears("老年卡去哪里办理"), wang.last


async def test_a_broken_lamp_is_filed_whatever_the_book_holds(play: Play) -> None:
    ma, li = await play.member("ma"), play.newcomer(1001, "李叔")
    await writes(ma, "老年活动室在哪里？", "一楼。")
    await li.says("3号楼老年活动室的灯坏了找谁")
    assert "百事簿" not in li.last
    assert li.hears("这是哪一类的事")


async def test_words_after_the_book_find_an_entry_or_go_to_a_person(play: Play) -> None:
    ma, li = await play.member("ma"), play.newcomer(1001, "李叔")
    await writes(ma)
    await writes(ma, "老年卡丢了怎么补？", "带身份证来大厅补。")
    await li.says("百事簿 敬老卡在哪儿办")
    assert li.hears(WHERE, "这样清楚了吗")
    await li.says("百事簿 敬老卡")
    await li.taps("2 老年卡丢了")
    assert li.hears("带身份证来大厅补")
    await li.taps("清楚了")
    assert li.hears("那就好")
    await li.says("百事簿 哪里能学游泳")
    assert li.hears("没找到", "找人来答")
    await li.taps("找人来答")
    await li.says("3号楼")
    assert li.hears("交上去了")


async def test_what_a_member_answered_well_is_in_the_book_by_two_taps_and_a_yes_of_the_desk(play: Play) -> None:
    ma, wang, li = await play.member("ma"), await play.member("wang"), play.newcomer(1001, "李叔")
    await li.says("请问3号楼附近哪里能学游泳")
    await li.taps("交给")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("李叔，区体育馆三楼，周末上午。")
    await play.passes(minutes=3)
    await li.taps("好了")
    await wang.taps("收进百事簿")
    assert wang.hears("学游泳", "区体育馆三楼")
    assert "3号楼" not in wang.last
    assert "李叔" not in wang.last
    await wang.taps("交给社区看")
    await ma.taps("收进去")
    await li.says("在哪里能学游泳啊")
    assert li.hears("百事簿里有", "区体育馆")
