"""What people in the demo do not want to be told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from domain.explaining.topics import Topic
from handlers.explaining.topics.choosing import choose
from handlers.turn import Turn


def chosen(opening: datetime) -> list[tuple[datetime, Callable[[Turn[Any]], object]]]:
    """At which instants what was done."""

    def no_events(turn: Turn[Any]) -> None:
        choose(turn, turn.tx.people.get("resident-li"), {Topic.EVENTS})

    return [(opening - timedelta(days=9), no_events)]
