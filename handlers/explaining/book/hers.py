"""The entries that somebody wrote or proposed, for her copy."""

from __future__ import annotations

from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.words import title_of
from handlers.turn import Besides, Turn

NAME = "entries"
"""The key in the file for programs."""


def of_hers(turn: Turn[BookTransaction], person: Person) -> Besides:
    found = turn.tx.entries.by(person.id)
    return Besides(
        NAME,
        phrase("book.hers"),
        [(entry.changed_at, phrase("book.hers_line", title=title_of(entry), answer=entry.answer)) for entry in found],
        [
            {"number": entry.number, "question": entry.question, "answer": entry.answer, "state": entry.state.value,
             "changed_at": entry.changed_at.isoformat()}
            for entry in found
        ],
    )  # fmt: skip
