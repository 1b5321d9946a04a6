"""An entry changed by one part of it, withdrawn and put back, taken or not taken from whoever proposed it."""

from __future__ import annotations

from domain.errors import NoLongerPossible, NotAllowed
from domain.explaining.entry import Entry, EntryState
from domain.messages import Inbound, Op
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from domain.rights import AreaRight
from handlers.dialogs import Asking, Option, Script, begin, choose
from handlers.explaining.book import writing
from handlers.explaining.book.page import show_entry
from handlers.explaining.book.parts import ask_kind, ask_owner, ask_review, ask_source, ask_ways, ask_where, ask_words
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.reach import kept
from handlers.explaining.book.words import title_of
from handlers.matters.assigning import owner_name
from handlers.reach import must
from handlers.rights import may_at
from handlers.speaking import send
from handlers.turn import Turn

FIELDS = {
    "answer": "answer", "question": "question", "ways": "other_ways", "kind": "kind", "area": "area_id",
    "source": "source", "owner": "owner_id", "review": "review_on",
}  # fmt: skip
"""The parts, as they are offered, with what of an entry each is."""


def pressed(turn: Turn[BookTransaction], person: Person, entry_id: str, value: str, inbound: Inbound) -> None:
    """A button of an entry's page. Raises NotAllowed, NotFound, NoLongerPossible."""
    entry = kept(turn, person, entry_id)
    match value:
        case "change":
            begin(turn, person, CHANGE, subject=entry.id)
        case "right":
            now = writing.right(turn, person, entry)
            show_entry(turn, person, now, phrase("book.right"), Op.UPDATE)
        case "withdraw":
            _withdraw(turn, person, entry)
        case "restore":
            show_entry(turn, person, writing.restore(turn, person, entry), phrase("book.restored"), Op.UPDATE)
        case "accept":
            must(turn, person, entry.area_id, AreaRight.KEEP_BOOK)
            show_entry(turn, person, writing.accept(turn, person, entry), phrase("book.added"), Op.UPDATE)
            _tell_author(turn, person, entry, "book.accepted")
        case _:
            raise NoLongerPossible(value)


def _withdraw(turn: Turn[BookTransaction], person: Person, entry: Entry) -> None:
    show_entry(turn, person, writing.withdraw(turn, person, entry), op=Op.UPDATE)
    if entry.state is EntryState.PROPOSED:
        _tell_author(turn, person, entry, "book.refused")


def _tell_author(turn: Turn[BookTransaction], person: Person, entry: Entry, key: str) -> None:
    if entry.added_by and entry.added_by != person.id:
        author = turn.tx.people.get(entry.added_by)
        send(turn, author, phrase(key, title=title_of(entry), member=owner_name(person)), silent=True)


# ---- one part of it ------------------------------------------------------------------------------------------------


def ask_change(turn: Turn[BookTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the part and what it is to be."""
    entry = turn.tx.entries.get(dialog.subject)
    options = [Option(part, phrase(f"book.part_{part}")) for part in FIELDS]
    part = yield from choose("part", phrase("book.which_part", title=title_of(entry)), options=options, rows=(2, 3))
    return part, (yield from _ask_part(turn, person, entry, part))


def _ask_part(turn: Turn[BookTransaction], person: Person, entry: Entry, part: str) -> Asking:
    match part:
        case "ways":
            return (yield from ask_ways())
        case "kind":
            return (yield from ask_kind(entry.question))
        case "area":
            return (yield from ask_where(turn, person))
        case "source":
            return (yield from ask_source())
        case "owner":
            return (yield from ask_owner(turn, person, entry))
        case "review":
            return (yield from ask_review(turn))
        case _:
            return (yield from ask_words(part))


def changed(turn: Turn[BookTransaction], person: Person, dialog: OpenDialog, said: tuple[str, object]) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    entry = kept(turn, person, dialog.subject)
    part, value = said
    if part == "area" and not may_at(turn, person, str(value), AreaRight.KEEP_BOOK):
        raise NotAllowed(str(value))
    show_entry(turn, person, writing.change(turn, person, entry, part, **{FIELDS[part]: value}), phrase("book.changed"))


CHANGE = Script("entry_change", ask_change, changed, calm=True)
