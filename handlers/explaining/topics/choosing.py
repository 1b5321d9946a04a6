"""What somebody chose is kept, and that she did is an event."""

from __future__ import annotations

from collections.abc import Collection

from domain.people.person import Person
from handlers.explaining.topics.ports import TopicsTransaction
from handlers.telling import tell
from handlers.turn import Turn


def off_of(turn: Turn[TopicsTransaction], person: Person) -> frozenset[str]:
    return frozenset(turn.tx.topics.unwanted(person.id))


def choose(turn: Turn[TopicsTransaction], person: Person, off: Collection[str]) -> None:
    """A second tap on the same button changes nothing."""
    if off_of(turn, person) != frozenset(off):
        turn.tx.topics.choose(person.id, off)
        tell(turn, f"person:{person.id}", "TopicsChosen", by=person.id, off=" ".join(sorted(off)))
