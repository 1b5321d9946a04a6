"""The simulation's clock: civil time goes from one thing to the next; what leaves together leaves in no time."""

from __future__ import annotations

import asyncio
from datetime import datetime
from itertools import count


class SimulatedClock:
    """Seconds of pacing run ahead of civil time while more is sent at once than the platform takes."""

    def __init__(self, start: datetime, seed: int) -> None:
        self._start = self._now = start
        self._paced = 0.0
        self._seeds = count(seed)
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return max(self._civil, self._paced)

    @property
    def _civil(self) -> float:
        return (self._now - self._start).total_seconds()

    def seed(self) -> int:
        return next(self._seeds)

    async def sleep(self, seconds: float) -> None:
        until = self.monotonic() + seconds
        await asyncio.sleep(0)
        self._paced = max(self._paced, until)

    async def sleep_until(self, instant: datetime) -> None:
        while self._now < instant:
            await self._moved.wait()

    def move_to(self, instant: datetime) -> None:
        """Never backwards."""
        self._now = max(self._now, instant)
        self._moved.set()
        self._moved = asyncio.Event()
