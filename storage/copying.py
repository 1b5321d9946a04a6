"""A copy of an SQLite file as it stood at one moment, also beside a bot that writes; and whether a file is sound."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from storage.errors import DatabaseDamaged
from storage.values import at_text

COPY_OF = "backup.copy_of"
"""The note by which a database knows that it is a backup: nobody works on it before it is put back properly."""
MOST = 20
"""More of what is wrong with a file tells nobody more."""


def copy(source: Path, target: Path, at: datetime) -> None:
    """SQLite copies it by itself, whole; the copy needs no file beside it and knows what it is.

    Raises DatabaseDamaged when the source cannot be read to its end.
    """
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    with closing(_reading(source)) as reading, closing(sqlite3.connect(target)) as writing:
        try:
            reading.backup(writing)
            writing.execute("PRAGMA journal_mode=DELETE")
            writing.execute(
                "INSERT INTO notes (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (COPY_OF, at_text(at)),
            )
            writing.commit()
        except sqlite3.DatabaseError as error:
            raise DatabaseDamaged(str(source), str(error)) from error
    synced(target)


def wrong_with(path: Path, *, thorough: bool = True) -> list[str]:
    """What contradicts itself in this file, in SQLite's words; none when it is sound."""
    check = "integrity_check" if thorough else "quick_check"
    try:
        with closing(_reading(path)) as connection:
            found = [str(row[0]) for row in connection.execute(f"PRAGMA {check}({MOST})")]
    except sqlite3.DatabaseError as error:
        return [str(error)]
    return [words for words in found if words != "ok"]


def strays_in(path: Path) -> list[str]:
    """Rows that point to rows that are not there. Raises sqlite3.DatabaseError."""
    with closing(_reading(path)) as connection:
        rows = connection.execute("PRAGMA foreign_key_check").fetchmany(MOST)
    return [f"{table} row {row} points to no {parent}" for table, row, parent, _ in rows]


def set_aside(path: Path, folder: Path) -> None:
    """The database and its log go to the folder; the file itself stays in its place too until another replaces it."""
    os.link(path, folder / path.name)
    for name in (f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(FileNotFoundError):
            path.with_name(name).rename(folder / name)


def synced(path: Path) -> None:
    """Comes back once the file, or the names in a folder, are on the disk."""
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
