"""An unsteady finger presses the same button of a question twice: the first press did it, the second says nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from domain.messages import Choice, Inbound
from domain.people.person import Person
from handlers.turn import Turn

WITHIN = timedelta(seconds=5)


def remember_tap(turn: Turn[Any], person: Person, inbound: Inbound) -> None:
    turn.tx.notes.set(f"tap:{person.id}", f"{inbound.part(Choice)} {turn.now.isoformat()}")


def tapped_twice(turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
    pressed, _, at = (turn.tx.notes.get(f"tap:{person.id}") or "").rpartition(" ")
    return pressed == str(inbound.part(Choice)) and turn.now - datetime.fromisoformat(at) < WITHIN
