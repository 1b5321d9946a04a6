"""Mailings: how far each has come, and who comes next."""

from __future__ import annotations

from collections.abc import Sequence

from domain.errors import NotFound
from domain.mailing import Mailing, Stage
from storage.statements import Row, Statements


class Mailings:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, mailing: Mailing) -> None:
        self._db.run(
            """
            INSERT INTO mailings (id, kind, about, stage, cursor, reached)
            VALUES (:id, :kind, :about, :stage, :cursor, :reached)
            """,
            id=mailing.id, kind=mailing.kind, about=mailing.about, stage=mailing.stage.value,
            cursor=mailing.cursor, reached=mailing.reached,
        )  # fmt: skip

    def get(self, mailing_id: str) -> Mailing:
        """Nobody else changes it until this transaction ends. Raises NotFound."""
        row = self._db.one("SELECT * FROM mailings WHERE id = :id FOR UPDATE", id=mailing_id)
        if row is None:
            raise NotFound(f"mailing {mailing_id}")
        return _mailing(row)

    def save(self, mailing: Mailing) -> None:
        self._db.run(
            "UPDATE mailings SET stage = :stage, cursor = :cursor, reached = :reached WHERE id = :id",
            stage=mailing.stage.value, cursor=mailing.cursor, reached=mailing.reached, id=mailing.id,
        )  # fmt: skip

    def going(self) -> Sequence[Mailing]:
        return [_mailing(row) for row in self._db.all("SELECT * FROM mailings WHERE stage = 'going' ORDER BY id")]

    def everybody(self, after: str, limit: int) -> Sequence[str]:
        """Ids of people who can be reached, in order, those after `after`."""
        rows = self._db.all(
            """
            SELECT id FROM people
            WHERE id > :after AND EXISTS (SELECT 1 FROM addresses WHERE person_id = people.id AND blocked = 0)
            ORDER BY id LIMIT :limit
            """,
            after=after, limit=limit,
        )  # fmt: skip
        return [row["id"] for row in rows]


def _mailing(row: Row) -> Mailing:
    return Mailing(row["id"], row["kind"], row["about"], Stage(row["stage"]), row["cursor"], row["reached"])
