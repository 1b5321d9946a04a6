"""Whom the house has forgotten, put down beside the database: a backup from before would know them again."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from domain.open import Due
from handlers.safety.erasing import AGAIN, ERASE, TOLD, WAITS
from storage.database import Database
from storage.transaction import Transaction

NAME = "erased.txt"
"""In the folder for media, so that every backup takes it along. A line has an id and an instant, nothing else."""


def put_down(media: Path, person_id: str, at: datetime) -> None:
    """Once each, and on the disk before anything else is done."""
    if person_id in listed([media]):
        return
    media.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (media / NAME).open("a+", encoding="ascii") as file:
        os.fchmod(file.fileno(), 0o600)
        file.seek(0)
        there = file.read()
        line_end = "\n" if there and not there.endswith("\n") else ""
        file.write(f"{line_end}{person_id} {at.isoformat()}\n")
        file.flush()
        os.fsync(file.fileno())


def listed(folders: Iterable[Path]) -> Sequence[str]:
    """The ids in the lists of these folders, each once; a line cut off by a crash is none."""
    found: dict[str, None] = {}
    for file in (folder / NAME for folder in folders):
        if file.is_file():
            lines = file.read_text("ascii", errors="replace").splitlines(keepends=True)
            found |= {line.split(" ")[0]: None for line in lines if line.endswith("\n") and " " in line}
    return list(found)


def forget_again(tx: Transaction, person_ids: Iterable[str]) -> int:
    """In a database from before they were forgotten; how many of them it knew. The bot ends what they have open there.

    Whoever had only asked then may have taken it back since: she has a new day, and is told so.
    """
    forgotten = tx.erasing.at_once(person_ids)
    for person_id in forgotten:
        tx.schedule.add(Due(ERASE, f"person:{person_id}", f"{AGAIN}{tx.now.isoformat()}", tx.now))
    for person_id in tx.erasing.waiting():
        subject, due_at = f"person:{person_id}", tx.now + WAITS
        tx.schedule.cancel(subject, (ERASE,))
        tx.erasing.ask(person_id, due_at)
        tx.schedule.add(Due(ERASE, subject, tx.now.isoformat(), due_at))
        tx.schedule.add(Due(ERASE, subject, f"{TOLD}{tx.now.isoformat()}", tx.now))
    return len(forgotten)


async def unlink_waiting(database: Database, media: Path) -> None:
    """The files that are to go, now; a running bot does the same by itself."""
    for subject in await database.read("forget", lambda tx: tx.files.waiting()):
        name = await database.read("forget", partial(_lies, subject))
        if name:
            await asyncio.to_thread((media / name).unlink, missing_ok=True)
        await database.transact("forget", partial(_gone, subject))


def _lies(subject: str, tx: Transaction) -> str:
    return tx.files.lies(subject)


def _gone(subject: str, tx: Transaction) -> None:
    tx.files.gone(subject)
