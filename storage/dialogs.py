"""Dialogs in progress: at most one per person in front, the others suspended behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from domain.open import OpenDialog
from storage.statements import Row, Statements
from storage.values import at_text, at_value, json_text, json_value


class Dialogs:
    """Lists inside a draft come back as tuples."""

    def __init__(self, statements: Statements, now: datetime) -> None:
        self._db = statements
        self._now = now

    def front(self, person_id: str) -> OpenDialog | None:
        row = self._db.one("SELECT * FROM dialogs WHERE person_id = :person AND front = 1 FOR UPDATE", person=person_id)
        return None if row is None else _dialog(row)

    def find(self, person_id: str, script: str, subject: str) -> OpenDialog | None:
        row = self._db.one(
            """
            SELECT * FROM dialogs WHERE person_id = :person AND script = :script AND subject = :subject
            FOR UPDATE
            """,
            person=person_id, script=script, subject=subject,
        )  # fmt: skip
        return None if row is None else _dialog(row)

    def by_prompt(self, person_id: str, prompt: str) -> OpenDialog | None:
        row = self._db.one(
            "SELECT * FROM dialogs WHERE person_id = :person AND prompt = :prompt AND prompt <> '' FOR UPDATE",
            person=person_id, prompt=prompt,
        )  # fmt: skip
        return None if row is None else _dialog(row)

    def of(self, person_id: str) -> Sequence[OpenDialog]:
        """The one in front first, then those touched last."""
        rows = self._db.all(
            """
            SELECT * FROM dialogs WHERE person_id = :person
            ORDER BY front DESC, updated_at DESC, script, subject
            """,
            person=person_id,
        )
        return [_dialog(row) for row in rows]

    def save(self, dialog: OpenDialog) -> None:
        """Saving one as front takes the others to the back; `updated_at` becomes this transaction's instant."""
        if dialog.front:
            self._db.run(
                "UPDATE dialogs SET front = 0 WHERE person_id = :person AND front = 1", person=dialog.person_id
            )
        self._db.run(
            """
            INSERT INTO dialogs (person_id, script, subject, trail, prompt, key, options, draft, front, updated_at)
            VALUES (:person, :script, :subject, :trail, :prompt, :key, :options, :draft, :front, :updated_at)
            ON CONFLICT (person_id, script, subject) DO UPDATE SET
                trail = excluded.trail, prompt = excluded.prompt, key = excluded.key, options = excluded.options,
                draft = excluded.draft, front = excluded.front, updated_at = excluded.updated_at
            """,
            person=dialog.person_id, script=dialog.script, subject=dialog.subject, trail=json_text(dialog.trail),
            prompt=dialog.prompt, key=dialog.key, options=json_text(dialog.options),
            draft=json_text(dict(dialog.draft)), front=int(dialog.front), updated_at=at_text(self._now),
        )  # fmt: skip

    def drop(self, dialog: OpenDialog) -> None:
        self._db.run(
            "DELETE FROM dialogs WHERE person_id = :person AND script = :script AND subject = :subject",
            person=dialog.person_id, script=dialog.script, subject=dialog.subject,
        )  # fmt: skip


def _dialog(row: Row) -> OpenDialog:
    return OpenDialog(
        person_id=row["person_id"],
        script=row["script"],
        subject=row["subject"],
        trail=json_value(row["trail"]),
        prompt=row["prompt"],
        key=row["key"],
        options=json_value(row["options"]),
        draft=json_value(row["draft"]),
        front=bool(row["front"]),
        updated_at=at_value(row["updated_at"]),
    )
