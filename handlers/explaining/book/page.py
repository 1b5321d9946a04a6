"""One entry on a screen: for whoever asks the answer, for who keeps it what can be done with it."""

from __future__ import annotations

from domain.errors import NotFound
from domain.explaining.entry import Entry, EntryState
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.reach import may_keep, may_read
from handlers.explaining.book.words import PROMPT, kept_lines, read_lines
from handlers.rights import may_at
from handlers.speaking import Rows, Tap, send
from handlers.turn import Turn


def see(turn: Turn[BookTransaction], person: Person, entry_id: str) -> None:
    """Raises NotFound, also where it is not hers to read."""
    entry = turn.tx.entries.get(entry_id)
    if not may_read(turn, person, entry):
        raise NotFound(entry_id)
    show_entry(turn, person, entry)


def show_entry(
    turn: Turn[BookTransaction], person: Person, entry: Entry, lead: Phrase | None = None, op: Op = Op.SEND
) -> None:
    """`lead` is said above it."""
    keeper = may_keep(turn, person, entry)
    lines = [*([lead] if lead else []), *read_lines(turn, entry), *(kept_lines(turn, entry) if keeper else [])]
    send(
        turn, person, *lines, taps=_taps(turn, person, entry) if keeper else (), prompt=PROMPT + entry.id, op=op,
        key=f"entry:{entry.id}:{person.id}", about=entry.subject, silent=True,
    )  # fmt: skip


def _taps(turn: Turn[BookTransaction], person: Person, entry: Entry) -> Rows:
    change = Tap(phrase("book.tap_change"), "change")
    match entry.state:
        case EntryState.PROPOSED if may_at(turn, person, entry.area_id, AreaRight.KEEP_BOOK):
            yes, no = Tap(phrase("book.tap_accept"), "accept"), Tap(phrase("book.tap_refuse"), "withdraw")
            return ((yes, change, no),)
        case EntryState.LIVE:
            last = (change, Tap(phrase("book.tap_withdraw"), "withdraw"))
            due = entry.review_on <= turn.today
            return ((tap_right(),), last) if due else (last,)
        case EntryState.WITHDRAWN:
            return ((Tap(phrase("book.tap_restore"), "restore"),),)
        case _:
            return ()


def tap_right() -> Tap:
    """It was looked at and is right."""
    return Tap(phrase("book.tap_right"), "right")
