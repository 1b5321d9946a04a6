"""Who on the roster has a skill, lends a thing, or is called so: each with the areas where she is appointed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from storage.statements import Statements

SHORTEST = 2
"""Letters of a thing's name below which words are not looked for inside it: 车 would be in everything."""
_SERVING = "(from_on = '' OR from_on <= :today) AND (to_on = '' OR to_on >= :today)"


class Hands:
    """Every answer is pairs of a person's id and an area's id, a person once for each of her posts of that day."""

    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def skilled(self, skill: str, today: date) -> Sequence[tuple[str, str]]:
        return self._pairs(
            f"""
            SELECT appointments.person_id, area_id FROM skills
            JOIN appointments ON appointments.person_id = skills.person_id
            WHERE skill = :skill AND {_SERVING} ORDER BY appointments.rank, appointments.person_id, area_id
            """,
            today,
            skill=skill,
        )

    def lending(self, words: str, today: date) -> Sequence[tuple[str, str]]:
        """Whose thing is called so, whose name holds the words, or is held by them, and is to be had today."""
        said = words.lower()
        return self._pairs(
            f"""
            SELECT DISTINCT resources.person_id, area_id FROM resources
            JOIN appointments ON appointments.person_id = resources.person_id
            WHERE state <> 'withdrawn' AND (until_on = '' OR until_on >= :today) AND {_SERVING} AND (
                LOWER(what) = :said OR LOWER(what) LIKE :holds OR (LENGTH(what) >= {SHORTEST} AND :said LIKE
                    '%' || REPLACE(REPLACE(LOWER(what), '%', ''), '_', '') || '%'))
            ORDER BY resources.person_id, area_id
            """,
            today,
            said=said,
            holds=f"%{said.replace('%', '').replace('_', '')}%" if len(said) >= SHORTEST else "",
        )

    def called(self, name: str, today: date) -> Sequence[tuple[str, str]]:
        """In either language, anywhere in the district."""
        return self._pairs(
            f"""
            SELECT person_id, area_id FROM people JOIN appointments ON appointments.person_id = people.id
            WHERE (people.name = :name OR (people.name_en <> '' AND LOWER(people.name_en) = LOWER(:name)))
                AND {_SERVING}
            ORDER BY rank, person_id, area_id
            """,
            today,
            name=name,
        )

    def posts(self, person_id: str, today: date) -> Sequence[tuple[str, str]]:
        return self._pairs(
            f"SELECT person_id, area_id FROM appointments WHERE person_id = :person AND {_SERVING} ORDER BY area_id",
            today,
            person=person_id,
        )

    def skills(self) -> Sequence[str]:
        """All that anybody has."""
        return [row["skill"] for row in self._db.all("SELECT DISTINCT skill FROM skills ORDER BY skill")]

    def thing(self, person_id: str, words: str, today: date) -> tuple[str, str]:
        """What of hers is meant by the words, and whose it is; ("", "") when it is not to be had any more."""
        said = words.lower()
        rows = self._db.all(
            """
            SELECT what, unit FROM resources
            WHERE person_id = :person AND state <> 'withdrawn' AND (until_on = '' OR until_on >= :today)
            """,
            person=person_id, today=today.isoformat(),
        )  # fmt: skip
        meant = [row for row in rows if said in row["what"].lower() or row["what"].lower() in said]
        return (meant[0]["what"], meant[0]["unit"]) if meant else ("", "")

    def _pairs(self, sql: str, today: date, **values: str) -> Sequence[tuple[str, str]]:
        rows = self._db.all(sql, today=today.isoformat(), **values)
        return [(row["person_id"], row["area_id"]) for row in rows]
