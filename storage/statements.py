"""How a repository speaks to whichever engine it runs on: named parameters in, rows by column name out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol


class Row(Protocol):
    def __getitem__(self, column: str, /) -> Any: ...


class Cursor(Protocol):
    @property
    def rowcount(self) -> int: ...
    def fetchone(self) -> Any: ...
    def fetchall(self) -> list[Any]: ...


Execute = Callable[[str, Mapping[str, object]], Cursor]


class Statements:
    """The statements of one transaction; only repositories hold it."""

    def __init__(self, execute: Execute, engine: str) -> None:
        self._execute = execute
        self.engine = engine
        """"sqlite" or "postgres", for the few repositories that need more than one dialect of the same statement."""

    def run(self, sql: str, **values: object) -> int:
        """The number of rows changed."""
        return self._execute(sql, values).rowcount

    def one(self, sql: str, **values: object) -> Row | None:
        row: Row | None = self._execute(sql, values).fetchone()
        return row

    def all(self, sql: str, **values: object) -> Sequence[Row]:
        return self._execute(sql, values).fetchall()
