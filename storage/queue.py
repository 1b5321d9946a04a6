"""The order of sending: which queued rows may leave now, when the next one may, and which are too late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.messages import Urgency
from storage.statements import Row, Statements
from storage.values import at_text, at_value

HEADS = """
SELECT candidate.* FROM outbox AS candidate
WHERE candidate.state = 'queued' AND candidate.urgency = :urgency AND candidate.due_at <= :now
    AND NOT EXISTS (
        SELECT 1 FROM outbox AS flying
        WHERE flying.state = 'sending'
            AND flying.channel = candidate.channel AND flying.account = candidate.account)
    AND NOT EXISTS (
        SELECT 1 FROM outbox AS other
        WHERE other.state = 'queued'
            AND other.channel = candidate.channel AND other.account = candidate.account
            AND other.number <> candidate.number
            AND (
                (other.holds = 1 AND other.due_at > :now)
                OR (
                    (other.due_at <= :now OR (other.key = candidate.key AND other.key <> ''))
                    AND (
                        (other.urgency = 0 AND candidate.urgency <> 0)
                        OR (
                            (other.urgency = 0) = (candidate.urgency = 0)
                            AND COALESCE(other.place, other.number) < COALESCE(candidate.place, candidate.number)
                        )
                    )
                )
            ))
ORDER BY candidate.due_at, candidate.number LIMIT :limit FOR UPDATE SKIP LOCKED
"""
"""The rows of one urgency that are first at their address.

Before another comes whoever is in flight, a retry that holds the address, danger, and what was put earlier; a row whose
time has not come lets others pass, except those with its own key (and whoever stands behind these).
"""


def claim_heads(statements: Statements, now: datetime, limit: int, patient: int) -> Sequence[Row]:
    """As they were before they were marked as `sending`; at most `patient` of what is less urgent than a turn."""
    heads: list[Row] = []
    for urgency in Urgency:
        room = limit - len(heads)
        if urgency > Urgency.TURN:
            room = min(room, patient)
        found = statements.all(HEADS, urgency=int(urgency), now=at_text(now), limit=max(0, room))
        if urgency > Urgency.TURN:
            patient -= len(found)
        for row in found:
            statements.run(
                "UPDATE outbox SET state = 'sending', attempts = attempts + 1, holds = 0 WHERE number = :id",
                id=row["number"],
            )
        heads.extend(found)
    return heads


def mark_late(statements: Statements, now: datetime) -> None:
    statements.run(
        """
        UPDATE outbox SET state = 'dead', reason = 'late', done_at = :now
        WHERE state = 'queued' AND not_after_at IS NOT NULL AND not_after_at < :now
        """,
        now=at_text(now),
    )


def let_go(statements: Statements, now: datetime, latest: datetime) -> int:
    """No try waits beyond `latest`, or its address would hear nothing till then; how many were let go."""
    return statements.run(
        "UPDATE outbox SET due_at = :now WHERE state = 'queued' AND holds = 1 AND due_at > :latest",
        now=at_text(now), latest=at_text(latest),
    )  # fmt: skip


def next_due(statements: Statements, now: datetime) -> datetime | None:
    soonest = [
        row["due_at"]
        for urgency in Urgency
        if (row := statements.one(
            """
            SELECT due_at FROM outbox WHERE state = 'queued' AND urgency = :urgency AND due_at > :now
            ORDER BY due_at LIMIT 1
            """,
            urgency=int(urgency), now=at_text(now),
        )) is not None
    ]  # fmt: skip
    return at_value(min(soonest)) if soonest else None
