"""How far a simulation has come: one line that is rewritten on a terminal, a line every few seconds elsewhere."""

from __future__ import annotations

import sys
from datetime import datetime

from bot.clock import SystemClock
from bot.simulation.agenda import ZONE
from bot.speech import Speech

WIDTH = 30
REWRITES, TELLS = 0.2, 10.0
"""Seconds between two looks at a terminal, and between two lines of a log."""


class Told:
    """A bot.simulation.month.Progress; gone from the terminal when it is left."""

    def __init__(self, speech: Speech, days: int) -> None:
        self._speech, self._days = speech, days
        self._terminal = sys.stderr.isatty()
        self._clock = SystemClock()
        self._begun = self._clock.monotonic()
        self._told = 0.0

    def __call__(self, now: datetime, part: float) -> None:
        spent = self._clock.monotonic() - self._begun
        if spent - self._told < (REWRITES if self._terminal else TELLS):
            return
        self._told = spent
        local = now.astimezone(ZONE)
        where = self._speech.word("joining")
        if part > 0:
            where = self._speech.word("day", n=int(part * self._days) + 1, hour=f"{local:%H:%M}")
        full = round(WIDTH * max(0.0, min(part, 1.0)))
        line = f"{'█' * full}{'░' * (WIDTH - full)} {where}  {spent:.0f} s"
        sys.stderr.write(f"\r\x1b[K{line}" if self._terminal else f"{line}\n")
        sys.stderr.flush()

    def gone(self) -> None:
        if self._terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
