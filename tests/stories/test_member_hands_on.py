"""不归我: the right grid is proposed, and two taps bring the matter there."""

from __future__ import annotations

import pytest

from tests.stories.duty_people import can
from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_a_wrong_grid_is_put_right_in_two_taps_and_the_desk_is_informed_silently(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.files("东边那栋路灯坏了")
    zhao.rings()
    await wang.taps("不归我")
    assert wang.buttons("那交给谁") == ["转给陈亮（桃源二网格）", "交回案头", "我与这事有关", "还是我办"]
    await wang.taps("转给陈亮（桃源二网格）")
    assert wang.hears("1123-01交给陈亮了，居民会知道")
    assert wang.hears("1123-01", "现在在陈亮手上")
    assert chen.hears("1123-01", "路灯坏了")
    assert ma.hears("1123-01从王芳转到陈亮")
    assert not ma.rings()
    assert zhao.rings() == ["现在由陈亮接着办，今天上午11点前给您回话。"]


async def test_the_grid_that_the_words_name_is_proposed_at_once(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.files("路灯坏了")
    await zhao.replies("1123-01", "就在杏林苑8号楼门口")
    await wang.taps("不归我")
    assert wang.hears("地图上是桃源二网格陈亮那格")
    await wang.taps("转给陈亮")
    assert chen.hears("1123-01")


async def test_it_can_go_back_to_the_desk(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("不归我")
    await wang.taps("交回案头")
    await wang.taps("不是我这片")
    assert ma.rings()
    assert ma.buttons("1123-01", "前给居民回个话") == ["接了", "派给别人", "更多", "经过"]


async def test_second_thoughts_change_nothing(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    zhao.rings()
    await wang.taps("不归我")
    await wang.taps("还是我办")
    assert wang.last == "好，1123-01还是您办。"
    assert not zhao.rings()


async def test_handing_on_what_has_moved_meanwhile_is_refused(play: Play) -> None:
    wang, _, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("不归我")
    await wang.taps("交回案头")
    hand_on = wang.button("我办不了", "为什么")
    await ma.says("案头")
    await ma.taps("1123-01")
    await ma.taps("派给别人")
    await ma.taps("陈亮")
    await wang.taps_old(hand_on)
    assert wang.toast == "这件事不在您手上，所以这里改不了。"
    assert zhao.hears("1123-01", "交给了陈亮")


async def test_a_colleague_can_be_written_by_name_or_by_what_she_can_do(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元门口的路灯坏了")
    await can(play, "chen", skills=("electric",))
    await wang.taps("不归我")
    await wang.says("找个懂电的电工")
    assert wang.buttons("转给哪一位") == ["转给陈亮（桃源一网格）", "交回案头", "还是我办"]
    await wang.taps("转给陈亮")
    assert chen.hears("1123-01", "路灯坏了")
    await chen.taps("不归我")
    await chen.says("王芳")
    assert wang.hears("1123-01", "前给居民回个话")


async def test_of_many_grids_those_farther_away_are_a_tap_further(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.matters.handing_on.NEAR", 0)
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("不归我")
    assert wang.buttons("那交给谁") == ["别的网格", "交回案头", "我与这事有关", "还是我办"]
    await wang.taps("别的网格")
    assert wang.buttons("转到哪一格") == ["转给陈亮（桃源二网格）", "交回案头"]
    await wang.taps("转给陈亮", under="转到哪一格")
    assert chen.hears("1123-01", "路灯坏了")
