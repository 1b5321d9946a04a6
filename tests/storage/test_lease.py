"""One bot at a time on a PostgreSQL server: who has the lease, who may take it, and what becomes of who has lost it."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator

import psycopg
import pytest
import pytest_asyncio

from storage.database import (
    Database,
    LeaseLost,
    Opened,
    SecondInstance,
    StorageError,
    open_beside,
    open_database,
)
from storage.lease import WAIT
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.waiting import until

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def first(postgres_url: str, clock: FakeClock) -> AsyncIterator[Opened]:
    opened = await open_database(postgres_url, now=clock.now, seed=clock.seed)
    yield opened
    await opened.close()


async def another(url: str, clock: FakeClock) -> Opened:
    return await open_database(url, now=clock.now, seed=clock.seed)


def done_to_the_lease(url: str, sql: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.encode())


def runs_out(url: str) -> None:
    """As when the process that has it is stopped: its connection stays."""
    done_to_the_lease(url, "UPDATE lease SET until = clock_timestamp()")


async def writes(database: Database, name: str) -> None:
    await database.transact("write", lambda tx: tx.notes.set(name, "written"))


async def test_a_second_one_is_refused_and_told_who_is_at_work(
    postgres_url: str, first: Opened, clock: FakeClock
) -> None:
    with pytest.raises(SecondInstance) as refused:
        await another(postgres_url, clock)
    assert refused.value.pid.startswith(f"{os.getpid()}@")
    await writes(first, "goes on")


async def test_a_short_command_works_beside_it(postgres_url: str, first: Opened, clock: FakeClock) -> None:
    beside = await open_beside(postgres_url, now=clock.now, seed=clock.seed)
    await writes(beside, "beside")
    await beside.close()
    await writes(first, "goes on")


async def test_who_ends_leaves_it_to_the_next(postgres_url: str, clock: FakeClock) -> None:
    for _ in range(2):
        await (await another(postgres_url, clock)).close()


async def test_whose_connection_is_gone_has_died_and_is_not_waited_for(
    postgres_url: str, first: Opened, clock: FakeClock
) -> None:
    done_to_the_lease(postgres_url, "SELECT pg_terminate_backend(backend, 5000) FROM lease")
    await (await another(postgres_url, clock)).close()


async def test_who_was_stopped_for_too_long_can_do_nothing_more(
    postgres_url: str, first: Opened, clock: FakeClock
) -> None:
    runs_out(postgres_url)
    second = await another(postgres_url, clock)
    with pytest.raises(LeaseLost):
        await writes(first, "too late")
    assert first.lease is not None
    with pytest.raises(LeaseLost):
        await first.lease.renew()
    await writes(second, "in time")
    assert await second.read("kept", lambda tx: (tx.notes.get("too late"), tx.notes.get("in time"))) == (
        None, "written",
    )  # fmt: skip
    await second.close()


async def test_the_end_of_who_has_lost_it_takes_nothing_from_who_has_it(postgres_url: str, clock: FakeClock) -> None:
    first = await another(postgres_url, clock)
    runs_out(postgres_url)
    second = await another(postgres_url, clock)
    await first.close()
    await writes(second, "goes on")
    await second.close()


async def test_who_was_late_but_not_replaced_goes_on(postgres_url: str, first: Opened, clock: FakeClock) -> None:
    runs_out(postgres_url)
    assert first.lease is not None
    await first.lease.renew()
    with pytest.raises(SecondInstance):
        await another(postgres_url, clock)


async def test_a_lost_connection_is_made_again(postgres_url: str, first: Opened, clock: FakeClock) -> None:
    assert first.lease is not None
    done_to_the_lease(postgres_url, "SELECT pg_terminate_backend(backend, 5000) FROM lease")
    with pytest.raises(StorageError):
        await first.lease.renew()
    await first.lease.renew()
    with pytest.raises(SecondInstance):
        await another(postgres_url, clock)


async def test_what_was_begun_under_the_lease_is_done_before_another_has_it(
    postgres_url: str, first: Opened, clock: FakeClock
) -> None:
    begun, let_go = threading.Event(), threading.Event()

    def slow(tx: Transaction) -> None:
        tx.notes.set("begun in time", "written")
        begun.set()
        let_go.wait(10)

    act = asyncio.create_task(first.transact("slow", slow))
    await asyncio.to_thread(begun.wait, 10)
    runs_out(postgres_url)
    taking = asyncio.create_task(another(postgres_url, clock))
    await asyncio.sleep(0.3)
    assert not taking.done()
    let_go.set()
    await act
    second = await taking
    assert await second.read("kept", lambda tx: tx.notes.get("begun in time")) == "written"
    await second.close()


async def test_of_two_who_wait_for_what_was_begun_one_has_it(
    postgres_url: str, first: Opened, clock: FakeClock
) -> None:
    begun, let_go = threading.Event(), threading.Event()

    def slow(tx: Transaction) -> None:
        begun.set()
        let_go.wait(60)

    act = asyncio.create_task(first.transact("slow", slow))
    await asyncio.to_thread(begun.wait, 10)
    runs_out(postgres_url)
    both = [asyncio.create_task(another(postgres_url, clock)) for _ in range(2)]
    with psycopg.connect(postgres_url, autocommit=True) as watch:
        waiting = "SELECT 1 FROM pg_stat_activity WHERE query = %s AND wait_event_type = 'Lock'"
        await until(lambda: len(watch.execute(waiting, (WAIT,)).fetchall()) == 2)
    let_go.set()
    await act
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    (refused,) = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    (second,) = [outcome for outcome in outcomes if not isinstance(outcome, BaseException)]
    assert isinstance(refused, SecondInstance)
    await second.close()
