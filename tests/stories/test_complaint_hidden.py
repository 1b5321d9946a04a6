"""A complaint about a coordinator: at no door does she see that there is one, and the desk above decides."""

from __future__ import annotations

import pytest

from tests.stories.desk_people import settle_district, sits_down
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
SLOW = "3号楼，社区的马丽推脱，谁都不管"


async def complained(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """何平 at the street has what 赵奶奶 says of 马丽; 周敏 sits beside 马丽, and 孙梅 at the district's desk."""
    await settle_district(play)
    await play.member("wang")
    ma, he, zhao = await play.member("ma"), await sits_down(play, "he"), play.newcomer(101, "赵奶奶")
    await sits_down(play, "zhou")
    await zhao.says(SLOW)
    await zhao.taps("请何平私下说一声")
    assert he.hears("1123-01 对人的意见", "马丽推脱")
    return ma, he, zhao


async def her_telephone(play: Play, ma: Somebody) -> None:
    """Whatever she has heard until now, nothing in it speaks of the complaint."""
    assert not ma.hears("1123-01"), ma.finds("1123-01").text
    assert not ma.hears("对人的意见")
    assert not ma.hears("推脱")


async def test_a_voice_note_that_speaks_of_her_is_hidden_from_the_moment_at_which_somebody_has_heard_it(
    play: Play,
) -> None:
    await settle_district(play)
    wang, ma, he = await play.member("wang"), await play.member("ma"), await sits_down(play, "he")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.sends_voice()
    await zhao.taps("交给王芳")
    await ma.says("1123-01")
    assert ma.hears("1123-01")
    await wang.taps("接了")
    await wang.taps("更多", under="1123-01")
    await wang.taps("是哪一类？")
    await wang.taps("对人的意见")
    assert wang.last == "1123-01说的是谁？点了名，这人从此看不到这件。"
    await wang.taps("马丽")
    assert not ma.hears("1123-01")
    assert not any(message.kind == "voice" for message in ma.inbox)
    await ma.says("查 1123-01")
    assert ma.last.startswith("没找到")
    assert he.hears("1123-01 对人的意见")
    assert any(message.kind == "voice" for message in he.inbox)


async def test_her_desk_neither_lists_nor_counts_it(play: Play) -> None:
    ma, he, _ = await complained(play)
    await ma.says("案头")
    assert "案头清了" in ma.last
    await play.passes(days=20)  # overdue by now
    await ma.says("案头")
    assert "案头清了" in ma.last
    await he.says("案头")
    assert he.hears("1123-01", "对人的意见")
    await her_telephone(play, ma)


@pytest.mark.parametrize("words", ["1123-01", "对人的意见", "3号楼", "何平", "推脱", "赵奶奶"])
async def test_nothing_she_looks_for_finds_it(play: Play, words: str) -> None:
    ma, he, _ = await complained(play)
    await ma.says(f"查 {words}")
    assert ma.last.startswith("没找到")
    await he.says("查 1123-01")
    assert he.hears("1123-01", "何平")


async def test_a_number_that_she_has_heard_of_opens_nothing(play: Play) -> None:
    ma, _, _ = await complained(play)
    await ma.says("1123-01")
    known = ma.last
    await ma.says("1123-77")
    assert ma.last == known.replace("1123-01", "1123-77")


async def test_her_digest_counts_without_it_and_the_one_above_with_it(play: Play) -> None:
    ma, he, _ = await complained(play)
    await play.passes(minutes=2)
    await ma.says("简报")
    assert ma.hears("桃源社区", "没有事来")
    await he.says("简报")
    assert "新来 1" in he.buttons("河湾街道简报")
    await her_telephone(play, ma)


@pytest.mark.parametrize("act", ["way", "note", "look", "more", "give", "take", "open"])
async def test_a_button_that_was_never_hers_shows_nothing(play: Play, act: str) -> None:
    ma, _, _ = await complained(play)
    (matter,) = await play.database.read("it", lambda tx: tx.matters.by_number("1123-01"))
    await ma.says("案头")
    await ma.taps_old((ma.inbox[-1].id, f"m:{matter.id}|{act}" if act != "open" else f"m:|open:{matter.id}"))
    await her_telephone(play, ma)


async def test_more_time_is_decided_by_the_desk_above(play: Play) -> None:
    ma, he, _ = await complained(play)
    chen = await play.member("chen")
    await he.taps("更多")
    await he.taps("转调解")
    await he.taps("陈亮")
    await chen.taps("我与两边没有关系")
    await chen.taps("更多")
    await chen.taps("要多几天")
    await chen.taps("7天")
    await chen.says("马丽出差了")
    assert he.hears("1123-01", "马丽出差了")
    await her_telephone(play, ma)


async def test_who_goes_on_for_the_one_who_has_it_is_above_her_too(play: Play) -> None:
    ma, he, _ = await complained(play)
    sun = await sits_down(play, "sun")
    he.phone.blocks_bot()
    await play.settled()
    assert sun.hears("1123-01 对人的意见", "马丽推脱")
    await her_telephone(play, ma)


async def test_what_the_desk_is_otherwise_told_goes_past_her(play: Play) -> None:
    """That it is late, that it was not solved, that the resident cannot be reached."""
    ma, he, zhao = await complained(play)
    await he.taps("接了")
    await play.passes(days=25)
    await he.taps("办结", under="1123-01 对人的意见")
    await he.taps("办好了")
    await he.says("说过她了")
    await play.passes(minutes=3)
    await zhao.taps("还没好")
    await zhao.says("还是那样")
    zhao.phone.blocks_bot()
    await he.replies("1123-01", "我再去一趟")
    await play.passes(days=2)
    await her_telephone(play, ma)


async def test_when_nobody_above_may_have_it_a_colleague_of_hers_does(play: Play) -> None:
    """Not whoever the resident asked to be rid of, and not the one it is about."""
    ma, he, zhao = await complained(play)
    sun = await sits_down(play, "sun")
    await zhao.taps("更多")
    await zhao.taps("换个人")
    await zhao.taps("换一位")
    assert sun.hears("1123-01 对人的意见")
    sun.phone.blocks_bot()
    await play.settled()
    assert zhao.hears("1123-01", "周敏")
    assert not he.hears("现在由何平接着办")
    await her_telephone(play, ma)
