"""What is said of an entry wherever it stands: its title, its answer, where that is from and how fresh it is."""

from __future__ import annotations

from domain.explaining.entry import Entry
from domain.matters.kinds import KINDS, kind_of
from domain.phrases import Phrase, phrase
from handlers.areas import area_name
from handlers.explaining.book.ports import BookTransaction
from handlers.matters.assigning import owner_name
from handlers.speaking import Line, Strong
from handlers.texts.say import Several, ShortDay
from handlers.turn import Turn

PROMPT, AT_BOOK = "entry:", "book:"
CAME_OF_IT = ("EntryAnswered", "EntryFellShort")
"""Events of an entry that was shown to somebody."""
NO_KIND = "-"
"""Stands for no kind in the value of a button."""
WIDEST_LABEL = 44
"""Of a question on a button, as a phone shows it in one line: a Chinese character is as wide as two letters."""


def title_of(entry: Entry) -> Phrase:
    """Before it is stored it has no number."""
    if not entry.number:
        return phrase("book.question", question=entry.question)
    return phrase("book.title", n=entry.number, question=entry.question)


def kind_name(kind: str) -> Phrase:
    return phrase(kind_of(kind).name_key) if kind in KINDS else phrase("book.no_kind")


def label_of(entry: Entry) -> Phrase:
    """On a button."""
    room, shown = WIDEST_LABEL, ""
    for character in entry.question:
        room -= 1 if character.isascii() else 2
        if room < 0:
            return phrase("book.title", n=entry.number, question=shown.rstrip() + "…")
        shown += character
    return phrase("book.title", n=entry.number, question=shown)


def read_lines(turn: Turn[BookTransaction], entry: Entry, *, numbered: bool = True) -> list[Line | Strong]:
    """As a reader sees it; its number tells her nothing who has not opened the book."""
    lines: list[Line | Strong] = [
        Strong(title_of(entry) if numbered else phrase("book.question", question=entry.question)),
        phrase("book.answer", answer=entry.answer),
        fresh_of(turn, entry),
    ]
    if entry.overdue(turn.today):
        lines.append(phrase("book.overdue", desk=turn.house.contacts.desk))
    if not entry.live:
        lines.append(phrase(f"book.is_{entry.state.value}"))
    return lines


def fresh_of(turn: Turn[BookTransaction], entry: Entry) -> Phrase:
    """Where the answer is from and when somebody last looked."""
    args = {"area": area_name(turn, entry.area_id), "day": ShortDay(entry.checked_on)}
    return phrase("book.source", source=entry.source, **args) if entry.source else phrase("book.no_source", **args)


def kept_lines(turn: Turn[BookTransaction], entry: Entry) -> list[Phrase]:
    """What those who keep it see besides."""
    lines = [
        phrase(
            "book.about", kind=kind_name(entry.kind), area=area_name(turn, entry.area_id), owner=owner_of(turn, entry),
            day=ShortDay(entry.review_on),
        )
    ]  # fmt: skip
    lines += was_found(turn, entry)
    if entry.other_ways:
        lines.insert(0, phrase("book.ways", ways=Several(entry.other_ways)))
    return lines


def was_found(turn: Turn[BookTransaction], entry: Entry) -> list[Phrase]:
    """How often it answered whoever was shown it, and how often a person had to; by nobody's name."""
    answered, fell_short = (turn.tx.events.count(entry.subject, type) for type in CAME_OF_IT)
    return [phrase("found.counts", answered=answered, short=fell_short)] if answered or fell_short else []


def owner_of(turn: Turn[BookTransaction], entry: Entry) -> object:
    return owner_name(turn.tx.people.get(entry.owner_id)) if entry.owner_id else phrase("book.desk")
