"""What people mean to do, in the order of the hours at which they mean to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")
UP, DOWN = 7, 22
"""Hours between which people look at their telephones."""
SECOND = timedelta(seconds=1)


Act = Callable[[], object]


class Agenda:
    """Whoever means to do something at night does it in the morning. The platform tells whole seconds: what falls into
    the same one happens together.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self._rows: list[tuple[datetime, int, Act]] = []
        self._count = count()

    def at(self, instant: datetime, act: Act) -> None:
        whole = instant.replace(microsecond=0)
        heappush(self._rows, (whole if whole == instant else whole + SECOND, next(self._count), act))

    def after(self, delay: timedelta, act: Act, chance: Random, *, at_once: bool = False) -> None:
        """`at_once`: though it be night."""
        instant = self.now() + delay
        self.at(instant if at_once else by_day(instant, chance), act)

    @property
    def next_at(self) -> datetime | None:
        return self._rows[0][0] if self._rows else None

    def due(self, until: datetime) -> list[Act]:
        acts = []
        while self._rows and self._rows[0][0] <= until:
            acts.append(heappop(self._rows)[2])
        return acts


def by_day(instant: datetime, chance: Random) -> datetime:
    local = instant.astimezone(ZONE)
    if UP <= local.hour < DOWN:
        return instant
    morning = local.replace(hour=UP, minute=0) + timedelta(days=local.hour >= DOWN)
    return (morning + timedelta(minutes=chance.uniform(5, 100))).astimezone(instant.tzinfo)
