"""The machine that the bot runs on: its clock, which may be set wrong, and what a suspension does to it."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from random import Random

from tests.gales.loop import Loop


class Machine:
    """Fits bot.clock.Clock. `begins` is the true instant at the loop's second 0."""

    def __init__(self, loop: Loop, begins: datetime, chance: Random) -> None:
        self._loop, self._begins, self._chance = loop, begins, chance
        self.off = timedelta()
        """By how much its clock is ahead."""
        self._slept = 0.0

    def truly(self) -> datetime:
        """The time as everybody else has it."""
        return self._begins + timedelta(seconds=self._loop.time())

    def sleeps_deeply(self, seconds: float) -> None:
        """Suspended: time passes, and it counts no seconds."""
        self._loop.leap(seconds)
        self._slept += seconds

    def now(self) -> datetime:
        return self.truly() + self.off

    def monotonic(self) -> float:
        return self._loop.time() - self._slept

    def seed(self) -> int:
        return self._chance.getrandbits(64)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def sleep_until(self, instant: datetime) -> None:
        await asyncio.sleep(max(0.0, (instant - self.now()).total_seconds()))
