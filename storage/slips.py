"""Slips by which residents claim what was reported for them; a code is kept as its hash."""

from __future__ import annotations

from domain.listening.slip import Slip
from storage.statements import Statements
from storage.values import at_text, at_value


class Slips:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, slip: Slip) -> None:
        self._db.run(
            """
            INSERT INTO slips (code_hash, matter_id, by_id, made_at, claimed_by) VALUES (:code, :matter, :by, :at, '')
            """,
            code=slip.code_hash, matter=slip.matter_id, by=slip.by_id, at=at_text(slip.made_at),
        )  # fmt: skip

    def find(self, code_hash: str) -> Slip | None:
        """Nobody else uses it until this transaction ends."""
        row = self._db.one("SELECT * FROM slips WHERE code_hash = :code FOR UPDATE", code=code_hash)
        if row is None:
            return None
        return Slip(row["code_hash"], row["matter_id"], row["by_id"], at_value(row["made_at"]), row["claimed_by"])

    def claim(self, matter_id: str, person_id: str) -> None:
        """All slips of the matter have done their work."""
        self._db.run(
            "UPDATE slips SET claimed_by = :person WHERE matter_id = :matter AND claimed_by = ''",
            matter=matter_id, person=person_id,
        )  # fmt: skip
