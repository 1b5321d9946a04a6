"""Brings a database from the schema it has to the one of this release, one numbered file at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Protocol, TypeVar

from storage.errors import NewerDatabase
from storage.transaction import Transaction
from storage.values import at_text

T = TypeVar("T")

ORDER = "schema"
Portion = Callable[[Transaction], bool]
"""One small transaction of what a new table is filled with; False once nothing is left to be filled."""


class Transact(Protocol):
    def __call__(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> Awaitable[T]: ...


@dataclass(frozen=True, slots=True)
class Migration:
    """One step; `version` is the number that its file name begins with."""

    version: int
    name: str
    sql: str


def known_migrations(engine: str) -> list[Migration]:
    """Those of this engine, in order: "0001_first.sql" is every engine's, "0003_search.sqlite.sql" of one alone."""
    found: list[Migration] = []
    for file in files("storage").joinpath("migrations").iterdir():
        name, _, rest = file.name.partition(".")
        if rest in ("sql", f"{engine}.sql"):
            found.append(Migration(int(name[:4]), name, file.read_text("utf-8")))
    return sorted(found, key=lambda step: step.version)


async def migrate(transact: Transact, steps: list[Migration], portions: Mapping[str, Portion]) -> None:
    """Apply what is missing, each step whole or not at all, whatever its number.

    Then `portions` fill new tables, by name, in small transactions, and go on after a crash where they stopped. Raises
    NewerDatabase when the database holds a step that this release does not know.
    """
    lacking = await missing(transact, steps)
    for step in steps:
        if step in lacking:
            await transact(f"migration {step.name}", partial(_apply, step), order=ORDER)
    for name, portion in portions.items():
        while await transact(f"filling {name}", portion, order=ORDER):
            pass


async def missing(transact: Transact, steps: list[Migration]) -> list[Migration]:
    """Those that have not been applied yet. Raises NewerDatabase."""
    applied = await transact("schema", _applied, order=ORDER)
    unknown = sorted(set(applied) - {step.version for step in steps})
    if unknown:
        raise NewerDatabase(f"{unknown[0]:04d} ({applied[unknown[0]]})", steps[-1].version)
    return [step for step in steps if step.version not in applied]


def _applied(tx: Transaction) -> dict[int, str]:
    tx.statements.run(
        "CREATE TABLE IF NOT EXISTS schema_migrations"
        " (version BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)"
    )
    return {row["version"]: row["name"] for row in tx.statements.all("SELECT version, name FROM schema_migrations")}


def _apply(step: Migration, tx: Transaction) -> None:
    if step.version in _applied(tx):  # another process was quicker
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
