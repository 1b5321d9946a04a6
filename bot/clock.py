"""The only place that asks the system for the time or for chance."""

from __future__ import annotations

import asyncio
import os
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol

_LOOK_AGAIN = 15.0
"""Seconds after which a sleeper looks at the wall clock again: it may have been set, or the machine suspended."""


class Clock(Protocol):
    """Civil time, which may be moved, and real seconds, which may not."""

    def now(self) -> datetime:
        """The civil instant, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds since some moment; for pacing and time-outs."""
        ...

    def seed(self) -> int:
        """64 bits of chance."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Waits real seconds (pacing, trying again)."""
        ...

    async def sleep_until(self, instant: datetime) -> None:
        """Waits until civil time has reached the instant, however it gets there."""
        ...


class SystemClock:
    """The time as the machine knows it."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def seed(self) -> int:
        return int.from_bytes(os.urandom(8))

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def sleep_until(self, instant: datetime) -> None:
        while (left := (instant - self.now()).total_seconds()) > 0:  # noqa: ASYNC110 (nobody tells when a clock is set)
            await asyncio.sleep(min(left, _LOOK_AGAIN))


class MovedClock(SystemClock):
    """The machine's time plus an offset; whoever waits for an instant wakes when the clock is moved past it."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self._offset = offset
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return super().now() + self._offset

    @property
    def offset(self) -> timedelta:
        """How far it is ahead of the machine's time."""
        return self._offset

    def advance(self, by: timedelta) -> None:
        """Moves civil time; backwards too, when by is negative."""
        self._offset += by
        self._moved.set()
        self._moved = asyncio.Event()

    def move_to(self, instant: datetime) -> None:
        """Makes it this instant now."""
        self.advance(instant - self.now())

    async def sleep_until(self, instant: datetime) -> None:
        while (left := (instant - self.now()).total_seconds()) > 0:
            moved = self._moved
            try:
                async with asyncio.timeout(min(left, _LOOK_AGAIN)):
                    await moved.wait()
            except TimeoutError:
                continue
