"""Who lends a hand with a matter, as its people read it."""

from __future__ import annotations

from collections.abc import Sequence

from domain.duty.helping import Helper, HelpState
from domain.matters.kinds import private
from domain.matters.matter import Matter, State
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import Right
from handlers.matters.assigning import owner_name
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import may
from handlers.speaking import Rows, Tap
from handlers.texts.say import Several
from handlers.turn import Turn

COLLEAGUE = "colleague"
"""The role of what lead and helper say to each other: no resident, and no office outside, reads it."""


def may_be_helped(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> bool:
    """Its owner may ask, or its desk. What is about a person stays with one; that goes to somebody who mediates."""
    hers = may(turn, person, matter, Right.CALL)
    return hers and matter.state is State.TAKEN and not matter.joined and not private(matter)


def in_state(helpers: Sequence[Helper], *states: HelpState) -> list[Helper]:
    return [helper for helper in helpers if helper.state in states]


def names_of(turn: Turn[MattersTransaction], helpers: Sequence[Helper]) -> Several:
    return Several(tuple(owner_name(turn.tx.people.get(helper.person_id)) for helper in helpers))


def speaks_of(turn: Turn[MattersTransaction], person: Person) -> list[Matter]:
    """What she has in hand or helps with, and may speak of with a resident."""
    helping = in_state(turn.tx.helpers.of_person(person.id), HelpState.HELPING)
    matters = [turn.tx.matters.get(helper.matter_id) for helper in helping]
    return [*turn.tx.matters.of_owner(person.id), *(matter for matter in matters if matter.in_hand)]


# ---- on the cards --------------------------------------------------------------------------------------------------


def help_lines(turn: Turn[MattersTransaction], matter: Matter, reader: Person) -> list[Phrase]:
    """For the card of whoever works on it: who helps, and how many have not answered yet."""
    if not matter.in_hand:
        return []
    helpers = turn.tx.helpers.of(matter.id)
    busy = [helper for helper in in_state(helpers, HelpState.HELPING) if helper.person_id != reader.id]
    asked = in_state(helpers, HelpState.ASKED)
    lines = [phrase("help.card", people=names_of(turn, busy))] if busy else []
    if asked and reader.id == matter.owner_id:
        lines.append(phrase("help.card_asked", n=len(asked)))
    return lines


def resident_help_lines(turn: Turn[MattersTransaction], matter: Matter) -> list[Phrase]:
    """For the resident's card: a stranger may knock at her door."""
    busy = in_state(turn.tx.helpers.of(matter.id), HelpState.HELPING) if matter.state is State.TAKEN else []
    return [phrase("help.card_resident", people=names_of(turn, busy))] if busy else []


def helper_state(turn: Turn[MattersTransaction], matter: Matter, reader: Person) -> Phrase | None:
    """How it stands for somebody who helps; None for anybody else, and once it is over."""
    helper = turn.tx.helpers.get(matter.id, reader.id)
    if helper is None or not matter.in_hand or reader.id == matter.owner_id:
        return None
    lead = owner_name(turn.tx.people.get(matter.owner_id))
    if helper.state is HelpState.HELPING:
        return phrase("help.yours", lead=lead)
    return phrase("help.yours_done", lead=lead) if helper.state is HelpState.DONE else None


def helper_taps(turn: Turn[MattersTransaction], matter: Matter, reader: Person) -> Rows:
    helper = turn.tx.helpers.get(matter.id, reader.id)
    if helper is None or not matter.in_hand:
        return ()
    if helper.state is HelpState.HELPING:
        return ((Tap(phrase("help.tap_done"), "help_done"), Tap(phrase("help.tap_left"), "help_left")),)
    return ((Tap(phrase("help.tap_again"), "help_again"),),) if helper.state is HelpState.DONE else ()
