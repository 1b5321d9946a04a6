"""A short command beside a running bot: both write, neither fails, and what differs is refused by name."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from storage.database import Database, OlderDatabase, open_beside, open_database
from storage.lock import holder
from storage.migrate import known_migrations
from storage.transaction import Transaction
from tests.clock import FakeClock

HOLDS = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA busy_timeout=5000")
for _ in range(3):
    connection.execute("BEGIN IMMEDIATE")
    print("holds", flush=True)
    time.sleep(0.3)
    connection.execute("COMMIT")
"""


def note(name: str, tx: Transaction) -> None:
    tx.notes.set(name, "kept")


async def noted(database: Database, name: str) -> str | None:
    return await database.read("noted", lambda tx: tx.notes.get(name))


@pytest.mark.asyncio
async def test_both_write_and_each_sees_what_the_other_wrote(url: str, clock: FakeClock) -> None:
    bot = await open_database(url, now=clock.now, seed=clock.seed)
    command = await open_beside(url, now=clock.now, seed=clock.seed)
    await command.transact("load", lambda tx: tx.notes.set("a", "by the command"))
    await bot.transact("turn", lambda tx: tx.notes.set("b", "by the bot"))
    assert await noted(bot, "a") == "by the command"
    assert await noted(command, "b") == "by the bot"
    await command.close()
    await bot.transact("turn", lambda tx: tx.notes.set("c", "on and on"))
    await bot.close()


@pytest.mark.asyncio
async def test_a_new_database_is_made(url: str, clock: FakeClock) -> None:
    command = await open_beside(url, now=clock.now, seed=clock.seed)
    assert await noted(command, "a") is None
    await command.close()


@pytest.mark.asyncio
async def test_commands_that_make_a_new_one_at_the_same_time_wait_for_one_another(url: str, clock: FakeClock) -> None:
    commands = await asyncio.gather(*(open_beside(url, now=clock.now, seed=clock.seed) for _ in range(3)))
    for number, command in enumerate(commands):
        await command.transact("note", partial(note, f"n{number}"))
    assert [await noted(commands[0], f"n{number}") for number in range(3)] == ["kept"] * 3
    for command in commands:
        await command.close()


@pytest.mark.asyncio
async def test_a_command_that_meets_a_new_one_half_made_waits_until_it_is_whole(
    sqlite_url: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as half:
        half.setattr("storage.database.known_migrations", lambda engine: known_migrations(engine)[:7])
        half.setattr("storage.database.FILLED", {})
        maker = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    command = asyncio.create_task(open_beside(sqlite_url, now=clock.now, seed=clock.seed))
    await asyncio.sleep(0.3)
    assert not command.done()
    await maker.close()
    assert await noted(await command, "a") is None
    await command.result().close()


@pytest.mark.asyncio
async def test_several_at_once_make_a_new_database_together_and_a_bot_too(postgres_url: str, clock: FakeClock) -> None:
    """On a server; a file is the bot's alone while it is made."""

    async def after(seconds: float) -> Database:
        await asyncio.sleep(seconds)
        return await open_beside(postgres_url, now=clock.now, seed=clock.seed)

    bot = open_database(postgres_url, now=clock.now, seed=clock.seed)
    for database in await asyncio.gather(bot, *(after(n * 0.05) for n in range(1, 6))):
        assert await noted(database, "a") is None
        await database.close()


@pytest.mark.asyncio
async def test_the_bot_may_start_while_a_command_is_at_work(sqlite_url: str, clock: FakeClock) -> None:
    command = await open_beside(sqlite_url, now=clock.now, seed=clock.seed)
    bot = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    await bot.close()
    await command.close()


async def with_a_step_less(url: str, clock: FakeClock) -> None:
    database = await open_database(url, now=clock.now, seed=clock.seed)
    newest = "(SELECT MAX(version) FROM schema_migrations)"
    statement = f"DELETE FROM schema_migrations WHERE version = {newest}"
    await database.transact("older", lambda tx: tx.statements.run(statement))
    await database.close()


@pytest.mark.asyncio
async def test_an_earlier_release_at_work_is_left_alone_and_told(
    sqlite_url: str, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.database.TRIES_OF_OLDER", 2)
    bot = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    await bot.transact("older", lambda tx: tx.statements.run("DELETE FROM schema_migrations WHERE version = 1"))
    with pytest.raises(OlderDatabase, match="run") as refusal:
        await open_beside(sqlite_url, now=clock.now, seed=clock.seed)
    assert refusal.value.pid == str(os.getpid())
    await bot.close()


@pytest.mark.asyncio
async def test_on_a_server_nobody_can_tell_so_an_earlier_schema_is_left_alone(
    postgres_url: str, clock: FakeClock
) -> None:
    await with_a_step_less(postgres_url, clock)
    with pytest.raises(OlderDatabase):
        await open_beside(postgres_url, now=clock.now, seed=clock.seed)


@pytest.mark.asyncio
async def test_the_bot_waits_while_another_process_writes(sqlite_url: str, clock: FakeClock, tmp_path: Path) -> None:
    bot = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    path = str(tmp_path / "bench.sqlite3")
    other = await asyncio.create_subprocess_exec(sys.executable, "-c", HOLDS, path, stdout=asyncio.subprocess.PIPE)
    assert other.stdout is not None
    await other.stdout.readline()
    began = time.monotonic()
    await asyncio.gather(*(bot.transact("turn", partial(note, str(number))) for number in range(50)))
    assert time.monotonic() - began > 0.1
    assert (await other.communicate(), other.returncode)[1] == 0
    await bot.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT COUNT(*) FROM notes WHERE value = 'kept'").fetchone() == (50,)
    connection.close()


@pytest.mark.asyncio
async def test_who_holds_it_is_known_only_while_it_is_held(sqlite_url: str, clock: FakeClock, tmp_path: Path) -> None:
    path = str(tmp_path / "bench.sqlite3")
    assert holder(path) is None
    bot = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    assert holder(path) == os.getpid()
    await bot.close()
    assert holder(path) is None
