"""Who is invited to a meeting, what each answered, and who came; and whom there is to invite."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.explaining.topics import Topic
from domain.listening.meeting import UNINVITED, Answer, Guest
from domain.reach import Reach
from storage.reach import in_reach
from storage.statements import Row, Statements
from storage.values import at_text, at_value_or_none
from storage.willing import willing

_REACHED = "EXISTS (SELECT 1 FROM addresses WHERE addresses.person_id = people.id AND blocked = 0)"
_SERVING = "(from_on = '' OR from_on <= :today) AND (to_on = '' OR to_on >= :today)"


class Guests:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, guest: Guest) -> None:
        """Inserts or updates."""
        self._db.run(
            """
            INSERT INTO guests (meeting_id, person_id, answer, answered_at, told, came)
            VALUES (:meeting, :person, :answer, :answered_at, :told, :came)
            ON CONFLICT (meeting_id, person_id) DO UPDATE SET answer = excluded.answer,
                answered_at = excluded.answered_at, told = excluded.told, came = excluded.came
            """,
            meeting=guest.meeting_id, person=guest.person_id, answer=guest.answer.value,
            answered_at=at_text(guest.answered_at), told=guest.told, came=int(guest.came),
        )  # fmt: skip

    def of(self, meeting_id: str) -> Sequence[Guest]:
        """Those invited, and those who came without."""
        rows = self._db.all("SELECT * FROM guests WHERE meeting_id = :id ORDER BY person_id", id=meeting_id)
        return [_guest(row) for row in rows]

    def find(self, meeting_id: str, person_id: str) -> Guest | None:
        row = self._db.one(
            "SELECT * FROM guests WHERE meeting_id = :id AND person_id = :person FOR UPDATE",
            id=meeting_id, person=person_id,
        )  # fmt: skip
        return None if row is None else _guest(row)

    def of_person(self, person_id: str) -> Sequence[Guest]:
        rows = self._db.all(
            """
            SELECT guests.* FROM guests JOIN meetings ON meetings.id = guests.meeting_id
            WHERE person_id = :person ORDER BY starts_at
            """,
            person=person_id,
        )
        return [_guest(row) for row in rows]

    def untold(self, meeting_id: str, news: int, limit: int) -> Sequence[Guest]:
        """Who has not been sent that yet."""
        rows = self._db.all(
            """
            SELECT * FROM guests WHERE meeting_id = :id AND (told IS NULL OR (told >= 0 AND told < :news))
            ORDER BY person_id LIMIT :limit
            """,
            id=meeting_id, news=news, limit=limit,
        )  # fmt: skip
        return [_guest(row) for row in rows]

    def after(self, meeting_id: str, person_id: str, limit: int) -> Sequence[Guest]:
        """Portion by portion, by the id of whoever was the last of the one before ("" for the first)."""
        rows = self._db.all(
            "SELECT * FROM guests WHERE meeting_id = :id AND person_id > :after ORDER BY person_id LIMIT :limit",
            id=meeting_id, after=person_id, limit=limit,
        )  # fmt: skip
        return [_guest(row) for row in rows]

    def ask_again(self, meeting_id: str) -> None:
        """What was answered was for another time."""
        self._db.run(
            "UPDATE guests SET answer = '', answered_at = NULL WHERE meeting_id = :id AND answer <> ''", id=meeting_id
        )

    def nobody_came(self, meeting_id: str) -> None:
        """Before it is noted anew who did: whoever was not invited is no guest any more."""
        self._db.run("DELETE FROM guests WHERE meeting_id = :id AND told = :uninvited", id=meeting_id,
                     uninvited=UNINVITED)  # fmt: skip
        self._db.run("UPDATE guests SET came = 0 WHERE meeting_id = :id", id=meeting_id)

    # ---- whom there is ---------------------------------------------------------------------------------------------

    def serving(self, area_id: str, today: date) -> Sequence[str]:
        """Ids of members and coordinators with a post in the area or below it who can be reached."""
        where, values = in_reach("area_id", Reach((area_id,)))
        rows = self._db.all(
            f"""
            SELECT DISTINCT people.id FROM appointments JOIN people ON people.id = appointments.person_id
            WHERE {where} AND {_SERVING} AND {_REACHED} ORDER BY people.id
            """,
            today=today.isoformat(), **values,
        )  # fmt: skip
        return [row["id"] for row in rows]

    def living(self, area_id: str, since: datetime, often: int, most: int) -> Sequence[str]:
        """Ids of residents who last wrote from the area, serve nowhere and can be reached; at most so many.

        Whoever has been invited so `often` since that instant is left in peace, who wants no invitations, and who is to
        be forgotten.
        """
        wants, topics = willing([Topic.INVITATIONS])
        rows = self._db.all(
            f"""
            SELECT id FROM people
            WHERE spot_grid <> '' AND spot_grid IN (SELECT grid_id FROM area_grids WHERE area_id = :area)
                AND {_REACHED} AND {wants} AND NOT EXISTS (SELECT 1 FROM appointments WHERE person_id = people.id)
                AND id NOT IN (SELECT person_id FROM erasures)
                AND (SELECT COUNT(*) FROM guests JOIN meetings ON meetings.id = guests.meeting_id
                    WHERE guests.person_id = people.id AND called_at >= :since) < :often
            ORDER BY id LIMIT :most
            """,
            area=area_id, since=at_text(since), often=often, most=most, **topics,
        )  # fmt: skip
        return [row["id"] for row in rows]


def _guest(row: Row) -> Guest:
    return Guest(
        row["meeting_id"], row["person_id"], Answer(row["answer"]), at_value_or_none(row["answered_at"]), row["told"],
        bool(row["came"]),
    )  # fmt: skip
