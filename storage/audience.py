"""Who the people of an area are when a desk tells or asks them something: who is sent a letter, and who is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from storage.statements import Statements
from storage.values import at_text

_THERE = """
    FROM people WHERE spot_grid <> '' AND id <> :but AND id > :after
        AND spot_grid IN (
            WITH RECURSIVE below (id) AS (
                SELECT id FROM areas WHERE id = :area UNION
                SELECT areas.id FROM areas JOIN below ON areas.parent_id = below.id WHERE kind <> 'building'
            ) SELECT id FROM below)
        AND EXISTS (SELECT 1 FROM addresses WHERE person_id = people.id AND blocked = 0)
        AND id NOT IN (SELECT person_id FROM mutes WHERE until_at > :now)
        AND id NOT IN (SELECT person_id FROM erasures)
"""
"""Who has been in the area, can be reached, and is neither muted nor about to be forgotten."""
EVERYBODY = "1 = 1"


class Audience:
    """Of one area, without `but`, who speaks to them. A condition and its values (storage/willing.py) narrow it."""

    def __init__(self, statements: Statements, now: datetime, area_id: str, but: str) -> None:
        self._db = statements
        self._of = {"area": area_id, "but": but, "now": at_text(now)}

    def after(self, person_id: str, limit: int, which: str, values: Mapping[str, object]) -> Sequence[str]:
        """Ids in order, those after that one."""
        rows = self._db.all(
            f"SELECT id {_THERE} AND {which} ORDER BY id LIMIT :limit",
            after=person_id, limit=limit, **self._of, **values,
        )  # fmt: skip
        return [row["id"] for row in rows]

    def count(self, most: int, which: str, values: Mapping[str, object]) -> int:
        """How many they are, counted up to `most`: a whole district would hold up everybody else."""
        row = self._db.one(
            f"SELECT COUNT(*) AS n FROM (SELECT id {_THERE} AND {which} LIMIT :most) AS counted",
            after="", most=most, **self._of, **values,
        )  # fmt: skip
        return int(row["n"]) if row else 0
