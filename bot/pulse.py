"""A sign of life that the running bot leaves among the rows, so that others can tell how it is."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.clock import Clock
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

_LOGGER = logging.getLogger(__name__)
NOTE = "bot.pulse"
AT_FIRST, EVERY = 1.0, 60.0
"""Seconds between two signs: until the first heartbeat, and from then on."""
UNWELL_AFTER = timedelta(minutes=5)
"""A heartbeat older than this is no health."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Of one run: `seen_at` is when it was left, `beat_at` the last heartbeat by then; `ended` when it ended tidily."""

    pid: int
    started_at: datetime
    seen_at: datetime
    beat_at: datetime | None
    ended: bool = False

    def well(self, now: datetime) -> bool:
        """The heartbeat is as recent as it should be, seen from `now`."""
        return self.beat_at is not None and now - self.beat_at < UNWELL_AFTER


def sign_in(tx: Transaction) -> Sign | None:
    """The newest, None before the first run."""
    written = tx.notes.get(NOTE)
    if written is None:
        return None
    found = json.loads(written)
    started_at, seen_at = datetime.fromisoformat(found["started_at"]), datetime.fromisoformat(found["seen_at"])
    beat_at = datetime.fromisoformat(found["beat_at"]) if found["beat_at"] else None
    return Sign(found["pid"], started_at, seen_at, beat_at, found["ended"])


class Pulse:
    """`beat_at` tells when the heart last beat."""

    def __init__(self, database: Database, beat_at: Callable[[], datetime | None], clock: Clock) -> None:
        self._database = database
        self._beat_at = beat_at
        self._clock = clock
        self._sign = Sign(os.getpid(), clock.now(), clock.now(), None)

    async def begin(self) -> None:
        """The first one."""
        await self._leave(self._sign)

    async def run(self) -> None:
        """Leaves a sign each minute, for ever."""
        while True:
            await self._clock.sleep(EVERY if self._sign.beat_at else AT_FIRST)
            await self._leave(self._sign)

    async def end(self) -> None:
        """The last one."""
        await self._leave(replace(self._sign, ended=True))

    async def _leave(self, sign: Sign) -> None:
        self._sign = replace(sign, seen_at=self._clock.now(), beat_at=self._beat_at())
        try:
            await self._database.transact("pulse", self._write)
        except StorageError as error:  # whoever has to keep people's words says so louder
            _LOGGER.info("no sign of life could be left: %s", error)

    def _write(self, tx: Transaction) -> None:
        sign = self._sign
        beat_at = sign.beat_at.isoformat() if sign.beat_at else ""
        written = {
            "pid": sign.pid, "started_at": sign.started_at.isoformat(), "seen_at": sign.seen_at.isoformat(),
            "beat_at": beat_at, "ended": sign.ended,
        }  # fmt: skip
        tx.notes.set(NOTE, json.dumps(written))
