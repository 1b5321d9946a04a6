"""The morning after a known trouble: many of one building say "not yet", and their member's telephone stays usable."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody
from tests.stories.test_trouble import marked

pytestmark = pytest.mark.asyncio
HOUSEHOLDS = 12
MUCH = (
    "老人受不了，孩子夜里冷得睡不着，昨天就跟物业说过了，没人来，今天又打了三次电话，都说在忙，"
    "麻烦快点找人来看看，一家老小都等着，实在是没有办法了"
)


async def ended(play: Play, households: int = 3) -> tuple[Somebody, Somebody, list[Somebody]]:
    """王芳, 马丽 and those of one building who waited for the water; the trouble is over."""
    wang, ma, _ = await marked(play)
    homes = [play.newcomer(300 + n, f"{n + 1}号住户") for n in range(households)]
    for each in homes:
        await each.says("3号楼漏水了")
        await each.taps("好，修好告诉我")
    await ma.taps("好了", under="水管爆了")
    await ma.says("水管接上了")
    await play.passes(minutes=3)
    for each in (wang, ma, *homes):
        each.rings()
    return wang, ma, homes


async def not_yet(somebody: Somebody, line: str) -> None:
    await somebody.taps("还没好")
    await somebody.says(line)


async def test_households_of_one_building_go_on_together(play: Play) -> None:
    wang, _, (first, second, third) = await ended(play)
    await not_yet(first, "还在滴")
    await not_yet(second, "没见人来")
    await not_yet(third, "只好了一半")
    assert len(wang.rings()) == 1
    assert wang.hears("漏水", "3户", "还在滴")
    assert wang.hears("还有2户也说没好", "没见人来", "只好了一半")
    assert second.hears("又开了。楼里还有邻居也说没好，王芳一起接着办")
    assert not second.hears("还在滴")


async def test_each_of_them_is_asked_at_the_end_and_has_her_own_word(play: Play) -> None:
    wang, _, (first, second, _) = await ended(play)
    await not_yet(first, "还在滴")
    await not_yet(second, "没见人来")
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了新的")
    await play.passes(minutes=3)
    for each in (first, second):
        assert each.hears("王芳说办好了：换了新的")
        await each.taps("好了")
    assert wang.hears("今天有2件居民说好了：1123-02、1123-03")


async def test_who_speaks_of_danger_stays_alone(play: Play) -> None:
    wang, _, (first, second, _) = await ended(play)
    await not_yet(first, "还在滴")
    wang.rings()
    await not_yet(second, "着火了")
    assert wang.rings()
    assert not wang.hears("还有1户也说没好")


async def test_the_morning_after_is_a_day_of_few_messages(play: Play) -> None:
    wang, _, homes = await ended(play, HOUSEHOLDS)
    before = len(wang.inbox)
    for each in homes:
        await not_yet(each, "没见人来")
    await wang.taps("接了")
    await play.passes(hours=1)
    await wang.replies("还没好", "师傅五点到")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了新的")
    await play.passes(minutes=3)
    for each in homes:
        await each.taps("好了")
    assert len(wang.inbox) - before < 10


async def test_when_a_whole_house_reports_what_the_fourth_adds_stands_with_the_others(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(102, "李叔")
    await li.files("3号楼暖气不热")
    before = len(wang.inbox)
    for n in range(HOUSEHOLDS):
        each = play.newcomer(300 + n, f"{n + 1}号住户")
        await each.says(f"3号楼暖气不热。屋里才{n}度，{MUCH}")
        await each.taps("同一件")
    assert len(wang.inbox) - before == 4
    assert wang.hears("还有12户也报了", "屋里才11度")


async def test_a_picture_of_what_is_still_wrong_hangs_under_what_the_others_say(play: Play) -> None:
    wang, _, (first, second, _) = await ended(play)
    await not_yet(first, "还在滴")
    await second.taps("还没好")
    await second.sends_photo("lamp")
    assert wang.finds("1123-03 漏水了，又一户也报了，发来了：").kind == "photo"
    assert not wang.hears("还有0户")
