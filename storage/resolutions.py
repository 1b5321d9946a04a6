"""What was agreed at meetings, and what those who came say of it a month later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from domain.errors import NotFound
from domain.listening.resolution import Becomes, Kept, Resolution, Verdicts
from domain.reach import Reach
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value_or_none

_WHOLE = "SELECT resolutions.*, (SELECT text FROM contents WHERE id = resolutions.words_id) AS line FROM resolutions"
_OVER = """
    (done_at IS NOT NULL OR EXISTS (SELECT 1 FROM needs WHERE id = became_id AND state = 'struck')
        OR EXISTS (SELECT 1 FROM matters WHERE id = became_id AND state = 'ended' AND cause = 'solved'))
"""


class Resolutions:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, resolution: Resolution) -> None:
        """Inserts or updates; its words must lie in `contents` already."""
        self._db.run(
            """
            INSERT INTO resolutions (id, meeting_id, words_id, becomes, became_id, owner_id, due_on, done_at)
            VALUES (:id, :meeting, :words, :becomes, :became, :owner, :due_on, :done_at)
            ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id, due_on = excluded.due_on,
                done_at = excluded.done_at
            """,
            id=resolution.id, meeting=resolution.meeting_id, words=resolution.words_id,
            becomes=resolution.becomes.value, became=resolution.became_id, owner=resolution.owner_id,
            due_on=resolution.due_on.isoformat() if resolution.due_on else "", done_at=at_text(resolution.done_at),
        )  # fmt: skip

    def get(self, resolution_id: str) -> Resolution:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one(_WHOLE + " WHERE id = :id FOR UPDATE", id=resolution_id)
        if row is None:
            raise NotFound(f"resolution {resolution_id}")
        return _resolution(row)

    def of(self, meeting_id: str) -> Sequence[Resolution]:
        """As they were noted."""
        rows = self._db.all(_WHOLE + " WHERE meeting_id = :id ORDER BY number", id=meeting_id)
        return [_resolution(row) for row in rows]

    def count(self, reach: Reach, from_at: datetime, until_at: datetime) -> tuple[int, int]:
        """Of meetings held in that span: how many were agreed, and how many of these are done."""
        where, values = in_reach("area_id", reach)
        row = self._db.one(
            f"""
            SELECT COUNT(*) AS n, SUM(CASE WHEN {_OVER} THEN 1 ELSE 0 END) AS done
            FROM resolutions JOIN meetings ON meetings.id = meeting_id
            WHERE {where} AND meetings.state = 'held' AND starts_at >= :from_at AND starts_at < :until_at
            """,
            from_at=at_text(from_at), until_at=at_text(until_at), **values,
        )  # fmt: skip
        return (int(row["n"]), int(row["done"] or 0)) if row else (0, 0)

    # ---- was it kept? ----------------------------------------------------------------------------------------------

    def say(self, resolution_id: str, person_id: str, kept: Kept, at: datetime) -> None:
        """Instead of what she said before."""
        self._db.run(
            """
            INSERT INTO verdicts (resolution_id, person_id, kept, at) VALUES (:resolution, :person, :kept, :at)
            ON CONFLICT (resolution_id, person_id) DO UPDATE SET kept = excluded.kept, at = excluded.at
            """,
            resolution=resolution_id, person=person_id, kept=kept.value, at=at_text(at),
        )  # fmt: skip

    def said_by(self, meeting_id: str, person_id: str) -> Mapping[str, Kept]:
        """By resolution."""
        rows = self._db.all(
            """
            SELECT resolution_id, kept FROM verdicts JOIN resolutions ON resolutions.id = resolution_id
            WHERE meeting_id = :meeting AND person_id = :person
            """,
            meeting=meeting_id, person=person_id,
        )  # fmt: skip
        return {row["resolution_id"]: Kept(row["kept"]) for row in rows}

    def verdicts(self, meeting_id: str) -> Mapping[str, Verdicts]:
        """By resolution, of those of which anything was said."""
        rows = self._db.all(
            """
            SELECT resolution_id, SUM(CASE WHEN kept = 'yes' THEN 1 ELSE 0 END) AS yes, COUNT(*) AS n
            FROM verdicts JOIN resolutions ON resolutions.id = resolution_id
            WHERE meeting_id = :meeting GROUP BY resolution_id
            """,
            meeting=meeting_id,
        )
        return {row["resolution_id"]: Verdicts(int(row["yes"]), int(row["n"]) - int(row["yes"])) for row in rows}


def _resolution(row: Row) -> Resolution:
    due = date.fromisoformat(row["due_on"]) if row["due_on"] else None
    return Resolution(
        row["id"], row["meeting_id"], row["words_id"], Becomes(row["becomes"]), row["became_id"], row["owner_id"],
        due, at_value_or_none(row["done_at"]), row["line"] or "",
    )  # fmt: skip
