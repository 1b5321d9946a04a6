"""Takes updates in: in order for each person, nobody waiting for another, none lost."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.clock import Clock
from bot.observing import Observed, kind_of
from channels.base import Accept, Channel, Raw, Unreadable
from domain.causes import caused_by
from domain.discreet import told
from domain.messages import Address, Inbound, Reply
from storage.database import Database
from storage.errors import StorageError
from storage.transaction import Transaction

_LOGGER = logging.getLogger(__name__)

Handle = Callable[[Transaction, Inbound], Reply | None]
"""What an inbound leads to, within its transaction; it recognises repetitions itself (by `seen`). May be run twice."""

OnFault = Callable[[Transaction, Inbound | None, str], None]
"""Tells the person (None: the update could not be read) and the desk that something is kept under this reference."""


def named(channel: str, event_id: str) -> str:
    """What follows from an update carries this name."""
    return f"{channel}-{event_id}"


class HeldBack(Exception):
    """An earlier update of the same person could not be kept, so this one must wait to be sent again after it."""


@dataclass(slots=True)
class _Line:
    """The updates of one address, one at a time. `breaks` counts failures of the storage, which empty the line."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0
    breaks: int = 0


class Dispatch:
    """`tries` is how often a failing update is run before it is quarantined, `at_once` bounds the acts in hand.

    `woken` is called after each commit: what waits for new rows (delivery, heartbeat, work) looks again.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        handle: Handle,
        on_fault: OnFault,
        clock: Clock,
        *,
        woken: Callable[[], None],
        tries: int = 3,
        at_once: int = 256,
        observed: Observed | None = None,
    ) -> None:
        self._observed = observed or Observed()
        self._database = database
        self._channels = channels
        self._handle = handle
        self._on_fault = on_fault
        self._clock = clock
        self._woken = woken
        self._tries = tries
        self._room = asyncio.Semaphore(at_once)
        self._lines: dict[Address, _Line] = {}
        self._answers: set[asyncio.Task[None]] = set()

    def accept(self, channel: str) -> Accept:
        """The way in for one channel's raw updates; see `take`."""
        return lambda raw: self.take(channel, raw)

    async def take(self, channel: str, raw: Raw) -> None:
        """Returns once the update's effects, or its place in quarantine, are committed. Raises StorageError or HeldBack
        when they are not: the platform must send it again."""
        try:
            inbound = self._channels[channel].parse(raw)
        except Unreadable as error:
            with caused_by(named(channel, error.event_id)):
                await self._quarantine(channel, error.event_id, raw, str(error), None)
            return
        if inbound is not None:
            with caused_by(named(channel, inbound.event_id)):
                await self._take(channel, raw, inbound)

    async def _take(self, channel: str, raw: Raw, inbound: Inbound) -> None:
        line, begun = self._lines.setdefault(inbound.address, _Line()), self._clock.monotonic()
        line.waiting += 1
        try:
            reply = await self._in_line(line, channel, raw, inbound)
            self._observed.updates[kind_of(inbound)].add(self._clock.monotonic() - begun)
            _LOGGER.debug("taken in: %s", kind_of(inbound))
        except (StorageError, HeldBack) as error:
            self._observed.refused[type(error).__name__] += 1
            raise
        finally:
            line.waiting -= 1
            if not line.waiting:
                self._lines.pop(inbound.address, None)
        if inbound.press:
            self._answer(channel, inbound.press, reply or Reply())

    async def close(self) -> None:
        """Waits for the answers to presses that are on their way."""
        await asyncio.gather(*self._answers, return_exceptions=True)

    async def _in_line(self, line: _Line, channel: str, raw: Raw, inbound: Inbound) -> Reply | None:
        breaks = line.breaks
        async with line.lock:
            if line.breaks != breaks:
                raise HeldBack(inbound.event_id)
            try:
                async with self._room:
                    return await self._done(channel, raw, inbound)
            except BaseException:
                line.breaks += 1
                raise

    async def _done(self, channel: str, raw: Raw, inbound: Inbound) -> Reply | None:
        order = f"{inbound.address.channel}:{inbound.address.account}"
        for attempt in range(1, self._tries + 1):
            try:
                reply = await self._database.transact("turn", lambda tx: self._handle(tx, inbound), order=order)
            except StorageError:
                raise  # no fault of the update: it stays unconfirmed
            except Exception as error:  # a bug of ours, whatever it is, must not stop the others or lose this one
                _LOGGER.exception("update %s failed at try %d of %d", inbound.event_id, attempt, self._tries)
                reason = told(error)
                await self._clock.sleep(0.1 * attempt)
            else:
                self._woken()
                return reply
        await self._quarantine(channel, inbound.event_id, raw, reason, inbound)
        return None

    async def _quarantine(self, channel: str, event_id: str, raw: Raw, reason: str, inbound: Inbound | None) -> None:
        def keep(tx: Transaction, *, tell: bool) -> str:
            if not tx.seen.first_time(channel, event_id, tx.now):
                return ""
            reference = tx.quarantine.add(channel, event_id, json.dumps(raw, ensure_ascii=False), reason, tx.now)
            if tell:
                self._on_fault(tx, inbound, reference)
            return reference

        try:
            reference = await self._database.transact("quarantine", lambda tx: keep(tx, tell=True))
        except StorageError:
            raise
        except Exception:  # telling failed: keeping comes first
            _LOGGER.exception("nobody could be told that update %s failed", event_id)
            reference = await self._database.transact("quarantine", lambda tx: keep(tx, tell=False))
        if reference:
            _LOGGER.error("update %s is in quarantine as %s: %s", event_id, reference, reason)
        self._woken()

    def _answer(self, channel: str, press: str, reply: Reply) -> None:
        task = asyncio.create_task(self._answer_press(channel, press, reply))
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _answer_press(self, channel: str, press: str, reply: Reply) -> None:
        try:
            await self._channels[channel].answer(press, reply)
        except Exception as error:  # too old, no connection: the effect stands, only the toast is missing
            _LOGGER.warning("a press could not be answered: %s", error)
