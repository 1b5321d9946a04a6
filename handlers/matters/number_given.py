"""The resident's number, once she has given it: one tap shows it to whom it is for, and each look is an event."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.matters.matter import Matter, Tier
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.accused import accused_of
from handlers.matters.assigning import resident_name
from handlers.matters.ports import MattersTransaction
from handlers.speaking import Rows, Tap, send
from handlers.telling import tell
from handlers.turn import Turn

SEEN = "PhoneSeen"


def was_given_to(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> bool:
    """For the one owner she said yes to, as long as there is something to ring about; never for whom it accuses."""
    given = matter.show_phone and matter.owner_id == person.id and matter.open
    return given and person.id not in accused_of(turn, matter)


def stands_on_card(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> bool:
    """In danger nobody should have to tap first."""
    return matter.tier is Tier.DANGER and was_given_to(turn, matter, person)


def number_lines(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> list[Phrase]:
    return [phrase("card.phone", phone=_number(turn, matter))] if stands_on_card(turn, matter, person) else []


def number_taps(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> Rows:
    """Everywhere else it is shown when she wants to ring, and not whenever the card is."""
    tapped = matter.tier is not Tier.DANGER and was_given_to(turn, matter, person)
    return ((Tap(phrase("tap.phone"), "phone"),),) if tapped else ()


def show_given_number(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """看号码. Raises NoLongerPossible when it was for somebody else, or nobody has anything to ring about any more."""
    if not was_given_to(turn, matter, person):
        raise NoLongerPossible(f"the number of {matter.id}")
    seen(turn, matter, person)
    words = phrase("member.phone", resident=resident_name(turn, matter), phone=_number(turn, matter), no=matter.number)
    send(turn, person, words, about=matter.subject, silent=True)


def seen(turn: Turn[MattersTransaction], matter: Matter, person: Person) -> None:
    tell(turn, matter.subject, SEEN, by=person.id)


def _number(turn: Turn[MattersTransaction], matter: Matter) -> str:
    return turn.tx.people.get(matter.reporter_id).phone
