"""One alarm an hour for one danger, however often somebody cries; nothing of another kind, or worse, is swallowed."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


def alarms(somebody: Somebody) -> int:
    return sum("先看这件" in rung for rung in somebody.rings())


async def closed(play: Play, wang: Somebody) -> None:
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("上门看过，人没事")
    wang.rings()


async def cried(play: Play, words: str = "我不想活了") -> tuple[Somebody, Somebody]:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says(words)
    assert alarms(wang) == 1
    return wang, zhao


@pytest.mark.parametrize("minutes", [1, 5], ids=["before she heard of the end", "after it"])
async def test_soon_after_it_ended_it_is_in_hand_again_without_another_alarm(play: Play, minutes: int) -> None:
    wang, zhao = await cried(play)
    await closed(play, wang)
    await play.passes(minutes=minutes)
    await zhao.says("我还是不想活了")
    rung = wang.rings()
    assert not any("先看这件" in words for words in rung)
    assert any("我还是不想活了" in words for words in rung)
    assert zhao.hears("请打12356", "我正在叫王芳")
    assert zhao.buttons("请打12356") == ["我没事", "我要人陪"]
    assert not zhao.hears("1123-02")
    assert "接了" in wang.buttons("先看这件")


async def test_where_nobody_takes_it_then_the_next_one_is_called_as_of_any_alarm(play: Play) -> None:
    chen = await play.member("chen")
    wang, zhao = await cried(play)
    await closed(play, wang)
    await play.passes(minutes=5)
    chen.rings()
    await zhao.says("我还是不想活了")
    await play.passes(minutes=11)
    assert alarms(chen) >= 1


async def test_an_hour_later_it_rings_anew(play: Play) -> None:
    wang, zhao = await cried(play)
    await closed(play, wang)
    await play.passes(minutes=61)
    wang.rings()
    await zhao.says("我还是不想活了")
    assert alarms(wang) == 1
    assert zhao.hears("编号1123-02")


async def test_in_hand_it_rings_once_an_hour(play: Play) -> None:
    wang, zhao = await cried(play)
    await wang.taps("接了")
    await play.passes(minutes=30)
    await zhao.says("我真的不想活了")
    assert alarms(wang) == 0
    await play.passes(minutes=31)
    wang.rings()
    await zhao.says("我还是不想活了")
    assert alarms(wang) == 1
    assert not zhao.hears("1123-02")


async def test_a_fire_after_despair_rings_and_is_a_matter_of_its_own(play: Play) -> None:
    wang, zhao = await cried(play)
    await zhao.says("我家着火了")
    assert alarms(wang) == 1
    assert zhao.hears("编号1123-02", "着火")
    await zhao.taps("我要人陪")
    assert wang.hears("赵奶奶（1123-01 我不想活了）：我要人陪")


async def test_what_comes_of_it_rings_for_the_same_matter(play: Play) -> None:
    wang, zhao = await cried(play, "3号楼着火了")
    await zhao.says("有人被困在里面")
    assert alarms(wang) == 1
    await zhao.says("人还被困在里面")
    assert alarms(wang) == 0
    assert not zhao.hears("1123-02")


async def test_a_cry_that_answers_a_message_about_what_has_ended_is_heard(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await closed(play, wang)
    await play.passes(minutes=3)
    await zhao.replies("1123-01", "着火了，快来人")
    assert alarms(wang) == 1


async def test_who_wants_company_is_heard_however_old_the_button(play: Play) -> None:
    wang, zhao = await cried(play)
    button = zhao.button("我要人陪", "请打12356")
    await closed(play, wang)
    await play.passes(hours=9)
    wang.rings()
    await zhao.taps_old(button)
    assert alarms(wang) == 1
    assert wang.hears("先看这件", "我要人陪")
