"""The book on paper and as a sheet: asked for by a desk, made outside of every turn, sent to whoever asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from enum import StrEnum
from itertools import groupby

from domain.areas import Tree
from domain.errors import NotAllowed
from domain.explaining.booklet import Booklet, Printed, Shelf
from domain.explaining.entry import Entry
from domain.matters.kinds import KINDS
from domain.messages import Media, Op
from domain.people.person import Person
from domain.phrases import phrase
from domain.reach import Reach
from handlers.areas import area_name
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.words import fresh_of, kind_name
from handlers.listening.sheet import BLANK
from handlers.listening.sheet import PROMPT as EMPTY_TABLE
from handlers.reach import keeps
from handlers.speaking import Tap, send, take_back, voice_of
from handlers.telling import tell
from handlers.texts.say import Several, Voice
from handlers.turn import Turn

WORK = "book_print"
"""A kind of work; args: person, areas (as when it was asked for), key, form."""
LEAVES_WITHIN = timedelta(days=6)


class Form(StrEnum):
    BOOKLET = "booklet"  # 小册子
    TABLE = "table"


def ask_for(turn: Turn[BookTransaction], person: Person, form: Form) -> None:
    """Raises NotAllowed."""
    areas = keeps(turn, person).within
    if not areas:
        raise NotAllowed("book")
    key = f"print:{turn.tx.new_id()}"
    send(turn, person, phrase(f"book.making_{form.value}"), key=key, silent=True)
    turn.tx.work.add(WORK, key, {"person": person.id, "areas": list(areas), "key": key, "form": form.value})


def send_made(
    turn: Turn[BookTransaction], person: Person, media: Media, areas: list[str], form: Form, key: str
) -> None:
    """Only if she still keeps all that is in it."""
    take_back(turn, person, key)
    if set(areas) <= set(keeps(turn, person).within):
        tell(turn, f"person:{person.id}", "BookSent", by=person.id, areas=" ".join(areas), form=form.value)
        words = phrase(f"book.made_{form.value}")
        taps = ((Tap(phrase("intake.tap_blank"), BLANK),),) if form is Form.TABLE else ()
        send(
            turn, person, media, words, taps=taps, prompt=EMPTY_TABLE, purpose="table", silent=True,
            not_after=turn.now + LEAVES_WITHIN,
        )  # fmt: skip


def not_made(turn: Turn[BookTransaction], person: Person, key: str) -> None:
    send(turn, person, phrase("book.not_made", desk=turn.house.contacts.desk), op=Op.UPDATE, key=key, silent=True)


# ---- the booklet ---------------------------------------------------------------------------------------------------


def booklet_of(turn: Turn[BookTransaction], person: Person, areas: list[str]) -> Booklet:
    """What counts in these areas, what lies above them included, in the language of whoever asked."""
    voice = voice_of(turn, person)
    tree: Tree = turn.tx.areas.tree()
    above = {area.id for own in areas for area in tree.up(own)}
    entries = turn.tx.entries.live_for(Reach(tuple(areas), tuple(sorted(above))))
    names = Several(tuple(area_name(turn, area_id) for area_id in areas))
    about = phrase("book.cover", year=turn.today.year, month=turn.today.month, n=len(entries))
    return Booklet(
        voice.language,
        voice.say(phrase("book.name")),
        voice.say(phrase("book.of_area", area=names)),
        voice.say(about),
        voice.say(phrase("book.cover_desk", desk=turn.house.contacts.desk)),
        turn.house.bot_link.partition("?")[0],
        {name: voice.say(phrase(f"book.page_{name}")) for name in ("contents", "index", "scan")},
        list(_shelves(turn, voice, entries)),
    )


def _shelves(turn: Turn[BookTransaction], voice: Voice, entries: Sequence[Entry]) -> Iterator[Shelf]:
    """In the order of the kinds, what is of none at the end."""
    order = {kind: n for n, kind in enumerate(KINDS)}
    ordered = sorted(entries, key=lambda each: (order.get(each.kind, len(order)), each.number))
    for kind, group in groupby(ordered, key=lambda each: each.kind if each.kind in KINDS else ""):
        yield Shelf(voice.say(kind_name(kind)), [_printed(turn, voice, each) for each in group])


def _printed(turn: Turn[BookTransaction], voice: Voice, entry: Entry) -> Printed:
    foot = voice.say(fresh_of(turn, entry))
    return Printed(entry.number, entry.question, entry.ways, entry.answer.splitlines(), foot)
