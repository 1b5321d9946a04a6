"""What is to happen at an instant; a slot fires once, for ever."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.open import Due
from storage.statements import Row, Statements
from storage.values import at_text, at_value


class Schedule:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, due: Due) -> None:
        """Nothing happens when the same kind, subject and slot waits or has fired; a cancelled one is planned anew."""
        self._db.run(
            """
            INSERT INTO schedule (kind, subject, slot, due_at, state)
            VALUES (:kind, :subject, :slot, :due_at, 'waiting')
            ON CONFLICT (kind, subject, slot) DO UPDATE SET state = 'waiting', due_at = excluded.due_at
                WHERE schedule.state = 'cancelled'
            """,
            kind=due.kind, subject=due.subject, slot=due.slot, due_at=at_text(due.due_at),
        )  # fmt: skip

    def cancel(self, subject: str, kinds: Sequence[str] = ()) -> None:
        """What has not fired yet; all kinds when none are named."""
        if not kinds:
            self._db.run(
                "UPDATE schedule SET state = 'cancelled' WHERE subject = :subject AND state = 'waiting'",
                subject=subject,
            )
        for kind in kinds:
            self._db.run(
                """
                UPDATE schedule SET state = 'cancelled'
                WHERE subject = :subject AND kind = :kind AND state = 'waiting'
                """,
                subject=subject, kind=kind,
            )  # fmt: skip

    def due(self, now: datetime, limit: int) -> Sequence[Due]:
        """Those whose instant has come, the earliest first, marked as fired in this transaction."""
        rows = self._db.all(
            """
            SELECT number, kind, subject, slot, due_at FROM schedule
            WHERE state = 'waiting' AND due_at <= :now
            ORDER BY due_at, number LIMIT :limit FOR UPDATE SKIP LOCKED
            """,
            now=at_text(now), limit=limit,
        )  # fmt: skip
        for row in rows:
            self._db.run("UPDATE schedule SET state = 'fired' WHERE number = :number", number=row["number"])
        return [_due(row) for row in rows]

    def next_at(self) -> datetime | None:
        coming = self.coming()
        return None if coming is None else coming.due_at

    def coming(self) -> Due | None:
        """The row that falls due next."""
        return next(iter(self.ahead(1)), None)

    def ahead(self, limit: int) -> Sequence[Due]:
        """The rows that fall due next, the earliest first; nothing is marked."""
        rows = self._db.all(
            """
            SELECT number, kind, subject, slot, due_at FROM schedule
            WHERE state = 'waiting' ORDER BY due_at, number LIMIT :limit
            """,
            limit=limit,
        )
        return [_due(row) for row in rows]


def _due(row: Row) -> Due:
    return Due(row["kind"], row["subject"], row["slot"], at_value(row["due_at"]), row["number"])
