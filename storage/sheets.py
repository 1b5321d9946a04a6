"""Spreadsheets of the lists that wait for a yes, entry by entry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from domain.errors import NotFound
from domain.listening.entry import Entry, Given, Row, Sort, Why
from storage.statements import Row as Stored
from storage.statements import Statements
from storage.values import at_text, at_value, at_value_or_none, json_text, json_value

_TAKEN = "taken"


class Sheets:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, given: Given, entries: Sequence[Entry]) -> None:
        """Instead of the one of the same person that still waits; one that is being taken is left alone."""
        waiting = self._db.all(
            "SELECT id FROM sheets WHERE person_id = :person AND taken_at IS NULL", person=given.person_id
        )
        for each in waiting:
            self.drop(each["id"])
        self._db.run(
            "INSERT INTO sheets (id, person_id, given_at) VALUES (:id, :person, :at)",
            id=given.id, person=given.person_id, at=at_text(given.given_at),
        )  # fmt: skip
        for number, entry in enumerate(entries):
            self._db.run(
                """
                INSERT INTO sheet_entries (sheet_id, number, person_id, entry, outcome)
                VALUES (:sheet, :number, :person, :entry, '')
                """,
                sheet=given.id, number=number, person=given.person_id, entry=json_text(asdict(entry)),
            )  # fmt: skip

    def get(self, sheet_id: str) -> Given:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one("SELECT * FROM sheets WHERE id = :id FOR UPDATE", id=sheet_id)
        if row is None:
            raise NotFound(f"sheet {sheet_id}")
        return Given(row["id"], row["person_id"], at_value(row["given_at"]), at_value_or_none(row["taken_at"]))

    def take(self, sheet_id: str, at: datetime) -> None:
        self._db.run("UPDATE sheets SET taken_at = :at WHERE id = :id", at=at_text(at), id=sheet_id)

    def rows(self, sheet_id: str) -> Sequence[Row]:
        rows = self._db.all("SELECT * FROM sheet_entries WHERE sheet_id = :id ORDER BY number", id=sheet_id)
        return [_row(row) for row in rows]

    def next(self, sheet_id: str) -> Row | None:
        """The first about which nothing is settled yet."""
        row = self._db.one(
            "SELECT * FROM sheet_entries WHERE sheet_id = :id AND outcome = '' ORDER BY number LIMIT 1", id=sheet_id
        )
        return _row(row) if row else None

    def settle(self, sheet_id: str, number: int, why: Why | None = None) -> None:
        """It is taken; with `why`, left out."""
        self._db.run(
            "UPDATE sheet_entries SET outcome = :outcome WHERE sheet_id = :id AND number = :number",
            outcome=why.value if why else _TAKEN, id=sheet_id, number=number,
        )  # fmt: skip

    def drop(self, sheet_id: str) -> None:
        self._db.run("DELETE FROM sheet_entries WHERE sheet_id = :id", id=sheet_id)
        self._db.run("DELETE FROM sheets WHERE id = :id", id=sheet_id)


def _row(row: Stored) -> Row:
    said = json_value(row["entry"])
    entry = Entry(**{**said, "sort": Sort(said["sort"])})
    outcome = row["outcome"]
    return Row(row["number"], entry, outcome == _TAKEN, Why(outcome) if outcome not in ("", _TAKEN) else None)
