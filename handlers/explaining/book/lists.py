"""/book: the kinds with how many entries each has, the questions of one, and for desks what waits for them."""

from __future__ import annotations

from collections.abc import Sequence

from domain.errors import NoLongerPossible
from domain.explaining.entry import Entry
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.door import number
from handlers.explaining.book.ports import BookTransaction
from handlers.explaining.book.reach import places_to_write, reads
from handlers.explaining.book.words import AT_BOOK, NO_KIND, kind_name, label_of
from handlers.reach import keeps
from handlers.roles import posts_of
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

PAGE = 8
A_ROW = 2
DESKS = ("new", "table", "booklet")
"""What a desk does with the book, as its buttons stand."""
Found = Sequence[Entry]


def show_book(turn: Turn[BookTransaction], person: Person, op: Op = Op.SEND) -> None:
    """A short one shows its questions at once."""
    counts = turn.tx.entries.counts(reads(turn, person))
    n = sum(counts.values())
    words = phrase("book.empty", desk=turn.house.contacts.desk) if not n else phrase("book.kinds", n=n)
    if n <= PAGE:
        taps = _questions(turn.tx.entries.page(reads(turn, person), PAGE))
    else:
        largest = sorted(counts, key=lambda kind: (not kind, -counts[kind]))
        kinds = [Tap(phrase("book.tap_kind", kind=kind_name(kind), n=counts[kind]), f"kind:{kind or NO_KIND}:0")
                 for kind in largest]  # fmt: skip
        taps = tuple(tuple(kinds[n : n + A_ROW]) for n in range(0, len(kinds), A_ROW))
    _send(turn, person, [Strong(phrase("book.name")), words], (*taps, *_for_keepers(turn, person)), op)


def _for_keepers(turn: Turn[BookTransaction], person: Person) -> Rows:
    """What waits for her, as whoever keeps it or answers for an entry; then what she may do with it."""
    desk = keeps(turn, person)
    due = turn.tx.entries.count_due(turn.today, desk, person.id) if posts_of(turn, person.id) else 0
    waits = [Tap(phrase("book.tap_due", n=due), "due:0")] if due else []
    if desk.within and turn.tx.entries.proposed(desk, 1):
        waits.append(Tap(phrase("book.tap_proposed"), "proposed:0"))
    acts = tuple(Tap(phrase(f"book.tap_{act}"), act) for act in DESKS)
    if not desk.within:
        acts = (Tap(phrase("book.tap_propose"), "new"),) if places_to_write(turn, person) else ()
    return tuple(row for row in (tuple(waits), acts) if row)


def turned(turn: Turn[BookTransaction], person: Person, act: str, detail: str) -> None:
    """To another page of it. Raises NoLongerPossible."""
    if act == "kind":
        kind, _, start = detail.rpartition(":")
        code = "" if kind == NO_KIND else kind
        found = turn.tx.entries.page(reads(turn, person), PAGE + 1, number(start), code)
        _show(turn, person, phrase("book.of_kind", kind=kind_name(code)), found, f"kind:{kind}", number(start))
    elif act == "due":
        found = turn.tx.entries.due(turn.today, PAGE + 1, number(detail), keeps(turn, person), person.id)
        _show(turn, person, phrase("book.due"), found, act, number(detail))
    elif act == "proposed":
        found = turn.tx.entries.proposed(keeps(turn, person), PAGE + 1, number(detail))
        _show(turn, person, phrase("book.proposed"), found, act, number(detail))
    else:
        raise NoLongerPossible(act)


def _show(turn: Turn[BookTransaction], person: Person, title: Phrase, found: Found, act: str, start: int) -> None:
    back = [Tap(phrase("lists.tap_back"), "top")]
    if len(found) > PAGE:
        back.append(Tap(phrase("lists.tap_more"), f"{act}:{start + PAGE}"))
    words = phrase("book.which" if found else "book.none_more")
    _send(turn, person, [Strong(title), words], (*_questions(found[:PAGE]), tuple(back)), Op.UPDATE)


def _questions(found: Found) -> Rows:
    return tuple((Tap(label_of(entry), f"see:{entry.id}"),) for entry in found)


def _send(turn: Turn[BookTransaction], person: Person, lines: list[Line | Strong], taps: Rows, op: Op) -> None:
    send(turn, person, *lines, taps=taps, prompt=AT_BOOK, op=op, key=f"book:{person.id}", about="book:", silent=True)
