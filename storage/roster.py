"""Who is appointed where, who is away, and the invitations by which a roster entry becomes somebody reachable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.people.person import INVITATION_LIFE, Absence, Appointment, Invitation, Role
from storage.statements import Row, Statements
from storage.values import at_text, at_value, at_value_or_none


class Roster:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def of_person(self, person_id: str) -> Sequence[Appointment]:
        rows = self._db.all(
            "SELECT * FROM appointments WHERE person_id = :person ORDER BY role, rank, area_id", person=person_id
        )
        return [_appointment(row) for row in rows]

    def of_area(self, area_id: str, role: Role) -> Sequence[Appointment]:
        """By rank: the primary first."""
        rows = self._db.all(
            "SELECT * FROM appointments WHERE area_id = :area AND role = :role ORDER BY rank, person_id",
            area=area_id, role=role.value,
        )  # fmt: skip
        return [_appointment(row) for row in rows]

    def all(self) -> Sequence[Appointment]:
        return [_appointment(row) for row in self._db.all("SELECT * FROM appointments ORDER BY area_id, role, rank")]

    def desks(self) -> Sequence[str]:
        """Ids of the areas that have a coordinator, the widest first, then in map order."""
        rows = self._db.all(
            """
            SELECT DISTINCT areas.id, areas.map_order,
                CASE areas.kind WHEN 'district' THEN 1 WHEN 'street' THEN 2 ELSE 3 END AS width
            FROM appointments JOIN areas ON areas.id = appointments.area_id
            WHERE appointments.role = 'coordinator' ORDER BY width, areas.map_order, areas.id
            """
        )
        return [row["id"] for row in rows]

    def named(self, desk_person_id: str, name: str) -> Sequence[Appointment]:
        """Members and coordinators of that name in the areas below somebody's desks and at them, members first."""
        rows = self._db.all(
            """
            WITH RECURSIVE so_called AS (
                SELECT appointments.* FROM people JOIN appointments ON appointments.person_id = people.id
                WHERE people.name = :name OR (people.name_en <> '' AND LOWER(people.name_en) = LOWER(:name))
            ), around (area_id, over_id) AS (
                SELECT area_id, area_id FROM so_called
                UNION
                SELECT around.area_id, areas.parent_id FROM around JOIN areas ON areas.id = around.over_id
            )
            SELECT so_called.* FROM so_called WHERE area_id IN (
                SELECT around.area_id FROM around JOIN appointments AS hers ON hers.area_id = around.over_id
                WHERE hers.person_id = :person AND hers.role = 'coordinator')
            ORDER BY role DESC, rank, area_id
            """,
            name=name, person=desk_person_id,
        )  # fmt: skip
        return [_appointment(row) for row in rows]

    def duty(self, area_id: str, on: date) -> str:
        """Who took just this day; "" when the roster stands."""
        row = self._db.one(
            "SELECT person_id FROM duties WHERE area_id = :area AND on_date = :on", area=area_id, on=on.isoformat()
        )
        return row["person_id"] if row else ""

    def set_duty(self, area_id: str, on: date, person_id: str) -> None:
        self._db.run(
            """
            INSERT INTO duties (area_id, on_date, person_id) VALUES (:area, :on, :person)
            ON CONFLICT (area_id, on_date) DO UPDATE SET person_id = excluded.person_id
            """,
            area=area_id, on=on.isoformat(), person=person_id,
        )  # fmt: skip

    def below(self, area_id: str) -> Sequence[Appointment]:
        """In the areas that lie right in this one, by area, members before the desk, by rank."""
        rows = self._db.all(
            """
            SELECT appointments.* FROM areas JOIN appointments ON appointments.area_id = areas.id
            WHERE areas.parent_id = :area ORDER BY areas.map_order, areas.id, role DESC, rank, person_id
            """,
            area=area_id,
        )
        return [_appointment(row) for row in rows]

    def with_number(self, digits: str) -> Sequence[Appointment]:
        """Of whoever has this telephone number, however it is written; `digits` without the country's."""
        rows = self._db.all(
            """
            SELECT * FROM appointments
            WHERE phone <> '' AND REPLACE(REPLACE(REPLACE(phone, '-', ''), ' ', ''), '+86', '') = :digits
            ORDER BY person_id, role, rank, area_id
            """,
            digits=digits,
        )
        return [_appointment(row) for row in rows]

    def replace(self, appointments: Sequence[Appointment]) -> None:
        """All of them, whatever was there before; the people must be known already."""
        self._db.run("DELETE FROM appointments")
        for appointment in appointments:
            self.save(appointment)

    def save(self, appointment: Appointment) -> None:
        """Instead of what was known of this person in this role there."""
        self._db.run(
            """
            INSERT INTO appointments (person_id, area_id, role, rank, phone, days, from_on, to_on, lead, night)
            VALUES (:person, :area, :role, :rank, :phone, :days, :from_on, :to_on, :lead, :night)
            ON CONFLICT (person_id, area_id, role) DO UPDATE SET
                rank = excluded.rank, phone = excluded.phone, days = excluded.days, from_on = excluded.from_on,
                to_on = excluded.to_on, lead = excluded.lead, night = excluded.night
            """,
            person=appointment.person_id, area=appointment.area_id, role=appointment.role.value,
            rank=appointment.rank, phone=appointment.phone, days=appointment.days,
            from_on=_day_text(appointment.from_on), to_on=_day_text(appointment.to_on),
            lead=int(appointment.lead), night=int(appointment.night),
        )  # fmt: skip

    def drop(self, appointment: Appointment) -> None:
        self._db.run(
            "DELETE FROM appointments WHERE person_id = :person AND area_id = :area AND role = :role",
            person=appointment.person_id, area=appointment.area_id, role=appointment.role.value,
        )  # fmt: skip

    def absent(self, person_id: str, at: datetime) -> Absence | None:
        """The leave that covers the instant; of several the one that lasts longest."""
        row = self._db.one(
            """
            SELECT * FROM absences WHERE person_id = :person AND from_at <= :at AND to_at > :at
            ORDER BY to_at DESC LIMIT 1
            """,
            person=person_id, at=at_text(at),
        )  # fmt: skip
        return None if row is None else _absence(row)

    def next_absence(self, person_id: str, after: datetime, before: datetime) -> Absence | None:
        """The first leave that begins later than the one instant and earlier than the other."""
        row = self._db.one(
            """
            SELECT * FROM absences WHERE person_id = :person AND from_at > :after AND from_at < :before
            ORDER BY from_at LIMIT 1
            """,
            person=person_id, after=at_text(after), before=at_text(before),
        )  # fmt: skip
        return None if row is None else _absence(row)

    def add_absence(self, absence: Absence) -> None:
        """A second leave from the same instant replaces the first."""
        self._db.run(
            """
            INSERT INTO absences (person_id, from_at, to_at) VALUES (:person, :from_at, :to_at)
            ON CONFLICT (person_id, from_at) DO UPDATE SET to_at = excluded.to_at
            """,
            person=absence.person_id, from_at=at_text(absence.from_at), to_at=at_text(absence.to_at),
        )  # fmt: skip

    def end_absence(self, person_id: str, at: datetime) -> None:
        """Whatever leave covers the instant ends there; leaves that lie in the future stand."""
        self._db.run(
            "UPDATE absences SET to_at = :at WHERE person_id = :person AND from_at <= :at AND to_at > :at",
            person=person_id, at=at_text(at),
        )  # fmt: skip

    def cancel_absences(self, person_id: str, after: datetime) -> None:
        """Leaves that begin later than that instant are taken back."""
        self._db.run(
            "DELETE FROM absences WHERE person_id = :person AND from_at > :after",
            person=person_id, after=at_text(after),
        )  # fmt: skip

    def invite(self, invitation: Invitation) -> None:
        """Earlier ones of the same person that nobody has used run out."""
        self._db.run(
            """
            UPDATE invitations SET created_at = :run_out
            WHERE person_id = :person AND used_at IS NULL AND created_at > :run_out
            """,
            person=invitation.person_id, run_out=at_text(invitation.created_at - INVITATION_LIFE),
        )  # fmt: skip
        self._db.run(
            """
            INSERT INTO invitations (code_hash, person_id, created_at, used_at)
            VALUES (:code_hash, :person, :created_at, :used_at)
            """,
            code_hash=invitation.code_hash, person=invitation.person_id,
            created_at=at_text(invitation.created_at), used_at=at_text(invitation.used_at),
        )  # fmt: skip

    def invitation(self, code_hash: str) -> Invitation | None:
        row = self._db.one("SELECT * FROM invitations WHERE code_hash = :code_hash", code_hash=code_hash)
        if row is None:
            return None
        return Invitation(code_hash, row["person_id"], at_value(row["created_at"]), at_value_or_none(row["used_at"]))

    def use_invitation(self, code_hash: str, at: datetime) -> bool:
        """False when it was used before (or never given out)."""
        changed = self._db.run(
            "UPDATE invitations SET used_at = :at WHERE code_hash = :code_hash AND used_at IS NULL",
            at=at_text(at), code_hash=code_hash,
        )  # fmt: skip
        return changed == 1


def _absence(row: Row) -> Absence:
    return Absence(row["person_id"], at_value(row["from_at"]), at_value(row["to_at"]))


def _appointment(row: Row) -> Appointment:
    return Appointment(
        row["person_id"], row["area_id"], Role(row["role"]), row["rank"], row["phone"], row["days"],
        _day_value(row["from_on"]), _day_value(row["to_on"]), bool(row["lead"]), bool(row["night"]),
    )  # fmt: skip


def _day_text(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day_value(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
