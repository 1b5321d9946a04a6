"""Values to store, saying only what matters to the test."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from domain.areas import Spot
from domain.matters.matter import Level, Matter, State, Tier
from domain.messages import Address, Outbound, Text
from domain.people.person import Person
from storage.transaction import Transaction

T = TypeVar("T")

PAGE = 4096
NOON = datetime(2025, 11, 23, 12, 0, tzinfo=UTC)
LI = Address("telegram", "1001")
WANG = Address("telegram", "1002")


class Run(Protocol):
    """Runs an act in a transaction of its own."""

    async def __call__(self, act: Callable[[Transaction], T]) -> T: ...


def letter(words: str, to: Address = LI, **more: Any) -> Outbound:
    return Outbound(to=to, blocks=(Text(words),), **more)


def words_of(message: Outbound) -> str:
    return "".join(block.value for block in message.blocks if isinstance(block, Text))


def settle(tx: Transaction, *ids: str) -> None:
    """People of these ids exist."""
    for person_id in ids:
        tx.people.save(Person(person_id, person_id))


def matter(matter_id: str, **more: Any) -> Matter:
    plain = Matter(
        id=matter_id,
        filed_on=NOON.date(),
        seq=1,
        reporter_id="li",
        kind="light",
        tier=Tier.ORDINARY,
        spot=Spot("grid-7", "3号楼"),
        what="路灯坏了",
        state=State.WAITING,
        owner_id="wang",
        level=Level.GRID,
        sent_at=NOON,
        filed_at=NOON,
        contact_due_at=NOON,
        progress_due_at=NOON,
        result_due_at=NOON,
        promise_at=NOON,
    )
    return replace(plain, **more)


def tear(path: Path, table: str) -> None:
    """The first page of a table and of its indexes is garbage; who has the file open reads it afresh."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        roots = connection.execute("SELECT rootpage FROM sqlite_master WHERE tbl_name = ?", (table,)).fetchall()
        with path.open("r+b") as file:
            for (root,) in roots:
                file.seek((root - 1) * PAGE)
                file.write(b"\xff" * PAGE)
        connection.execute("INSERT INTO notes VALUES ('afresh', '')")
        connection.commit()
