"""The rows of the outbox: how one is written, reworded before it leaves, and put aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.causes import cause
from domain.messages import Address, Op, Outbound, Text
from storage.bodies import decode, encode
from storage.statements import Row, Statements
from storage.values import at_text


class OutboxRows:
    def __init__(self, statements: Statements, now: datetime) -> None:
        self._db = statements
        self._now = now

    def first_time(self, address: Address, dedupe: str) -> bool:
        added = self._db.run(
            """
            INSERT INTO outbox_once (channel, account, dedupe) VALUES (:channel, :account, :dedupe)
            ON CONFLICT (channel, account, dedupe) DO NOTHING
            """,
            channel=address.channel, account=address.account, dedupe=dedupe,
        )  # fmt: skip
        return added == 1

    def waiting(self, address: Address, key: str) -> Row | None:
        return self._db.one(
            """
            SELECT * FROM outbox
            WHERE state = 'queued' AND channel = :channel AND account = :account
                AND key = :key AND key <> '' AND op <> 'delete'
            ORDER BY number DESC LIMIT 1 FOR UPDATE
            """,
            channel=address.channel, account=address.account, key=key,
        )  # fmt: skip

    def insert(
        self, message: Outbound, why: str, *, due_at: str, repeats: int | None = None, holds: bool = False,
        maybe_repeat: bool = False,
    ) -> None:  # fmt: skip
        self._db.run(
            """
            INSERT INTO outbox (
                place, channel, account, op, urgency, key, body, state, attempts, maybe_repeat, holds, due_at,
                not_after_at, put_at, reason, cause
            ) VALUES (
                :place, :channel, :account, :op, :urgency, :key, :body, 'queued', 0, :maybe_repeat, :holds, :due_at,
                :not_after_at, :put_at, '', :cause
            )
            """,
            place=repeats, channel=message.to.channel, account=message.to.account, op=message.op.value,
            urgency=int(message.urgency), key=message.key, body=encode(message),
            maybe_repeat=int(maybe_repeat or repeats is not None), holds=int(holds), due_at=due_at,
            not_after_at=at_text(message.not_after), put_at=at_text(self._now), cause=why,
        )  # fmt: skip

    def again(self, number: int, reason: str, at: datetime | None) -> None:
        self._db.run(
            """
            UPDATE outbox SET state = 'queued', maybe_repeat = 1, due_at = :at, holds = :hold, reason = :reason
            WHERE number = :id
            """,
            at=at_text(at) or "", hold=int(at is not None), reason=reason, id=number,
        )  # fmt: skip

    def replace(self, waiting: Row, message: Outbound, *, maybe_repeat: bool) -> None:
        due_at = at_text(message.not_before) or ""
        unsent = message_of(waiting)
        repeats = maybe_repeat or _words(message) in self._may_have_shown(waiting)
        if message.op is Op.UPDATE and waiting["op"] == Op.SEND:
            message = replace(
                unsent, blocks=message.blocks, about=message.about or unsent.about,
                protected=message.protected, urgency=min(message.urgency, unsent.urgency),
            )  # fmt: skip
            due_at = waiting["due_at"]
        if waiting["holds"]:
            due_at = waiting["due_at"]
        self._db.run(
            """
            UPDATE outbox SET op = :op, urgency = :urgency, body = :body, due_at = :due_at,
                not_after_at = :not_after_at, maybe_repeat = :repeats, cause = :cause
            WHERE number = :id
            """,
            repeats=int(repeats), cause=cause() or waiting["cause"],
            op=message.op.value, urgency=int(message.urgency), body=encode(message), due_at=due_at,
            not_after_at=at_text(message.not_after), id=waiting["number"],
        )  # fmt: skip

    def _may_have_shown(self, waiting: Row) -> Sequence[str]:
        """Words that an earlier sending of it may have shown already."""
        words = [_words(message_of(waiting))] if waiting["maybe_repeat"] else []
        first = self._db.one("SELECT * FROM outbox WHERE number = :first AND body <> ''", first=waiting["place"])
        return words if first is None else [*words, _words(message_of(first))]

    def in_flight(self, parcel_id: int) -> Row | None:
        return self._db.one("SELECT * FROM outbox WHERE number = :id AND state = 'sending' FOR UPDATE", id=parcel_id)

    def finish(self, number: int, state: str, reason: str) -> None:
        self._db.run(
            "UPDATE outbox SET state = :state, done_at = :now, reason = :reason WHERE number = :id",
            state=state, now=at_text(self._now), reason=reason, id=number,
        )  # fmt: skip


def message_of(row: Row) -> Outbound:
    """The columns know best where it goes: the chat may have moved since the body was written."""
    return replace(decode(row["body"]), to=Address(row["channel"], row["account"]))


def _words(message: Outbound) -> str:
    return "\n".join(block.value for block in message.blocks if isinstance(block, Text))
