"""Me too: which matters wait for the end of another household's, what each has heard, and which could be joined."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.errors import NotFound
from domain.matters.matter import Matter
from storage.matters import matter_of
from storage.statements import Statements
from storage.values import at_text


class Supporters:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def lead(self, matter_id: str) -> Matter:
        """How it stands, for reading only: others may change it meanwhile. Raises NotFound."""
        row = self._db.one("SELECT * FROM matters WHERE id = :id", id=matter_id)
        if row is None:
            raise NotFound(f"matter {matter_id}")
        return matter_of(row)

    def join(self, lead_id: str, matter_id: str, told: int) -> None:
        """Whoever joins knows how it stands: of the lead's events up to `told` she hears nothing more."""
        self._db.run(
            """
            INSERT INTO supporters (matter_id, lead_id, told) VALUES (:matter, :lead, :told)
            ON CONFLICT (matter_id) DO UPDATE SET lead_id = excluded.lead_id, told = excluded.told
            """,
            matter=matter_id, lead=lead_id, told=told,
        )  # fmt: skip

    def waiting(self, lead_id: str) -> int:
        """How many households wait with it, besides its own."""
        row = self._db.one(
            "SELECT COUNT(*) AS n FROM matters WHERE lead_id = :lead AND lead_id <> '' AND state = 'taken'",
            lead=lead_id,
        )
        return int(row["n"]) if row else 0

    def of(self, lead_id: str, limit: int = 20) -> Sequence[Matter]:
        """Those that wait with it, as they were filed."""
        rows = self._db.all(
            """
            SELECT * FROM matters WHERE lead_id = :lead AND lead_id <> '' AND state = 'taken'
            ORDER BY filed_at, seq LIMIT :limit
            """,
            lead=lead_id, limit=limit,
        )  # fmt: skip
        return [matter_of(row) for row in rows]

    def households(self, lead_id: str, limit: int) -> Sequence[Matter]:
        """All that ever waited with it, however they stand now."""
        rows = self._db.all(
            """
            SELECT matters.* FROM supporters JOIN matters ON matters.id = supporters.matter_id
            WHERE supporters.lead_id = :lead ORDER BY filed_at, seq LIMIT :limit
            """,
            lead=lead_id, limit=limit,
        )  # fmt: skip
        return [matter_of(row) for row in rows]

    def next_untold(self, lead_id: str, seq: int, limit: int) -> Sequence[tuple[str, int]]:
        """(matter id, the lead's event heard last) of those who have not heard of `seq` yet; now they have."""
        rows = self._db.all(
            """
            SELECT matter_id, told FROM supporters
            JOIN matters ON matters.id = matter_id AND matters.lead_id = :lead AND matters.state = 'taken'
            WHERE supporters.lead_id = :lead AND told < :seq ORDER BY told, matter_id LIMIT :limit
            """,
            lead=lead_id, seq=seq, limit=limit,
        )  # fmt: skip
        for row in rows:
            self._db.run(
                "UPDATE supporters SET told = :seq WHERE matter_id = :matter", seq=seq, matter=row["matter_id"]
            )
        return [(row["matter_id"], row["told"]) for row in rows]

    def hand_over(self, lead_id: str, to_id: str, told: int) -> None:
        """What waits with one waits with another from now on; its households know how that stands."""
        self._db.run(
            """
            UPDATE supporters SET lead_id = :to, told = :told WHERE matter_id <> :to AND matter_id IN (
                SELECT id FROM matters WHERE lead_id = :lead AND lead_id <> '' AND state = 'taken')
            """,
            lead=lead_id, to=to_id, told=told,
        )  # fmt: skip
        self._db.run(
            """
            UPDATE matters SET lead_id = :to
            WHERE lead_id = :lead AND lead_id <> '' AND state = 'taken' AND id <> :to
            """,
            lead=lead_id, to=to_id,
        )  # fmt: skip

    def alike(self, kind: str, grid_id: str, since: datetime, not_of: str, limit: int) -> Sequence[Matter]:
        """Open matters of the kind in the grid that others than their resident may join, the newest first."""
        rows = self._db.all(
            """
            SELECT * FROM matters
            WHERE grid_id = :grid AND need <> '' AND kind = :kind AND filed_at >= :since
                AND state IN ('waiting', 'taken') AND tier <> 'danger' AND anonymous = 0 AND reporter_id <> :person
            ORDER BY filed_at DESC, seq DESC LIMIT :limit
            """,
            grid=grid_id, kind=kind, since=at_text(since), person=not_of, limit=limit,
        )  # fmt: skip
        return [matter_of(row) for row in rows]
