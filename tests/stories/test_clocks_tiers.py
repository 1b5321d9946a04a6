"""Another kind, another urgency: the clocks follow both ways, and a promise that moves is told with its reason."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def sets_kind(member: Somebody, kind: str, under: str) -> None:
    await member.taps("更多", under=under)
    await member.taps("是哪一类？")
    await member.taps(kind)


async def test_a_kind_that_has_more_time_gives_more_and_the_resident_hears_why(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼停水了")
    await wang.taps("接了")
    assert zhao.hears("明天上午10点前有结果。")
    zhao.rings()
    await sets_kind(wang, "路灯照明", "要有结果")
    assert zhao.rings() == ["看过了，这件按「一般」办。王芳在办，周四上午10点前有结果。"]
    assert zhao.hears("1123-01", "王芳在办，周四上午10点前有结果。")


async def test_a_kind_that_has_less_time_is_told_too(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    zhao.rings()
    await play.passes(hours=1)
    await sets_kind(wang, "水", "要有结果")
    assert zhao.rings() == ["看过了，这件按「要快」办。王芳在办，明天上午11点前有结果。"]


async def test_a_kind_of_the_same_time_moves_nothing_and_is_not_told(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    zhao.rings()
    await sets_kind(wang, "垃圾", "要有结果")
    assert zhao.rings() == []
    assert zhao.hears("1123-01", "周四上午10点前有结果。")


async def test_a_member_calls_no_danger_off_by_another_kind(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元煤气泄漏了")
    await wang.taps("接了")
    await sets_kind(wang, "垃圾", "要有结果")
    assert wang.hears("急事，先看这件")
    assert "急不急" not in [
        label for message in wang.inbox for row in message.buttons for label in [b.text for b in row]
    ]


async def test_the_desk_says_how_urgent_it_is(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼2单元煤气泄漏了")
    await wang.taps("接了")
    await ma.taps("更多", under="1123-01")
    await ma.taps("急不急")
    assert ma.buttons("改成哪样") == ["要快", "一般", "要多些日子"]
    await ma.taps("一般")
    assert zhao.hears("看过了，这件按「一般」办。王芳在办，周四上午10点前有结果。")
    assert not wang.hears("1123-01", "急事，先看这件")


async def test_more_urgent_the_owner_hears_it_at_once(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    wang.rings()
    await ma.says("案头")
    await ma.taps("看 1123-01")
    await ma.taps("更多", under="1123-01")
    await ma.taps("急不急")
    await ma.taps("要快")
    assert len(wang.rings()) == 1
    assert zhao.hears("看过了，这件按「要快」办。王芳在办，明天上午10点前有结果。")


async def test_what_rings_for_everybody_is_asked_once_more(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await ma.says("案头")
    await ma.taps("看 1123-01")
    for answer in ("算了", "定成急事"):
        wang.rings()
        await ma.taps("更多", under="1123-01")
        await ma.taps("急不急")
        await ma.taps("急事")
        assert ma.last == "1123-01 路灯坏了，定成急事吗？王芳、接手的人和案头的电话马上都响，夜里也响。"
        assert not wang.rings()
        await ma.taps(answer)
    assert any("急事，先看这件" in words for words in wang.rings())


async def test_not_taken_yet_the_answer_is_promised_for_another_time(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼停水了")
    zhao.rings()
    await sets_kind(wang, "路灯照明", "给居民回个话")
    assert zhao.rings() == ["看过了，这件按「一般」办。交给了王芳，今天上午11点前给您回话。"]
