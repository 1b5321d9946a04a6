"""Brings a database from the schema it has to the one of this release, one numbered file at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Protocol, TypeVar

from storage.errors import NewerDatabase
from storage.transaction import Transaction
from storage.values import at_text

T = TypeVar("T")

ORDER = "schema"


class Transact(Protocol):
    def __call__(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> Awaitable[T]: ...


@dataclass(frozen=True, slots=True)
class Migration:
    """One step; `version` is the number that its file name begins with."""

    version: int
    name: str
    sql: str


def known_migrations() -> list[Migration]:
    found = [file for file in files("storage").joinpath("migrations").iterdir() if file.name.endswith(".sql")]
    steps = (Migration(int(f.name[:4]), f.name.removesuffix(".sql"), f.read_text("utf-8")) for f in found)
    return sorted(steps, key=lambda step: step.version)


async def migrate(transact: Transact, steps: list[Migration] | None = None) -> None:
    """Apply what is missing, each step whole or not at all; raises NewerDatabase when the database is ahead of us."""
    steps = known_migrations() if steps is None else steps
    applied = await transact("schema", _applied, order=ORDER)
    if applied > steps[-1].version:
        raise NewerDatabase(applied, steps[-1].version)
    for step in steps:
        if step.version > applied:
            await transact(f"migration {step.name}", partial(_apply, step), order=ORDER)


def _applied(tx: Transaction) -> int:
    tx.statements.run(
        "CREATE TABLE IF NOT EXISTS schema_migrations"
        " (version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)"
    )
    row = tx.statements.one("SELECT COALESCE(MAX(version), 0) AS newest FROM schema_migrations")
    return int(row["newest"]) if row else 0


def _apply(step: Migration, tx: Transaction) -> None:
    if _applied(tx) >= step.version:  # another process was quicker
        return
    for statement in split(step.sql):
        tx.statements.run(statement)
    tx.statements.run(
        "INSERT INTO schema_migrations (version, name, applied_at) VALUES (:version, :name, :at)",
        version=step.version, name=step.name, at=at_text(tx.now),
    )  # fmt: skip


def split(script: str) -> Iterator[str]:
    """The statements of a script; each ends with a semicolon at the end of a line."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
