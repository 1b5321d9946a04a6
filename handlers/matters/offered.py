"""What other families offer to do with a matter."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.matters.matter import Matter
from domain.people.person import Person
from handlers.matters.ports import MattersTransaction
from handlers.turn import Turn


def with_others(turn: Turn[MattersTransaction], person: Person, matter: Matter, *, ended: bool = False) -> list[str]:
    """As options; `ended`: what stands on the card of a matter that has ended."""
    offers = turn.house.with_matter.items()
    return [option for option, offer in offers if offer.ended is ended and offer.may(turn, person, matter)]


def begin_offered(turn: Turn[MattersTransaction], person: Person, matter: Matter, option: str) -> None:
    """By the button on the card of a matter that has ended. Raises NoLongerPossible."""
    if matter.open or option not in with_others(turn, person, matter, ended=True):
        raise NoLongerPossible(option)
    turn.house.with_matter[option].begin(turn, person, matter)
