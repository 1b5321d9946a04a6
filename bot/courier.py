"""Carries one claimed message to its channel and decides by what comes back how the outbox is to remember it."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from bot.clock import Clock
from bot.pace import Pace
from channels.backoff import backoff
from channels.base import Channel, Revoked
from domain.discreet import told
from domain.errors import DeliveryFailed
from domain.messages import Op, Outbound, Text, Urgency
from storage.outbox import Parcel
from storage.transaction import Transaction

_LOGGER = logging.getLogger(__name__)

_LONGEST_WAIT = {Urgency.DANGER: 5.0, Urgency.TURN: 30.0, Urgency.REMINDER: 120.0, Urgency.NOTICE: 300.0}
"""Seconds between two tries at most."""
LONGEST_WAIT = timedelta(seconds=max(_LONGEST_WAIT.values()))
_HOLDS, _GIVES_UP = 8, 50
"""After so many tries, while others get through, a message lets those behind it pass, and is given up."""
_RECENT = timedelta(minutes=1)

Mark = Callable[[Transaction], None]
"""Writes down what became of a message; running it twice does no more than running it once."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A parcel with what it needs to be sent: the handles of the message it changes and of the one it hangs under."""

    parcel: Parcel
    handle: str
    reply_to: str


@dataclass(frozen=True, slots=True)
class Gone:
    """The address is blocked from now on, and somebody must hear of it; `mark` alone holds if telling fails."""

    mark: Mark
    parcel: Parcel


class Courier:
    """`repeat_line` words the line above what may have arrived before; `outcomes` counts what became of messages."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        clock: Clock,
        pace: Pace,
        repeat_line: Callable[[Outbound], str],
        outcomes: Counter[str],
    ) -> None:
        self._outcomes = outcomes
        self._channels = channels
        self._clock = clock
        self._pace = pace
        self._repeat_line = repeat_line
        self._chance = Random(clock.seed())  # noqa: S311 (spreads retries, guards nothing)
        self.delivered_at: datetime | None = None
        """When a message last arrived."""

    def book(self, outbound: Outbound) -> float:
        """Seconds until this message may leave; its room in the pace is taken."""
        channel = self._channels.get(outbound.to.channel)
        if channel is None:
            return 0.0
        group, weight = channel.crowded(outbound.to), channel.weight(outbound)
        return self._pace.reserve(outbound.to, weight, self._clock.monotonic(), group=group)

    async def carry(self, claimed: Claimed) -> Mark | Gone:
        """Sends it. Raises Revoked when nothing can be sent any more; everything else becomes a mark."""
        parcel = claimed.parcel
        try:
            handle = await self._deliver(claimed)
        except DeliveryFailed as failed:
            _LOGGER.info("message %s, try %d: %s", parcel.id, parcel.attempts, failed)
            return self._decide(parcel, failed)
        except Revoked:
            raise
        except Exception as error:  # a bug of ours: this message will not get better, the others must go on
            _LOGGER.exception("message %s cannot be sent", parcel.id)
            self._outcomes["dead"] += 1
            return _dead(parcel, told(error))
        self.delivered_at = self._clock.now()
        self._outcomes["sent"] += 1
        if parcel.maybe_repeat:
            _LOGGER.info("message %s has arrived; an earlier one may have too", parcel.id)
        else:
            _LOGGER.debug("message %s has arrived", parcel.id)
        return lambda tx: tx.outbox.sent(parcel.id, handle)

    async def _deliver(self, claimed: Claimed) -> str:
        outbound = claimed.parcel.outbound
        channel = self._channels.get(outbound.to.channel)
        if channel is None:
            raise DeliveryFailed(f"there is no channel {outbound.to.channel!r}", permanent=True)
        if outbound.op is not Op.SEND and claimed.handle:  # doing this twice shows nothing twice
            try:
                return await channel.deliver(outbound, handle=claimed.handle, reply_to=claimed.reply_to)
            except DeliveryFailed as failed:
                if not failed.missing or outbound.op is not Op.UPDATE:
                    raise
            outbound = replace(outbound, op=Op.SEND)
        if claimed.parcel.maybe_repeat and outbound.op is not Op.DELETE:
            outbound = replace(outbound, blocks=(Text(self._repeat_line(outbound)), *outbound.blocks))
        return await channel.deliver(outbound, reply_to=claimed.reply_to)

    def _decide(self, parcel: Parcel, failed: DeliveryFailed) -> Mark | Gone:
        reason = str(failed)
        if failed.gone:
            self._outcomes["gone"] += 1
            return Gone(_dead_and_blocked(parcel, reason), parcel)
        if failed.moved_to:
            self._outcomes["moved"] += 1
            return lambda tx: _move(tx, parcel, failed.moved_to)
        if failed.permanent or failed.missing or self._hopeless(parcel, _GIVES_UP):
            _LOGGER.error("message %s will never arrive: %s", parcel.id, reason)
            self._outcomes["dead"] += 1
            return _dead(parcel, reason)
        at = self._clock.now() + timedelta(seconds=self._wait(parcel, failed.retry_after))
        self._outcomes["unknown" if failed.unknown else "retried"] += 1
        if failed.unknown:
            _LOGGER.warning("message %s may have arrived", parcel.id)
            return lambda tx: tx.outbox.unknown(parcel.id, reason, repeat_at=at)
        if failed.retry_after is not None:
            self._pace.refused(parcel.outbound.to, failed.retry_after, self._clock.monotonic())
        hold = not self._hopeless(parcel, _HOLDS)
        return lambda tx: tx.outbox.retry(parcel.id, at, reason, hold=hold)

    def _hopeless(self, parcel: Parcel, tries: int) -> bool:
        """Whether it is this message's own fault: tried so often, and others do arrive. An outage is nobody's fault."""
        others_arrive = self.delivered_at is not None and self._clock.now() - self.delivered_at < _RECENT
        return parcel.attempts >= tries and others_arrive

    def _wait(self, parcel: Parcel, retry_after: float | None) -> float:
        if retry_after is not None:
            return retry_after
        return backoff(parcel.attempts, self._chance, cap=_LONGEST_WAIT[parcel.outbound.urgency])


def again(parcel: Parcel, reason: str) -> Mark:
    """It has not left: back into the queue."""
    return lambda tx: tx.outbox.retry(parcel.id, tx.now, reason)


def _dead(parcel: Parcel, reason: str) -> Mark:
    return lambda tx: tx.outbox.dead(parcel.id, reason)


def _dead_and_blocked(parcel: Parcel, reason: str) -> Mark:
    def mark(tx: Transaction) -> None:
        tx.outbox.dead(parcel.id, reason)
        tx.people.block(parcel.outbound.to, True)

    return mark


def _move(tx: Transaction, parcel: Parcel, account: str) -> None:
    tx.outbox.retry(parcel.id, tx.now, f"moved to {account}")
    tx.outbox.move(parcel.outbound.to, account)
