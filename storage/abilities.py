"""What people on the roster can do, take on and lend: skills, kinds of matter, and resources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.people.person import Ability, Resource
from storage.statements import Row, Statements
from storage.values import json_text, json_value


class Abilities:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def of(self, person_id: str) -> Ability:
        """Of somebody about whom nothing is written: no skills, every kind, no limit."""
        row = self._db.one("SELECT * FROM abilities WHERE person_id = :person", person=person_id)
        skills = self._db.all("SELECT skill FROM skills WHERE person_id = :person ORDER BY skill", person=person_id)
        known = tuple(each["skill"] for each in skills)
        return Ability(person_id, known) if row is None else _ability(row, known)

    def all(self) -> Sequence[Ability]:
        """Of everybody about whom something is written."""
        skills: dict[str, tuple[str, ...]] = {}
        for each in self._db.all("SELECT person_id, skill FROM skills ORDER BY person_id, skill"):
            skills[each["person_id"]] = (*skills.get(each["person_id"], ()), each["skill"])
        rows = self._db.all("SELECT * FROM abilities ORDER BY person_id")
        return [_ability(row, skills.get(row["person_id"], ())) for row in rows]

    def save(self, ability: Ability) -> None:
        """All that is known of this person, whatever was there before."""
        self._db.run("DELETE FROM skills WHERE person_id = :person", person=ability.person_id)
        for skill in dict.fromkeys(ability.skills):
            self._db.run(
                "INSERT INTO skills (skill, person_id) VALUES (:skill, :person)", skill=skill, person=ability.person_id
            )
        self._db.run(
            """
            INSERT INTO abilities (person_id, most, takes, refuses) VALUES (:person, :most, :takes, :refuses)
            ON CONFLICT (person_id) DO UPDATE SET
                most = excluded.most, takes = excluded.takes, refuses = excluded.refuses
            """,
            person=ability.person_id, most=ability.most, takes=json_text(ability.takes),
            refuses=json_text(ability.refuses),
        )  # fmt: skip


class Resources:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, resource: Resource) -> None:
        self._db.run(
            """
            INSERT INTO resources (id, person_id, unit, what, how_much, free_when, until_on)
            VALUES (:id, :person, :unit, :what, :how_much, :free_when, :until_on)
            ON CONFLICT (id) DO UPDATE SET
                person_id = excluded.person_id, unit = excluded.unit, what = excluded.what,
                how_much = excluded.how_much, free_when = excluded.free_when, until_on = excluded.until_on
            """,
            id=resource.id, person=resource.person_id, unit=resource.unit, what=resource.what,
            how_much=resource.how_much, free_when=resource.free_when,
            until_on=resource.until_on.isoformat() if resource.until_on else "",
        )  # fmt: skip

    def drop(self, resource_id: str) -> None:
        self._db.run("DELETE FROM resources WHERE id = :id", id=resource_id)

    def of(self, person_id: str) -> Sequence[Resource]:
        rows = self._db.all(
            "SELECT * FROM resources WHERE person_id = :person AND state <> 'withdrawn' ORDER BY what, id",
            person=person_id,
        )
        return [_resource(row) for row in rows]

    def all(self) -> Sequence[Resource]:
        rows = self._db.all("SELECT * FROM resources WHERE state <> 'withdrawn' ORDER BY what, id")
        return [_resource(row) for row in rows]

    def withdrawn(self) -> Sequence[Resource]:
        """What stood here until somebody withdrew it in chat."""
        rows = self._db.all("SELECT * FROM resources WHERE state = 'withdrawn' ORDER BY what, id")
        return [_resource(row) for row in rows]

    def from_chat(self) -> frozenset[str]:
        """Ids of those that were offered in chat, of which a roster that was written before knows nothing."""
        rows = self._db.all("SELECT id FROM resources WHERE state <> 'withdrawn' AND noted_at IS NOT NULL")
        return frozenset(row["id"] for row in rows)


def _ability(row: Row, skills: tuple[str, ...]) -> Ability:
    takes, refuses = tuple(json_value(row["takes"])), tuple(json_value(row["refuses"]))
    return Ability(row["person_id"], skills, row["most"], takes, refuses)


def _resource(row: Row) -> Resource:
    until = date.fromisoformat(row["until_on"]) if row["until_on"] else None
    return Resource(row["id"], row["person_id"], row["what"], row["unit"], row["how_much"], row["free_when"], until)
