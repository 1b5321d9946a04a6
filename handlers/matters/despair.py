"""Two words for who is in despair, 我没事 and 我要人陪, passed on to whoever is called; a person still looks in."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.messages import Inbound, Reply
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.danger import ANSWERS, open_danger
from handlers.matters.ports import MattersTransaction
from handlers.matters.talking import Saying, from_resident
from handlers.speaking import voice_of
from handlers.turn import Turn


def pressed(turn: Turn[MattersTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> Reply | None:
    """Said to her member in her own name. Raises NoLongerPossible once nobody is being called any more."""
    matter = open_danger(turn, person)
    if matter is None or value not in ANSWERS:
        raise NoLongerPossible(value)
    from_resident(turn, person, matter, Saying(voice_of(turn, person).say(phrase(f"despair.{value}"))))
    return Reply(voice_of(turn, person).say(phrase("despair.heard")))
