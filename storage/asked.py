"""Who holds a live card of a matter and may accept it."""

from __future__ import annotations

from collections.abc import Sequence

from storage.statements import Statements


class Asked:
    def __init__(self, statements: Statements) -> None:
        self._db = statements

    def add(self, matter_id: str, person_id: str) -> None:
        self._db.run(
            """
            INSERT INTO asked (matter_id, person_id) VALUES (:matter, :person)
            ON CONFLICT (matter_id, person_id) DO NOTHING
            """,
            matter=matter_id, person=person_id,
        )  # fmt: skip

    def of(self, matter_id: str) -> Sequence[str]:
        """In the order in which they were asked."""
        rows = self._db.all("SELECT person_id FROM asked WHERE matter_id = :matter ORDER BY number", matter=matter_id)
        return [row["person_id"] for row in rows]

    def clear(self, matter_id: str) -> None:
        self._db.run("DELETE FROM asked WHERE matter_id = :matter", matter=matter_id)

    def forget(self, person_id: str) -> None:
        """This person may take none of them any more."""
        self._db.run("DELETE FROM asked WHERE person_id = :person", person=person_id)

    def of_person(self, person_id: str) -> Sequence[str]:
        """Ids of the matters that wait for somebody to accept them, the first asked first."""
        rows = self._db.all(
            """
            SELECT asked.matter_id FROM asked JOIN matters ON matters.id = asked.matter_id
            WHERE asked.person_id = :person AND matters.state = 'waiting' ORDER BY asked.number
            """,
            person=person_id,
        )
        return [row["matter_id"] for row in rows]
