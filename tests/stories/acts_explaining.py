"""What it takes to explain: acts of Explaining, each played by one hand that is counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.stories.consulting import neighbours
from tests.stories.hand import Hand
from tests.stories.house import Play
from tests.stories.test_book import writes
from tests.stories.test_stories import asked


async def asks_the_book(play: Play) -> Hand:
    await writes(await play.member("ma"))
    (zhao,) = await neighbours(play, "赵奶奶")
    hand = Hand(zhao)
    await hand.says("请问老年卡在哪办？")
    await hand.taps("清楚了")
    assert zhao.hears("那就好")
    return hand


async def agrees_to_what_is_told(play: Play) -> Hand:
    li, *_ = await asked(play)
    hand = Hand(li)
    await hand.taps("同意这样讲")
    assert li.hears("您同意这样讲")
    return hand


async def tells_her_area(play: Play) -> Hand:
    (zhao,) = await neighbours(play, "赵奶奶")
    hand = Hand(await play.member("ma"))
    await hand.says("写通知 周六上午在活动室量血压")
    for label in ("暖心", "跟谁都有关", "桃源一网格", "一周", "发出"):
        await hand.taps(label)
    assert zhao.hears("周六上午在活动室量血压")
    return hand


EXPLAINING: dict[str, Callable[[Play], Awaitable[Hand]]] = {
    "ask what the answer book knows": asks_the_book,
    "agree to what is told of her matter": agrees_to_what_is_told,
    "tell an area something": tells_her_area,
}
"""By the name of the act in docs/taps.md."""
