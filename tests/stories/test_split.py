"""Two matters in one message: offered as two when it is handed in, or taken apart later by whoever has it."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
BOTH = "3号楼路灯坏了，还有垃圾没人收"


async def test_two_are_handed_in_by_one_tap(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says(BOTH)
    await zhao.taps("分成两件交")
    assert zhao.hears("1123-01 路灯坏了", "桃源里3号楼")
    assert zhao.hears("1123-02 垃圾没人收", "桃源里3号楼")
    assert wang.hears("1123-01 路灯坏了", "路灯照明")
    assert wang.hears("1123-02 垃圾没人收", "垃圾卫生")


async def test_one_is_as_good_when_she_says_so(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files(BOTH)
    assert wang.hears("1123-01", "垃圾没人收")
    assert not wang.hears("1123-02")


async def test_each_goes_where_its_own_words_say(play: Play) -> None:
    chen, wang, zhao = await play.member("chen"), await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("桃源里3号楼路灯坏了，还有杏林苑8号楼垃圾没人收")
    await zhao.taps("分成两件交")
    assert wang.hears("1123-01 路灯坏了", "桃源里3号楼")
    assert chen.hears("1123-02 垃圾没人收", "杏林苑8号楼")


async def test_a_part_about_a_person_is_asked_about_for_itself(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼路灯坏了，还有邻居半夜跳绳")
    await zhao.taps("分成两件交")
    assert wang.hears("1123-01 路灯坏了")
    assert not wang.hears("跳绳")
    await zhao.taps("只记下来")
    assert zhao.hears("记下了，编号1123-02")


async def test_what_is_one_is_not_offered_as_two(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼下水道堵了，臭得很")
    assert "分成两件交" not in zhao.buttons("我这样记")


async def one_of_two(play: Play) -> tuple[Somebody, Somebody]:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files(BOTH)
    await wang.taps("接了")
    zhao.rings()
    await wang.taps("更多", under="您接了")
    await wang.taps("这是两件事")
    return wang, zhao


async def test_a_member_takes_the_second_out_by_its_words(play: Play) -> None:
    wang, zhao = await one_of_two(play)
    await wang.taps("垃圾没人收")
    assert zhao.rings() == [zhao.finds("您说的是两件事").text]
    assert zhao.hears("您说的是两件事，我分开记了：1123-01 路灯坏了，1123-02 垃圾没人收。")
    assert wang.hears("1123-02 垃圾没人收", "垃圾卫生", "桃源里3号楼")
    assert wang.hears("分出来了：1123-02 垃圾没人收。1123-01接着办。")


async def test_or_by_a_line_of_her_own(play: Play) -> None:
    wang, zhao = await one_of_two(play)
    await wang.says("楼道扶手松了")
    assert zhao.hears("1123-01 路灯坏了，还有垃圾没人收", "1123-02 楼道扶手松了")


async def test_each_is_closed_and_asked_about_for_itself(play: Play) -> None:
    wang, zhao = await one_of_two(play)
    await wang.taps("垃圾没人收")
    await wang.taps("办结", under="1123-01")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    assert zhao.hears("王芳说办好了：换了灯泡")
    assert zhao.hears("1123-02", "交给了王芳")


async def test_the_whole_way_says_that_one_was_taken_out(play: Play) -> None:
    wang, _ = await one_of_two(play)
    await wang.taps("垃圾没人收")
    await wang.taps("更多", under="1123-01 路灯坏了")
    await wang.taps("看经过")
    assert "分出另一件" in wang.last


async def test_within_two_minutes_it_is_one_again(play: Play) -> None:
    wang, zhao = await one_of_two(play)
    await wang.taps("垃圾没人收")
    zhao.rings()
    await zhao.replies("1123-02 垃圾没人收", "臭得很")
    await wang.taps("还是一件")
    assert wang.hears("1123-02并回1123-01了，还是一件")
    assert wang.hears("1123-01 路灯坏了，还有垃圾没人收", "臭得很")
    assert zhao.hears("1123-02和1123-01", "我又记成一件了")
    assert zhao.hears("1123-02", "并到1123-01一起办。")
    assert not zhao.rings()
    await play.passes(days=2)
    assert not wang.hears("1123-02 垃圾没人收", "等您")
    await wang.taps("更多", under="1123-01 路灯坏了")
    await wang.taps("看经过")
    assert wang.hears("分出另一件", "又记成一件")


async def test_the_resident_may_still_say_that_they_are_two(play: Play) -> None:
    wang, zhao = await one_of_two(play)
    await wang.taps("垃圾没人收")
    await wang.taps("还是一件")
    await zhao.taps("不是一回事，分开办")
    assert wang.hears("1123-02 垃圾没人收", "给居民回个话")


async def test_later_than_that_it_is_said_what_can_be_done(play: Play) -> None:
    wang, _ = await one_of_two(play)
    await wang.taps("垃圾没人收")
    await play.passes(minutes=3)
    await wang.taps("还是一件")
    assert wang.hears("过了两分钟，1123-02自己办着了")
    assert wang.buttons("1123-02 垃圾没人收")


async def test_what_somebody_has_taken_stays_taken_out(play: Play) -> None:
    wang, _ = await one_of_two(play)
    await wang.taps("垃圾没人收")
    await wang.taps("接了", under="1123-02")
    await wang.taps("还是一件")
    assert wang.hears("这个按钮过时了")
    assert not wang.hears("还是一件，居民知道了")


async def test_nobody_else_undoes_it(play: Play) -> None:
    wang, _ = await one_of_two(play)
    chen = await play.member("chen")
    await wang.taps("垃圾没人收")
    button = wang.button("还是一件", "分出来了")
    await chen.says("我的任务")
    await chen.taps_old((chen.inbox[-1].id, button[1]))
    assert not wang.hears("还是一件，居民知道了")
