"""Who was asked to lend a hand with a matter, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.duty.helping import Helper, HelpState
from storage.statements import Row, Statements
from storage.values import at_text, at_value


class Helpers:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def save(self, helper: Helper) -> None:
        """Instead of what was known of this person and this matter."""
        self._db.run(
            """
            INSERT INTO helpers (matter_id, person_id, state, wanted, asked_by, at)
            VALUES (:matter, :person, :state, :wanted, :asked_by, :at)
            ON CONFLICT (matter_id, person_id) DO UPDATE SET
                state = excluded.state, wanted = excluded.wanted, asked_by = excluded.asked_by, at = excluded.at
            """,
            matter=helper.matter_id, person=helper.person_id, state=helper.state.value, wanted=helper.wanted,
            asked_by=helper.asked_by, at=at_text(helper.at),
        )  # fmt: skip

    def get(self, matter_id: str, person_id: str) -> Helper | None:
        row = self._db.one(
            "SELECT * FROM helpers WHERE matter_id = :matter AND person_id = :person",
            matter=matter_id, person=person_id,
        )  # fmt: skip
        return _helper(row) if row else None

    def of(self, matter_id: str) -> Sequence[Helper]:
        """Whatever became of them, the first asked first."""
        rows = self._db.all("SELECT * FROM helpers WHERE matter_id = :matter ORDER BY at, person_id", matter=matter_id)
        return [_helper(row) for row in rows]

    def of_person(self, person_id: str) -> Sequence[Helper]:
        """What she helps with or was asked about and has not answered, the first asked first."""
        rows = self._db.all(
            "SELECT * FROM helpers WHERE person_id = :person AND state IN ('asked', 'helping') ORDER BY at, matter_id",
            person=person_id,
        )
        return [_helper(row) for row in rows]


def _helper(row: Row) -> Helper:
    return Helper(
        row["matter_id"], row["person_id"], HelpState(row["state"]), row["wanted"], row["asked_by"], at_value(row["at"])
    )
