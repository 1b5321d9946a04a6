"""What is said of a notice wherever it stands: its kind, its first line, how it stands, how far it came."""

from __future__ import annotations

from typing import Any

from domain.explaining.notice import Delivery, Notice, NoticeQuestion, first_line
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.rights import may_at
from handlers.roles import able, at_desk, desk_for
from handlers.texts.say import Named, ShortDay
from handlers.turn import Turn

PROMPT, LETTER, CARD = "notice:", "nt:", "nq:"
"""Of a notice's page at the desk, of the notice itself, and of the card with a question about it."""


def kind_of(notice: Notice) -> Phrase:
    return phrase(f"notices.kind_{notice.kind.value}")


def line_of(notice: Notice) -> object:
    """Its first words, or what it shows where it has none."""
    if notice.text:
        return first_line(notice.text)
    return phrase("notices.shown") if notice.media else phrase("lists.erased")


def may_tell(turn: Turn[Any], person: Person, area_id: str) -> bool:
    return may_at(turn, person, area_id, AreaRight.TELL_AREA)


def name_of(person: Person) -> object:
    """Of whoever asks, as a desk reads it."""
    return Named(person.name, person.name_en) if person.name else phrase("who.resident")


def asked_words(question: NoticeQuestion) -> object:
    """Its first words, or that there are none."""
    return first_line(question.words) or phrase("told.media" if question.media else "notices.without_words")


def asker_of(turn: Turn[NoticesTransaction], question: NoticeQuestion) -> object:
    """Whoever asked it, or that nobody knows any more."""
    return name_of(turn.tx.people.get(question.person_id)) if question.person_id else phrase("who.resident")


def answers_for(turn: Turn[NoticesTransaction], notice: Notice) -> Person:
    """Who is to answer what is asked about it: its author; where she cannot, its desk, or the next one above."""
    author: Person = turn.tx.people.get(notice.author_id)
    if able(turn, author) and may_tell(turn, author, notice.area_id):
        return author
    there = [*at_desk(turn, notice.desk_id), *desk_for(turn, notice.area_id)]
    return there[0] if there else author


def stands(turn: Turn[NoticesTransaction], notice: Notice) -> Phrase:
    if notice.withdrawn:
        return phrase("notices.is_withdrawn")
    over = turn.today > notice.until_on
    return phrase("notices.is_over" if over else "notices.is_out", day=ShortDay(notice.until_on))


def came(delivery: Delivery) -> list[Phrase]:
    """How far it came, in figures that say what they mean."""
    lines = [phrase("notices.sent", n=delivery.sent)]
    if delivery.missed:
        lines.append(phrase("notices.missed", n=delivery.missed))
    if delivery.unknown:
        lines.append(phrase("notices.unknown", n=delivery.unknown))
    if delivery.unwanted:
        lines.append(phrase("notices.unwanted", n=delivery.unwanted))
    return lines
