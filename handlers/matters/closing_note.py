"""The member's note that an end is written down: for two minutes it can be taken back there."""

from __future__ import annotations

from typing import Any

from domain.matters.matter import Matter
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.cards import prompt_of
from handlers.speaking import Tap, send
from handlers.turn import Turn


def closing_key(matter: Matter) -> str:
    return f"closing:{matter.id}"


def note_end(turn: Turn[Any], person: Person, matter: Matter, words: Phrase) -> None:
    send(
        turn, person, words, taps=((Tap(phrase("tap.undo"), "undo"),),), prompt=prompt_of(matter),
        key=closing_key(matter), about=matter.subject, silent=True,
    )  # fmt: skip
