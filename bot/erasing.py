"""Work: whoever asked to be forgotten is, portion by portion beside the turns; the files of hers go after the rows."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.clock import Clock
from bot.erased import put_down
from bot.made import Made
from bot.work import NotYet
from storage.database import Database
from storage.transaction import Transaction
from storage.work import Job

LETTER_TRIES = 8
"""About twenty minutes: whoever cannot be reached so long is not told any more."""


class StillComing(NotYet):
    """Something of hers is on its way at this moment, and can be taken away only when it has come."""


class Erasing:
    """A bot.work.Kind; subject "person:<id>". Each step may be done again: what is gone stays gone."""

    def __init__(self, database: Database, made: Made, media: Path, clock: Clock) -> None:
        self._database, self._made, self._media, self._clock = database, made, media, clock

    async def do(self, job: Job) -> None:
        """Raises StillComing while the last message has not left."""
        person_id = job.subject.partition(":")[2]
        await asyncio.to_thread(put_down, self._media, person_id, self._clock.now())
        while await self._database.transact("erase", lambda tx: tx.erasing.portion(person_id)):
            pass
        await self._made.clear(person_id, self._clock.now())
        await self._database.transact("erase", lambda tx: self._letter(tx, person_id, job.attempts))
        while await self._database.transact("erase", lambda tx: tx.erasing.trace(person_id)):
            pass
        await self._database.transact("erase", lambda tx: tx.erasing.merged(first=True))
        while await self._database.transact("erase", lambda tx: tx.erasing.merged(first=False)):
            pass

    def _letter(self, tx: Transaction, person_id: str, attempts: int) -> None:
        if attempts >= LETTER_TRIES:
            tx.erasing.give_up_letter(person_id)
        if tx.erasing.letter_waits(person_id):
            raise StillComing("the last message has not left yet")

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        """It is written down where it was done."""

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        """The night's tidying begins again with whoever is not forgotten yet."""


class ForgetFile:
    """A bot.work.Kind; subject "file:<what the platform calls it>"."""

    def __init__(self, database: Database, media: Path) -> None:
        self._database, self._media = database, media

    async def do(self, job: Job) -> None:
        """Raises StillComing while it is being fetched."""
        coming, name = await self._database.read(
            "forget", lambda tx: (tx.files.coming(job.subject), tx.files.lies(job.subject))
        )
        if coming:
            raise StillComing(job.subject)
        if name:
            await asyncio.to_thread((self._media / name).unlink, missing_ok=True)

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        tx.files.gone(job.subject)

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        """The row keeps the reason, and doctor names what lies about."""
