"""The venues of the district, a row each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from domain.errors import NotFound
from domain.listening.venue import Venue
from domain.listening.visit import VisitSort
from domain.reach import Reach
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none

AT_ONCE = 500
ON_THE_MAP = "EXISTS (SELECT 1 FROM areas WHERE areas.id = venues.area_id)"
"""What lies in an area that was given up is on nobody's list."""


class Venues:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, venue: Venue) -> None:
        """Inserts or updates; when it was visited last is not saved but follows from the visits."""
        self._db.run(
            """
            INSERT INTO venues (id, area_id, name, sort, label, added_by, added_at, closed_at)
            VALUES (:id, :area, :name, :sort, :label, :by, :at, :closed_at)
            ON CONFLICT (id) DO UPDATE SET area_id = excluded.area_id, name = excluded.name, sort = excluded.sort,
                label = excluded.label, closed_at = excluded.closed_at
            """,
            id=venue.id, area=venue.area_id, name=venue.name, sort=venue.sort.value, label=venue.label,
            by=venue.added_by, at=at_text(venue.added_at), closed_at=at_text(venue.closed_at),
        )  # fmt: skip

    def get(self, venue_id: str) -> Venue:
        """Raises NotFound."""
        row = self._db.one("SELECT * FROM venues WHERE id = :id", id=venue_id)
        if row is None:
            raise NotFound(f"venue {venue_id}")
        return _venue(row)

    def page(self, reach: Reach, limit: int, offset: int = 0, named: str = "") -> Sequence[Venue]:
        """Those that are open, the longest not visited first; `named`: whose name holds these words."""
        if not named and self._everywhere(reach):
            where, values = f"{ON_THE_MAP} AND closed_at IS NULL", dict[str, object]()
        else:
            where, values = _open(reach, named)
        rows = self._db.all(
            f"""
            SELECT * FROM venues WHERE {where} ORDER BY COALESCE(visited_at, ''), number LIMIT :limit OFFSET :offset
            """,
            limit=limit, offset=offset, **values,
        )  # fmt: skip
        return [_venue(row) for row in rows]

    def known(self, reach: Reach) -> Iterator[Venue]:
        """All that are open, portion by portion, in no order that means anything."""
        where, values = _open(reach, "")
        last = ""
        while rows := self._db.all(
            f"SELECT * FROM venues WHERE id > :last AND {where} ORDER BY id LIMIT {AT_ONCE}", last=last, **values
        ):
            yield from map(_venue, rows)
            last = rows[-1]["id"]

    def count(self, reach: Reach, named: str = "") -> int:
        where, values = _open(reach, named)
        row = self._db.one(f"SELECT COUNT(*) AS n FROM venues WHERE {where}", **values)
        return int(row["n"]) if row else 0

    def _everywhere(self, reach: Reach) -> bool:
        """Whoever sees all of the map reads the first few in their order, without a way down to each area."""
        tops = self._db.all("SELECT id FROM areas WHERE parent_id = ''")
        return bool(tops) and {row["id"] for row in tops} <= set(reach.within)


def _open(reach: Reach, named: str) -> tuple[str, dict[str, object]]:
    where, values = in_reach("area_id", reach)
    if not named:
        return f"{where} AND closed_at IS NULL", values
    like = named.casefold().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    condition = f"{where} AND closed_at IS NULL AND LOWER(name) LIKE :named ESCAPE '\\'"
    return condition, {**values, "named": f"%{like}%"}


def _venue(row: Row) -> Venue:
    return Venue(
        row["id"], row["area_id"], row["name"], VisitSort(row["sort"]), row["label"], row["added_by"],
        at_value(row["added_at"]), at_value_or_none(row["closed_at"]), at_value_or_none(row["visited_at"]),
    )  # fmt: skip
