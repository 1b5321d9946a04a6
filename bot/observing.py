"""What happens in this process, counted and timed for whoever watches over it; nobody is named."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.clock import Clock
from domain.messages import Inbound
from storage.database import Database
from storage.transaction import Transaction

T = TypeVar("T")
BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0, 300.0, 3600.0)
"""Seconds: from what an act may take to what nobody may wait."""


@dataclass(slots=True)
class Spans:
    """How many took how long: `counts[i]` at most BOUNDS[i] seconds (and more than the bound before), the last more."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0

    def add(self, seconds: float) -> None:
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.seconds += seconds


@dataclass(slots=True)
class Observed:
    """`updates` by kind, from arrival to commit; `acts` by the name of their transaction; `late` by kind, how long
    after its instant what was due was done; `deliveries` are counted by what became of them, `refused` updates (which
    could not be kept) by why.
    """

    updates: dict[str, Spans] = field(default_factory=lambda: defaultdict(Spans))
    acts: dict[str, Spans] = field(default_factory=lambda: defaultdict(Spans))
    late: dict[str, Spans] = field(default_factory=lambda: defaultdict(Spans))
    deliveries: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def came_late(self, kind: str, seconds: float) -> None:
        self.late[kind].add(seconds)


def kind_of(inbound: Inbound) -> str:
    """ "words", "command", or what else it is made of: "choice", "media", "location" …"""
    if inbound.text:
        return "command" if inbound.text.startswith("/") else "words"
    return type(inbound.parts[0]).__name__.lower() if inbound.parts else "nothing"


class Timed:
    """A database whose acts are timed."""

    def __init__(self, database: Database, observed: Observed, clock: Clock) -> None:
        self._database, self._observed, self._clock = database, observed, clock

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        begun = self._clock.monotonic()
        try:
            return await self._database.transact(name, act, order=order)
        finally:
            self._observed.acts[name].add(self._clock.monotonic() - begun)

    async def read(self, name: str, query: Callable[[Transaction], T]) -> T:
        return await self._database.read(name, query)

    async def close(self) -> None:
        await self._database.close()
