"""Whoever says very much at once is told once when we listen again; danger is heard, and nobody else notices."""

from __future__ import annotations

import pytest

from handlers.safety.flood import MOST, MOST_AT_WORK
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
DEAF = "您一下子说了很多"


async def pours(play: Play, somebody: Somebody, n: int, words: str = "哈哈哈") -> None:
    for _ in range(n):
        somebody.phone.says(words)
    await play.settled()


async def test_one_notice_and_then_silence_until_then(play: Play) -> None:
    boy = play.newcomer(101, "小吴")
    await pours(play, boy, MOST + 20)
    told = [message for message in boy.inbox if DEAF in message.text]
    assert len(told) == 1
    assert "上午10点10分" in told[0].text
    assert "0931-1234567" in told[0].text
    heard = len(boy.inbox)
    await boy.says("路灯坏了")
    assert len(boy.inbox) == heard
    await play.passes(minutes=11)
    await boy.says("3号楼2单元门口的路灯坏了")
    assert boy.hears("我这样记")


async def test_nobody_else_notices(play: Play) -> None:
    boy, zhao = play.newcomer(101, "小吴"), play.newcomer(102, "赵奶奶")
    await pours(play, boy, MOST + 5)
    await zhao.says("3号楼2单元门口的路灯坏了")
    assert zhao.hears("我这样记")


async def test_danger_is_answered_and_filed_all_the_same(play: Play) -> None:
    wang, boy = await play.member("wang"), play.newcomer(101, "小吴")
    await pours(play, boy, MOST + 5)
    await boy.says("3号楼着火了")
    assert boy.hears("119")
    assert wang.hears("着火了")


async def test_spread_over_the_day_it_is_no_flood(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    for _ in range(3):
        await pours(play, zhao, MOST - 1)
        await play.passes(minutes=6)
    assert not zhao.hears(DEAF)


async def test_whoever_serves_has_more_room(play: Play) -> None:
    wang = await play.member("wang")
    await pours(play, wang, MOST + 5, "我的任务")
    assert not wang.hears(DEAF)
    assert MOST_AT_WORK > MOST


async def test_she_may_flood_again_and_is_told_again(play: Play) -> None:
    boy = play.newcomer(101, "小吴")
    await pours(play, boy, MOST + 5)
    await play.passes(minutes=20)
    await pours(play, boy, MOST + 5)
    assert len([message for message in boy.inbox if DEAF in message.text]) == 2
