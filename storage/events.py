"""The events of every subject, each chained to the one before it, and the check that nobody has touched them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC

from domain.events import Event
from storage.statements import Row, Statements
from storage.values import at_text, at_value, json_text, json_value


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that does not follow from the one before it. `reason` is "missing", "link" or "hash"."""

    subject: str
    seq: int
    reason: str


class Events:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def append(self, event: Event) -> Event:
        """The event as it was chained: `seq`, `previous` and `hash` set, `at` in UTC as it will be read back."""
        last = self._db.one(
            "SELECT seq, hash FROM events WHERE subject = :subject ORDER BY seq DESC LIMIT 1", subject=event.subject
        )
        seq, previous = (last["seq"] + 1, last["hash"]) if last else (1, "")
        placed = replace(event, at=event.at.astimezone(UTC), seq=seq, previous=previous, hash="")
        chained = replace(placed, hash=placed.digest())
        self._db.run(
            """
            INSERT INTO events (subject, seq, type, at, by_id, facts, content_id, commitment, previous, hash)
            VALUES (:subject, :seq, :type, :at, :by, :facts, :content_id, :commitment, :previous, :hash)
            """,
            subject=chained.subject, seq=chained.seq, type=chained.type, at=at_text(chained.at), by=chained.by,
            facts=json_text(dict(chained.facts)), content_id=chained.content_id, commitment=chained.commitment,
            previous=chained.previous, hash=chained.hash,
        )  # fmt: skip
        return chained

    def of(self, subject: str) -> Sequence[Event]:
        rows = self._db.all("SELECT * FROM events WHERE subject = :subject ORDER BY seq", subject=subject)
        return [_event(row) for row in rows]

    def count(self, subject: str, type: str) -> int:
        row = self._db.one(
            "SELECT COUNT(*) AS n FROM events WHERE subject = :subject AND type = :type", subject=subject, type=type
        )
        return int(row["n"]) if row else 0

    def subjects(self, after: str = "", limit: int = 1000) -> Sequence[str]:
        """The subjects that follow this one in alphabetical order, so that a long check can go page by page."""
        rows = self._db.all(
            "SELECT DISTINCT subject FROM events WHERE subject > :after ORDER BY subject LIMIT :limit",
            after=after, limit=limit,
        )  # fmt: skip
        return [row["subject"] for row in rows]

    def broken(self, subject: str) -> Broken | None:
        """The first row of the chain that was changed, moved or taken out; None when it is whole.

        A chain cut off at its end still verifies: that its last rows were there only a record kept elsewhere can tell.
        """
        previous = ""
        rows = self._db.all("SELECT * FROM events WHERE subject = :subject ORDER BY seq", subject=subject)
        for expected, row in enumerate(rows, start=1):
            if row["seq"] != expected:
                return Broken(subject, expected, "missing")
            if row["previous"] != previous:
                return Broken(subject, expected, "link")
            if row["hash"] != _digest(row):
                return Broken(subject, expected, "hash")
            previous = row["hash"]
        return None


def _digest(row: Row) -> str:
    """ "" for what cannot even be read: whoever changed it by hand may have written anything."""
    try:
        return _event(row).digest()
    except (ValueError, TypeError):
        return ""


def _event(row: Row) -> Event:
    return Event(
        subject=row["subject"],
        type=row["type"],
        at=at_value(row["at"]),
        by=row["by_id"],
        facts=json_value(row["facts"]),
        content_id=row["content_id"],
        commitment=row["commitment"],
        seq=row["seq"],
        previous=row["previous"],
        hash=row["hash"],
    )
