"""A backup is put back: looked through first, compared with what is known since, settled apart, then put in place."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot import heads
from bot.backups import PART, Going, looked_through, named
from bot.clock import SystemClock
from handlers.desk.finding import WORK as FIND
from handlers.digests.asking import MAKE_ONE, MAKE_TABLE
from handlers.lateness import RESTORED_AT
from handlers.matters.packet_sending import WORK as MAKE_PACKET
from handlers.safety.me import COPY
from handlers.safety.restored import row
from storage import copying
from storage.database import open_database
from storage.heads import Head, Heads, heads_in, lost_in, origin_of, schema_of, summed_up
from storage.reading import reading
from storage.restoring import settle
from storage.transaction import Transaction

ANSWERS = (FIND, MAKE_ONE, MAKE_TABLE, MAKE_PACKET, COPY)
"""Work that answers one person: it was done since, or she asks again."""
LEAP = 1000
"""Where nobody knows how many numbers were given since the copy, so many are left out: more than any day has had."""
LIVE = Path()
"""Stands for the database in use, where a backup's folder would stand."""


class NoBackup(Exception):
    """There is no backup in this folder."""


class DamagedBackup(Exception):
    """This backup is not what was written; the reason is in the words of whoever found out."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: {reason}")
        self.folder = folder
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Found:
    """A backup that has been looked through: where its rows lie, what it says of itself, the head of each chain."""

    folder: Path
    about: heads.About
    chains: Sequence[Head]

    @property
    def database(self) -> Path:
        return self.folder / self.about.database


@dataclass(frozen=True, slots=True)
class Since:
    """What is known of the time after the copy.

    `known_at` is when something last happened, by `source` (LIVE, another backup, or the copy itself), `events` how
    many more there are than in the copy. `exact`: the database in use goes on from the copy, so all its numbers are
    known.
    """

    source: Path
    known_at: datetime | None
    events: int
    numbers: Mapping[str, int]
    exact: bool


def newest_in(folder: Path) -> Path:
    """The folder itself when it is a backup, else the newest one in it. Raises NoBackup."""
    if (folder / heads.ABOUT).is_file() or _databases(folder):
        return folder
    inside = heads.backups_in(folder)
    if not inside:
        raise NoBackup(str(folder))
    return inside[-1]


def look_through(folder: Path, now: datetime, going: Going) -> Found:
    """Every page and every chain of an SQLite backup, also of one that says nothing of itself. Raises DamagedBackup."""
    kept = heads.about(folder)
    candidates = [folder / kept.database] if kept else _databases(folder)
    if len(candidates) != 1:
        raise NoBackup(str(folder))
    if wrong := copying.wrong_with(candidates[0]):
        raise DamagedBackup(folder, wrong[0])
    try:
        with reading(f"sqlite:///{candidates[0]}", now) as tx:
            chains, broken = looked_through(tx, going)
            made_at = kept.made_at if kept else datetime.fromtimestamp(candidates[0].stat().st_mtime, now.tzinfo)
            found = heads.About(
                made_at,
                "sqlite",
                candidates[0].name,
                schema_of(tx),
                origin_of(tx),
                summed_up(tx, chains),
                named(broken),
            )
    except sqlite3.DatabaseError as error:
        raise DamagedBackup(folder, str(error)) from error
    if kept is not None and (kept.heads.digest, kept.broken) != (found.heads.digest, found.broken):
        raise DamagedBackup(folder, "its chains are not those it was written with")
    return Found(folder, found, chains)


def since(found: Found, live: Heads | None, *, exact: bool) -> Since:
    """By the database in use (None when it cannot be read any more), and by the other backups beside this one."""
    here = found.about.heads
    beside = heads.of_one(found.folder.parent, found.about.origin)
    known = [(folder, kept.heads) for folder, kept in beside]
    if live is not None:
        known.append((LIVE, live))
    numbers = dict(here.numbers)
    source, newest = found.folder, here
    for other_source, other in known:
        for day, number in other.numbers.items():
            numbers[day] = max(number, numbers.get(day, 0))
        if _reach(other) > _reach(newest):
            source, newest = other_source, other
    return Since(source, newest.newest_at, max(0, newest.events - here.events), numbers, exact)


def _reach(known: Heads) -> tuple[float, int]:
    """How far something goes on: by its last event, then by how many there are."""
    return (known.newest_at.timestamp() if known.newest_at else 0.0, known.events)


def lifted(since: Since, today: date) -> dict[str, int]:
    """The newest number that somebody may hold, for today and every day of which one is known."""
    leap = 0 if since.exact else LEAP
    return {day: since.numbers.get(day, 0) + leap for day in sorted({today.isoformat(), *since.numbers})}


def put_in_place(found: Found, target: Path, aside: Path, act: Callable[[Transaction], None]) -> None:
    """A copy is brought up to this release and settled apart; then it takes the place of the present one, at once.

    The present one goes to `aside`. Raises storage's errors, NewerDatabase among them; nothing has changed then.
    """
    coming = target.with_name(f".{target.name}.coming")
    for broken_off in target.parent.glob(f"{coming.name}*"):
        broken_off.unlink()
    try:
        shutil.copyfile(found.database, coming)
        coming.chmod(0o600)
        asyncio.run(_settled(f"sqlite:///{coming}", act))
        copying.synced(coming)
        if target.exists():
            aside.mkdir(mode=0o700)
            copying.set_aside(target, aside)
        coming.replace(target)
    finally:
        for left in target.parent.glob(f"{coming.name}*"):
            left.unlink()
    copying.synced(target.parent)


def settling(found: Found, since: Since, numbers: Mapping[str, int]) -> Callable[[Transaction], None]:
    """What is written into the copy before anybody works on it."""
    last_at = found.about.heads.newest_at
    facts: dict[str, str | int | bool] = {
        "made_at": found.about.made_at.isoformat(), "last_at": last_at.isoformat() if last_at else "",
        "known_at": since.known_at.isoformat() if since.known_at else "", "exact": since.exact,
    }  # fmt: skip

    def act(tx: Transaction) -> None:
        settle(tx, facts, numbers, ANSWERS)
        tx.schedule.add(row(found.about.made_at, tx.now))
        tx.notes.set(RESTORED_AT, tx.now.isoformat())
        tx.notes.set(heads.NEWEST, heads.noted(found.folder, found.about.made_at))

    return act


def bring_files(found: Found, home: Path) -> list[Path]:
    """What was written by hand and is missing in `home` comes back; what is there stays. Returns what came."""
    came = []
    for file in sorted(found.folder.iterdir()):
        ours = file.name in (heads.ABOUT, heads.CHAINS, found.about.database)
        if file.is_file() and not ours and not (home / file.name).exists():
            shutil.copy2(file, home / file.name)
            came.append(home / file.name)
    return came


def bring_media(found: Found, media: Path) -> int:
    """Photos and voice notes that are missing come back; they are named by what is in them, so none is overwritten."""
    came = 0
    for file in sorted((found.folder / "media").rglob("*")):
        target = media / file.relative_to(found.folder / "media")
        if file.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            part = target.with_name(target.name + PART)
            shutil.copy2(file, part)
            part.replace(target)
            came += 1
    return came


def _databases(folder: Path) -> list[Path]:
    return [path for ending in ("*.sqlite3", "*.db") for path in sorted(folder.glob(ending))]


def live_in_file(path: Path, found: Found, now: datetime) -> tuple[Heads | None, bool]:
    """What the database in use holds, None when it cannot be read; and whether it goes on from the copy."""
    if not path.exists() or copying.wrong_with(path):
        return None, False
    with suppress(sqlite3.DatabaseError), reading(f"sqlite:///{path}", now) as tx:  # no tables of ours, say
        summed = summed_up(tx, [head for page in heads_in(tx) for head in page])
        return summed, not lost_in(tx, found.chains)
    return None, False


async def _settled(url: str, act: Callable[[Transaction], None]) -> None:
    clock = SystemClock()
    database = await open_database(url, now=clock.now, seed=clock.seed)
    try:
        await database.transact("restore", act)
    finally:
        await database.close()
