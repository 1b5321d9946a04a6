"""What is kept beside every backup: what it is of, and the head of each chain in it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from storage.copying import COPY_OF
from storage.heads import Head, Heads, newest_at, origin_of
from storage.reading import reading
from storage.transaction import Transaction

ABOUT, CHAINS = "backup.json", "heads.txt.gz"
NEWEST = "backup.newest"
"""The note in the running database that says where its last backup lies."""


@dataclass(frozen=True, slots=True)
class About:
    """One backup: when it was made, of which engine, the name of the file with the rows, their schema and heads.

    `origin` tells the installation from others whose backups lie in the same folder. `broken` are rows of the ledger
    that did not hold when it was made, "subject row" each.
    """

    made_at: datetime
    engine: str
    database: str
    schema: int
    origin: str
    heads: Heads
    broken: tuple[str, ...] = ()


def write(folder: Path, about: About, heads: Sequence[Head]) -> None:
    body = asdict(about) | {"made_at": about.made_at.isoformat()}
    body["heads"] |= {"newest_at": about.heads.newest_at.isoformat() if about.heads.newest_at else None}
    (folder / ABOUT).write_text(json.dumps(body, indent=2) + "\n", "utf-8")
    with gzip.open(folder / CHAINS, "wt", encoding="utf-8") as file:
        file.writelines(f"{head.subject} {head.seq} {head.hash}\n" for head in heads)


def about(folder: Path) -> About | None:
    """None where a backup says nothing of itself: it is of an earlier release, or it was meddled with."""
    try:
        found: dict[str, Any] = json.loads((folder / ABOUT).read_text("utf-8"))
        heads, newest = found["heads"], found["heads"]["newest_at"]
        kept = Heads(**{**heads, "newest_at": datetime.fromisoformat(newest) if newest else None})
        made_at = datetime.fromisoformat(found["made_at"])
        return About(
            made_at, found["engine"], found["database"], found["schema"], found["origin"], kept, tuple(found["broken"])
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError):
        return None


def chains(folder: Path) -> Iterator[Head]:
    """The head of each chain. Raises OSError, ValueError when they cannot be read."""
    with gzip.open(folder / CHAINS, "rt", encoding="utf-8") as file:
        for line in file:
            subject, seq, digest = line.rstrip("\n").rsplit(" ", 2)
            yield Head(subject, int(seq), digest)


def noted(folder: Path, made_at: datetime) -> str:
    """The note's value."""
    return json.dumps({"folder": str(folder), "made_at": made_at.isoformat()})


def last_backup(tx: Transaction) -> tuple[Path, datetime] | None:
    """The folder and the moment of the last backup that this database knows of."""
    written = tx.notes.get(NEWEST)
    if written is None:
        return None
    found = json.loads(written)
    return Path(found["folder"]), datetime.fromisoformat(found["made_at"])


def backups_in(where: Path) -> list[Path]:
    """The finished ones, the oldest first."""
    if not where.is_dir():
        return []
    return sorted(folder for folder in where.iterdir() if folder.name[:1].isdigit() and folder.name.endswith("Z"))


def of_one(where: Path, origin: str) -> list[tuple[Path, About]]:
    """Those of one installation, the oldest first."""
    found = [(folder, about(folder)) for folder in backups_in(where)]
    return [(folder, kept) for folder, kept in found if kept is not None and kept.origin == origin]


def newest_known(where: Path, origin: str) -> tuple[Path, About] | None:
    """The backup of this installation in this folder in which most recently something happened."""
    kept = [(folder, found) for folder, found in of_one(where, origin) if found.heads.newest_at]
    return max(kept, key=lambda one: (one[1].heads.newest_at, one[0]), default=None)


class IsACopy(Exception):
    """This database is a backup that was put in place by hand: what it would send was sent, numbers would repeat."""


class Behind(Exception):
    """Something has happened since that stands in a backup: `folder`'s, at `known_at`; here the last is `last_at`."""

    def __init__(self, folder: Path, last_at: datetime | None, known_at: datetime) -> None:
        super().__init__(str(folder))
        self.folder = folder
        self.last_at = last_at
        self.known_at = known_at


def must_be_the_newest(url: str, now: datetime) -> None:
    """Before a bot begins to work on it. Raises IsACopy, Behind and what the engine raises."""
    with reading(url, now) as tx:
        from_copy, last = tx.notes.get(COPY_OF), last_backup(tx)
        last_at, origin = newest_at(tx), origin_of(tx)
    if from_copy is not None:
        raise IsACopy(from_copy)
    newest = newest_known(last[0].parent, origin) if last else None
    if newest is None:
        return
    folder, known = newest
    assert known.heads.newest_at is not None
    if last_at is None or last_at < known.heads.newest_at:
        raise Behind(folder, last_at, known.heads.newest_at)
