"""Matters listed slice by slice for sheets, with the names that belong to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from domain.matters.matter import Matter
from domain.people.person import Person
from storage.matters import matter_of
from storage.statements import Row, Statements
from storage.values import at_text

AT_ONCE = 500
"""Matters in a slice."""
_OF_AREA = """
    (CAST(:area AS TEXT) = '' OR matters.grid_id = ''
        OR matters.grid_id IN (SELECT grid_id FROM area_grids WHERE area_id = :area))
    AND matters.filed_at >= :from_at AND matters.filed_at < :until_at
"""


class Listed(NamedTuple):
    """A matter with whoever has it and whoever wrote it. Of these only names and telephone are filled in."""

    matter: Matter
    owner: Person
    reporter: Person


class Listing:
    """What was filed between two instants in an area ("" for everywhere); what lies on no map is everyone's."""

    def __init__(self, statements: Statements, area_id: str, from_at: datetime, until_at: datetime) -> None:
        self._db = statements
        self._bounds = {"area": area_id, "from_at": at_text(from_at), "until_at": at_text(until_at)}

    def count(self) -> int:
        row = self._db.one(f"SELECT COUNT(*) AS n FROM matters WHERE {_OF_AREA}", **self._bounds)
        assert row is not None
        return int(row["n"])

    def slices(self) -> Iterator[Sequence[Listed]]:
        """All of them as they were filed, never more than AT_ONCE in memory."""
        last = ("", 0)
        while rows := self._after(*last):
            yield [_listed(row) for row in rows]
            last = (rows[-1]["filed_at"], rows[-1]["seq"])

    def _after(self, filed_at: str, seq: int) -> Sequence[Row]:
        return self._db.all(
            _WITH_NAMES + f"""
            WHERE {_OF_AREA} AND (matters.filed_at, matters.seq) > (:filed_at, CAST(:seq AS BIGINT))
            ORDER BY matters.filed_at, matters.seq LIMIT {AT_ONCE}
            """,
            filed_at=filed_at, seq=seq, **self._bounds,
        )  # fmt: skip


def listed(statements: Statements, matter_ids: Sequence[str]) -> dict[str, Listed]:
    """The matters with these ids, by id."""
    found: dict[str, Listed] = {}
    for start in range(0, len(matter_ids), AT_ONCE):
        names = {f"id_{n}": matter_id for n, matter_id in enumerate(matter_ids[start : start + AT_ONCE])}
        places = ", ".join(f":{name}" for name in names)
        for row in statements.all(f"{_WITH_NAMES} WHERE matters.id IN ({places})", **names):
            each = _listed(row)
            found[each.matter.id] = each
    return found


_WITH_NAMES = """
    SELECT matters.*, COALESCE(owner.name, '') AS owner_name, COALESCE(owner.name_en, '') AS owner_name_en,
        reporter.name AS reporter_name, reporter.phone AS reporter_phone
    FROM matters
    LEFT JOIN people AS owner ON owner.id = matters.owner_id
    JOIN people AS reporter ON reporter.id = matters.reporter_id
"""


def _listed(row: Row) -> Listed:
    matter = matter_of(row)
    owner = Person(matter.owner_id, row["owner_name"], name_en=row["owner_name_en"])
    return Listed(matter, owner, Person(matter.reporter_id, row["reporter_name"], phone=row["reporter_phone"]))
