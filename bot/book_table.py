"""The answer book of some areas as a workbook of one sheet, which comes back as it left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from bot.crafts.sheets import Column, Sheet, Sort, Value, write_xlsx
from bot.intake.columns import BOOK
from bot.intake.looking import AT_ONCE, every
from bot.intake.places import Places
from domain.explaining.entry import EntryState
from domain.reach import Reach
from handlers.explaining.book.words import kind_name
from handlers.texts.say import Voice
from storage.reading import reading
from storage.transaction import Transaction

SORTS = {"answer": Sort.LONG_TEXT, "ways": Sort.LONG_TEXT, "review": Sort.DAY}


def print_book(url: str, areas: Sequence[str], language: str, zone: str, now: datetime) -> bytes:
    """XLSX; for the child process. Raises storage's errors."""
    half = int(language == "en")
    columns = [Column(c.title[half], SORTS.get(c.key, Sort.TEXT), c.width) for c in BOOK.columns]
    out = BytesIO()
    with reading(url, now) as tx:
        rows = _rows(tx, Reach(tuple(areas)), Voice(language, now, ZoneInfo(zone)))
        write_xlsx(out, [Sheet(BOOK.title[half], columns, rows)], ZoneInfo(zone), made_at=now)
    return out.getvalue()


def _rows(tx: Transaction, reach: Reach, voice: Voice) -> Iterator[Sequence[Value]]:
    """What was withdrawn, or waits for a yes, is in no table."""
    places = Places(tx.areas.tree(), reach.within)
    for entry in every(lambda n: tx.entries.known(reach, AT_ONCE, n)):
        if entry.state is EntryState.LIVE:
            owner = tx.people.get(entry.owner_id).called(voice.language) if entry.owner_id else None
            kind = voice.say(kind_name(entry.kind)) if entry.kind else None
            where = places.written(entry.area_id, voice.language)
            ways = "\n".join(entry.other_ways)
            yield (
                entry.question, ways, entry.answer, kind, where, owner, entry.source, entry.review_on, None, entry.id
            )  # fmt: skip
