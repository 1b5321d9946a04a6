"""What neighbours share parts: danger, another place, or an owner whom one of them must not have."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody, told
from tests.stories.test_metoo import first, second

pytestmark = pytest.mark.asyncio


# ---- danger --------------------------------------------------------------------------------------------------------


async def test_danger_is_for_the_one_household_and_the_others_go_on_as_they_stood(play: Play) -> None:
    wang, zhao = await first(play)
    li, sun = await second(play), await second(play, id=103, name="孙姐")
    await zhao.replies("1123-01", "有人触电了，快来")
    assert "1123-01 路灯坏了\n" in told(wang.finds("急事"))
    assert wang.hears("1123-02 路灯坏了 · 2户", "今天上午11点前给居民回个话")
    await wang.taps("接了", under="急事")
    await wang.replies("急事", "人送医院了")
    for neighbour in (li, sun):
        assert not neighbour.rings()
        assert neighbour.hears("路灯坏了", "交给了王芳，今天上午11点前给您回话")
    assert not li.hears("邻居报的是同一件")
    assert sun.hears("邻居报的是同一件")


async def test_what_neighbours_promised_meanwhile_still_holds_after_the_alarm(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await wang.taps("接了")
    li.rings()
    await zhao.replies("1123-01", "有人触电了，快来")
    assert not li.rings()
    assert li.hears("1123-02 路灯坏了", "王芳在办，周四上午10点前有结果")


# ---- another place -------------------------------------------------------------------------------------------------


async def test_the_first_lies_elsewhere_and_the_others_stay_with_their_own_grid(play: Play) -> None:
    wang, zhao = await first(play)
    chen = await play.member("chen")
    li = await second(play)
    await zhao.replies("1123-01", "写错了，是杏林苑8号楼")
    assert chen.hears("1123-01 路灯坏了\n杏林苑8号楼")
    assert wang.hears("1123-02 路灯坏了\n桃源里3号楼", "今天上午11点前给居民回个话")
    assert not li.rings()


async def test_who_waits_puts_her_place_right_and_goes_there(play: Play) -> None:
    wang, _ = await first(play)
    chen = await play.member("chen")
    li = await second(play)
    await li.replies("1123-02", "写错了，是杏林苑8号楼")
    assert li.rings() == ["地方记下了。交给陈亮，今天上午11点前给您回话。"]
    assert chen.hears("1123-02 路灯坏了\n杏林苑8号楼")
    assert not wang.hears("· 2户")


async def test_more_of_the_same_place_parts_nobody(play: Play) -> None:
    _, zhao = await first(play)
    li = await second(play)
    await zhao.replies("1123-01", "写错了，是3号楼3单元")
    assert li.hears("1123-02", "和邻居报的是同一件")


# ---- somebody who must not have it ---------------------------------------------------------------------------------


async def test_nobody_gets_her_own_by_a_neighbours(play: Play) -> None:
    wang, _ = await first(play)
    ma, chen = await play.member("ma"), await play.member("chen")
    await gives(ma, "1123-01", "陈亮")
    await wang.says("报事")
    await wang.says("3号楼路灯坏了")
    await wang.taps("同一件")
    wang.rings()
    await gives(ma, "1123-01", "王芳")
    assert "这件单独办，交给陈亮，今天上午11点前给您回话。" in wang.rings()
    assert chen.hears("1123-02 路灯坏了", "今天上午11点前给居民回个话")
    assert not wang.hears("· 2户")


async def gives(ma: Somebody, number: str, name: str) -> None:
    await ma.says(number)
    await ma.taps("派给别人")
    await ma.taps(name)


async def test_who_lends_a_hand_does_so_for_the_neighbour_when_the_first_withdraws(play: Play) -> None:
    wang, zhao = await first(play)
    chen, li = await play.member("chen"), await second(play)
    await helps(wang, chen, "1123-01")
    await zhao.taps("更多")
    await zhao.taps("不办了，撤回")
    await zhao.taps("不办了")
    assert not chen.rings()
    assert chen.hears("1123-02 路灯坏了", "您在帮忙，王芳牵头")
    assert li.hears("1123-02 路灯坏了", "陈亮也来帮忙")
    assert [words for words in wang.rings() if "陈亮" in words] == []


async def test_who_lends_a_hand_goes_along_to_what_it_is_joined_to(play: Play) -> None:
    wang, _ = await first(play)
    chen, ma, li = await play.member("chen"), await play.member("ma"), play.newcomer(102, "李叔")
    await li.files("3号楼路灯不亮")
    await helps(wang, chen, "1123-02")
    await ma.says("1123-02")
    await ma.taps("更多")
    await ma.taps("并成一件")
    await ma.taps("1123-01")
    await ma.taps("就这样")
    assert not chen.rings()
    assert chen.hears("1123-01 路灯坏了", "您在帮忙，王芳牵头")
    assert wang.hears("1123-01 路灯坏了 · 2户", "陈亮在帮忙")


async def helps(wang: Somebody, chen: Somebody, number: str) -> None:
    await wang.taps("接了", under=number)
    await wang.taps("更多", under=number)
    await wang.taps("请人帮忙")
    await wang.says("陈亮")
    await chen.taps("我来帮")
    for each in (wang, chen):
        each.rings()


@pytest.mark.parametrize(
    ("why", "told"), [("等配件", "在等配件"), ("等房管局批", "等房管局批"), ("等赵奶奶的儿子", "先等一等")]
)
async def test_what_the_first_waited_for_the_next_waits_for_too(play: Play, why: str, told: str) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await waits(wang, why)
    assert li.rings()[-1] == f"{told}，11月30日上午9点再看。王芳在办。"
    await zhao.taps("更多")
    await zhao.taps("不办了，撤回")
    await zhao.taps("不办了")
    assert li.rings() == []
    assert wang.hears("1123-02 路灯坏了", "11月30日上午9点再看")
    wang.rings()
    await play.at(9, 1, days=7)
    assert [words for words in wang.rings() if "1123-02 路灯坏了，等到时候了" in words]


async def test_an_answer_of_the_first_household_is_not_waited_for_once_it_has_gone(play: Play) -> None:
    wang, zhao = await first(play)
    li = await second(play)
    await waits(wang, "等居民")
    await zhao.taps("更多")
    await zhao.taps("不办了，撤回")
    await zhao.taps("不办了")
    assert li.hears("1123-02 路灯坏了", "王芳在办，周四上午10点前有结果")


async def waits(wang: Somebody, why: str) -> None:
    """For a week."""
    await wang.taps("接了")
    await wang.taps("更多")
    await wang.taps("先等一等")
    if why.startswith(("等配件", "等居民")):
        await wang.taps(why)
    else:
        await wang.says(why)
    await wang.taps("一周")
    await wang.taps("就这样")


# ---- a promise that moves for all ----------------------------------------------------------------------------------


async def test_another_urgency_is_told_to_all(play: Play) -> None:
    await first(play)
    ma, li = await play.member("ma"), await second(play)
    await ma.says("1123-01")
    await ma.taps("更多")
    await ma.taps("急不急")
    await ma.taps("要快")
    assert li.rings() == ["看过了，这件按「要快」办。交给了王芳，今天上午10点半前给您回话。"]


@pytest.mark.parametrize(
    ("why", "read"),
    [
        ("等灯杆", "要多些时间：等灯杆。王芳接着办，12月1日上午10点前有结果。"),
        ("等赵奶奶回来", "王芳在办，12月1日上午10点前有结果。"),
    ],
)
async def test_more_time_is_told_to_all_with_its_reason_unless_that_names_somebody(
    play: Play, why: str, read: str
) -> None:
    wang, _ = await first(play)
    ma, li = await play.member("ma"), await second(play)
    await wang.taps("接了")
    await wang.taps("更多")
    await wang.taps("要多几天")
    await wang.taps("多3天")
    await wang.says(why)
    li.rings()
    await ma.taps("同意")
    assert li.rings() == [read]


async def test_what_went_to_12345_is_told_to_all_and_settled_there_for_all(play: Play) -> None:
    wang, _ = await first(play)
    ma, li = await play.member("ma"), await second(play)
    await wang.taps("接了")
    await wang.taps("更多")
    await wang.taps("交上一级")
    await wang.taps("要别的单位")
    await ma.taps("更多")
    await ma.taps("转12345")
    await ma.taps("请指定单位来办")
    await ma.taps("填热线编号")
    await ma.says("20261123000123")
    assert li.hears("这件事转给12345热线了。马丽盯着，11月30日上午10点前给您回话。")
    await ma.taps("办结", under="1123-01 路灯坏了")
    await ma.taps("不归我们")
    await ma.says("电力公司明天来换")
    await play.passes(minutes=3)
    (matter,) = await play.database.read("matter", lambda tx: tx.matters.by_number("1123-02"))
    events = await play.database.read("events", lambda tx: tx.events.of(matter.subject))
    assert [event.facts["level"] for event in events if event.type == "MatterClosed"] == ["district"]
    assert not li.hears("20261123000123")


async def test_who_waits_and_says_it_nearer_waits_on(play: Play) -> None:
    await first(play)
    li = await second(play)
    await li.replies("1123-02", "写错了，是3号楼3单元")
    assert li.hears("1123-02", "3单元", "和邻居报的是同一件")
