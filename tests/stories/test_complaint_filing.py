"""A complaint about a person, when it is handed in: three choices, one reader, and never whom it is about."""

from __future__ import annotations

import pytest

from domain.people.person import Appointment, Role
from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.house import Play

pytestmark = pytest.mark.asyncio
ROPE = "3号楼501楼上半夜跳绳"


async def test_she_is_told_who_sees_it_and_chooses_by_one_tap(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says(ROPE)
    assert zhao.hears("我这样记", "跳绳", "只有王芳看得到", "您想怎么办")
    assert zhao.buttons("您想怎么办")[:3] == ["请王芳私下说一声", "请人调解", "只记下来"]
    await zhao.taps("私下说一声")
    assert zhao.hears("交上去了，编号1123-01")
    assert zhao.hears("1123-01 噪音")
    assert wang.hears("1123-01 噪音", ROPE, "居民想请您私下说一声", "别提是谁说的")


async def test_a_typed_yes_is_none_of_the_three_and_a_typed_wish_is_one(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says(ROPE)
    await zhao.says("好")
    assert not wang.rings()
    await zhao.says("帮我调解一下吧")
    assert wang.hears("居民想请人调解")


async def test_the_desk_reads_only_that_there_is_one_and_looking_leaves_a_trace(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼楼上老张天天骂人")
    await zhao.taps("私下说一声")
    await wang.taps("接了")
    await ma.says("案头")
    assert "老张" not in ma.last
    await ma.says("1123-01")
    assert ma.hears("1123-01 对人的意见", "说的什么只有王芳看得到")
    assert not ma.hears("老张")
    await ma.taps("经过")
    assert not ma.hears("老张")
    await ma.taps("看内容")
    assert "3号楼楼上老张天天骂人" in ma.last
    await zhao.taps("更多", under="1123-01")
    await zhao.taps("看经过")
    assert "马丽看了内容" in zhao.last


async def test_its_words_are_not_found_by_looking_for_them(play: Play) -> None:
    await play.member("wang")
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼楼上老张天天骂人")
    await zhao.taps("私下说一声")
    await ma.says("查 老张")
    assert "1123-01" not in ma.last
    await ma.says("查 对人的意见")
    assert not ma.hears("天天骂人")


async def test_what_is_said_of_her_member_goes_past_her_to_the_desk(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼，王芳说话难听，爱答不理")
    assert zhao.hears("只有马丽看得到", "绕开", "直接交给马丽")
    await zhao.taps("请马丽私下说一声")
    assert ma.hears("1123-01 对人的意见", "王芳说话难听")
    assert not wang.rings()
    assert not chen.rings()


async def test_an_office_without_a_name_is_passed_over_too(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼的网格员态度太差")
    await zhao.taps("请马丽私下说一声")
    assert ma.hears("网格员态度太差")
    assert not wang.rings()


async def test_a_coordinator_never_sees_what_is_said_of_her(play: Play) -> None:
    await settle_desks(play)
    await play.member("wang")
    ma, he = await play.member("ma"), await sits_down(play, "he")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼，社区的马丽推脱，谁都不管")
    assert zhao.hears("直接交给何平")
    await zhao.taps("请何平私下说一声")
    assert he.hears("1123-01 对人的意见", "马丽推脱")
    await ma.says("1123-01")
    assert not ma.hears("推脱")
    assert not ma.hears("看内容")


async def test_where_nobody_else_is_there_that_is_said_with_a_telephone(play: Play) -> None:
    await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼，社区的马丽推脱，谁都不管")
    assert zhao.hears("绕不开", "12345")


async def test_danger_in_the_words_still_comes_first(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼楼上老张拿刀砍人了")
    assert zhao.hears("110")
    assert wang.hears("急事")


async def test_in_english(play: Play) -> None:
    wang = await play.member("wang")
    li = play.newcomer(102, "Li", language="en")
    await li.says("Building 3: the neighbour upstairs shouts at us every night")
    assert li.hears("Only Wang Fang can see it")
    await li.taps("A quiet word")
    assert wang.hears("居民想请您私下说一声")


async def test_whom_it_is_about_has_it_where_there_is_nobody_else_and_can_work_on_it(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    alone = [Appointment("ma", "community", Role.COORDINATOR)]
    await play.database.transact("alone", lambda tx: tx.roster.replace(alone))
    await zhao.says("3号楼，社区的马丽推脱，谁都不管")
    await zhao.taps("私下说一声")
    await ma.says("我的任务")
    assert ma.hears("手上1件", "1123-01 对人的意见")
