"""Names and matters as the stage speaks of them, in both languages at once."""

from __future__ import annotations

from collections.abc import Mapping

from bot.demo.people import LANGUAGES
from bot.demo.stories import Pair
from domain.matters.matter import Matter
from domain.people.person import Person
from domain.phrases import Phrase
from handlers.matters.assigning import resident_name
from handlers.matters.cards import what_of
from handlers.matters.ports import MattersTransaction
from handlers.texts.say import Named, Voice
from handlers.turn import Turn


def name_of(turn: Turn[MattersTransaction], person_id: str) -> Pair:
    person: Person = turn.tx.people.get(person_id)
    return person.name, person.called("en")


def about(turn: Turn[MattersTransaction], matter: Matter) -> dict[str, Pair]:
    """What the stage's lines may say of a matter: no, what, owner, resident."""
    return {
        "no": (matter.number, matter.number),
        "what": _both(turn, what_of(matter)),
        "owner": name_of(turn, matter.owner_id),
        "resident": _both(turn, resident_name(turn, matter)),
    }


def worded(text: Pair, values: Mapping[str, Pair]) -> dict[str, str]:
    """The line for the page: {"zh": …, "en": …}."""
    return {
        language: text[which].format_map({name: pair[which] for name, pair in values.items()})
        for which, language in enumerate(LANGUAGES)
    }


def _both(turn: Turn[MattersTransaction], value: object) -> Pair:
    match value:
        case Phrase():
            zh, en = (Voice(language, turn.now, turn.house.zone).say(value) for language in LANGUAGES)
            return zh, en
        case Named():
            return value.name, value.name_en or value.name
        case _:
            return str(value), str(value)
