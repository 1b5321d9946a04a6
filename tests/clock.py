"""A clock that moves only when told to."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta


class FakeClock:
    """`sleep` takes no time and moves the monotonic seconds; `sleep_until` waits until `advance` gets there."""

    def __init__(self, start: datetime = datetime(2025, 11, 23, 8, 0, tzinfo=UTC)) -> None:
        self._now = start
        self._ticks = 1000.0
        self._seeds = 0
        self._moved = asyncio.Event()
        self.slept: list[float] = []

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._ticks

    def seed(self) -> int:
        self._seeds += 1
        return self._seeds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._ticks += seconds
        await asyncio.sleep(0)

    async def sleep_until(self, instant: datetime) -> None:
        while self._now < instant:
            await self._moved.wait()

    def is_set(self, **by: float) -> None:
        """Somebody sets it by so much (days=…, hours=…): civil time jumps, real seconds do not."""
        self._now += timedelta(**by)
        self._moved.set()
        self._moved = asyncio.Event()

    def advance(self, seconds: float = 0, **more: float) -> None:
        """Moves civil and monotonic time by seconds (or hours=…, days=…)."""
        by = timedelta(seconds=seconds, **more)
        self._now += by
        self._ticks += by.total_seconds()
        self._moved.set()
        self._moved = asyncio.Event()
