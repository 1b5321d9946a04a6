"""Small facts by name that need no table of their own."""

from __future__ import annotations

from collections.abc import Mapping

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

    def forget_person(self, person_id: str) -> None:
        """What is noted under her id; files have notes of their own."""
        self._db.run(
            """
            DELETE FROM notes WHERE (name < 'file:' OR name >= 'file;') AND (name LIKE :last OR name LIKE :inside)
            """,
            last=f"%:{person_id}", inside=f"%:{person_id}:%",
        )  # fmt: skip

    def begun_with(self, prefix: str) -> Mapping[str, str]:
        """Values by name, of all whose name begins so; `prefix` ends with a colon."""
        rows = self._db.all(
            "SELECT name, value FROM notes WHERE name >= :first AND name < :after",
            first=prefix, after=f"{prefix[:-1]};",
        )  # fmt: skip
        return {row["name"]: row["value"] for row in rows}

    def drop(self, name: str) -> None:
        """Nothing is noted there any more."""
        self._db.run("DELETE FROM notes WHERE name = :name", name=name)
