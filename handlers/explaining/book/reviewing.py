"""“还对吗？”: on the day of its review whoever answers for an entry is asked, and once more after a week."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from domain.errors import NotFound
from domain.explaining.entry import Entry
from domain.open import Due
from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.book.page import show_entry
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.words import AT_BOOK
from handlers.explaining.book.writing import REMIND, REVIEW
from handlers.roles import able, desk_for
from handlers.speaking import Tap, send
from handlers.turn import Turn


def review(turn: Turn[BookTransaction], due: Sequence[Due]) -> None:
    """Several on one day are one message."""
    asked = sorted(_whom(turn, due), key=lambda each: each[0].id)
    for _, group in groupby(asked, key=lambda each: each[0].id):
        people, entries = zip(*group, strict=True)
        _ask(turn, people[0], entries, again=due[0].kind == REMIND)


def _whom(turn: Turn[BookTransaction], due: Sequence[Due]) -> Iterator[tuple[Person, Entry]]:
    for row in due:
        try:
            entry = turn.tx.entries.get(row.subject.partition(":")[2])
        except NotFound:
            continue
        person = answers_for(turn, entry)
        if person is not None and entry.live and entry.review_on <= turn.today:
            yield person, entry


def answers_for(turn: Turn[BookTransaction], entry: Entry) -> Person | None:
    """Its owner; of one who serves no more or is away, whoever is on duty at its desk."""
    if entry.owner_id:
        owner: Person = turn.tx.people.get(entry.owner_id)
        if able(turn, owner):
            return owner
    return next(iter(desk_for(turn, entry.area_id)), None)


def _ask(turn: Turn[BookTransaction], person: Person, entries: Sequence[Entry], *, again: bool) -> None:
    if len(entries) == 1:
        show_entry(turn, person, entries[0], phrase("book.still_right_again" if again else "book.still_right"))
    else:
        taps = ((Tap(phrase("book.tap_look"), "due:0"),),)
        send(turn, person, phrase("book.several_due", n=len(entries)), taps=taps, prompt=AT_BOOK, silent=True)


TICKS = {REVIEW: review, REMIND: review}
