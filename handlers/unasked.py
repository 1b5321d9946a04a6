"""What is sent unasked to many: the button to get fewer of its sort, and whether somebody wants a sort at all."""

from __future__ import annotations

from typing import Any

from domain.explaining.topics import Topic, wants_one
from domain.people.person import Person
from domain.phrases import phrase
from handlers.speaking import Rows, Tap
from handlers.turn import Turn

PROMPT = "topics:"
"""Of the buttons with which somebody chooses what she is told."""
OPEN = "open"
"""The value of the button that opens all of her choices."""


def less(about: str) -> tuple[str, Rows]:
    """A block of buttons for the end of a letter; `about` is what it speaks of ("question:<id>").

    Its family says in `topics_of` which topics that has.
    """
    return PROMPT, ((Tap(phrase("topics.tap_less"), f"less:{about}"),),)


def wanted(turn: Turn[Any], person: Person, *topics: Topic) -> bool:
    return wants_one(turn.tx.topics.unwanted(person.id), topics)
