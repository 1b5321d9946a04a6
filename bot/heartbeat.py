"""Wakes when the nearest row of the schedule falls due and lets everything due happen, late or not, once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from random import Random

from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock, SystemClock
from bot.waiting import first_of
from channels.backoff import backoff
from domain.causes import caused_by
from domain.discreet import told
from domain.messages import Inbound
from domain.open import Due
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

_LOGGER = logging.getLogger(__name__)

Tick = Callable[[Transaction, int], Sequence[Due]]
"""Fires at most so many due rows of the schedule, the earliest first, and returns them."""

OnFault = Callable[[Transaction, Inbound | None, str], None]
WaitUntil = Callable[[datetime], Awaitable[None]]

_AT_ONCE = 8
"""Rows in one act: thousands may fall due at the same instant, and whoever writes then waits for one act at most."""
_LOOK_AGAIN = timedelta(minutes=1)
"""Even with nothing due: the wall clock may have been set."""


class Alarm:
    """Real running: APScheduler wakes us. It only wakes; what is due is known by the rows.

    It goes by the machine's clock, and would sleep on through one that is set back: `clock`, which is looked at
    meanwhile, is what counts.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None})

    def start(self) -> None:
        """To be called within the running loop."""
        self._scheduler.start()

    def stop(self) -> None:
        self._scheduler.shutdown(wait=False)

    async def wait_until(self, instant: datetime) -> None:
        rung = asyncio.Event()

        async def ring() -> None:  # a plain function would be called in a thread
            rung.set()

        left = timedelta(seconds=max(0.0, (instant - self._clock.now()).total_seconds()))
        job = self._scheduler.add_job(ring, "date", run_date=SystemClock().now() + left)
        try:
            await first_of(rung, self._clock.sleep_until(instant))
        finally:
            with suppress(JobLookupError):  # it has gone off
                job.remove()


class Heartbeat:
    """`wait_until` is the alarm's in real running; by default the clock's own, which follows when the demo moves it.

    `woken` is called after each beat that did something; `late` hears of each row its kind and how many seconds after
    its instant it was done. A row that fails `tries` times alone is quarantined.
    """

    def __init__(
        self,
        database: Database,
        tick: Tick,
        on_fault: OnFault,
        clock: Clock,
        *,
        woken: Callable[[], None],
        wait_until: WaitUntil | None = None,
        tries: int = 3,
        late: Callable[[str, float], None] = lambda kind, seconds: None,
    ) -> None:
        self._late = late
        self._database = database
        self._tick = tick
        self._on_fault = on_fault
        self._clock = clock
        self._woken = woken
        self._wait_until = wait_until or clock.sleep_until
        self._tries = tries
        self._chance = Random(clock.seed())  # noqa: S311 (spreads retries, guards nothing)
        self._awake = asyncio.Event()
        self._beating = asyncio.Lock()
        self.beat_at: datetime | None = None
        """When it was last seen that nothing due is left."""

    def wake(self) -> None:
        """The schedule may have a nearer row."""
        self._awake.set()

    async def run(self) -> None:
        """Beats for ever; while the storage fails it waits."""
        stumbles = 0
        while True:
            self._awake.clear()
            try:
                next_at = await self.next_at()
                if next_at is not None and next_at <= self._clock.now():
                    await self.beat()
                    continue
            except StorageError as error:
                stumbles += 1
                _LOGGER.error("the schedule has to wait: %s", error)
                await self._clock.sleep(backoff(stumbles, self._chance, cap=30.0))
                continue
            stumbles = 0
            self.beat_at = self._clock.now()
            latest = self.beat_at + _LOOK_AGAIN
            await first_of(self._awake, self._wait_until(min(next_at or latest, latest)))

    async def beat(self) -> int:
        """Does all that is due, also what falls due by it, and returns how many rows that were. Raises StorageError.

        One at a time: whoever asks meanwhile hears of nothing due only once the other is done.
        """
        fired = 0
        async with self._beating:
            while done := await self._some():
                fired += done
                self._woken()
        return fired

    async def next_at(self) -> datetime | None:
        """When the nearest row falls due."""
        return await self._database.read("next", lambda tx: tx.schedule.next_at())

    async def _some(self) -> int:
        try:
            return await self._fire(_AT_ONCE)
        except StorageError:
            raise
        except Exception:  # one row's bug must not hold up all other deadlines
            _LOGGER.exception("a tick failed; its rows are tried one by one")
            return await self._one()

    async def _one(self) -> int:
        """Fires the earliest row alone, or sets it aside when it fails again and again."""
        for _ in range(self._tries):
            try:
                return await self._fire(1)
            except StorageError:
                raise
            except Exception as error:  # whatever it is, the row stays until it has had all its tries
                reason = told(error)
        await self._set_aside(reason)
        return 1

    async def _fire(self, limit: int) -> int:
        fired = await self._database.transact("tick", lambda tx: self._tick(tx, limit))
        for due in fired:
            self._late(due.kind, max(0.0, (self._clock.now() - due.due_at).total_seconds()))
        return len(fired)

    async def _set_aside(self, reason: str) -> None:
        """The earliest due row goes to the quarantine, and the desk hears of it."""

        def act(tx: Transaction, *, tell: bool) -> None:
            for due in tx.schedule.due(tx.now, 1):
                with caused_by(due.cause):
                    reference = tx.quarantine.add("schedule", f"{due.kind}:{due.slot}", repr(due), reason, tx.now)
                    _LOGGER.error("a row of the schedule (%s) is in quarantine as %s: %s", due.kind, reference, reason)
                    if tell:
                        self._on_fault(tx, None, reference)

        try:
            await self._database.transact("quarantine", lambda tx: act(tx, tell=True))
        except StorageError:
            raise
        except Exception:  # telling failed: going on comes first
            _LOGGER.exception("nobody could be told of a deadline that failed")
            await self._database.transact("quarantine", lambda tx: act(tx, tell=False))
        self._woken()
