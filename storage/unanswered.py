"""Who was shown something with buttons in a span of time and has not answered it yet, in portions by person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from storage.statements import Statements
from storage.values import at_text


class Unanswered:
    """Each answers with ids of at most `limit` people, in order, those after `after`."""

    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def questions(self, from_at: datetime, until_at: datetime, after: str, limit: int) -> Sequence[str]:
        """Whose open question was put then."""
        return self._people(
            """
            SELECT person_id FROM dialogs
            WHERE front = 1 AND prompt <> '' AND updated_at BETWEEN :from AND :until AND person_id > :after
            ORDER BY person_id LIMIT :limit
            """,
            from_at, until_at, after, limit,
        )  # fmt: skip

    def cards(self, from_at: datetime, until_at: datetime, after: str, limit: int) -> Sequence[str]:
        """Who was asked then to take a matter that nobody has taken."""
        return self._people(
            """
            SELECT DISTINCT asked.person_id FROM asked JOIN matters ON matters.id = asked.matter_id
            WHERE matters.state = 'waiting' AND matters.sent_at BETWEEN :from AND :until AND asked.person_id > :after
            ORDER BY asked.person_id LIMIT :limit
            """,
            from_at, until_at, after, limit,
        )  # fmt: skip

    def ends(self, from_at: datetime, until_at: datetime, after: str, limit: int) -> Sequence[str]:
        """Who was asked then whether it is all right now."""
        return self._people(
            """
            SELECT DISTINCT reporter_id AS person_id FROM matters
            WHERE state = 'reported' AND closed_at BETWEEN :from AND :until AND reporter_id > :after
            ORDER BY reporter_id LIMIT :limit
            """,
            from_at, until_at, after, limit,
        )  # fmt: skip

    def _people(self, sql: str, from_at: datetime, until_at: datetime, after: str, limit: int) -> list[str]:
        values = {"from": at_text(from_at), "until": at_text(until_at), "after": after, "limit": limit}
        return [row["person_id"] for row in self._db.all(sql, **values)]
