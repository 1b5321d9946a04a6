"""Spreadsheets of the lists that wait for a yes, and what became of each of their entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from domain.errors import NotFound
from domain.listening.entry import Entry, Given, Row, Sort, Why
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
            "INSERT INTO sheets (id, person_id, given_at, entries) VALUES (:id, :person, :at, :entries)",
            id=given.id, person=given.person_id, at=at_text(given.given_at),
            entries=json_text([asdict(entry) for entry in entries]),
        )  # fmt: skip

    def get(self, sheet_id: str) -> Given:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one(
            "SELECT id, person_id, given_at, taken_at FROM sheets WHERE id = :id FOR UPDATE", id=sheet_id
        )
        if row is None:
            raise NotFound(f"sheet {sheet_id}")
        return Given(row["id"], row["person_id"], at_value(row["given_at"]), at_value_or_none(row["taken_at"]))

    def take(self, sheet_id: str, at: datetime) -> None:
        self._db.run("UPDATE sheets SET taken_at = :at WHERE id = :id", at=at_text(at), id=sheet_id)

    def rows(self, sheet_id: str) -> Sequence[Row]:
        """None of a sheet that is no more."""
        sheet = self._db.one("SELECT entries FROM sheets WHERE id = :id", id=sheet_id)
        settled = self._db.all("SELECT number, outcome FROM sheet_outcomes WHERE sheet_id = :id", id=sheet_id)
        outcomes = {row["number"]: row["outcome"] for row in settled}
        entries = json_value(sheet["entries"]) if sheet else ()
        return [_row(number, said, outcomes.get(number, "")) for number, said in enumerate(entries)]

    def settle(self, sheet_id: str, number: int, why: Why | None = None) -> None:
        """It is taken; with `why`, left out. Raises NotFound where the sheet is no more."""
        self._db.run(
            """
            INSERT INTO sheet_outcomes (sheet_id, number, person_id, outcome)
            VALUES (:id, :number, :person, :outcome)
            """,
            id=sheet_id, number=number, person=self.get(sheet_id).person_id, outcome=why.value if why else _TAKEN,
        )  # fmt: skip

    def drop(self, sheet_id: str) -> None:
        self._db.run("DELETE FROM sheet_outcomes WHERE sheet_id = :id", id=sheet_id)
        self._db.run("DELETE FROM sheets WHERE id = :id", id=sheet_id)


def _row(number: int, said: Mapping[str, Any], outcome: str) -> Row:
    entry = Entry(**{**said, "sort": Sort(said["sort"])})
    return Row(number, entry, outcome == _TAKEN, Why(outcome) if outcome not in ("", _TAKEN) else None)
