"""What each person does not want to be told of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from storage.statements import Statements
from storage.values import at_text, at_value


class Topics:
    def __init__(self, statements: Statements, now: datetime) -> None:
        self._db = statements
        self._now = now

    def unwanted(self, person_id: str) -> Mapping[str, datetime]:
        """Topics, or ALL among them, and since when."""
        rows = self._db.all(
            "SELECT topic, at FROM unwanted WHERE person_id = :person ORDER BY at, topic", person=person_id
        )
        return {row["topic"]: at_value(row["at"]) for row in rows}

    def choose(self, person_id: str, off: Collection[str]) -> None:
        """These and no others; what is off already keeps its instant."""
        before = self.unwanted(person_id)
        for topic in sorted(set(before) - set(off)):
            self._db.run(
                "DELETE FROM unwanted WHERE person_id = :person AND topic = :topic", person=person_id, topic=topic
            )
        for topic in sorted(set(off) - set(before)):
            self._db.run(
                "INSERT INTO unwanted (person_id, topic, at) VALUES (:person, :topic, :at)",
                person=person_id, topic=topic, at=at_text(self._now),
            )  # fmt: skip
