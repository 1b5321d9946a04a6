"""A leave is over: what she handed on for it and nobody has taken meanwhile is offered to her again beside them."""

from __future__ import annotations

import json
from datetime import datetime

from domain.matters.matter import State
from domain.open import Due
from domain.people.person import Person
from handlers.matters.going import move_all, moving
from handlers.matters.member_card import show_member
from handlers.matters.nagging import may_nag
from handlers.matters.owners import must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.roles import able
from handlers.telling import tell
from handlers.turn import Turn

OVER = "leave_over"
UNTAKEN = ("leave", "late")
"""How a matter came to whoever is asked now, when nobody has had it in hand since she rests."""


def hand_over(turn: Turn[MattersTransaction], person: Person) -> None:
    """All that others go on with while she rests."""
    noted = [*_noted(turn, person), *(matter.id for matter in moving(turn, person, "leave"))]
    turn.tx.notes.set(_note(person), json.dumps(noted))
    move_all(turn, person, "leave")


def plan_end(turn: Turn[MattersTransaction], person: Person, at: datetime) -> None:
    turn.tx.schedule.add(Due(OVER, f"person:{person.id}", at.isoformat(), at))


def over(turn: Turn[MattersTransaction], person: Person) -> None:
    """Nothing, as long as she rests on."""
    if not able(turn, person):
        return
    for matter in [turn.tx.matters.get(matter_id) for matter_id in dict.fromkeys(_noted(turn, person))]:
        untaken = matter.state is State.WAITING and matter.came in UNTAKEN
        if not untaken or person.id in {*turn.tx.asked.of(matter.id), *must_not_have(turn, matter)}:
            continue
        turn.tx.asked.add(matter.id, person.id)
        tell(turn, matter.subject, "OwnerAsked", owner=person.id)
        show_member(turn, matter, person, ring=True, silent=not may_nag(turn, person.id))
    turn.tx.notes.set(_note(person), "[]")


def _noted(turn: Turn[MattersTransaction], person: Person) -> list[str]:
    noted: list[str] = json.loads(turn.tx.notes.get(_note(person)) or "[]")
    return noted


def _note(person: Person) -> str:
    return f"handed_on:{person.id}"
