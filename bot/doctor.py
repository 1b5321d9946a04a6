"""A thorough look at what is kept: pages, chains, who has what, clocks, and what lies about; nothing is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.backups import Going, looked_through
from bot.config import Config
from bot.heads import chains, last_backup, newest_known
from bot.running import house_of
from bot.standing import file_of
from domain.errors import NotFound
from domain.matters.life import differs
from handlers.matters.unowned import unowned
from handlers.turn import Turn
from storage import copying
from storage.events import Broken
from storage.heads import lost_in, newest_at, origin_of
from storage.reading import reading
from storage.strays import files, strays
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Kept:
    """The last backup: `made_at` None when there is none, `gone` when it is not where it was put.

    `lost` are events that it has and the database has not.
    """

    folder: Path | None = None
    made_at: datetime | None = None
    gone: bool = False
    lost: Sequence[Broken] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, each empty where all is well.

    `pages` in the engine's words; `broken` rows of the ledger; `unowned` and `clocks` by number; `strays` by sort;
    `newest_at` is when something last happened.
    """

    pages: Sequence[str] = ()
    events: int = 0
    subjects: int = 0
    broken: Sequence[Broken] = ()
    kept: Kept = Kept()
    unowned: Sequence[str] = ()
    clocks: Sequence[str] = ()
    strays: Mapping[str, Sequence[str]] = field(default_factory=dict)
    newest_at: datetime | None = None


def looked_into(config: Config, now: datetime, going: Going) -> Looked:
    """Reads everything once, as of one moment, beside whatever runs. Raises psycopg's errors."""
    file = file_of(config)
    pages = [*copying.wrong_with(file), *_loose(file)] if file else []
    try:
        with reading(config.database.url.get_secret_value(), now) as tx:
            return _rows(tx, config, pages, going)
    except sqlite3.DatabaseError as error:
        return Looked([*pages, str(error)])


def _loose(file: Path) -> list[str]:
    try:
        return copying.strays_in(file)
    except sqlite3.DatabaseError as error:
        return [str(error)]


def _rows(tx: Transaction, config: Config, pages: Sequence[str], going: Going) -> Looked:
    heads, broken = looked_through(tx, going)
    turn: Turn[Transaction] = Turn(tx, house_of(config, tx.areas.tree(), ""))
    return Looked(
        pages, sum(head.seq for head in heads), len(heads), broken, _kept(tx), _unowned(turn), _clocks(turn),
        {**strays(tx), "file": _lost_files(tx, config.database.media)}, newest_at(tx),
    )  # fmt: skip


def _kept(tx: Transaction) -> Kept:
    last = last_backup(tx)
    if last is None:
        return Kept()
    folder, made_at = last
    newest = newest_known(folder.parent, origin_of(tx))
    if newest is None:
        return Kept(folder, made_at, gone=True)
    folder, known = newest
    try:
        return Kept(folder, known.made_at, lost=lost_in(tx, chains(folder)))
    except (OSError, ValueError):  # what is kept beside it cannot be read any more
        return Kept(folder, made_at, gone=True)


def _unowned(turn: Turn[Transaction]) -> list[str]:
    found = []
    for matter in turn.tx.matters.in_hand():
        try:
            found += unowned(turn, [matter])
        except NotFound as missing:
            found.append(f"{matter.number}: {missing}")
    return found


def _clocks(turn: Turn[Transaction]) -> list[str]:
    """Matters whose columns are not what their events say."""
    found = []
    for matter in turn.tx.matters.in_hand():
        try:
            wrong = differs(matter, turn.tx.events.of(f"matter:{matter.id}"), turn.house.clocks)
        except (ValueError, KeyError, TypeError) as error:  # rows that somebody wrote by hand may hold anything
            wrong = [f"{type(error).__name__}: {error}"]
        found += [f"{matter.number} {line}" for line in wrong]
    return found


def _lost_files(tx: Transaction, media: Path) -> list[str]:
    return [name for _, name in files(tx) if not (media / name).is_file()]
