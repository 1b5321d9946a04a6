"""Nobody accepts: the deputy, then the desk; the first to accept has it, and the resident is told honestly."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_after_its_time_the_card_goes_to_the_deputy_too_and_the_resident_hears_an_apology(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    zhao.rings()
    await play.passes(minutes=59)
    assert not chen.rings()
    await play.passes(minutes=1)
    assert [words[:13] for words in chen.rings()] == ["1123-01 路灯坏了\n"]
    assert chen.hears("也请了王芳，谁先接谁办。")
    assert wang.hears("也请了陈亮，谁先接谁办。")
    assert zhao.rings() == ["说好今天上午11点，没办到，对不住。现在由陈亮接着办，今天中午12点前给您回话。"]


@pytest.mark.parametrize("first", ["wang", "chen"])
async def test_then_both_may_accept_and_the_other_sees_it(play: Play, first: str) -> None:
    members = {"wang": await play.member("wang"), "chen": await play.member("chen")}
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1)
    taker = members.pop(first)
    (other,) = members.values()
    other.rings()
    await taker.taps("接了")
    assert zhao.hears(f"{taker.phone.first_name}接了这件事")
    assert other.finds("1123-01", f"现在在{taker.phone.first_name}手上").buttons == []
    assert not other.rings()


async def test_after_the_deputy_it_is_the_desks(play: Play) -> None:
    await play.member("wang")
    await play.member("chen")
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=2)
    assert ma.hears("1123-01 路灯坏了", "也请了王芳、陈亮")
    assert ma.buttons("1123-01") == ["接了", "派给别人", "更多", "经过"]
    assert zhao.hears("现在由马丽接着办，今天下午1点前给您回话")


async def test_when_everybody_was_asked_the_resident_gets_the_telephone_and_the_desk_is_reminded_daily(
    play: Play,
) -> None:
    await play.member("wang")
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(minutes=119)
    zhao.rings()
    ma.rings()
    await play.passes(hours=60)
    assert zhao.rings() == ["说好今天中午12点，还没有人接，对不住。我接着叫人；等不及请打0931-1234567。"]
    assert len(ma.rings()) == 3
    assert ma.hears("1123-01 路灯坏了：过了", "还没人接，居民在等。")
    assert zhao.hears("1123-01", "马丽还没接，我接着催。")


async def test_who_is_asked_first_is_not_rung_again_for_what_has_moved_on(play: Play) -> None:
    wang, _, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1)
    wang.rings()
    await play.passes(hours=30)
    assert not wang.rings()


async def test_nobody_on_duty_means_the_desk_at_once(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼路灯坏了")
    assert zhao.hears("交给马丽")
    await zhao.taps("交给马丽")
    assert len(ma.rings()) == 1


async def test_a_member_on_leave_is_passed_over(play: Play) -> None:
    await play.member("wang")
    chen, zhao = await play.member("chen"), play.newcomer(101, "赵奶奶")
    await play.on_leave("wang")
    await zhao.files()
    assert chen.hears("1123-01 路灯坏了")


async def test_an_unknown_place_is_the_desks_to_find(play: Play) -> None:
    await play.member("wang")
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.says("月亮湾老厂那边")
    assert zhao.hears("这地方我地图上没有，先交案头认。")
    await zhao.taps("交给马丽")
    assert ma.hears("1123-01 路灯坏了", "月亮湾老厂那边")


async def test_danger_nobody_takes_keeps_calling_everybody(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼有煤气味，很浓")
    for somebody in (wang, chen, ma):
        assert len(somebody.rings()) == 1
    await play.passes(minutes=30)
    for somebody in (wang, chen, ma):
        assert len(somebody.rings()) >= 6
    assert len([m for m in zhao.inbox if "还没有人接" in m.text]) == 1


async def test_what_was_given_back_to_the_desk_does_not_come_down_again_by_itself(play: Play) -> None:
    ma, wang, zhao = await play.member("ma"), await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("路灯坏了")
    await zhao.taps("交给王芳")
    await wang.taps("不归我")
    await wang.taps("交回案头")
    await wang.taps("我办不了")
    assert ma.hears("1123-01", "路灯坏了")
    wang.rings()
    await play.passes(hours=3)
    assert wang.rings() == []
