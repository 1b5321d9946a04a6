"""What was told of the three weeks: one story that both agreed to, and one that waits for its resident's yes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.demo.stories import Pair
from domain.explaining.story import Story
from domain.matters.matter import Matter
from handlers.explaining.stories.living import agree, begin_story
from handlers.turn import Turn

Act = Callable[[Turn[Any]], object]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
LANE = (
    "一辆车老停在消防通道上，一位居民说了一声。一位委员找到车主，当天就挪走了，又请物业画了线，到现在没有人再停。",
    "A car kept blocking a fire lane, and a resident said so. A committee member found its owner, who moved it on the "
    "same day; lines were painted, and nobody has parked there since.",
)
LAMP = (
    "楼道灯不亮，晚上看不见台阶。一位居民说了，一位委员当天换了灯泡，老人们又敢下楼了。",
    "The stair light was out and the steps were dark. A resident said so, a committee member changed the bulb on the "
    "same day, and old people dare to go down again.",
)


def retold(opening: datetime, which: int) -> list[tuple[datetime, Act]]:
    """At which instants what was done, in the order of time; `which` language of each pair."""
    ids = dict[str, str]()

    def asks(resident: str, kind: str, text: Pair) -> Act:
        def act(turn: Turn[Any]) -> None:
            matter = _ended(turn, resident, kind)
            ids[resident] = begin_story(turn, turn.tx.people.get("ma"), matter, text[which]).id

        return act

    def agrees(resident: str, *, herself: bool) -> Act:
        def act(turn: Turn[Any]) -> None:
            story: Story = turn.tx.stories.get(ids[resident])
            who = story.resident_id if herself else story.member_id
            agree(turn, story, turn.tx.people.get(who), story.seal)

        return act

    lane, lamp = opening - 12 * DAY, opening - 2 * DAY
    return [
        (lane, asks("he", "parking", LANE)),
        (lane + HOUR, agrees("he", herself=False)),
        (lane + 2 * HOUR, agrees("he", herself=True)),
        (lamp, asks("li", "lighting", LAMP)),
        (lamp + HOUR, agrees("li", herself=False)),
    ]


def _ended(turn: Turn[Any], resident: str, kind: str) -> Matter:
    reported: list[Matter] = turn.tx.matters.of_reporter(f"resident-{resident}")
    return next(matter for matter in reported if matter.kind == kind and not matter.open)
