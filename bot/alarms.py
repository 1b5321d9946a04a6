"""Looks every minute, beside the heart that may have stopped, whether the house itself is well; the desk is told."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.pulse import UNWELL_AFTER
from handlers.safety.alarms import Ill, sound
from handlers.turn import Turn
from storage.database import Database
from storage.errors import StorageError
from storage.overview import backlog
from storage.transaction import Transaction

_LOGGER = logging.getLogger(__name__)
EVERY = 60.0
"""Seconds between two looks."""
WAITS_AFTER = timedelta(minutes=1)
"""What could have left so long ago is held up, or behind very many others."""
LOW = 500 * 1024 * 1024
"""Fewer bytes left on the disk than this is too few."""


class Alarms:
    """`beat_at` tells when the heart last beat, `wrong` whether the machine's clock is known to be; `turn` is how the
    handlers see a transaction.
    """

    def __init__(
        self,
        database: Database,
        turn: Callable[[Transaction], Turn[Any]],
        beat_at: Callable[[], datetime | None],
        clock: Clock,
        media: Path,
        *,
        woken: Callable[[], None],
        low: int = LOW,
        wrong: Callable[[], bool] = lambda: False,
    ) -> None:
        self._database, self._turn, self._beat_at, self._clock = database, turn, beat_at, clock
        self._media, self._woken, self._low, self._wrong = media, woken, low, wrong

    async def run(self) -> None:
        """For ever; the first look after a minute, when the heart has had time to beat."""
        while True:
            await self._clock.sleep(EVERY)
            try:
                await self.look()
            except StorageError as error:  # whoever has to keep people's words says so louder
                _LOGGER.info("nobody could look how the house is: %s", error)

    async def look(self) -> None:
        """Raises StorageError."""
        beat, full, wrong = self._beat_at(), free(self._media) < self._low, self._wrong()
        stopped = beat is None or self._clock.now() - beat >= UNWELL_AFTER

        def act(tx: Transaction) -> None:
            _, oldest = backlog(tx.statements, tx.now)
            waits = oldest is not None and tx.now - oldest >= WAITS_AFTER
            found = ((Ill.HEARTBEAT, stopped), (Ill.OUTBOX, waits), (Ill.DISK, full), (Ill.CLOCK, wrong))
            sound(self._turn(tx), [ill for ill, is_so in found if is_so])

        await self._database.transact("alarms", act)
        self._woken()


def free(folder: Path) -> int:
    """Bytes left where the folder is, or will be."""
    return shutil.disk_usage(next(path for path in (folder, *folder.parents) if path.exists())).free
