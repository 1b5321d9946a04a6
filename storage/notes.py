"""Small facts by name that need no table of their own."""

from __future__ import annotations

from storage.statements import Statements


class Notes:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def get(self, name: str) -> str | None:
        row = self._db.one("SELECT value FROM notes WHERE name = :name FOR UPDATE", name=name)
        return None if row is None else str(row["value"])

    def set(self, name: str, value: str) -> None:
        self._db.run(
            """
            INSERT INTO notes (name, value) VALUES (:name, :value)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """,
            name=name, value=value,
        )  # fmt: skip
