"""Nobody has her own complaint; either side may rather not, and nobody is told why."""

from __future__ import annotations

import pytest

from domain.people.person import Appointment, Role
from tests.stories.duty_people import deputy, joins
from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_in_danger_too_a_members_own_goes_to_somebody_else(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    await wang.says("3号楼着火了")
    assert wang.hears("119", "陈亮")
    assert chen.hears("1123-01")
    assert "接了" not in wang.buttons("1123-01")


async def test_a_coordinators_own_goes_to_the_desk_above(play: Play) -> None:
    ma = await play.member("ma")
    await joins(play, "zhou", Appointment("zhou", "street", Role.COORDINATOR))
    await ma.says("报事 3号楼楼道有垃圾")
    await ma.taps("交给周敏")
    assert ma.hears("1123-01", "交给了周敏", "这件是您自己报的，由周敏来办。")


async def test_only_when_there_is_nobody_else_it_stands_with_herself(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("报事 3号楼楼道有垃圾")
    await ma.taps("交给")
    assert ma.hears("1123-01", "眼下没有别人能接，先记在您自己名下", "0931-1234567")


async def test_it_does_not_climb_to_whose_own_it_is(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    await chen.says("报事 3号楼楼道有垃圾")
    await chen.taps("交给王芳")
    await play.passes(hours=1, minutes=1)
    assert ma.hears("1123-01", "前给居民回个话")
    assert not any("接了" in chen.buttons("1123-01") for _ in "1")
    await wang.taps("接了", under="1123-01")
    assert chen.hears("王芳接了这件事")


async def test_a_member_who_has_to_do_with_it_is_taken_off_and_nobody_learns_why(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    card = wang.button("接了", "1123-01")
    await wang.taps("不归我")
    await wang.taps("我与这事有关")
    assert wang.last == "好，1123-01请陈亮来办，不会说为什么。"
    assert zhao.hears("现在由陈亮接着办")
    assert not zhao.hears("有关")
    assert chen.hears("1123-01", "前给居民回个话")
    await wang.taps_old(card)
    assert not zhao.hears("王芳接了这件事")


async def test_who_declined_is_never_offered_or_asked_again(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("不归我")
    await wang.taps("我与这事有关")
    await chen.taps("不归我")
    await chen.taps("我与这事有关")
    assert ma.hears("1123-01", "前给居民回个话")
    await ma.taps("派给别人", under="1123-01")
    assert not [label for label in ma.buttons("1123-01", "派给谁") if "王芳" in label or "陈亮" in label]
    await ma.says("王芳")
    assert ma.hears("王芳不便办1123-01，请另选一位。")
    await play.passes(days=1)
    assert not [words for words in wang.rings() if "前给居民回个话" in words]


async def test_a_resident_asks_for_somebody_else_by_one_confirmation(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    ma.rings()
    await zhao.taps("更多", under="1123-01")
    await zhao.taps("换个人")
    assert zhao.last == "1123-01换一位来办？王芳不会知道是您提的。"
    await zhao.taps("换一位")
    assert zhao.hears("现在由陈亮接着办")
    assert wang.hears("1123-01 路灯坏了，转给陈亮了，您不用管了")
    assert not wang.hears("居民想换个人")
    assert ma.hears("居民想换个人，从王芳转到陈亮")
    assert not ma.rings()
    assert chen.hears("1123-01", "前给居民回个话")


async def test_after_two_changes_the_desk_has_it_and_then_it_stays(play: Play) -> None:
    await play.member("wang")
    await play.member("chen")
    await joins(play, "qiang", deputy("qiang"))
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    for name in ("陈亮", "李强", "马丽"):
        await zhao.taps("更多", under="1123-01")
        await zhao.taps("换个人")
        await zhao.taps("换一位")
        assert zhao.hears(f"现在由{name}接着办")
    await zhao.taps("更多", under="1123-01")
    assert "换个人" not in zhao.buttons("1123-01，您想")
    assert ma.hears("1123-01", "前给居民回个话")


async def test_a_second_thought_changes_nothing(play: Play) -> None:
    await play.member("wang")
    await play.member("chen")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await zhao.taps("更多", under="1123-01")
    await zhao.taps("换个人")
    await zhao.taps("不换了")
    assert not zhao.hears("现在由")


async def test_with_nobody_else_there_it_stays_and_a_telephone_is_named(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("不归我")
    await wang.taps("我与这事有关")
    assert wang.hears("眼下没有别人能接，1123-01先由王芳办；有话可以打0931-1234567。")
