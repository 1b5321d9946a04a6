"""交上一级, 退回网格: a matter goes a rung up or back down with a reason; the resident hears who has it, not why."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.matters.matter import Act, Matter
from domain.matters.reasons import DOWN, UP
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Script
from handlers.matters.assigning import assign, owner_name
from handlers.matters.ladder import grid_rung, head_of, next_rung
from handlers.matters.ports import MattersTransaction
from handlers.matters.reasons import ask_reason, kept
from handlers.matters.rights import must_be_at_its_desk, must_work_on
from handlers.matters.whom import named
from handlers.roles import Rung
from handlers.speaking import send
from handlers.turn import Turn

CAME_UP = "up"


def may_go_up(turn: Turn[MattersTransaction], matter: Matter) -> bool:
    return matter.can(Act.ASSIGN) and next_rung(turn, matter) is not None


def may_go_down(turn: Turn[MattersTransaction], matter: Matter) -> bool:
    """Only what somebody below handed up; anything else a desk gives to whom it likes."""
    return matter.can(Act.ASSIGN) and matter.came == CAME_UP and grid_rung(turn, matter) is not None


def ask_up(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the reason. Raises NoLongerPossible at the top."""
    matter = turn.tx.matters.get(dialog.subject)
    rung = _still(next_rung(turn, matter))
    words = phrase("ladder.up_why", no=matter.number, area=named(rung.area), member=owner_name(head_of(turn, rung)))
    return (yield from ask_reason(words, UP))


def hand_up(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, reason: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    _pass(turn, person, matter, head_of(turn, _still(next_rung(turn, matter))), CAME_UP, reason)


def ask_down(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the reason. Raises NoLongerPossible when there is nobody below."""
    matter = turn.tx.matters.get(dialog.subject)
    to = _whose_it_was(turn, matter)
    return (yield from ask_reason(phrase("ladder.down_why", no=matter.number, member=owner_name(to)), DOWN))


def hand_down(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, reason: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    must_be_at_its_desk(turn, person, matter)
    _pass(turn, person, matter, _whose_it_was(turn, matter), "down", reason)


def _whose_it_was(turn: Turn[MattersTransaction], matter: Matter) -> Person:
    """Who had it last of those on the rung below, else whoever is asked first there."""
    there = _still(grid_rung(turn, matter)).people
    had = [str(e.facts["before"]) for e in turn.tx.events.of(matter.subject) if e.type == "MatterAssigned"]
    ids = {person.id: person for person in there}
    return next((ids[person_id] for person_id in reversed(had) if person_id in ids), there[0])


def _pass(turn: Turn[MattersTransaction], person: Person, matter: Matter, to: Person, why: str, reason: str) -> None:
    if not matter.can(Act.ASSIGN):
        raise NoLongerPossible(why)
    assign(turn, matter, to, by=person.id, why=why, reason=kept(turn, matter, person, reason))
    send(turn, person, phrase("hand.done", no=matter.number, member=owner_name(to)), about=matter.subject)


def _still(rung: Rung | None) -> Rung:
    if rung is None:
        raise NoLongerPossible("no rung there")
    return rung


HAND_UP = Script("hand_up", ask_up, hand_up)
HAND_DOWN = Script("hand_down", ask_down, hand_down)
