"""Group commit on SQLite: when the commit or the disk fails, everybody of the batch hears so and nothing is kept."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from storage.database import CommitFailed, Database, DatabaseBusy, DatabaseClosed, DatabaseDamaged, open_database
from storage.errors import TransactionLost
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.storage.support import tear

BIG = "x" * 4_000_000


async def outcomes_of(database: Database, *acts: Callable[[Transaction], object]) -> list[object]:
    return await asyncio.gather(*(database.transact("act", act) for act in acts), return_exceptions=True)


async def note(database: Database, name: str) -> str | None:
    return await database.read("note", lambda tx: tx.notes.get(name))


async def fill_the_disk(database: Database) -> None:
    def leave_little(tx: Transaction) -> None:
        row = tx.statements.one("SELECT page_count AS pages FROM pragma_page_count()")
        assert row is not None
        tx.statements.run(f"PRAGMA max_page_count={row['pages'] + 8}")

    await database.transact("limit", leave_little)


@pytest.mark.asyncio
async def test_acts_that_wait_together_are_committed_together_or_not_at_all(sqlite: Database) -> None:
    """A broken promise between tables that SQLite only notices at COMMIT fails whoever shares the batch."""

    def prepare(tx: Transaction) -> None:
        tx.statements.run("CREATE TABLE parents (id BIGINT PRIMARY KEY)")
        tx.statements.run("CREATE TABLE children (id BIGINT REFERENCES parents DEFERRABLE INITIALLY DEFERRED)")

    def orphan(tx: Transaction) -> None:
        tx.statements.run("INSERT INTO children (id) VALUES (1)")

    await sqlite.transact("prepare", prepare)
    heard = await outcomes_of(sqlite, lambda tx: tx.notes.set("a", "1"), orphan, lambda tx: tx.notes.set("b", "1"))
    assert [type(outcome) for outcome in heard] == [CommitFailed] * 3
    assert [await note(sqlite, "a"), await note(sqlite, "b")] == [None, None]
    await sqlite.transact("afterwards", lambda tx: tx.notes.set("a", "2"))
    assert await note(sqlite, "a") == "2"


@pytest.mark.asyncio
async def test_on_a_full_disk_the_whole_batch_is_lost_and_everybody_hears_so(sqlite: Database) -> None:
    await fill_the_disk(sqlite)
    heard = await outcomes_of(
        sqlite,
        lambda tx: tx.notes.set("before", "1"),
        lambda tx: tx.notes.set("big", BIG),
        lambda tx: tx.notes.set("after", "1"),
    )
    assert [type(outcome) for outcome in heard] == [CommitFailed] * 3
    assert [type(outcome.__cause__) for outcome in heard if isinstance(outcome, CommitFailed)] == [TransactionLost] * 3
    assert [await note(sqlite, name) for name in ("before", "big", "after")] == [None] * 3


@pytest.mark.asyncio
async def test_it_goes_on_by_itself_when_there_is_room_again(sqlite: Database) -> None:
    await fill_the_disk(sqlite)
    with pytest.raises(CommitFailed):
        await sqlite.transact("big", lambda tx: tx.notes.set("big", BIG))
    await sqlite.transact("room", lambda tx: tx.statements.run("PRAGMA max_page_count=1000000"))
    await sqlite.transact("big", lambda tx: tx.notes.set("big", BIG))
    assert await note(sqlite, "big") == BIG


@pytest.mark.asyncio
async def test_an_act_that_swallows_the_loss_of_its_transaction_writes_nothing_behind_it(sqlite: Database) -> None:
    """SQLite rolls everything back by itself; a statement after that would commit alone."""
    await fill_the_disk(sqlite)
    told: list[type[Exception]] = []

    def stubborn(tx: Transaction) -> None:
        for value in (BIG, "small"):
            try:
                tx.notes.set("stubborn", value)
            except Exception as error:
                told.append(type(error))

    heard = await outcomes_of(sqlite, lambda tx: tx.notes.set("first", "1"), stubborn)
    assert [type(outcome) for outcome in heard] == [CommitFailed] * 2
    assert told == [sqlite3.OperationalError, TransactionLost]
    assert [await note(sqlite, name) for name in ("first", "stubborn")] == [None, None]


@pytest.mark.asyncio
async def test_a_database_held_by_another_program_is_busy_and_then_free_again(sqlite: Database, tmp_path: Path) -> None:
    await sqlite.transact("patience", lambda tx: tx.statements.run("PRAGMA busy_timeout=20"))
    other = sqlite3.connect(tmp_path / "bench.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy):
        await sqlite.transact("held", lambda tx: tx.notes.set("held", "1"))
    other.execute("ROLLBACK")
    other.close()
    await sqlite.transact("free", lambda tx: tx.notes.set("held", "2"))
    assert await note(sqlite, "held") == "2"


def count(number: int, tx: Transaction) -> int:
    return number


@pytest.mark.asyncio
async def test_more_acts_than_one_batch_holds_are_all_done(sqlite: Database) -> None:
    counts = await asyncio.gather(*(sqlite.transact("count", partial(count, n)) for n in range(1000)))
    assert counts == list(range(1000))


@pytest.mark.asyncio
async def test_damage_met_while_running_is_told_as_damage_from_then_on_by_every_door(
    sqlite: Database, tmp_path: Path
) -> None:
    tear(tmp_path / "bench.sqlite3", "quarantine")
    await sqlite.transact("sound", lambda tx: tx.notes.set("a", "1"))
    with pytest.raises(DatabaseDamaged, match=r"bench\.sqlite3 is damaged"):
        await sqlite.transact("use", lambda tx: tx.quarantine.add("telegram", "1", "{}", "", tx.now))
    with pytest.raises(DatabaseDamaged):
        await sqlite.transact("write", lambda tx: tx.notes.set("a", "2"))
    with pytest.raises(DatabaseDamaged):
        await note(sqlite, "a")


@pytest.mark.asyncio
async def test_whoever_waits_hears_that_nobody_works_any_more(sqlite_url: str, clock: FakeClock) -> None:
    """As when the loop is shut down around them."""
    database = await open_database(sqlite_url, now=clock.now, seed=clock.seed)
    entered, let_go = threading.Event(), threading.Event()

    def slow(tx: Transaction) -> None:
        entered.set()
        let_go.wait(10)

    runs = asyncio.create_task(database.transact("slow", slow))
    await asyncio.to_thread(entered.wait, 10)
    waits = asyncio.create_task(database.transact("wait", lambda tx: tx.notes.set("later", "1")))
    await asyncio.sleep(0)
    for task in asyncio.all_tasks():
        if "_pump" in repr(task.get_coro()):
            task.cancel()
    with pytest.raises(DatabaseClosed):
        await waits
    let_go.set()
    await runs
    with pytest.raises(asyncio.CancelledError):
        await database.close()
