"""Finding matters again, the newest first: by terms, by how they stand, within the desks of one coordinator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.desk.described import describe
from domain.desk.finding import Sought, Standing
from domain.desk.terms import grid_term
from storage import search_postgres, search_sqlite
from storage.areas import Areas
from storage.contents import Contents
from storage.matters import Matters
from storage.notes import Notes
from storage.people import People
from storage.scope import HER_PLACES, NOT_ABOUT_HER
from storage.statements import Row, Statements
from storage.values import at_text

FILLED = "search.filled"
DONE = "done"
PORTION = 200
FEW_GRIDS = 40
"""Up to so many grids the index is asked for them too; where a desk has more, most of what is found is its own."""
STANDS = {
    Standing.UNTAKEN: "matters.state = 'waiting'",
    Standing.IN_HAND: "matters.state IN ('waiting', 'taken', 'closing')",
    Standing.LATE: "matters.need <> '' AND matters.next_due_at <= :now",
    Standing.ASKED: "matters.state = 'reported'",
    Standing.REOPENED: "matters.reopened > 0",
    Standing.CLOSED: "matters.state IN ('reported', 'ended') AND matters.cause <> 'withdrawn'",
    Standing.WITHDRAWN: "matters.state = 'ended' AND matters.cause = 'withdrawn'",
    Standing.DANGER: "matters.tier = 'danger'",
}
ALL = """
    SELECT search_matters.number, search_matters.matter_id FROM search_matters
    JOIN matters ON matters.id = search_matters.matter_id
    WHERE search_matters.number < :before AND {condition}
    ORDER BY search_matters.number DESC LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Found:
    """`number` is the place in the order of finding, by which the next page goes on."""

    number: int
    matter_id: str


class Search:
    def __init__(self, statements: Statements, areas: Areas) -> None:
        self._db = statements
        self._areas = areas
        self._engine = search_postgres if statements.engine == "postgres" else search_sqlite

    def put(self, matter_id: str) -> None:
        """Makes the matter findable by what is known of it now."""
        matter = Matters(self._db).get(matter_id)
        people = People(self._db)
        described = describe(
            matter, Contents(self._db).of(matter.subject), people.get(matter.owner_id),
            people.get(matter.reporter_id), self._areas.tree(),
        )  # fmt: skip
        self._engine.put(self._db, self._number(matter_id), described)

    def compact(self, *, first: bool) -> bool:
        """A step towards an index that holds nothing of what was put anew; False once there is nothing to do."""
        left: bool = self._engine.compact(self._db, first=first)
        return left

    def _number(self, matter_id: str) -> int:
        row = self._db.one("SELECT number FROM search_matters WHERE matter_id = :matter", matter=matter_id)
        row = row or self._db.one(
            "INSERT INTO search_matters (matter_id) VALUES (:matter) RETURNING number", matter=matter_id
        )
        assert row is not None
        return int(row["number"])

    def find(self, person_id: str, what: Sought, now: datetime, limit: int, before: int) -> Sequence[Found]:
        """Those of her desks before that number (2**62 for the newest). May take long: not for a turn."""
        grids = self._db.all(
            f"SELECT DISTINCT grid_id FROM area_grids WHERE grid_id {HER_PLACES} LIMIT {FEW_GRIDS + 1}",
            person=person_id,
        )
        few = ["", *(str(row["grid_id"]) for row in grids)] if len(grids) <= FEW_GRIDS else []
        one_of = [grid_term(grid) for grid in few]
        conditions = [
            f"matters.grid_id {HER_PLACES}",
            f"matters.id {NOT_ABOUT_HER}",
            *(STANDS[standing] for standing in what.standings),
        ]
        matching = what.phrases or one_of
        statement = (self._engine.FOUND if matching else ALL).format(condition=" AND ".join(conditions))
        query = self._engine.query(what.phrases, one_of) if matching else ""
        rows: Sequence[Row] = ()
        for since in self._floors(before) if matching else (0,):
            rows = self._db.all(
                statement, person=person_id, now=at_text(now), limit=limit, before=before, since=since, query=query
            )
            if len(rows) >= limit:
                break
        return [Found(row["number"], row["matter_id"]) for row in rows]

    def _floors(self, before: int) -> list[int]:
        """From which number on to look, one after the other until a page is full; at last from the first."""
        row = self._db.one("SELECT COALESCE(MAX(number), 0) AS newest FROM search_matters")
        top = min(before, int(row["newest"]) if row else 0)
        return [*(top - window for window in self._engine.WINDOWS if window < top), 0]

    def fill(self) -> bool:
        """Puts the next few of the matters that were there before their search was; False once all are in."""
        row = self._db.one("SELECT value FROM notes WHERE name = :name", name=FILLED)
        if row and row["value"] == DONE:
            return False
        filed_at, _, seq = (row["value"] if row else "|0").partition("|")
        rows = self._db.all(
            """
            SELECT id, filed_at, seq FROM matters WHERE (filed_at, seq) > (:filed_at, :seq)
            ORDER BY filed_at, seq LIMIT :limit
            """,
            filed_at=filed_at, seq=int(seq), limit=PORTION,
        )  # fmt: skip
        for each in rows:
            self.put(each["id"])
        reached = f"{rows[-1]['filed_at']}|{rows[-1]['seq']}" if rows else DONE
        Notes(self._db).set(FILLED, reached)
        return bool(rows)
