"""Backs up what Little Bench keeps: `backup.py /var/lib/little-bench /var/backups/little-bench --keep 14`.

Needs nothing but Python. The bot may go on running: the database is copied by SQLite itself, as it stood at one moment.
Each backup is a whole folder, named by its moment; photos that have not changed share their room on the disk.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

DATABASES = ("*.sqlite3", "*.db")
LEFT_OUT = ("*.lock", "*-wal", "*-shm", ".*.new")
"""What belongs to the running program alone."""


def back_up(home: Path, where: Path, moment: datetime) -> Path:
    """A new folder in `where` with everything of `home`; unfinished ones are never named like finished ones."""
    where.mkdir(parents=True, exist_ok=True)
    last = next(reversed(backups(where)), None)
    done = where / f"{moment:%Y-%m-%dT%H%M%SZ}"
    coming = where / f".{done.name}.unfinished"
    for broken_off in where.glob(".*.unfinished"):
        shutil.rmtree(broken_off)
    coming.mkdir(mode=0o700)
    for database in _databases(home):  # before the photos, so that no row lacks its photo
        _copy_database(database, coming / database.name)
    for file in _files(home, where):
        with contextlib.suppress(FileNotFoundError):  # erased in this very moment
            _copy_file(file, coming / file.relative_to(home), last / file.relative_to(home) if last else None)
    coming.rename(done)
    return done


def backups(where: Path) -> list[Path]:
    """The finished ones, the oldest first."""
    return sorted(folder for folder in where.iterdir() if folder.name[:1].isdigit() and folder.name.endswith("Z"))


def _databases(home: Path) -> list[Path]:
    return [path for pattern in DATABASES for path in sorted(home.glob(pattern))]


def _copy_database(source: Path, target: Path) -> None:
    reading, writing = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True), sqlite3.connect(target)
    try:
        reading.backup(writing)
        (verdict,) = writing.execute("PRAGMA quick_check").fetchone()
        if verdict != "ok":
            raise SystemExit(f"{source}: the copy is damaged: {verdict}")
    finally:
        reading.close()
        writing.close()


def _files(home: Path, where: Path) -> Iterator[Path]:
    databases = set(_databases(home))
    for path in sorted(home.rglob("*")):
        mine = path in databases or where in path.parents or any(path.match(pattern) for pattern in LEFT_OUT)
        if path.is_file() and not path.is_symlink() and not mine:
            yield path


def _copy_file(source: Path, target: Path, before: Path | None) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if before is not None and before.is_file() and _same(source, before):
        os.link(before, target)
    else:
        shutil.copy2(source, target)


def _same(one: Path, other: Path) -> bool:
    first, second = one.stat(), other.stat()
    return (first.st_size, first.st_mtime_ns) == (second.st_size, second.st_mtime_ns)


def main() -> int:
    parser = argparse.ArgumentParser(description="Backs up the folder of a Little Bench.")
    parser.add_argument("home", type=Path, help="where config.toml lies")
    parser.add_argument("where", type=Path, help="where the backups go")
    parser.add_argument("--keep", type=int, default=14, help="how many to keep; default: 14")
    given = parser.parse_args()
    os.umask(0o077)
    if not (given.home / "config.toml").is_file():
        sys.stderr.write(f"{given.home}: no config.toml here\n")
        return 1
    done = back_up(given.home.absolute(), given.where.absolute(), datetime.now(UTC))
    for old in backups(done.parent)[: -max(given.keep, 1)]:
        shutil.rmtree(old)
    sys.stdout.write(f"{done}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
