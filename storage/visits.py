"""Visits, a row each, and what came of them; their words lie in `contents`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.errors import NotFound
from domain.listening.visit import Outcome, Visit, VisitSort, Yielded
from domain.reach import Reach
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value

_WHOLE = """
    SELECT visits.*, (SELECT text FROM contents WHERE id = visits.words_id) AS line,
        (SELECT (LENGTH(media) - LENGTH(REPLACE(media, '"ref":', ''))) / 6 FROM contents
            WHERE id = visits.words_id) AS media
    FROM visits
"""


class Visits:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, visit: Visit) -> None:
        """Its words must lie in `contents` already."""
        self._db.run(
            """
            INSERT INTO visits (id, area_id, sort, label, venue_id, by_id, at, words_id, flyers, withdrawn)
            VALUES (:id, :area, :sort, :label, :venue, :by, :at, :words, :flyers, 0)
            """,
            id=visit.id, area=visit.area_id, sort=visit.sort.value, label=visit.label, venue=visit.venue_id,
            by=visit.by_id, at=at_text(visit.at), words=visit.words_id, flyers=visit.flyers,
        )  # fmt: skip
        self._seen(visit.venue_id)

    def take_back(self, visit: Visit) -> None:
        self._db.run("UPDATE visits SET withdrawn = 1 WHERE id = :id", id=visit.id)
        self._seen(visit.venue_id)

    def _seen(self, venue_id: str) -> None:
        """When somebody was there last is what the visits say, never anything else."""
        if venue_id:
            self._db.run(
                """
                UPDATE venues SET visited_at = (
                    SELECT MAX(at) FROM visits WHERE venue_id = :venue AND venue_id <> '' AND withdrawn = 0)
                WHERE id = :venue
                """,
                venue=venue_id,
            )

    def get(self, visit_id: str) -> Visit:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one(_WHOLE + "WHERE id = :id FOR UPDATE", id=visit_id)
        if row is None:
            raise NotFound(f"visit {visit_id}")
        return _visit(row)

    def lately_by(self, person_id: str, limit: int) -> Sequence[Visit]:
        """Her newest, for the places that she may be at again."""
        rows = self._db.all(
            _WHOLE + "WHERE by_id = :person AND withdrawn = 0 ORDER BY number DESC LIMIT :limit",
            person=person_id, limit=limit,
        )  # fmt: skip
        return [_visit(row) for row in rows]

    def between(
        self,
        reach: Reach,
        from_at: datetime,
        until_at: datetime,
        *,
        limit: int,
        offset: int = 0,
        with_flyers: bool = False,
    ) -> Sequence[Visit]:
        """The newest first; `with_flyers`: only those on which something was handed out."""
        where, values = _within(reach, from_at, until_at)
        where += " AND flyers > 0" if with_flyers else ""
        rows = self._db.all(
            f"{_WHOLE} WHERE {where} ORDER BY at DESC, number DESC LIMIT :limit OFFSET :offset",
            limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_visit(row) for row in rows]

    def count_between(self, reach: Reach, from_at: datetime, until_at: datetime) -> int:
        where, values = _within(reach, from_at, until_at)
        row = self._db.one(f"SELECT COUNT(*) AS n FROM visits WHERE {where}", **values)
        return int(row["n"]) if row else 0

    # ---- what came of them -----------------------------------------------------------------------------------------

    def yields(self, visit_id: str, outcome: Outcome, of_id: str = "") -> None:
        """Nothing changes when that is known already."""
        self._db.run(
            """
            INSERT INTO outcomes (visit_id, outcome, of_id) VALUES (:visit, :outcome, :of)
            ON CONFLICT (visit_id, outcome, of_id) DO NOTHING
            """,
            visit=visit_id, outcome=outcome.value, of=of_id,
        )  # fmt: skip

    def matters_of(self, visit_id: str) -> Sequence[str]:
        """Ids of the matters that were reported on it, as they were filed."""
        rows = self._db.all(
            """
            SELECT of_id FROM outcomes JOIN matters ON matters.id = outcomes.of_id
            WHERE visit_id = :visit AND outcome = 'matter' AND of_id <> '' ORDER BY filed_on, seq
            """,
            visit=visit_id,
        )
        return [row["of_id"] for row in rows]

    def thanked(self, visit_id: str) -> bool:
        sql = "SELECT 1 AS thanked FROM outcomes WHERE visit_id = :visit AND outcome = 'thanks'"
        return self._db.one(sql, visit=visit_id) is not None

    def of_matter(self, matter_id: str) -> Visit | None:
        """The one on which it was heard."""
        row = self._db.one(
            _WHOLE + "WHERE id IN (SELECT visit_id FROM outcomes WHERE of_id = :matter AND of_id <> '')",
            matter=matter_id,
        )
        return _visit(row) if row else None

    def yielded(self, reach: Reach, from_at: datetime, until_at: datetime) -> Yielded:
        """What the visits of that span came to."""
        where, values = _within(reach, from_at, until_at)
        sorts = self._db.all(
            f"SELECT sort, COUNT(*) AS n, SUM(flyers) AS flyers FROM visits WHERE {where} GROUP BY sort", **values
        )
        came = self._db.all(
            f"""
            SELECT outcome, COUNT(*) AS n FROM outcomes WHERE visit_id IN (SELECT id FROM visits WHERE {where})
            GROUP BY outcome
            UNION ALL
            SELECT 'need', COUNT(*) FROM needs WHERE heard = 'visit' AND heard_id <> '' AND state <> 'withdrawn'
                AND heard_id IN (SELECT id FROM visits WHERE {where})
            """,
            **values,
        )
        counts = {row["outcome"]: int(row["n"]) for row in came}
        return Yielded(
            {VisitSort(row["sort"]): int(row["n"]) for row in sorts}, counts.get("matter", 0), counts.get("need", 0),
            counts.get("thanks", 0), sum(int(row["flyers"]) for row in sorts),
        )  # fmt: skip


def _within(reach: Reach, from_at: datetime, until_at: datetime) -> tuple[str, dict[str, object]]:
    where, values = in_reach("area_id", reach)
    span = {"from_at": at_text(from_at), "until_at": at_text(until_at)}
    return f"{where} AND withdrawn = 0 AND at >= :from_at AND at < :until_at", {**values, **span}


def _visit(row: Row) -> Visit:
    return Visit(
        row["id"], row["area_id"], VisitSort(row["sort"]), row["label"], row["by_id"], at_value(row["at"]),
        row["venue_id"], row["words_id"], row["flyers"], bool(row["withdrawn"]), row["line"] or "",
        int(row["media"] or 0),
    )  # fmt: skip
