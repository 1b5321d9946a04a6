"""Small facts by name that need no table of their own."""

from __future__ import annotations

from collections.abc import Iterable

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

    def forget_person(self, person_id: str, names: Iterable[str]) -> None:
        """What is noted under her id, and wherever one of these names stands; files have notes of their own."""
        besides = "(name < 'file:' OR name >= 'file;')"
        self._db.run(f"DELETE FROM notes WHERE {besides} AND name LIKE :like", like=f"%:{person_id}%")
        for name in names:
            self._db.run(f"DELETE FROM notes WHERE {besides} AND value LIKE :like", like=f"%{_literal(name)}%")


def _literal(name: str) -> str:
    """As a pattern that finds these very letters, and at worst a few more."""
    return name.replace("\\", "_").replace("%", "_")
