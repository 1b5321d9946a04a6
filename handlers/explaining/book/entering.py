"""A row of a sheet put into the answer book, as somebody who keeps it could have done it by taps."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from domain.explaining.entry import Entry, EntryAct
from domain.listening.entry import Entry as Row
from domain.people.person import Person
from domain.rights import AreaRight
from handlers.explaining.book import writing
from handlers.explaining.book.ports import BookTransaction
from handlers.listening.unchanged import must_read_as
from handlers.reach import must
from handlers.turn import Turn


def enter_answer(turn: Turn[BookTransaction], person: Person, row: Row) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible, ReadsOtherwise; the act that it is part of must then be undone."""
    if row.new:
        _added(turn, person, row)
        return
    entry = turn.tx.entries.get(row.id)
    must(turn, person, entry.area_id, AreaRight.KEEP_BOOK)
    must_read_as(row, _said(entry))
    changed = {name: value for name, value in row.fields.items() if name != "withdrawn"}
    if changed:
        stands = _of(changed)
        must(turn, person, str(stands.get("area_id", entry.area_id)), AreaRight.KEEP_BOOK)
        part = "answer" if "answer" in changed else " ".join(sorted(changed))
        entry = writing.change(turn, person, entry, part, **stands)
    if "withdrawn" in row.fields:
        writing.withdraw(turn, person, entry)


def _added(turn: Turn[BookTransaction], person: Person, row: Row) -> None:
    fields = row.fields
    must(turn, person, fields["area"], AreaRight.KEEP_BOOK)
    entry = writing.new_entry(turn, person, fields["area"], fields["question"], fields["answer"], id=row.id)
    writing.add_entry(turn, person, entry.after(EntryAct.CHANGE, turn.now, **_of(fields)))


def _of(fields: Mapping[str, str]) -> dict[str, object]:
    """What a sheet says, by the names of an entry's own parts."""
    said: dict[str, object] = {
        name: fields[name] for name in ("question", "answer", "source", "kind") if name in fields
    }
    if "other_ways" in fields:
        said["other_ways"] = tuple(fields["other_ways"].splitlines())
    if "area" in fields:
        said["area_id"] = fields["area"]
    if "keeper" in fields:
        said["owner_id"] = fields["keeper"]
    if "review" in fields:
        said["review_on"] = date.fromisoformat(fields["review"])
    return said


def _said(entry: Entry) -> dict[str, str]:
    return {
        "question": entry.question, "answer": entry.answer, "other_ways": "\n".join(entry.other_ways),
        "source": entry.source, "kind": entry.kind, "area": entry.area_id, "keeper": entry.owner_id,
        "review": entry.review_on.isoformat(), "withdrawn": "" if entry.live else "yes",
    }  # fmt: skip
