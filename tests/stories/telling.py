"""A desk that tells its area something, and the neighbours who read it."""

from __future__ import annotations

from tests.stories.house import Somebody

OFF = "周四上午九点到十二点，3号楼停水，请提前接好水。"


async def tells(
    ma: Somebody, words: str = OFF, *, kind: str = "政策", topics: tuple[str, ...] = (), where: str = "桃源社区",
    until: str = "三天",
) -> None:  # fmt: skip
    """Up to the preview; nothing is out yet."""
    await ma.says(f"通知 {words}")
    await ma.taps(kind)
    for topic in topics:
        await ma.taps(topic)
    await ma.taps("就这些" if topics else "跟谁都有关")
    await ma.taps(where)
    await ma.taps(until)
