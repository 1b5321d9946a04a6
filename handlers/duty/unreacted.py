"""Who did not react to three matters in a row: the desk hears of it once, the public never."""

from __future__ import annotations

from domain.events import Event
from domain.matters.matter import Matter
from domain.people.person import Person, Role
from domain.phrases import phrase
from handlers.matters.accused import accused_of, its_desk
from handlers.matters.assigning import owner_name
from handlers.matters.cards import what_of
from handlers.matters.clocks import matter_of
from handlers.matters.nagging import may_nag
from handlers.matters.ports import MattersTransaction
from handlers.roles import able, holds
from handlers.speaking import Tap, send
from handlers.telling import tell
from handlers.texts.say import Several
from handlers.turn import Turn

IN_A_ROW = 3
TOLD = "told"


def climbed(turn: Turn[MattersTransaction], event: Event) -> None:
    """Follows MatterAssigned: nobody accepted it in time. One that is moved for another reason says nothing of her."""
    if event.facts["why"] != "late":
        return
    person, matter = turn.tx.people.get(str(event.facts["before"])), matter_of(turn, event.subject)
    if not holds(turn, person, Role.MEMBER) or not able(turn, person):
        return
    missed = (turn.tx.notes.get(_note(person.id)) or "").split()
    if TOLD in missed or matter.id in missed:
        return
    missed.append(matter.id)
    turn.tx.notes.set(_note(person.id), " ".join(missed if len(missed) < IN_A_ROW else (TOLD,)))
    if len(missed) >= IN_A_ROW:
        _tell_desk(turn, person, matter, [turn.tx.matters.get(id) for id in missed])


def accepted(turn: Turn[MattersTransaction], event: Event) -> None:
    """Follows MatterAccepted: whoever takes one is there."""
    if turn.tx.notes.get(_note(event.by)):
        turn.tx.notes.set(_note(event.by), "")


def _note(person_id: str) -> str:
    return f"unreacted:{person_id}"


def _tell_desk(turn: Turn[MattersTransaction], person: Person, last: Matter, missed: list[Matter]) -> None:
    """With the way to see where she serves, and her number; never to herself."""
    tell(turn, f"person:{person.id}", "MemberSilent", matters=" ".join(matter.id for matter in missed))
    named = [phrase("choice.named", no=matter.number, what=what_of(matter)) for matter in missed]
    lines = [phrase("choice.silent", member=owner_name(person), list=Several(tuple(named)))]
    posts = turn.tx.roster.of_person(person.id)
    phone = next((post.phone for post in posts if post.phone), person.phone)
    if phone:
        lines.append(phrase("choice.silent_phone", phone=phone))
    tap = Tap(phrase("choice.tap_roster"), f"see:{person.id}")
    out = {person.id, *(id for matter in missed for id in accused_of(turn, matter))}
    for coordinator in [other for other in its_desk(turn, last) if other.id not in out][:1]:
        send(
            turn, coordinator, *lines, taps=((tap,),), prompt="ro:", purpose="reminder",
            silent=not may_nag(turn, coordinator.id),
        )  # fmt: skip
