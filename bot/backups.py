"""A backup: a whole folder named by its moment, written beside a running bot and looked through before it is one."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from bot import heads
from bot.config import Config
from storage import copying, dumping
from storage.database import engine_of
from storage.errors import DatabaseDamaged
from storage.events import Broken
from storage.heads import Head, broken_in, count_subjects, heads_in, origin_of, schema_of, summed_up
from storage.reading import reading
from storage.transaction import Transaction

DUMP = "little-bench.dump"
PART = ".part"
Going = Callable[[int, int], None]
"""Hears (how many chains were looked at, of how many)."""


class BackupRunning(Exception):
    """Another backup is being written to this folder."""


def back_up(config: Config, path: Path, where: Path, now: datetime, going: Going) -> tuple[Path, heads.About]:
    """A new backup in `where` of the installation whose configuration lies at `path`.

    A ledger that was meddled with is kept too, and named. Raises DatabaseDamaged, BackupRunning, dumping's errors and
    OSError; then nothing is left behind.
    """
    where.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone_in(where):
        last = next(reversed(heads.backups_in(where)), None)
        done = _free(where, now)
        coming = where / f".{done.name}.unfinished"
        for broken_off in where.glob(".*.unfinished"):
            shutil.rmtree(broken_off)
        coming.mkdir(mode=0o700)
        try:
            about = _rows(config, coming, now, going)  # before the photos, so that no row lacks its photo
            for file in plain_files(config, path):
                _copied(file, coming / file.name, None)
            _media(config.database.media, coming / "media", last / "media" if last else None)
            copying.synced(coming)
            coming.rename(done)
        finally:
            shutil.rmtree(coming, ignore_errors=True)
        copying.synced(where)
    return done, about


def thin_out(where: Path, keep: int, origin: str) -> None:
    """Only the newest of this installation stay, at least one; what says nothing of itself is taken for its own."""
    known = [(folder, heads.about(folder)) for folder in heads.backups_in(where)]
    own = [folder for folder, kept in known if kept is None or kept.origin == origin]
    for old in own[: -max(keep, 1)]:
        shutil.rmtree(old)


def plain_files(config: Config, path: Path) -> Iterator[Path]:
    """What somebody wrote by hand, and the token: those that there are."""
    own = [path.resolve(), config.place.district, config.place.holidays]
    if config.bot.token_file:
        own.append(path.resolve().parent / config.bot.token_file)
    yield from (file for file in own if file.is_file())


def looked_through(tx: Transaction, going: Going) -> tuple[list[Head], list[Broken]]:
    """Every chain, event by event: their heads, and the first row of each that does not hold."""
    total, found, broken = count_subjects(tx), list[Head](), list[Broken]()
    for page in heads_in(tx):
        broken += broken_in(tx, page)
        found += page
        going(len(found), total)
    return found, broken


def named(broken: Sequence[Broken]) -> tuple[str, ...]:
    """Each row as it is written down: "matter:abc 3"."""
    return tuple(f"{row.subject} {row.seq}" for row in broken)


def _rows(config: Config, folder: Path, now: datetime, going: Going) -> heads.About:
    url = config.database.url.get_secret_value()
    engine = engine_of(url)
    if engine == "sqlite":
        source = Path(url.removeprefix("sqlite:///"))
        name = source.name
        copying.copy(source, folder / name, now)
        if wrong := copying.wrong_with(folder / name):
            raise DatabaseDamaged(str(source), wrong[0])
        url = f"sqlite:///{folder / name}"
    else:
        name = DUMP
    with reading(url, now) as tx:
        found, broken = looked_through(tx, going)
        about = heads.About(now, engine, name, schema_of(tx), origin_of(tx), summed_up(tx, found), named(broken))
        if engine != "sqlite":
            dumping.dump(url, folder / name, tx)  # as this same transaction sees it
    heads.write(folder, about, found)
    return about


def _media(source: Path, target: Path, before: Path | None) -> None:
    """Photos that have not changed share their room on the disk with the last backup's."""
    for file in sorted(source.rglob("*")) if source.is_dir() else []:
        if file.is_file() and not file.is_symlink() and file.suffix != PART:
            name = file.relative_to(source)
            with suppress(FileNotFoundError):  # erased in this very moment
                _copied(file, target / name, before / name if before else None)


def _copied(source: Path, target: Path, before: Path | None) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if before is not None and before.is_file() and _same(source, before):
        os.link(before, target)
    else:
        shutil.copy2(source, target)
        copying.synced(target)


def _same(one: Path, other: Path) -> bool:
    first, second = one.stat(), other.stat()
    return (first.st_size, first.st_mtime_ns) == (second.st_size, second.st_mtime_ns)


def _free(where: Path, now: datetime) -> Path:
    """Named by its second, or by the next one that is free."""
    while (named := where / f"{now:%Y-%m-%dT%H%M%SZ}").exists():
        now += timedelta(seconds=1)
    return named


@contextmanager
def _alone_in(where: Path) -> Iterator[None]:
    """Raises BackupRunning."""
    folder = os.open(where, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise BackupRunning(str(where)) from None
    finally:
        os.close(folder)
