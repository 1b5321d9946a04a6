"""Residents who could not be told how their matter goes, and since when: they are to be told in person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from storage.statements import Statements
from storage.values import at_text, at_value


class Unheard:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, matter_id: str, at: datetime) -> bool:
        """False when it was noted before; the first instant stands."""
        changed = self._db.run(
            "INSERT INTO unheard (matter_id, since_at) VALUES (:matter, :at) ON CONFLICT (matter_id) DO NOTHING",
            matter=matter_id, at=at_text(at),
        )  # fmt: skip
        return changed == 1

    def since(self, matter_id: str) -> datetime | None:
        row = self._db.one("SELECT since_at FROM unheard WHERE matter_id = :matter", matter=matter_id)
        return None if row is None else at_value(row["since_at"])

    def end(self, matter_id: str) -> bool:
        """False when there was nothing to be told."""
        return self._db.run("DELETE FROM unheard WHERE matter_id = :matter", matter=matter_id) == 1

    def of_reporter(self, person_id: str) -> Sequence[str]:
        """Ids of her matters, the oldest first."""
        rows = self._db.all(
            """
            SELECT unheard.matter_id FROM unheard JOIN matters ON matters.id = unheard.matter_id
            WHERE matters.reporter_id = :person ORDER BY unheard.since_at, unheard.matter_id
            """,
            person=person_id,
        )
        return [row["matter_id"] for row in rows]
