"""One person's hand, counted: what she types and presses, and the scenes in which acts are counted."""

from __future__ import annotations

from tests.stories.house import Play, Somebody

LAMP = "3号楼2单元门口的路灯坏了"
ROPE = "3号楼楼上半夜跳绳"


class Hand:
    """Somebody whose messages and taps are counted from now on."""

    def __init__(self, somebody: Somebody) -> None:
        self.somebody, self.said, self.tapped = somebody, 0, 0

    async def says(self, words: str) -> None:
        self.said += 1
        await self.somebody.says(words)

    async def replies(self, to: str, words: str) -> None:
        self.said += 1
        await self.somebody.replies(to, words)

    async def speaks(self) -> None:
        self.said += 1
        await self.somebody.sends_voice()

    async def taps(self, label: str, under: str = "") -> None:
        self.tapped += 1
        await self.somebody.taps(label, under)

    @property
    def count(self) -> tuple[int, int]:
        return self.said, self.tapped


async def people(play: Play) -> tuple[Somebody, Somebody]:
    return await play.member("wang"), play.newcomer(101, "赵奶奶")


async def a_lamp(play: Play, *, taken: bool = False) -> tuple[Somebody, Somebody]:
    wang, zhao = await people(play)
    await zhao.files(LAMP)
    if taken:
        await wang.taps("接了")
    return wang, zhao


async def a_closed_lamp(play: Play) -> tuple[Somebody, Somebody]:
    wang, zhao = await a_lamp(play, taken=True)
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    return wang, zhao


async def a_complaint(play: Play, wish: str) -> tuple[Somebody, Somebody]:
    wang, zhao = await people(play)
    await zhao.says(ROPE)
    await zhao.taps(wish)
    return wang, zhao
