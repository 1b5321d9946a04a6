"""Work that is done outside of every transaction: claimed by one, finished by another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.causes import cause
from storage.statements import Row, Statements
from storage.values import at_text, json_text, json_value


@dataclass(frozen=True, slots=True)
class Job:
    """A claimed piece of work; `attempts` counts this one too. `cause` is what asked for it, else its own name."""

    id: int
    kind: str
    subject: str
    args: Mapping[str, object]
    attempts: int
    cause: str


class Work:
    def __init__(self, statements: Statements, now: datetime) -> None:
        self._db = statements
        self._now = now

    def add(self, kind: str, subject: str, args: Mapping[str, object]) -> int:
        """The row's number; `args` are JSON-able."""
        row = self._db.one(
            """
            INSERT INTO work (kind, subject, args, state, attempts, due_at, put_at, reason, cause)
            VALUES (:kind, :subject, :args, 'queued', 0, '', :now, '', :cause) RETURNING number
            """,
            kind=kind, subject=subject, args=json_text(dict(args)), now=at_text(self._now), cause=cause(),
        )  # fmt: skip
        assert row is not None
        return int(row["number"])

    def claim(self, now: datetime, limit: int) -> Sequence[Job]:
        rows = self._db.all(
            """
            SELECT number, kind, subject, args, attempts + 1 AS attempts, cause FROM work
            WHERE state = 'queued' AND due_at <= :now
            ORDER BY due_at, number LIMIT :limit FOR UPDATE SKIP LOCKED
            """,
            now=at_text(now), limit=limit,
        )  # fmt: skip
        for row in rows:
            self._db.run(
                "UPDATE work SET state = 'working', attempts = attempts + 1 WHERE number = :id", id=row["number"]
            )
        return [_job(row) for row in rows]

    def done(self, job_id: int) -> bool:
        """False when it is not in hand any more: what became of it has been written down."""
        return self._finish(job_id, "done", "")

    def failed(self, job_id: int, retry_at: datetime | None, reason: str) -> bool:
        """Tried again at that instant; with None never again. False when it is not in hand any more."""
        if retry_at is None:
            return self._finish(job_id, "dead", reason)
        queued = self._db.run(
            "UPDATE work SET state = 'queued', due_at = :at, reason = :reason WHERE number = :id AND state = 'working'",
            at=at_text(retry_at), reason=reason, id=job_id,
        )  # fmt: skip
        return queued > 0

    def recover(self) -> int:
        """At the start: what a process that is no more had in hand is queued again. How many that were."""
        return self._db.run("UPDATE work SET state = 'queued' WHERE state = 'working'")

    def _finish(self, job_id: int, state: str, reason: str) -> bool:
        finished = self._db.run(
            "UPDATE work SET state = :state, done_at = :now, reason = :reason WHERE number = :id AND state = 'working'",
            state=state, now=at_text(self._now), reason=reason, id=job_id,
        )  # fmt: skip
        return finished > 0


def _job(row: Row) -> Job:
    why = row["cause"] or f"{row['kind']}-{row['number']}"
    return Job(row["number"], row["kind"], row["subject"], json_value(row["args"]), row["attempts"], why)
