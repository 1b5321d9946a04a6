"""What would come again and again on one day stands in one message that grows: an edit rings no telephone."""

from __future__ import annotations

from typing import Any

from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase
from handlers.speaking import Rows, send
from handlers.turn import Turn


def of_today(turn: Turn[Any], name: str, item: str) -> list[str]:
    """What was noted today under this name, oldest first, and the item with it. Items hold no spaces and no words."""
    today = turn.today.isoformat()
    day, *before = (turn.tx.notes.get(name) or today).split()
    items = [*(before if day == today else ()), item]
    turn.tx.notes.set(name, " ".join([today, *items]))
    return items


def send_growing(
    turn: Turn[Any], to: Person, words: Phrase, name: str, about: str, *, first: bool, ring: bool = False,
    taps: Rows = (), prompt: str = "",
) -> None:  # fmt: skip
    """Sends the day's message with its `first` item, and changes it with every other; only the first may ring."""
    send(
        turn, to, words, taps=taps, prompt=prompt, op=Op.SEND if first else Op.UPDATE,
        key=f"{name}:{turn.today.isoformat()}", about=about, silent=not (first and ring),
    )  # fmt: skip
