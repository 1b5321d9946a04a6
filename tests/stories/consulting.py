"""A desk that asks, and the neighbours whom it asks."""

from __future__ import annotations

from tests.stories.house import Play, Somebody

ROOM = "活动室周末开到几点好"


async def ends(ma: Somebody, line: str = ROOM) -> None:
    await ma.taps("现在就结束", under=f"问计：{line}")
    await ma.taps("结束", under="现在就结束")


async def neighbours(play: Play, *names: str) -> list[Somebody]:
    """Each has scanned the code at the gate of the first grid."""
    there = [play.newcomer(101 + n, name) for n, name in enumerate(names)]
    for each in there:
        await each.starts("gate1")
    return there


async def asks(
    ma: Somebody, words: str = f"问计 {ROOM}\n六点\n九点", *, where: str = "桃源社区", until: str = "三天"
) -> None:
    await ma.says(words)
    await ma.taps(where)
    await ma.taps(until)
    await ma.taps("发出去")
