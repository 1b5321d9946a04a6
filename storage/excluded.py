"""Who must not have a matter: it is her own, it is about her, or one of the two sides declined."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from storage.statements import Statements
from storage.values import at_text


class Excluded:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, matter_id: str, person_id: str, why: str, at: datetime) -> None:
        """The first reason stands."""
        self._db.run(
            """
            INSERT INTO excluded (matter_id, person_id, why, at) VALUES (:matter, :person, :why, :at)
            ON CONFLICT (matter_id, person_id) DO NOTHING
            """,
            matter=matter_id, person=person_id, why=why, at=at_text(at),
        )  # fmt: skip

    def of(self, matter_id: str) -> Mapping[str, str]:
        """Person id → why."""
        rows = self._db.all(
            "SELECT person_id, why FROM excluded WHERE matter_id = :matter ORDER BY at, person_id", matter=matter_id
        )
        return {row["person_id"]: row["why"] for row in rows}
