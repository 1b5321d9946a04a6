"""Two words for who is in despair, 我没事 and 我要人陪, passed on to whoever is called; a person still looks in."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.matters.danger import Danger, Sort
from domain.matters.draft import Draft
from domain.messages import Inbound, Reply
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.danger import ANSWERS, file_danger
from handlers.matters.ports import MattersTransaction
from handlers.matters.repeated_cries import alarm_of, goes_on
from handlers.matters.talking import Saying, from_resident
from handlers.speaking import voice_of
from handlers.turn import Turn

FINE, COMPANY = ANSWERS


def pressed(turn: Turn[MattersTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> Reply | None:
    """Said to her member in her own name; who wants company is never told that it is too late to.

    Raises NoLongerPossible where nobody is called any more who would have to hear that she is fine.
    """
    matter = alarm_of(turn, person, Sort.DESPAIR)
    if value not in ANSWERS or (matter is None and value == FINE):
        raise NoLongerPossible(value)
    words = voice_of(turn, person).say(phrase(f"despair.{value}"))
    if matter is None:
        alarm = Danger(Sort.DESPAIR, certain=True)
        file_danger(turn, person, Draft(turn.now, turn.now).with_words("", words, turn.now), alarm)
    else:
        if value == COMPANY:
            matter = goes_on(turn, person, matter, Sort.DESPAIR)
        from_resident(turn, person, matter, Saying(words))
    return Reply(voice_of(turn, person).say(phrase("despair.heard")))
