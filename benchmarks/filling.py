"""Puts a made-up district with its year of matters into a new database, in bulk, on either engine."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

import psycopg

from benchmarks.district import NOW, District, district
from benchmarks.lives import Life, lives
from domain.messages import Address
from storage.database import engine_of, open_database
from storage.dialects import for_postgres
from storage.matters import columns_of
from storage.transaction import Transaction
from storage.values import at_text, json_text

PORTION = 2_000


class Bulk(Protocol):
    def __call__(self, table: str, rows: Iterable[Mapping[str, object]]) -> None: ...


async def fill(url: str, matters: int, seed: int = 7) -> District:
    """A new database with the district, its people, all at "telegram", and so many matters."""
    made = district(seed)
    database = await open_database(url, now=lambda: NOW, seed=lambda: seed)
    await database.transact("district", lambda tx: _settle(tx, made))
    await database.close()
    with _bulk(url) as put:
        for portion in _portions(made, matters, seed):
            _put(put, portion)
    database = await open_database(url, now=lambda: NOW, seed=lambda: seed)
    await database.transact("numbers", _count_numbers)
    await database.close()
    return made


def _portions(made: District, matters: int, seed: int) -> Iterator[Sequence[Life]]:
    told = lives(made, matters, seed)
    while portion := list(itertools.islice(told, PORTION)):
        yield portion


def _settle(tx: Transaction, made: District) -> None:
    tx.areas.replace(made.areas, [])
    for number, person in enumerate(made.people):
        tx.people.save(person)
        tx.people.bind(person.id, Address("telegram", str(1_000_000 + number)))
    tx.roster.replace(made.appointments)


def _count_numbers(tx: Transaction) -> None:
    """So that matters filed afterwards go on counting."""
    tx.statements.run(
        "INSERT INTO matter_numbers (filed_on, newest) SELECT filed_on, MAX(seq) FROM matters GROUP BY filed_on"
    )


def _put(put: Bulk, portion: Sequence[Life]) -> None:
    put("matters", (columns_of(life.matter) for life in portion))
    put("contents", (
        {
            "id": c.id, "subject": c.subject, "role": c.role, "by_id": c.by, "at": at_text(c.at), "text": c.text,
            "media": "[]", "salt": c.salt, "album": "", "handle": "",
        }
        for life in portion for c in life.contents
    ))  # fmt: skip
    put("events", (
        {
            "subject": e.subject, "seq": e.seq, "type": e.type, "at": at_text(e.at), "by_id": e.by,
            "facts": json_text(dict(e.facts)), "content_id": e.content_id, "commitment": e.commitment,
            "previous": e.previous, "hash": e.hash,
        }
        for life in portion for e in life.events
    ))  # fmt: skip
    put("asked", (
        {"matter_id": life.matter.id, "person_id": life.matter.owner_id}
        for life in portion if life.matter.state == "waiting"
    ))  # fmt: skip


def _insert(table: str, columns: Iterable[str]) -> str:
    names = list(columns)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join(f':{name}' for name in names)})"


@contextmanager
def _bulk(url: str) -> Iterator[Bulk]:
    """Rows straight into the tables; committed once at the end."""
    connection: Any
    if engine_of(url) == "postgres":
        connection = psycopg.connect(url)
    else:
        connection = sqlite3.connect(url.partition("://")[2][1:])
        connection.execute("PRAGMA synchronous=OFF")

    def put(table: str, rows: Iterable[Mapping[str, object]]) -> None:
        whole = list(rows)
        if whole:
            sql = _insert(table, whole[0])
            sql = for_postgres(sql) if engine_of(url) == "postgres" else sql
            connection.cursor().executemany(sql, whole)

    try:
        yield put
        connection.execute("DELETE FROM notes WHERE name = 'search.filled'")  # the search is filled at the next opening
        connection.commit()
        if engine_of(url) == "postgres":
            connection.autocommit = True
        connection.execute("ANALYZE")
        connection.commit()
    finally:
        connection.close()
