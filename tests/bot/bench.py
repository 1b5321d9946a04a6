"""A small installation in a folder, whose rows a test may look at and meddle with, and commands typed beside it."""

from __future__ import annotations

import asyncio
import contextlib
import io
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.command_line import obey
from bot.config import Config
from bot.config_tables import ContactsTable
from domain.areas import Area, AreaKind, Spot
from domain.events import Event
from domain.matters.life import life
from domain.people.person import Person
from storage.database import open_beside, open_database
from storage.transaction import Transaction
from tests.bot.program import TOKEN, Ended
from tests.clock import FakeClock
from tests.storage.support import matter

T = TypeVar("T")
CLOCKS = Config(contacts=ContactsTable(desk="0931-5550100")).reckoning()
AREAS = [Area("taoyuan", AreaKind.COMMUNITY, "", "桃源社区"), Area("g1", AreaKind.GRID, "taoyuan", "桃源一网格")]


class Bench:
    """`home` holds config.toml, the database and media."""

    def __init__(self, home: Path, clock: FakeClock, url: str = "") -> None:
        self.home, self.clock = home, clock
        self.path = home / "little-bench.sqlite3"
        self.url = url or f"sqlite:///{self.path}"
        (home / "media").mkdir(parents=True)
        (home / "media" / "lamp").write_bytes(b"lamp")
        database = f'[database]\nurl = "{url}"\n' if url else ""
        words = f'[bot]\ntoken_file = "token.txt"\n{database}[contacts]\ndesk = "0931-5550100"\n'
        (home / "config.toml").write_text(words, "utf-8")
        (home / "token.txt").write_text(TOKEN, "utf-8")

    def does(self, command: str, *words: str) -> Ended:
        """One command in Chinese, to its end."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = obey([command, "--config", str(self.home / "config.toml"), *words])
        return Ended(status, out.getvalue(), err.getvalue())

    def backs_up(self, *words: str) -> Path:
        done = self.does("backup", "--chinese", *words)
        assert done.status == 0, done.err
        return Path(done.out.partition("：")[2].splitlines()[0])

    def rows(self, act: Callable[[Transaction], T], *, alone: bool = True) -> T:
        """In one transaction, as a bot would or as a command beside it."""

        async def run() -> T:
            opened = open_database if alone else open_beside
            database = await opened(self.url, now=self.clock.now, seed=self.clock.seed)
            try:
                return await database.transact("test", act)
            finally:
                await database.close()

        return asyncio.run(run())


def files_one(tx: Transaction) -> str:
    """One matter more, with the day's next number."""
    if not tx.areas.tree().areas:
        tx.areas.replace(AREAS, [])
        for id in ("li", "wang"):
            tx.people.save(Person(id, id))
    day = tx.now.date()
    seq = tx.matters.next_seq(day)
    filed = matter(
        f"m{day:%y%m%d}{seq}", seq=seq, filed_on=day, spot=Spot("g1", "3号楼"), filed_at=tx.now, sent_at=tx.now
    )
    facts = {"owner": "wang", "tier": filed.tier.value, "kind": filed.kind, "sent_at": tx.now.isoformat()}
    event = tx.events.append(Event(f"matter:{filed.id}", "MatterFiled", tx.now, "li", facts))
    tx.matters.add(life([event], CLOCKS).on(filed))
    tx.asked.add(filed.id, "wang")
    return filed.number


def meddled(path: Path, sql: str) -> None:
    """Somebody with a database program of her own was there."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


def torn(path: Path) -> None:
    """Some pages in the middle hold something else."""
    with path.open("r+b") as file:
        file.seek(4096 * 5)
        file.write(b"\xff" * 4096 * 12)
