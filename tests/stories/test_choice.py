"""Who gets a matter and why: kind, load, skill, night duty, who helped before; and the sentence that says so."""

from __future__ import annotations

import pytest

from domain.people.person import Appointment, Role
from tests.stories.duty_people import can, deputy, joins, serves
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def settled(zhao: Somebody, member: Somebody, no: str) -> None:
    """She has what is hers, ends it, and the resident calls it solved."""
    await member.taps("接了", under=no)
    await member.taps("办结", under=no)
    await member.taps("办好了")
    await member.says("换了灯泡，亮了")
    await zhao.play.passes(minutes=3)
    await zhao.taps("好了")


async def test_the_first_in_order_needs_no_reason(play: Play) -> None:
    await play.member("wang")
    await play.member("chen")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    assert zhao.finds("1123-01", "交给了王芳").text.splitlines()[-2:] == [
        "交给了王芳，今天上午11点前给您回话。",
        "有人受伤120，着火、煤气119，别等我。",
    ]


async def test_on_leave_the_deputy_has_it_and_the_card_says_why(play: Play) -> None:
    await play.member("wang")
    chen, ma, zhao = await play.member("chen"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await play.on_leave("wang")
    await zhao.files()
    assert zhao.hears("1123-01", "交给了陈亮", "王芳在休息，由陈亮来办。")
    assert chen.hears("1123-01 路灯坏了")
    await play.passes(hours=1)
    await ma.taps("经过", under="1123-01")
    assert ma.hears("王芳在休息，由陈亮来办。")


async def test_who_refuses_the_kind_is_not_asked_for_it(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await can(play, "wang", refuses=("lighting",))
    await zhao.says("3号楼2单元门口的路灯坏了")
    await zhao.taps("交给陈亮")
    assert zhao.hears("1123-01", "这类事由陈亮来办。")
    assert not wang.hears("1123-01")
    await chen.taps("接了")
    assert zhao.hears("陈亮接了这件事")


async def test_with_nobody_else_there_whoever_refuses_the_kind_has_it_all_the_same(play: Play) -> None:
    wang = await play.member("wang")
    await play.member("chen")
    await play.member("ma")
    await can(play, "wang", refuses=("heating",))
    for id in ("chen", "ma"):
        await play.on_leave(id)
    li = play.newcomer(103, "李叔")
    await li.files("3号楼暖气不热")
    assert wang.hears("1123-01 暖气不热", "给居民回个话")


async def test_whose_hands_are_full_gets_no_more_and_the_desk_when_all_are(play: Play) -> None:
    await play.member("wang")
    await play.member("chen")
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await can(play, "wang", most=1)
    await can(play, "chen", most=1)
    await zhao.files()
    await zhao.files("3号楼楼道有垃圾")
    assert zhao.hears("1123-02", "王芳手上满了，由陈亮来办。")
    await zhao.files("3号楼楼梯扶手松了")
    assert zhao.hears("1123-03", "王芳手上满了，由马丽来办。")
    assert ma.hears("1123-03")


async def test_a_skill_that_the_kind_asks_for_goes_before_rank(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    qiang = await joins(play, "qiang", deputy("qiang"), skills=("plumbing",))
    await zhao.files("3号楼2单元水管漏水了")
    assert zhao.hears("1123-01", "交给了李强", "李强会水电，也在您这片。")
    assert qiang.hears("1123-01")
    await zhao.files("3号楼门口路灯坏了")
    assert zhao.hears("1123-02", "交给了王芳")


async def test_without_the_primary_the_deputy_who_helped_last_is_asked(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    zhao = play.newcomer(101, "赵奶奶")
    qiang = await joins(play, "qiang", deputy("qiang"))
    await play.on_leave("wang")
    await play.on_leave("chen")
    await zhao.files()
    await settled(zhao, qiang, "1123-01")
    await play.database.transact("back", lambda tx: tx.roster.end_absence("chen", play.clock.now()))
    await zhao.files("3号楼楼道有垃圾")
    assert zhao.hears("1123-02", "交给了李强", "上次也是李强帮您办的。")
    li = play.newcomer(102, "李叔")
    await li.files("3号楼楼梯扶手松了")
    assert li.hears("1123-03", "交给了李强", "上次这楼里的事也是李强办的。")
    assert not wang.hears("1123-02")
    assert not chen.hears("1123-02")


async def test_at_night_a_utility_goes_to_night_duty_whose_telephone_rings(play: Play) -> None:
    await serves(play, Appointment("chen", "g1", Role.MEMBER, 2, night=True))
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await play.at(23, 30)
    chen.rings()
    await zhao.says("3号楼暖气不热")
    assert "急的话先打0931-2223333。" in zhao.last
    assert "早上" not in zhao.last
    await zhao.taps("交给陈亮")
    assert zhao.hears("1123-01", "夜里是陈亮值班。")
    assert any("1123-01" in words for words in chen.rings())
    assert not wang.hears("1123-01")
    await chen.taps("接了")
    assert zhao.hears("陈亮接了这件事")


async def test_at_night_an_ordinary_matter_waits_with_the_first(play: Play) -> None:
    await serves(play, Appointment("chen", "g1", Role.MEMBER, 2, night=True))
    wang, _, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await play.at(23, 30)
    wang.rings()
    await zhao.files()
    assert zhao.hears("1123-01", "交给了王芳")
    assert not wang.rings()


async def test_a_buildings_own_member_comes_before_the_grids(play: Play) -> None:
    await play.member("wang")
    lou = await joins(play, "zhou", Appointment("zhou", "b3", Role.MEMBER, 1))
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    assert zhao.hears("1123-01", "交给了周敏")
    assert lou.hears("1123-01")


async def test_a_member_of_the_community_comes_after_the_grids_own_and_before_its_desk(play: Play) -> None:
    ma = await play.member("ma")
    await play.member("wang")
    qiang = await joins(play, "qiang", Appointment("qiang", "community", Role.MEMBER))
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元门口的路灯坏了")
    assert zhao.buttons("路灯坏了")[0] == "交给王芳"
    await play.on_leave("wang")
    await zhao.taps("交给")
    await zhao.taps("交给")
    assert qiang.hears("1123-01 路灯坏了")
    assert zhao.hears("1123-01", "交给了李强", "王芳在休息，由李强来办。")
    assert ma.hears("桃源一网格这会儿没有人能接，1123-01直接到了李强这儿")


async def test_a_member_of_the_community_says_which_kinds_too(play: Play) -> None:
    ma = await play.member("ma")
    qiang = await joins(play, "qiang", Appointment("qiang", "community", Role.MEMBER), refuses=("rubbish",))
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼楼道有垃圾")
    assert ma.hears("1123-01 有垃圾")
    assert not qiang.hears("1123-01")


async def test_who_reads_another_language_is_given_to_somebody_who_speaks_it(play: Play) -> None:
    await play.member("wang")
    chen, john = await play.member("chen"), play.newcomer(9001, "John", "en")
    await can(play, "chen", skills=("languages",))
    await john.says("The lamp at Peach Court 3 is broken")
    await john.taps("Give it to Chen Liang")
    assert john.hears("1123-01", "Chen Liang knows languages and serves your area.")
    assert chen.hears("1123-01")
    li = play.newcomer(9002, "李叔")
    await li.says("3号楼楼道有垃圾")
    assert "交给王芳" in li.buttons("有垃圾")


async def test_who_wants_somebody_else_where_there_is_nobody_is_told_so_with_a_telephone(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await zhao.taps("更多")
    await zhao.taps("换个人")
    await zhao.taps("换一位")
    assert "0931-1234567" in zhao.last
    assert zhao.hears("王芳")
    await wang.says("我的任务")
    assert wang.hears("1123-01")
