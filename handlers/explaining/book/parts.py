"""Asking for the parts of an entry, one by one: words that fit, where it counts, of what kind, whose, until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.explaining.entry import MOST_ANSWER, MOST_QUESTION, MOST_SOURCE, MOST_WAYS, Entry
from domain.matters.kinds import KINDS, clear, likely_kinds
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.areas import ask_area
from handlers.days import ask_day
from handlers.dialogs import Asking, Option, choose
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.reach import places_to_write
from handlers.explaining.book.words import NO_KIND, kind_name
from handlers.explaining.book.writing import HALF_A_YEAR
from handlers.questions import until_read
from handlers.rights import may_at
from handlers.roles import at_desk
from handlers.turn import Turn

LONGEST = {"question": MOST_QUESTION, "answer": MOST_ANSWER, "source": MOST_SOURCE, "ways": MOST_WAYS * MOST_QUESTION}
NONE = "none"
DESK = "desk"
MOST_OWNERS = 6
UNFIT = frozenset({"complaint_person", "neighbours", "company", "enquiry", "other"})
"""Kinds of matter under which nobody looks for an answer."""


def ask_words(part: str, options: Sequence[Option] = (), below: Sequence[Phrase] = ()) -> Asking:
    """Ends in words that are not too long, or in the value of an option; `below` are lines below the question."""
    most = LONGEST[part]
    return (
        yield from until_read(
            part, phrase(f"book.ask_{part}", most=most), lambda said: said if len(said) <= most else None,
            phrase("book.too_long", most=most), options, below=below,
        )
    )  # fmt: skip


def ask_ways() -> Asking:
    """Ends in other ways of asking it, a line each; none of them for a tap."""
    said = yield from ask_words("ways", [Option(NONE, phrase("book.none"))])
    return () if said == NONE else ways_of(said)


def ways_of(words: str) -> tuple[str, ...]:
    """One a line, or divided by semicolons; each once."""
    ways = [" ".join(way.split())[:MOST_QUESTION] for way in words.replace("；", "\n").replace(";", "\n").splitlines()]
    return tuple(dict.fromkeys(way for way in ways if way))[:MOST_WAYS]


def ask_source() -> Asking:
    said = yield from ask_words("source", [Option(NONE, phrase("book.none"))])
    return "" if said == NONE else said


def guessed_kind(question: str) -> str:
    """ "" where nothing is clear."""
    found = clear(likely_kinds(question)) or ""
    return found if found in KINDS and found not in UNFIT else ""


def ask_kind(question: str) -> Asking:
    """The likely ones first."""
    likely = [code for code, _ in likely_kinds(question) if code in KINDS]
    codes = [code for code in dict.fromkeys([*likely, *KINDS]) if code not in UNFIT]
    options = [*(Option(code, kind_name(code)) for code in codes), Option(NO_KIND, kind_name(""))]
    valid = {option.value for option in options}
    said = yield from choose(
        "kind", phrase("book.ask_kind"), options=options, rows=(3,), valid=lambda value: value in valid
    )
    return "" if said == NO_KIND else said


def ask_where(turn: Turn[BookTransaction], person: Person) -> Asking:
    """Ends in the id of an area whose book she keeps. Raises NotAllowed."""
    return (
        yield from ask_area(
            turn, person, places_to_write(turn, person), phrase("book.ask_area"),
            lambda area_id: may_at(turn, person, area_id, AreaRight.KEEP_BOOK),
        )
    )  # fmt: skip


def ask_owner(turn: Turn[BookTransaction], person: Person, entry: Entry) -> Asking:
    """Ends in the id of somebody at its desk or who is asking, or in "" for the desk itself."""
    people = {each.id: each for each in (person, *at_desk(turn, entry.area_id))}
    options = [Option(id, each.name) for id, each in list(people.items())[:MOST_OWNERS]]
    said = yield from choose(
        "owner", phrase("book.ask_owner"), options=[*options, Option(DESK, phrase("book.desk"))], rows=(2,)
    )
    return "" if said == DESK else said


def ask_review(turn: Turn[BookTransaction]) -> Asking:
    days: tuple[date, ...] = (turn.today + HALF_A_YEAR / 2, turn.today + HALF_A_YEAR, turn.today + 2 * HALF_A_YEAR)
    return (yield from ask_day(turn, "review", phrase("book.ask_review"), days))
