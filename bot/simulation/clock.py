"""The simulation's clock: civil time goes from one thing to the next, waiting for the platform's pace takes no time."""

from __future__ import annotations

import asyncio
from datetime import datetime
from itertools import count


class SimulatedClock:
    """Seconds of pacing run ahead of civil time when more is to be sent than the platform takes; see `behind`."""

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
    def behind(self) -> float:
        """Seconds by which the newest message leaves later than it was written."""
        return max(0.0, self._paced - self._civil)

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
