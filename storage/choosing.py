"""What the choice of an owner asks about people on the roster: what they take, what they hold, whom they helped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from domain.people.person import Ability
from storage.statements import Statements
from storage.values import at_text, json_value

HELD = "state IN ('waiting', 'taken') AND NOT (state = 'taken' AND (trouble_id <> '' OR lead_id <> ''))"
"""What somebody has to do something about, one by one: what waits for the end of something else is not."""


class Choosing:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def abilities(self, person_ids: Sequence[str]) -> Mapping[str, Ability]:
        """Of those about whom something is written."""
        ids, values = _listed(person_ids)
        rows = {
            row["person_id"]: row for row in self._db.all(f"SELECT * FROM abilities WHERE person_id {ids}", **values)
        }
        skills: dict[str, list[str]] = {}
        for row in self._db.all(f"SELECT person_id, skill FROM skills WHERE person_id {ids} ORDER BY skill", **values):
            skills.setdefault(row["person_id"], []).append(row["skill"])
        return {
            id: Ability(
                id,
                tuple(skills.get(id, ())),
                rows[id]["most"] if id in rows else 0,
                tuple(json_value(rows[id]["takes"])) if id in rows else (),
                tuple(json_value(rows[id]["refuses"])) if id in rows else (),
            )
            for id in {*rows, *skills}
        }

    def loads(self, person_ids: Sequence[str]) -> Mapping[str, int]:
        """How many matters each has in hand; who has none is left out."""
        ids, values = _listed(person_ids)
        rows = self._db.all(
            f"SELECT owner_id, COUNT(*) AS n FROM matters WHERE owner_id {ids} AND {HELD} GROUP BY owner_id", **values
        )
        return {row["owner_id"]: int(row["n"]) for row in rows}

    def last_helped(self, person_ids: Sequence[str], reporter_id: str) -> str:
        """Who of them last had something that this resident called solved; "" for nobody."""
        ids, values = _listed(person_ids)
        row = self._db.one(
            f"""
            SELECT owner_id FROM matters WHERE reporter_id = :reporter AND word = 'solved' AND owner_id {ids}
            ORDER BY filed_at DESC LIMIT 1
            """,
            reporter=reporter_id, **values,
        )  # fmt: skip
        return row["owner_id"] if row else ""

    def last_helped_in(self, person_ids: Sequence[str], building_id: str) -> str:
        """Who of them last had something in this building that its resident called solved; "" for nobody."""
        ids, values = _listed(person_ids)
        row = self._db.one(
            f"""
            SELECT owner_id, MAX(ended_at) AS last FROM matters
            WHERE building_id = :building AND building_id <> '' AND word = 'solved' AND owner_id {ids}
            GROUP BY owner_id ORDER BY last DESC, owner_id LIMIT 1
            """,
            building=building_id, **values,
        )  # fmt: skip
        return row["owner_id"] if row else ""

    def members_named(self, names: Sequence[str]) -> Sequence[str]:
        """The names, of these, that somebody on the roster has, in either language."""
        ids, values = _listed(names)
        rows = self._db.all(
            f"""
            SELECT DISTINCT people.name FROM appointments JOIN people ON people.id = appointments.person_id
            WHERE people.name {ids} OR (people.name_en <> '' AND LOWER(people.name_en) {ids})
            """,
            **values,
        )
        return [row["name"] for row in rows]

    def ended(self, since: date, today: date) -> Sequence[str]:
        """Ids of those one of whose services ended before today and not before `since`."""
        rows = self._db.all(
            """
            SELECT DISTINCT person_id FROM appointments
            WHERE to_on <> '' AND to_on >= :since AND to_on < :today ORDER BY person_id
            """,
            since=since.isoformat(), today=today.isoformat(),
        )  # fmt: skip
        return [row["person_id"] for row in rows]

    def begun(self, since: date, today: date) -> Sequence[str]:
        """Ids of those one of whose services began after `since` and not after today."""
        rows = self._db.all(
            """
            SELECT DISTINCT person_id FROM appointments
            WHERE from_on <> '' AND from_on > :since AND from_on <= :today ORDER BY person_id
            """,
            since=since.isoformat(), today=today.isoformat(),
        )  # fmt: skip
        return [row["person_id"] for row in rows]

    def resting(self, at: datetime) -> Sequence[str]:
        """Ids of those who are on leave at that instant."""
        rows = self._db.all(
            "SELECT DISTINCT person_id FROM absences WHERE from_at <= :at AND to_at > :at ORDER BY person_id",
            at=at_text(at),
        )
        return [row["person_id"] for row in rows]

    def suspects(self, at: datetime, today: date, after: str, limit: int) -> Sequence[str]:
        """Ids of matters in hand behind `after` that look as if nobody had them: to be looked at one by one.

        The owner has no post, no address, or is on leave; is the resident herself, or must not have it; or was not
        asked though it waits. Owners are found by leaps through an index, never matter by matter.
        """
        rows = self._db.all(_SUSPECTS, at=at_text(at), today=today.isoformat(), after=after, limit=limit)
        return [row["id"] for row in rows]


_SUSPECTS = """
WITH RECURSIVE owners (id) AS (
    SELECT MIN(owner_id) FROM matters WHERE state IN ('waiting', 'taken')
    UNION ALL
    SELECT (SELECT MIN(matters.owner_id) FROM matters
            WHERE matters.state IN ('waiting', 'taken') AND matters.owner_id > owners.id)
    FROM owners WHERE owners.id IS NOT NULL
), unable (id) AS (
    SELECT owners.id FROM owners WHERE owners.id IS NOT NULL AND (
        NOT EXISTS (SELECT 1 FROM addresses WHERE addresses.person_id = owners.id AND addresses.blocked = 0)
        OR NOT EXISTS (
            SELECT 1 FROM appointments WHERE appointments.person_id = owners.id
                AND (from_on = '' OR from_on <= :today) AND (to_on = '' OR to_on >= :today))
        OR EXISTS (
            SELECT 1 FROM absences WHERE absences.person_id = owners.id AND from_at <= :at AND to_at > :at))
)
SELECT id FROM (
SELECT matters.id FROM unable JOIN matters ON matters.owner_id = unable.id AND matters.state IN ('waiting', 'taken')
UNION
SELECT id FROM matters WHERE reporter_id = owner_id AND state IN ('waiting', 'taken')
UNION
SELECT matters.id FROM excluded CROSS JOIN matters -- in this order: few are excluded, matters are many
WHERE matters.id = excluded.matter_id AND matters.owner_id = excluded.person_id
    AND matters.state IN ('waiting', 'taken')
UNION
SELECT id FROM matters WHERE state = 'waiting' AND NOT EXISTS (
    SELECT 1 FROM asked WHERE asked.matter_id = matters.id AND asked.person_id = matters.owner_id)
) AS found WHERE id > :after ORDER BY id LIMIT :limit
"""


def _listed(ids: Sequence[str]) -> tuple[str, dict[str, str]]:
    """A condition that a column is one of these, and the values of its parameters."""
    values = {f"one_{n}": id for n, id in enumerate(ids)}
    return (f"IN ({', '.join(f':{name}' for name in values)})" if values else "IN ('')"), values
