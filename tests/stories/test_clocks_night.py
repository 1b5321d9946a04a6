"""Quiet hours: from ten to seven nothing rings but danger."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_a_card_at_night_comes_silently_and_contact_waits_until_seven(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await play.at(23)
    await zhao.says("3号楼路灯坏了")
    assert zhao.hears("8点前给您回话")
    await zhao.taps("交给王芳")
    assert not wang.rings()
    assert wang.hears("1123-01", "8点前给居民回个话")
    await play.at(6, 59)
    assert not wang.rings()
    await play.passes(minutes=1)
    (reminder,) = wang.rings()
    assert "8点前给居民回句话" in reminder
    await play.passes(minutes=59)
    assert not chen.rings()
    await play.passes(minutes=1)
    assert len(chen.rings()) == 1


async def test_a_utility_at_night_gives_its_own_number_at_once(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await play.at(23)
    await zhao.says("3号楼暖气不热")
    assert zhao.hears("会看到。急的话先打0931-2223333。")
    await zhao.taps("交给王芳")
    assert zhao.hears("1123-01", "0931-2223333")


async def test_danger_rings_at_night(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await play.at(2, days=1)
    await zhao.says("3号楼着火了")
    for somebody in (wang, chen, ma):
        assert "急事，先看这件" in somebody.rings()[0]
    zhao.rings()
    await wang.taps("接了")
    assert len(zhao.rings()) == 1


async def test_what_a_member_does_at_night_does_not_wake_the_resident(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    zhao.rings()
    await play.passes(minutes=29)
    await wang.taps("接了")
    zhao.rings()
    await play.at(23)
    await wang.replies("1123-01", "明早来修")
    assert zhao.hears("明早来修")
    assert not zhao.rings()


async def test_danger_in_a_later_word_rings_the_deputy_and_the_desk_too(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼楼道有垃圾")
    wang.rings()
    await zhao.replies("1123-01", "垃圾着火了")
    for somebody in (wang, chen, ma):
        assert any("急事，先看这件" in words for words in somebody.rings())
    assert zhao.hears("先出来", "119")
