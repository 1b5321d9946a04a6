"""Slow work, such as downloads: claimed by one act, done outside every transaction, finished by another."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from random import Random
from typing import Protocol, TypeVar

from bot.clock import Clock
from bot.waiting import first_of
from channels.backoff import backoff
from domain.causes import caused_by
from domain.discreet import told
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction
from storage.work import Job

_LOGGER = logging.getLogger(__name__)

_LOOK_AGAIN = timedelta(minutes=1)
_FIRST_WAIT, _LONGEST_WAIT = 5.0, 3600.0
"""Seconds between two tries."""
_GIVES_UP = 20
_RARELY = timedelta(days=1)

T = TypeVar("T")


class Hopeless(Exception):
    """Trying again is no use."""


class NotYet(Exception):
    """Something else has to happen first: no fault of anybody's, and tried again like one."""


class Kind(Protocol):
    """One kind of work. `do` may be run again after a crash, so it must come to the same end."""

    async def do(self, job: Job) -> object:
        """Does it, in no transaction. Raises Hopeless; NotYet, and every other error, mean: try again later."""

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        """Writes down what came of it."""

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        """Writes down that nothing ever will."""


class _Unknown:
    """Stands in for a kind that this release does not know."""

    async def do(self, job: Job) -> object:
        raise Hopeless(f"nobody knows how to do {job.kind!r}")

    def finish(self, tx: Transaction, job: Job, result: object) -> None:
        raise AssertionError("never done")

    def fail(self, tx: Transaction, job: Job, reason: str) -> None:
        """There is nobody to tell; the row keeps the reason."""


class Work:
    """Runs at most `at_once` jobs at a time. `woken` is called after each commit that ended one.

    A kind in `rarely` is tried once a day for so many days more before it is given up.
    """

    def __init__(
        self,
        database: Database,
        kinds: Mapping[str, Kind],
        clock: Clock,
        *,
        woken: Callable[[], None],
        at_once: int = 4,
        rarely: Mapping[str, int] | None = None,
    ) -> None:
        self._rarely = rarely or {}
        self._database = database
        self._kinds = kinds
        self._clock = clock
        self._woken = woken
        self._at_once = at_once
        self._chance = Random(clock.seed())  # noqa: S311 (spreads retries, guards nothing)
        self._running: set[asyncio.Task[None]] = set()
        self._awake = asyncio.Event()
        self._idle = asyncio.Event()

    def wake(self) -> None:
        """There may be something to do."""
        self._idle.clear()
        self._awake.set()

    async def idle(self) -> None:
        """Returns when nothing that is due waits or is being done; only while `run` runs."""
        self.wake()
        await self._idle.wait()

    async def run(self) -> None:
        """Works for ever; what an earlier process had in hand is done again."""
        await self._persist(lambda tx: tx.work.recover())
        try:
            while True:
                self._awake.clear()
                await self._start_some()
                if not self._running and not self._awake.is_set():
                    self._idle.set()
                await first_of(self._awake, self._clock.sleep_until(self._clock.now() + _LOOK_AGAIN))
        finally:
            for task in self._running:
                task.cancel()

    async def _start_some(self) -> None:
        room, jobs = self._at_once - len(self._running), list[Job]()

        def act(tx: Transaction) -> None:
            for job in jobs:  # of an earlier try: whether that was kept, nobody knows
                tx.work.failed(job.id, tx.now, "the claim was lost")
            jobs[:] = tx.work.claim(tx.now, room)

        if room > 0:
            await self._persist(act)
        for job in jobs:
            task = asyncio.create_task(self._run(job))
            self._running.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._awake.set()

    async def _run(self, job: Job) -> None:
        kind = self._kinds.get(job.kind) or _Unknown()
        with caused_by(job.cause):
            try:
                await self._finish(kind, job, await kind.do(job))
            except Hopeless as error:
                await self._give_up(kind, job, str(error))
            except NotYet as error:
                await self._later(kind, job, str(error))
            except Exception as error:  # a connection, a disk, a bug: whatever it was, later may be better
                _LOGGER.warning("%s for %s, try %d: %s", job.kind, job.subject, job.attempts, error)
                await self._later(kind, job, told(error))

    async def _finish(self, kind: Kind, job: Job, result: object) -> None:
        def act(tx: Transaction) -> None:
            if tx.work.done(job.id):  # else an earlier try was kept after all
                kind.finish(tx, job, result)

        await self._persist(act)
        self._woken()

    async def _later(self, kind: Kind, job: Job, reason: str) -> None:
        if job.attempts >= _GIVES_UP + self._rarely.get(job.kind, 0):
            await self._give_up(kind, job, reason)
            return
        wait = timedelta(seconds=backoff(job.attempts, self._chance, first=_FIRST_WAIT, cap=_LONGEST_WAIT))
        wait = wait if job.attempts < _GIVES_UP else _RARELY
        await self._persist(lambda tx: tx.work.failed(job.id, tx.now + wait, reason))

    async def _give_up(self, kind: Kind, job: Job, reason: str) -> None:
        _LOGGER.error("%s for %s is given up: %s", job.kind, job.subject, reason)

        def act(tx: Transaction) -> None:
            if tx.work.failed(job.id, None, reason):
                kind.fail(tx, job, reason)

        await self._persist(act)
        self._woken()

    async def _persist(self, act: Callable[[Transaction], T]) -> T:
        """Runs the act, again and again while the storage fails."""
        attempt = 0
        while True:
            try:
                return await self._database.transact("work", act)
            except StorageError as error:
                attempt += 1
                _LOGGER.error("work has to wait: %s", error)
                await self._clock.sleep(backoff(attempt, self._chance, cap=30.0))
