"""The words of a printed slip: whatever is on it may lie on a table for anybody to read."""

from __future__ import annotations

from datetime import datetime

from domain.listening.slip import LIFE, PREFIX, Page, spoken
from domain.matters.kinds import kind_of
from domain.matters.matter import Matter
from domain.people.person import Person
from domain.phrases import phrase
from handlers.listening.visits.ports import VisitsTransaction
from handlers.matters.assigning import owner_name
from handlers.texts.say import Day, ShortDay, Voice
from handlers.turn import Turn

STEPS = ("scan", "send", "yes")


def page_of(turn: Turn[VisitsTransaction], giver: Person, matter: Matter, code: str, now: datetime) -> Page:
    """In the language of the house; of what it is about no more than its kind."""
    voice = Voice(turn.house.language, now, turn.house.zone, dated=True)
    until = Day((now + LIFE).astimezone(turn.house.zone).date())
    kind = phrase(kind_of(matter.kind).name_key)
    about = phrase("slip.page_about", member=owner_name(giver), kind=kind, day=ShortDay(matter.filed_on))
    foot = (phrase("slip.page_foot"), phrase("slip.page_until", until=until, desk=turn.house.contacts.desk))
    return Page(
        voice.language, voice.say(phrase("slip.page_title")), voice.say(phrase("slip.page_number", no=matter.number)),
        voice.say(about), spoken(code), f"{turn.house.bot_link}{PREFIX}{code}",
        tuple(voice.say(phrase(f"slip.page_{step}", code=spoken(code))) for step in STEPS),
        tuple(voice.say(line) for line in foot),
    )  # fmt: skip
