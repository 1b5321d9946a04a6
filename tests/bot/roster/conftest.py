"""Somebody at a shell with a configuration and a roster to be loaded."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest

from bot.command_line import obey
from storage.database import open_beside
from storage.transaction import Transaction
from tests.bot.roster.books import Spoil, book
from tests.clock import FakeClock

T = TypeVar("T")
TABLES = ("areas", "talk_points", "people", "appointments", "events", "outbox", "notes")


@dataclass
class Operator:
    """At a shell, in a folder with a configuration, speaking Chinese."""

    folder: Path
    capsys: pytest.CaptureFixture[str]
    out: str = ""
    err: str = ""

    def does(self, *line: object) -> int:
        command, *rest = map(str, line)
        status = obey([command, "--config", str(self.folder / "config.toml"), "--chinese", *rest])
        self.out, self.err = self.capsys.readouterr()
        return status

    def loads(self, *spoils: Spoil) -> None:
        assert self.does("load", "--yes", book(self.folder, *spoils)) == 0, self.err

    def rows(self, act: Callable[[Transaction], T]) -> T:
        async def asked() -> T:
            clock = FakeClock()
            path = self.folder / "little-bench.sqlite3"
            database = await open_beside(f"sqlite:///{path}", now=clock.now, seed=clock.seed)
            try:
                return await database.transact("test", act)
            finally:
                await database.close()

        return asyncio.run(asked())

    def everything(self) -> dict[str, list[tuple[object, ...]]]:
        with sqlite3.connect(self.folder / "little-bench.sqlite3") as connection:
            found = {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES}
        connection.close()
        return found

    def id_of(self, name: str) -> str:
        def act(tx: Transaction) -> str:
            people = [tx.people.get(post.person_id) for post in tx.roster.all()]
            return next(person.id for person in people if person.name == name)

        return self.rows(act)


@pytest.fixture
def operator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Operator:
    config = '[bot]\ntoken = "424242:AAHdqTcvCH1vGWJxfSeofSAs0K5Pabc"\n[contacts]\ndesk = "0931-5550100"\n'
    (tmp_path / "config.toml").write_text(config, "utf-8")
    return Operator(tmp_path, capsys)
