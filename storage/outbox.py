"""The outbox: what is to be sent, put there in the transaction that decided it, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.causes import cause
from domain.messages import RING, Address, Op, Outbound, Urgency
from storage.handles import Handles
from storage.moving import move_address
from storage.outbox_rows import OutboxRows, message_of
from storage.queue import claim_heads, let_go, mark_late, next_due
from storage.statements import Row, Statements
from storage.values import at_text


@dataclass(frozen=True, slots=True)
class Parcel:
    """A claimed message; `attempts` counts this one too. `maybe_repeat`: an earlier sending of it may have arrived.

    `cause` is what set it going.
    """

    id: int
    outbound: Outbound
    attempts: int
    maybe_repeat: bool
    cause: str


SENDS_AFTER_CRASHES = 5
"""How often a repeat is begun at most when the process keeps ending meanwhile: it may be what ends the process."""


class Outbox:
    def __init__(self, statements: Statements, now: datetime, handles: Handles) -> None:
        self._db = statements
        self._now = now
        self._handles = handles
        self._rows = OutboxRows(statements, now)

    # ---- for those who decide ------------------------------------------------------------------------------------

    def put(self, message: Outbound, *, maybe_repeat: bool = False) -> None:
        """Queue it; a message with a `dedupe` that this address had before is ignored.

        `maybe_repeat`: the same may have been sent in a time of which these rows know nothing.

        One with a key takes the place of the newest queued row with the same key. An update that overtakes an unsent
        message becomes that message with the new blocks; a deletion of what was never sent leaves nothing to do.
        """
        if message.dedupe and not self._rows.first_time(message.to, message.dedupe):
            return
        waiting = self._rows.waiting(message.to, message.key) if message.key else None
        if waiting is None:
            self._rows.insert(message, cause(), due_at=at_text(message.not_before) or "", maybe_repeat=maybe_repeat)
        elif message.op is Op.DELETE and waiting["op"] == Op.SEND and not self._handles.handle(message.to, message.key):
            self._rows.finish(waiting["number"], "cancelled", "deleted before it left")
        else:
            self._rows.replace(waiting, message, maybe_repeat=maybe_repeat)

    def cancel(self, address: Address, key: str, reason: str = "cancelled") -> bool:
        """True when it had not left yet and now never will."""
        cancelled = self._db.run(
            """
            UPDATE outbox SET state = 'cancelled', done_at = :now, reason = :reason
            WHERE state = 'queued' AND channel = :channel AND account = :account
                AND key = :key AND key <> '' AND op <> 'delete'
            """,
            now=at_text(self._now), channel=address.channel, account=address.account, key=key, reason=reason,
        )  # fmt: skip
        return cancelled > 0

    def letters(self, address: Address) -> Sequence[str]:
        """Keys of what mailings have put here for this address and what has not left yet."""
        rows = self._db.all(
            """
            SELECT key FROM outbox WHERE state = 'queued' AND channel = :channel AND account = :account
                AND urgency = :urgency AND op = 'send' AND key LIKE 'mailing:%' ORDER BY number
            """,
            channel=address.channel, account=address.account, urgency=int(Urgency.NOTICE),
        )  # fmt: skip
        return [row["key"] for row in rows]

    def cancel_all(self, key: str) -> int:
        """Whatever has this key and has not left yet never will, whoever it is for; how many that were.

        What changes one that has left goes on.
        """
        return self._db.run(
            """
            UPDATE outbox SET state = 'cancelled', done_at = :now, reason = 'cancelled'
            WHERE state = 'queued' AND key = :key AND key <> '' AND op = 'send'
            """,
            now=at_text(self._now), key=key,
        )  # fmt: skip

    def move(self, address: Address, new_account: str) -> None:
        """The chat lives on under another account: whatever speaks of the old one speaks of the new one from now on."""
        move_address(self._db, address, new_account)

    # ---- for the delivery ----------------------------------------------------------------------------------------

    def claim(self, now: datetime, limit: int, patient: int | None = None) -> Sequence[Parcel]:
        """What may leave now, marked as `sending`: the most urgent first, one per address.

        Within an address danger goes first, then the order of putting. Nothing is claimed for an address that has
        something in flight or a retry that holds it. Rows past their `not_after` die of being "late".

        At most `patient` (default `limit`) are what nobody is waiting for: reminders and notices.
        """
        mark_late(self._db, now)
        return [_parcel(row) for row in claim_heads(self._db, now, limit, limit if patient is None else patient)]

    def flies(self, parcel_id: int) -> bool:
        """False once it is written down what became of it."""
        return self._rows.in_flight(parcel_id) is not None

    def sent(self, parcel_id: int, handle: str) -> None:
        """It arrived, as the platform's message `handle` ("" when it has none); what was deleted loses its own."""
        row = self._rows.in_flight(parcel_id)
        if row is None:
            return
        self._rows.finish(parcel_id, "sent", "")
        message = message_of(row)
        if message.op is Op.DELETE:
            self._handles.remove(message.to, self._handles.handle(message.to, message.key) or "")
        elif handle:
            self._handles.add(message.to, handle, message.key, message.about, self._now)

    def retry(self, parcel_id: int, at: datetime, reason: str, *, hold: bool = True) -> None:
        """It surely did not arrive; try again at `at`. With `hold` nothing overtakes it on its way to the address."""
        self._db.run(
            """
            UPDATE outbox SET state = 'queued', due_at = :at, holds = :hold, reason = :reason
            WHERE number = :id AND state = 'sending'
            """,
            at=at_text(at), hold=int(hold), reason=reason, id=parcel_id,
        )  # fmt: skip

    def unknown(self, parcel_id: int, reason: str, *, repeat_at: datetime | None = None) -> None:
        """It may have arrived. What can be done twice is done again; of the rest only what somebody waits for, once.

        Updates and deletions are queued again. A message of urgency TURN or DANGER with a purpose, and whatever a
        resident is told of her matter, gets one repeat, in its place in the order. All are marked as what may be a
        repeat, and none leaves before `repeat_at`.
        """
        row = self._rows.in_flight(parcel_id)
        if row is None:
            return
        if row["op"] != Op.SEND:
            self._rows.again(parcel_id, reason, repeat_at)
            return
        self._rows.finish(parcel_id, "unknown", reason)
        message = message_of(row)
        waited_for = message.purpose == RING or (message.urgency <= Urgency.TURN and message.purpose)
        if waited_for and not row["maybe_repeat"]:
            due_at = at_text(repeat_at) or ""
            self._rows.insert(message, row["cause"], due_at=due_at, repeats=parcel_id, holds=repeat_at is not None)

    def dead(self, parcel_id: int, reason: str) -> None:
        """It will never arrive."""
        if self._rows.in_flight(parcel_id) is not None:
            self._rows.finish(parcel_id, "dead", reason)

    def recover(self, now: datetime) -> int:
        """At the start: nobody knows what became of the rows in flight when the process ended. How many they were.

        What was a repeat already goes again too, a few times: most of what is in flight at such an end never left.
        """
        rows = self._db.all("SELECT number, attempts, maybe_repeat FROM outbox WHERE state = 'sending' ORDER BY number")
        for row in rows:
            if row["maybe_repeat"] and row["attempts"] < SENDS_AFTER_CRASHES:
                self._rows.again(row["number"], "the process ended", None)
            else:
                self.unknown(row["number"], "the process ended")
        return len(rows)

    def clock_set_back(self, now: datetime, longest: timedelta) -> int:
        """What is to be tried again later than the longest wait allows was put off by another clock: it may go now.

        How many those are.
        """
        return let_go(self._db, now, now + longest)

    def next_at(self, now: datetime) -> datetime | None:
        """The earliest instant after `now` at which a queued row falls due."""
        return next_due(self._db, now)

    def waiting(self, urgency: Urgency, most: int) -> int:
        """How many rows of this urgency are queued, counted up to `most`."""
        row = self._db.one(
            """
            SELECT COUNT(*) AS entries FROM (
                SELECT 1 FROM outbox WHERE state = 'queued' AND urgency = :urgency LIMIT :most) AS counted
            """,
            urgency=int(urgency), most=most,
        )  # fmt: skip
        return int(row["entries"]) if row else 0

    def depth(self) -> dict[str, int]:
        """How many rows are queued, sending, unknown and dead; states without rows are left out."""
        rows = self._db.all(
            """
            SELECT 'queued' AS state, COUNT(*) AS entries FROM outbox WHERE state = 'queued'
            UNION ALL SELECT 'sending', COUNT(*) FROM outbox WHERE state = 'sending'
            UNION ALL SELECT state, COUNT(*) FROM outbox WHERE state IN ('unknown', 'dead') GROUP BY state
            """
        )
        return {row["state"]: row["entries"] for row in rows if row["entries"]}

    def discard_waiting(self, reason: str) -> int:
        """Nothing that waits will ever be sent; how many rows that were."""
        return self._db.run(
            "UPDATE outbox SET state = 'dead', done_at = :now, reason = :reason WHERE state = 'queued'",
            now=at_text(self._now), reason=reason,
        )  # fmt: skip

    def forget(self, before: datetime, limit: int = 1000) -> int:
        """Empty the bodies of what was done with before that instant; how many, so that a caller goes on until 0."""
        return self._db.run(
            """
            UPDATE outbox SET body = '' WHERE number IN (
                SELECT number FROM outbox WHERE body <> '' AND done_at IS NOT NULL AND done_at < :before
                ORDER BY done_at LIMIT :limit)
            """,
            before=at_text(before), limit=limit,
        )  # fmt: skip


def _parcel(row: Row) -> Parcel:
    return Parcel(row["number"], message_of(row), row["attempts"] + 1, bool(row["maybe_repeat"]), row["cause"])
