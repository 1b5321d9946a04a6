"""Empties the outbox: claims as fast as the pace allows, and writes down in batches what became of each message."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random

from bot.clock import Clock
from bot.courier import LONGEST_WAIT, Claimed, Courier, Gone, Mark, again
from bot.observing import Observed
from bot.pace import Pace
from bot.waiting import first_of
from channels.backoff import backoff
from channels.base import Channel, Revoked
from domain.causes import caused_by
from domain.messages import Address, Op, Outbound
from storage.database import Database
from storage.errors import StorageError
from storage.outbox import Parcel
from storage.transaction import Transaction

_LOGGER = logging.getLogger(__name__)

KEPT_FREE = 4
"""One in so many of what may be in flight at once is for danger and for people who wait: a platform that is slow to
take a hundred thousand notices must not keep an answer waiting.
"""
OnGone = Callable[[Transaction, Address, Outbound], None]
"""What follows when somebody blocked the bot: it is noted; the first time the deputy is asked and the desk told."""


@dataclass(frozen=True, slots=True)
class _Round:
    """What was claimed, whether that was all there was room for, when the next row falls due, and when this was."""

    claimed: list[Claimed]
    full: bool
    next_at: datetime | None
    at: datetime | None = None


class Delivery:
    """`repeat_line` words the line above a message that may have arrived before, in its reader's language."""

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        clock: Clock,
        *,
        on_gone: OnGone,
        repeat_line: Callable[[Outbound], str],
        pace: Pace | None = None,
        at_once: int = 16,
        observed: Observed | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._on_gone = on_gone
        self._pace = pace or Pace()
        self._at_once = at_once
        self._courier = Courier(channels, clock, self._pace, repeat_line, (observed or Observed()).deliveries)
        self._chance = Random(clock.seed())  # noqa: S311 (spreads retries, guards nothing)
        self._flying: set[asyncio.Task[None]] = set()
        self._marks: list[Mark] = []
        self._awake = asyncio.Event()
        self._idle = asyncio.Event()
        self._closing = False
        self._revoked: Revoked | None = None
        self._stumbles = 0
        self._at: datetime | None = None

    @property
    def delivered_at(self) -> datetime | None:
        """When a message last arrived."""
        return self._courier.delivered_at

    def wake(self) -> None:
        """There may be something new to send."""
        self._idle.clear()
        self._awake.set()

    async def idle(self) -> None:
        """Returns when nothing that is due is queued, in flight or unmarked; only while `run` runs."""
        self.wake()
        await self._idle.wait()

    def close(self) -> None:
        """Claims nothing more; `run` returns when what is in flight has been marked."""
        self._closing = True
        self.wake()

    async def run(self) -> None:
        """Recovers what an earlier process had in flight, then sends until `close`. Raises Revoked."""
        await self._persist("outbox.recover", _recover)
        try:
            while not (self._stopping and not self._flying and not self._marks):
                self._awake.clear()
                await self._rest(await self._round())
        finally:
            for task in self._flying:
                task.cancel()
        if self._revoked is not None:
            raise self._revoked

    @property
    def _stopping(self) -> bool:
        return self._closing or self._revoked is not None

    # ---- one round: mark what came back, claim what may leave -----------------------------------------------------

    async def _round(self) -> _Round:
        marks, self._marks = self._marks, []
        room, patient = self._room(), self._room(self._at_once // KEPT_FREE)
        if not marks and not room:
            return _Round([], True, None)
        parcels: list[Parcel] = []

        def act(tx: Transaction) -> _Round:
            for mark in marks:
                mark(tx)
            if self._at is not None and tx.now < self._at:
                tx.outbox.clock_set_back(tx.now, LONGEST_WAIT)
            parcels[:] = tx.outbox.claim(tx.now, room, patient) if room else ()
            claimed = [_with_handles(tx, parcel) for parcel in parcels]
            return _Round(claimed, len(parcels) == room, tx.outbox.next_at(tx.now), tx.now)

        try:
            done = await self._database.transact("delivery", act)
        except StorageError as error:
            # Whether the claims were kept may be unknown; marking those that were not does nothing.
            self._marks[:0] = [*marks, *(again(parcel, "the claim was lost") for parcel in parcels)]
            await self._stumble(error)
            return _Round([], False, None)
        self._stumbles, self._at = 0, done.at
        for claimed in done.claimed:
            self._start(claimed)
        return done

    def _room(self, kept_free: int = 0) -> int:
        if self._stopping:
            return 0
        slots = max(0, self._at_once - kept_free - len(self._flying))
        return min(slots, self._pace.allowance(self._clock.monotonic()))

    async def _stumble(self, error: StorageError) -> None:
        self._stumbles += 1
        _LOGGER.error("the outbox cannot be reached, nothing is sent meanwhile: %s", error)
        await self._clock.sleep(backoff(self._stumbles, self._chance, cap=30.0))
        self._awake.set()

    async def _rest(self, done: _Round) -> None:
        """Waits until there is something to do again."""
        settled = not self._flying and not self._marks
        if self._awake.is_set() or (done.full and self._room()) or (self._stopping and settled):
            return
        waits: list[Awaitable[None]] = []
        if done.full and len(self._flying) < self._at_once and not self._stopping:
            waits.append(self._clock.sleep(self._pace.resume_in(self._clock.monotonic())))
        elif not done.full and settled:
            self._idle.set()
        if done.next_at is not None:
            waits.append(self._clock.sleep_until(done.next_at))
        await first_of(self._awake, *waits)

    def _start(self, claimed: Claimed) -> None:
        task = asyncio.create_task(self._carry(claimed, self._courier.book(claimed.parcel.outbound)))
        self._flying.add(task)
        task.add_done_callback(self._landed)

    def _landed(self, task: asyncio.Task[None]) -> None:
        self._flying.discard(task)
        self._awake.set()

    async def _carry(self, claimed: Claimed, wait: float) -> None:
        if wait > 0:
            await self._clock.sleep(wait)
        with caused_by(claimed.parcel.cause):
            try:
                outcome = await self._courier.carry(claimed)
            except Revoked as revoked:
                self._revoked = revoked
                outcome = again(claimed.parcel, str(revoked))
            if isinstance(outcome, Gone):
                await self._gone(outcome)
            else:
                self._marks.append(outcome)

    async def _gone(self, gone: Gone) -> None:
        """Marked and told in one transaction, or the deputy would never be asked if we ended in between."""

        def mark_and_tell(tx: Transaction) -> None:
            if tx.outbox.flies(gone.parcel.id):  # else an earlier try was kept after all
                self._on_gone(tx, gone.parcel.outbound.to, gone.parcel.outbound)
                gone.mark(tx)

        try:
            await self._persist("outbox.gone", mark_and_tell)
        except Exception:  # a bug in what follows must not make the dead message live again
            _LOGGER.exception("nobody could be told that %s is gone", gone.parcel.outbound.to)
            self._marks.append(gone.mark)

    async def _persist(self, name: str, act: Callable[[Transaction], object]) -> None:
        """Runs the act, again and again while the storage fails."""
        attempt = 0
        while True:
            try:
                await self._database.transact(name, act)
            except StorageError as error:
                attempt += 1
                _LOGGER.error("%s has to wait: %s", name, error)
                await self._clock.sleep(backoff(attempt, self._chance, cap=30.0))
            else:
                return


def _with_handles(tx: Transaction, parcel: Parcel) -> Claimed:
    outbound = parcel.outbound
    handle = tx.handles.handle(outbound.to, outbound.key) if outbound.op is not Op.SEND else None
    reply_to = tx.handles.handle(outbound.to, outbound.reply_to) if outbound.reply_to else None
    return Claimed(parcel, handle or "", reply_to or "")


def _recover(tx: Transaction) -> None:
    """Also what an earlier process put off by a clock that was set back since."""
    tx.outbox.recover(tx.now)
    tx.outbox.clock_set_back(tx.now, LONGEST_WAIT)
