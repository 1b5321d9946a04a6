"""我与这事有关, 换个人: either side would rather not, the next has it, and nobody is told why."""

from __future__ import annotations

from domain.duty.choosing import USUAL
from domain.errors import NoLongerPossible
from domain.matters.matter import Act, Matter, Tier
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question
from handlers.matters.accused import its_desk
from handlers.matters.assigning import assign, owner_name
from handlers.matters.cards import owner_of, what_of
from handlers.matters.going import next_able
from handlers.matters.member_card import show_member
from handlers.matters.owners import Chosen, about, desk_owner, must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.roles import able
from handlers.speaking import send
from handlers.turn import Turn

MEMBER, RESIDENT = "member", "resident"
MOST_CHANGES = 2
"""So often a resident gets another member; after that the desk has it itself."""


# ---- the member ----------------------------------------------------------------------------------------------------


def declined(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """She never gets it again, unless nobody else can act at all. Raises NoLongerPossible."""
    if not matter.can(Act.ASSIGN):
        raise NoLongerPossible("declined")
    turn.tx.excluded.add(matter.id, person.id, MEMBER, turn.now)
    if matter.owner_id != person.id:  # only asked besides the owner
        _not_asked(turn, matter, person)
        to = owner_of(turn, matter)
    else:
        next_one = next_able(turn, person, matter)
        to = next_one.person
        if to.id == person.id or not able(turn, to):
            _nobody_else(turn, person, matter)
            return
        assign(turn, matter, to, by=person.id, why="declined", because=next_one.reason)
    send(turn, person, phrase("choice.declined", no=matter.number, member=owner_name(to)), about=matter.subject)


def _not_asked(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> None:
    asked = [id for id in turn.tx.asked.of(matter.id) if id != person.id]
    turn.tx.asked.clear(matter.id)
    for id in asked:
        turn.tx.asked.add(matter.id, id)
    show_member(turn, matter, person)


def _nobody_else(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    words = phrase(
        "choice.nobody_else", no=matter.number, member=owner_name(owner_of(turn, matter)), desk=turn.house.contacts.desk
    )
    send(turn, person, words, about=matter.subject)


# ---- the resident --------------------------------------------------------------------------------------------------


def may_change(turn: Turn[MattersTransaction], matter: Matter) -> bool:
    """Whether she may still ask for somebody else; in danger whoever comes first comes."""
    free = matter.in_hand and not matter.joined and matter.tier is not Tier.DANGER
    return free and _changed(turn, matter) <= MOST_CHANGES


def _changed(turn: Turn[MattersTransaction], matter: Matter) -> int:
    return list(turn.tx.excluded.of(matter.id).values()).count(RESIDENT)


def sure_to_change(turn: Turn[MattersTransaction], matter: Matter) -> Asking:
    """Ends in "yes" or "no"."""
    options = (Option("yes", phrase("mine.change_yes")), Option("no", phrase("mine.change_no")))
    words = phrase("mine.change_sure", no=matter.number, member=owner_name(owner_of(turn, matter)))
    return (yield Question("change", (words,), options, rows=(2,)))


def change(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Somebody else has it; the desk hears so without a ring. Raises NoLongerPossible."""
    if not may_change(turn, matter):
        raise NoLongerPossible("change")
    before, to = owner_of(turn, matter), _instead(turn, matter)
    if to.person.id == before.id or not able(turn, to.person):
        _nobody_else(turn, person, matter)
        return
    turn.tx.excluded.add(matter.id, before.id, RESIDENT, turn.now)
    assign(turn, matter, to.person, by=person.id, why="changed", because=to.reason)
    words = phrase(
        "desk.changed", no=matter.number, what=what_of(matter), before=owner_name(before), after=owner_name(to.person)
    )
    out = {before.id, to.person.id, *must_not_have(turn, matter)}
    for coordinator in [other for other in its_desk(turn, matter) if other.id not in out][:1]:
        send(turn, coordinator, words, about=matter.subject, silent=True)


def _instead(turn: Turn[MattersTransaction], matter: Matter) -> Chosen:
    if _changed(turn, matter) < MOST_CHANGES:
        return next_able(turn, owner_of(turn, matter), matter)
    of = about(turn, matter, matter.owner_id)
    return Chosen(desk_owner(turn, of), USUAL)
