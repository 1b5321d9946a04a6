"""Who is not listened to, until when, and which matter that came of."""

from __future__ import annotations

from datetime import datetime

from domain.people.muting import Mute
from storage.statements import Statements
from storage.values import at_text, at_value


class Mutes:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, mute: Mute) -> None:
        """Instead of an earlier one of the same person."""
        self._db.run(
            """
            INSERT INTO mutes (person_id, matter_id, reason_id, until_at) VALUES (:person, :matter, :reason, :until)
            ON CONFLICT (person_id) DO UPDATE SET
                matter_id = excluded.matter_id, reason_id = excluded.reason_id, until_at = excluded.until_at
            """,
            person=mute.person_id, matter=mute.matter_id, reason=mute.reason_id, until=at_text(mute.until_at),
        )  # fmt: skip

    def of(self, person_id: str, at: datetime) -> Mute | None:
        """What holds at that instant."""
        row = self._db.one(
            "SELECT * FROM mutes WHERE person_id = :person AND until_at > :at", person=person_id, at=at_text(at)
        )
        return Mute(person_id, row["matter_id"], row["reason_id"], at_value(row["until_at"])) if row else None

    def end(self, person_id: str) -> bool:
        """False when there was none."""
        return self._db.run("DELETE FROM mutes WHERE person_id = :person", person=person_id) > 0
