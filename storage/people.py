"""People and the addresses at which they can be reached."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.errors import NotFound
from domain.messages import Address
from domain.people.person import Person
from storage.merging import merge_people, part_people
from storage.statements import Row, Statements
from storage.values import at_text


class People:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def get(self, person_id: str) -> Person:
        """Raises NotFound."""
        row = self._db.one(
            """
            SELECT people.*, EXISTS (
                SELECT 1 FROM addresses WHERE person_id = people.id AND blocked = 0
            ) AS reachable
            FROM people WHERE id = :id
            """,
            id=person_id,
        )
        if row is None:
            raise NotFound(f"person {person_id}")
        return _person(row)

    def at(self, address: Address) -> Person | None:
        row = self._db.one(
            "SELECT person_id FROM addresses WHERE channel = :channel AND account = :account",
            channel=address.channel, account=address.account,
        )  # fmt: skip
        return None if row is None else self.get(row["person_id"])

    def save(self, person: Person) -> None:
        self._db.run(
            """
            INSERT INTO people (id, name, name_en, language, phone, spot_grid, spot_label, welcomed)
            VALUES (:id, :name, :name_en, :language, :phone, :spot_grid, :spot_label, :welcomed)
            ON CONFLICT (id) DO UPDATE SET
                name = excluded.name, name_en = excluded.name_en, language = excluded.language,
                phone = excluded.phone, spot_grid = excluded.spot_grid, spot_label = excluded.spot_label,
                welcomed = excluded.welcomed
            """,
            id=person.id, name=person.name, name_en=person.name_en, language=person.language, phone=person.phone,
            spot_grid=person.spot_grid, spot_label=person.spot_label, welcomed=int(person.welcomed),
        )  # fmt: skip

    def bind(self, person_id: str, address: Address) -> None:
        """The address now belongs to this person, unblocked and as the newest; it may have been another's."""
        self._db.run(
            """
            INSERT INTO addresses (channel, account, person_id, blocked, bound_order)
            VALUES (:channel, :account, :person, 0,
                    (SELECT COALESCE(MAX(bound_order), 0) + 1 FROM addresses WHERE person_id = :person))
            ON CONFLICT (channel, account) DO UPDATE SET
                person_id = excluded.person_id, blocked = 0, bound_order = excluded.bound_order
            """,
            channel=address.channel, account=address.account, person=person_id,
        )  # fmt: skip

    def addresses(self, person_id: str) -> Sequence[Address]:
        """Those that are not blocked, the newest first."""
        rows = self._db.all(
            """
            SELECT channel, account FROM addresses
            WHERE person_id = :person AND blocked = 0 ORDER BY bound_order DESC
            """,
            person=person_id,
        )
        return [Address(row["channel"], row["account"]) for row in rows]

    def accounts(self, person_id: str) -> Sequence[Address]:
        """All of them, those that are blocked too, the newest first."""
        sql = "SELECT channel, account FROM addresses WHERE person_id = :person ORDER BY bound_order DESC"
        return [Address(row["channel"], row["account"]) for row in self._db.all(sql, person=person_id)]

    def block(self, address: Address, blocked: bool) -> bool:
        """False when it was known already."""
        changed = self._db.run(
            """
            UPDATE addresses SET blocked = :blocked
            WHERE channel = :channel AND account = :account AND blocked <> :blocked
            """,
            blocked=int(blocked), channel=address.channel, account=address.account,
        )  # fmt: skip
        return changed > 0

    def merge(self, from_id: str, into_id: str) -> None:
        """What belonged to the first belongs to the second; the first stays as a name that old events point to."""
        merge_people(self._db, from_id, into_id)

    def part(self, from_id: str, into_id: str, since: datetime) -> None:
        """Undoes a merge of the second into the first at that instant: her matters, their words, her silence."""
        part_people(self._db, from_id, into_id, at_text(since))


def _person(row: Row) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        name_en=row["name_en"],
        language=row["language"],
        phone=row["phone"],
        spot_grid=row["spot_grid"],
        spot_label=row["spot_label"],
        welcomed=bool(row["welcomed"]),
        reachable=bool(row["reachable"]),
    )
