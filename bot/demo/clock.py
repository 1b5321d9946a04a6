"""The demo's clock: when the hour is moved on, everything that counts seconds has waited that long too."""

from __future__ import annotations

from datetime import timedelta

from bot.clock import MovedClock


class StageClock(MovedClock):
    """So a day that passes in a second fills the buckets of the pace, and lets a press grow old, like a real day."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        super().__init__(offset)
        self._passed = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self._passed

    def advance(self, by: timedelta) -> None:
        self._passed += max(0.0, by.total_seconds())
        super().advance(by)
