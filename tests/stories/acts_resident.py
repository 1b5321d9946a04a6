"""What a resident does, played so that it can be counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.stories.consulting import asks, neighbours
from tests.stories.hand import LAMP, ROPE, Hand, a_closed_lamp, a_complaint, a_lamp, people
from tests.stories.house import Play


async def files(play: Play) -> Hand:
    wang, zhao = await people(play)
    hand = Hand(zhao)
    await hand.says(LAMP)
    await hand.taps("交给王芳")
    assert wang.hears("1123-01 路灯坏了")
    return hand


async def files_by_voice(play: Play) -> Hand:
    wang, zhao = await people(play)
    await zhao.starts("gate1")
    hand = Hand(zhao)
    await hand.speaks()
    await hand.taps("交给王芳")
    assert wang.hears("1123-01")
    return hand


async def files_two(play: Play) -> Hand:
    wang, zhao = await people(play)
    hand = Hand(zhao)
    await hand.says("3号楼路灯坏了，还有垃圾没人收")
    await hand.taps("分成两件交")
    assert wang.hears("1123-02 垃圾没人收")
    return hand


async def joins(play: Play) -> Hand:
    await a_lamp(play)
    li = play.newcomer(102, "李叔")
    hand = Hand(li)
    await hand.says("3号楼2单元门口的路灯不亮")
    await hand.taps("我也算一个")
    assert li.hears("1123-02")
    return hand


async def adds(play: Play) -> Hand:
    wang, zhao = await a_lamp(play)
    hand = Hand(zhao)
    await hand.says("/report 3号楼2单元门口的路灯还是不亮")
    await hand.taps("补到1123-01")
    assert wang.hears("路灯还是不亮")
    return hand


async def complains(play: Play) -> Hand:
    wang, zhao = await people(play)
    hand = Hand(zhao)
    await hand.says(ROPE)
    await hand.taps("私下说一声")
    assert wang.hears("私下说一声")
    return hand


async def takes_up(play: Play) -> Hand:
    wang, zhao = await a_complaint(play, "只记下来")
    hand = Hand(zhao)
    await hand.taps("还是请人说一声")
    assert wang.hears("居民想请您私下说一声")
    return hand


async def asks_for_news(play: Play) -> Hand:
    wang, zhao = await a_lamp(play)
    hand = Hand(zhao)
    await hand.taps("怎么样了")
    assert wang.hears("居民在问")
    return hand


async def says_solved(play: Play) -> Hand:
    wang, zhao = await a_closed_lamp(play)
    await play.passes(minutes=3)
    hand = Hand(zhao)
    await hand.taps("好了")
    assert wang.hears("居民说好了")
    return hand


async def says_not_yet(play: Play) -> Hand:
    wang, zhao = await a_closed_lamp(play)
    await play.passes(minutes=3)
    hand = Hand(zhao)
    await hand.taps("还没好")
    await hand.says("还是不亮")
    assert wang.hears("居民说还没好")
    return hand


async def takes_back(play: Play) -> Hand:
    _, zhao = await a_lamp(play)
    hand = Hand(zhao)
    await hand.taps("更多")
    await hand.taps("不办了，撤回")
    await hand.taps("不办了")
    assert zhao.hears("1123-01撤回了")
    return hand


async def lets_her_number_go(play: Play) -> Hand:
    _, zhao = await a_lamp(play)
    ma = await play.member("ma")
    await zhao.says("请打电话给我")
    await zhao.says("13800001111")
    await zhao.taps("可以")
    await ma.says("查 1123-01")
    await ma.taps("1123-01", under="1123-01")
    await ma.taps("更多", under="1123-01 路灯坏了")
    await ma.taps("转12345")
    await ma.taps("请指定单位来办")
    hand = Hand(zhao)
    await hand.taps("给13800001111")
    assert ma.hears("怎么找居民：13800001111")
    return hand


async def answers_a_question(play: Play) -> Hand:
    ma, (zhao,) = await play.member("ma"), await neighbours(play, "赵奶奶")
    await asks(ma)
    hand = Hand(zhao)
    await hand.taps("九点")
    assert zhao.hears("✓ 您选的：九点")
    return hand


async def calls_for_help(play: Play) -> Hand:
    wang, zhao = await people(play)
    hand = Hand(zhao)
    await hand.says("3号楼2单元着火了")
    assert zhao.hears("119")
    assert wang.hears("急事")
    return hand


RESIDENT: dict[str, Callable[[Play], Awaitable[Hand]]] = {
    "file a matter": files,
    "file by voice, place known": files_by_voice,
    "file two matters of one message": files_two,
    "me too": joins,
    "add to her own earlier one": adds,
    "complain about a person": complains,
    "have it dealt with after all": takes_up,
    "ask for news": asks_for_news,
    "judge: it is solved": says_solved,
    "judge: not yet": says_not_yet,
    "take it back": takes_back,
    "let 12345 have her number": lets_her_number_go,
    "answer a question to her area": answers_a_question,
    "report danger": calls_for_help,
}
"""By the name of the act in docs/taps.md."""
