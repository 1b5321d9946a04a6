"""/book, 百事簿: opened without words, by a number, or with words that an answer is looked for with."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.matters.greetings import chosen_number
from domain.messages import Inbound, Op, Text
from domain.open import Known
from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.book import adding
from handlers.explaining.book.lists import show_book, turned
from handlers.explaining.book.looking import looked_up, search
from handlers.explaining.book.page import see, show_entry
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.printing import Form, ask_for
from handlers.explaining.book.reach import may_read
from handlers.matters.danger import alarming
from handlers.matters.writing import danger
from handlers.speaking import send
from handlers.turn import Turn


def command(turn: Turn[BookTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """Danger in what is looked for is somebody in danger."""
    words = rest.strip()
    if not words:
        show_book(turn, person)
    elif alarming(spoken := replace(inbound, parts=(Text(words),))) is not None:
        danger(turn, person, spoken)
    elif not _by_number(turn, person, words):
        search(turn, person, words)


def room(turn: Turn[BookTransaction], person: Person) -> None:
    show_book(turn, person)


def pressed(turn: Turn[BookTransaction], person: Person, subject: str, value: str, inbound: Inbound) -> None:
    """A button of the book. Raises NotAllowed, NotFound, NoLongerPossible."""
    act, _, detail = value.partition(":")
    match act:
        case "see":
            see(turn, person, detail)
        case "top":
            show_book(turn, person, Op.UPDATE)
        case "new":
            adding.start(turn, person)
        case Form.TABLE | Form.BOOKLET:
            ask_for(turn, person, Form(act))
        case "kind" | "due" | "proposed":
            turned(turn, person, act, detail)
        case _:
            raise NoLongerPossible(value)


def brief(turn: Turn[BookTransaction], person: Person, inbound: Inbound, last: Known) -> bool:
    """A number below the book, or below one of its entries, opens the entry with that number; what the book answers,
    asked right below it, is looked up.
    """
    room = last.about.partition(":")[0]
    if room in ("book", "entry") and _by_number(turn, person, inbound.text):
        return True
    return room == "book" and looked_up(turn, person, inbound.text)


def replied(turn: Turn[BookTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    """A number in reply to the book, as above; any other words are looked for."""
    if not inbound.text:
        return False
    command(turn, person, inbound, inbound.text)
    return True


def _by_number(turn: Turn[BookTransaction], person: Person, words: str) -> bool:
    n = int(words) if words.isdecimal() else chosen_number(words)
    if n is None:
        return False
    entry = turn.tx.entries.numbered(n)
    if entry is not None and may_read(turn, person, entry):
        show_entry(turn, person, entry)
    else:
        send(turn, person, phrase("book.no_number", n=n), silent=True)
    return True
