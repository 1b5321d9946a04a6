"""The rows of the answer book against the entries that there are."""

from __future__ import annotations

from collections.abc import Iterable

from bot.intake.columns import BOOK
from bot.intake.looking import AT_ONCE, Changes, Look, every
from bot.intake.naming import named
from bot.intake.rows import BookRow
from domain.explaining.entry import Entry, EntryState
from domain.listening.entry import Sort
from handlers.explaining.book.parts import guessed_kind, ways_of
from handlers.explaining.book.words import kind_name
from handlers.texts.say import Voice

SHOWN = 30


def compare_book(look: Look, rows: Iterable[BookRow]) -> None:
    """One that was withdrawn is known by its code, and is not changed."""
    asked = [row for row in rows if row.question and row.answer]
    there = every(lambda n: look.tx.entries.known(look.reach, AT_ONCE, n)) if asked else ()
    known = {entry.id: entry for entry in there if entry.state is not EntryState.PROPOSED}
    for row, entry, area_id in named(look, BOOK, "question", asked, known, _asked_of):
        _compare(look, row, entry, area_id)


def _asked_of(entry: Entry) -> str:
    return entry.question if entry.live else ""


def _compare(look: Look, row: BookRow, entry: Entry | None, area_id: str) -> None:
    changes = Changes(look, BOOK, row)
    if entry is None or (row.code and row.question != entry.question):  # without a code it was found by its question
        changes.note("question", "question", row.question, entry.question if entry else "")
    if entry is None or row.answer != entry.answer:
        was = entry.answer if entry else ""
        changes.note("answer", "answer", row.answer, was, _begun(row.answer), _begun(was))
    ways = "\n".join(ways_of(row.ways)) if row.ways is not None else None
    if ways is not None and ways != ("\n".join(entry.other_ways) if entry else ""):
        changes.note("other_ways", "ways", ways, "\n".join(entry.other_ways) if entry else "")
    if row.source is not None and row.source != (entry.source if entry else ""):
        changes.note("source", "source", row.source, entry.source if entry else "")
    _kind(look, row, entry, changes)
    if entry is None or area_id != entry.area_id:
        was = entry.area_id if entry else ""
        changes.note("area", "area", area_id, was, look.place(area_id), was and look.place(was))
    _kept(look, row, entry, changes)
    if row.withdrawn and entry is not None:
        changes.note("withdrawn", "withdrawn", "yes", "", "yes" if look.reader.language == "en" else "是")
    if entry is not None and not entry.live:
        if changes.fields.keys() - {"withdrawn"}:
            look.wrong(BOOK, row, "question", "list_withdrawn", value=row.question)
            return
        changes.fields.clear()
    if row.withdrawn and entry is None:
        return  # it is out of the book as it should be
    if look.sound(BOOK, row):
        id = entry.id if entry else look.new_id(Sort.ANSWER, row.line)
        changes.entry(Sort.ANSWER, id, row.question, new=entry is None)


def _begun(words: str) -> str:
    """As much of it as is looked at in a list of changes."""
    return words if len(words) <= SHOWN else words[:SHOWN] + "…"


def _kind(look: Look, row: BookRow, entry: Entry | None, changes: Changes) -> None:
    kind = row.kind if row.kind is not None else (entry.kind if entry else guessed_kind(row.question))
    if entry is None or kind != entry.kind:
        said = _say(look, entry.kind) if entry and entry.kind else ""
        changes.note("kind", "kind", kind, entry.kind if entry else "", _say(look, kind), said)


def _kept(look: Look, row: BookRow, entry: Entry | None, changes: Changes) -> None:
    """By whom, and until when it is looked at again."""
    was = entry.owner_id if entry else ""
    if row.owner and row.owner != look.name(was):
        owner = look.found(BOOK, row, "owner", look.people.found, row.owner)
        if owner != was:
            changes.note("keeper", "owner", owner, was, row.owner, look.name(was))
    stood = entry.review_on if entry else None
    if row.review is not None and row.review != stood:
        if row.review < look.today:
            look.wrong(BOOK, row, "review", "list_past", value=row.review)
        changes.note("review", "review", row.review.isoformat(), stood.isoformat() if stood else "")


def _say(look: Look, kind: str) -> str:
    return Voice(look.reader.language, look.tx.now, look.zone).say(kind_name(kind))
