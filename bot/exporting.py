"""Matters of an area as a file, read beside a running bot; that it was made is an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from bot.config import Config
from bot.crafts.sheets import Column, Sheet, Sort, Value, write_csv, write_xlsx
from bot.matter_rows import Line, MatterRows
from bot.operating import opened
from domain.areas import Area, Tree
from domain.clocks import Clocks
from domain.digests.courses import read_course
from domain.events import Event
from domain.phrases import phrase
from handlers.texts.say import Voice
from storage.listing import Listed, Listing
from storage.reading import reading
from storage.transaction import Transaction

MOST_ROWS = 1_000_000
"""A sheet has room for a few more."""
_EVERYWHERE = "all"
_FIRST_DAY = date(2000, 1, 1)


class UnknownArea(Exception):
    """No area has this name or id; `names` are those there are."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class SeveralAreas(Exception):
    """More than one area has this name; `ids` tell them apart."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__(", ".join(ids))
        self.ids = ids


class TooMany(Exception):
    """More matters than a sheet has rows."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported: days in the district's zone, both included, None for no bound; `area` a name or an id."""

    area: str = ""
    from_on: date | None = None
    to_on: date | None = None
    format: str = "xlsx"
    names: bool = False
    language: str = "zh"


@dataclass(frozen=True, slots=True)
class Found:
    """What the export will hold: the area (None for everywhere), between which instants, how many, as of when."""

    wanted: Wanted
    area: Area | None
    from_at: datetime
    until_at: datetime
    now: datetime
    count: int

    @property
    def area_id(self) -> str:
        return self.area.id if self.area else ""


async def find(config: Config, wanted: Wanted) -> Found:
    """Looks what there is. Raises UnknownArea, SeveralAreas, TooMany and storage's errors."""
    database = await opened(config)
    try:
        return await database.read("export", lambda tx: _found(tx, config, wanted))
    finally:
        await database.close()


async def note(config: Config, found: Found) -> None:
    """Puts down that it is exported: ids, days and numbers only, as in every event."""
    facts: dict[str, str | int | bool] = {
        "from": found.from_at.isoformat(), "until": found.until_at.isoformat(), "matters": found.count,
        "format": found.wanted.format, "names": found.wanted.names,
    }  # fmt: skip
    subject = f"area:{found.area_id or _EVERYWHERE}"
    database = await opened(config)
    try:
        await database.transact("export", lambda tx: tx.events.append(Event(subject, "Exported", tx.now, facts=facts)))
    finally:
        await database.close()


def write(config: Config, found: Found, path: Path, done: Callable[[int], None]) -> None:
    """Writes the file, which only its owner may read: whole or not at all. `done` hears how many more rows it has."""
    zone, part = config.place.zone, path.with_name(f"{path.name}.part")
    voice = Voice(found.wanted.language, found.now, zone)
    part.touch(0o600)
    try:
        with reading(config.database.url.get_secret_value(), found.now) as tx:
            rows = MatterRows(tx.areas.tree(), voice, names=found.wanted.names)
            matters = Sheet(
                voice.say(phrase("sheet.matters")),
                [told.column(voice) for told in rows.told],
                (rows.row(line) for line in _lines(tx, found, config.reckoning(), done)),
            )
            if found.wanted.format == "csv":
                write_csv(part, matters, zone)
            else:
                write_xlsx(part, [matters, _about(rows, found, voice)], zone, made_at=found.now)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def file_name(found: Found) -> str:
    """A name for the file that says what it is of."""
    area = found.area.called(found.wanted.language) if found.area else ""
    first = "little-bench" if found.wanted.language == "en" else "小板凳"
    safe = "".join(c for c in area if c.isalnum() or c in " -_").strip().replace(" ", "-")
    parts = [first, safe, f"{found.now.date()}", "names" if found.wanted.names else ""]
    return "-".join(filter(None, parts)) + f".{found.wanted.format}"


def _found(tx: Transaction, config: Config, wanted: Wanted) -> Found:
    area = _area(tx.areas.tree(), wanted.area) if wanted.area else None
    zone = config.place.zone
    from_at = datetime.combine(wanted.from_on or _FIRST_DAY, time(0), zone)
    until_at = datetime.combine(wanted.to_on + timedelta(days=1), time(0), zone) if wanted.to_on else tx.now
    count = Listing(tx.statements, area.id if area else "", from_at, until_at).count()
    if count > MOST_ROWS:
        raise TooMany(str(count))
    return Found(wanted, area, from_at, until_at, tx.now, count)


def _area(tree: Tree, wanted: str) -> Area:
    if wanted in tree.areas:
        return tree.areas[wanted]
    named = [area for area in tree.areas.values() if wanted in (area.name, area.name_en)]
    if not named:
        raise UnknownArea([area.name for area in tree.areas.values()])
    if len(named) > 1:
        raise SeveralAreas([area.id for area in named])
    return named[0]


def _lines(tx: Transaction, found: Found, clocks: Clocks, done: Callable[[int], None]) -> Iterator[Line]:
    for part in Listing(tx.statements, found.area_id, found.from_at, found.until_at).slices():
        yield from lines(tx, part, clocks, found.now)
        done(len(part))


def lines(tx: Transaction, part: Sequence[Listed], clocks: Clocks, as_of: datetime) -> Iterator[Line]:
    """Each matter with its course as its events tell it."""
    histories = dict(tx.digests.histories([each.matter.id for each in part]))
    for each in part:
        events = histories.get(each.matter.id, [])
        yield Line(each, read_course(each.matter.id, events, clocks, as_of))


def _about(rows: MatterRows, found: Found, voice: Voice) -> Sheet:
    """What the file is of, then what each column says."""

    def say(key: str, **args: object) -> str:
        return voice.say(phrase(key, **args))

    area = found.area.called(voice.language) if found.area else say("sheet.everywhere")
    last = found.wanted.to_on or found.now.astimezone(voice.zone).date()
    scope = say("sheet.scope_ever", area=area, until=last, n=found.count)
    if found.wanted.from_on:
        scope = say("sheet.scope_is", area=area, since=found.wanted.from_on, until=last, n=found.count)
    as_of = f"{found.now.astimezone(voice.zone):%Y-%m-%d %H:%M}"
    head: list[tuple[Value, Value]] = [(say("sheet.scope"), scope), (say("sheet.as_of"), as_of)]
    head.append((say("sheet.names"), say("sheet.with_names" if found.wanted.names else "sheet.without_names")))
    columns = [Column(say("sheet.column"), Sort.TEXT, 24), Column(say("sheet.meaning"), Sort.LONG_TEXT, 90)]
    return Sheet(say("sheet.about"), columns, [*head, *(told.about(voice) for told in rows.told)])
