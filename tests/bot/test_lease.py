"""What the process that has the lease of a database may do, and what it may no longer do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest
import pytest_asyncio
from telegram.error import NetworkError

from bot.lease import HeldRequest, Holding
from storage.database import LeaseLost, Opened, open_database
from storage.lease import LASTS
from tests.clock import FakeClock

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def opened(postgres_url: str, clock: FakeClock) -> AsyncIterator[Opened]:
    opened = await open_database(postgres_url, now=clock.now, seed=clock.seed)
    yield opened
    await opened.close()


async def test_nothing_goes_to_the_platform_once_the_lease_has_run_out(
    opened: Opened, clock: FakeClock, api: str
) -> None:
    assert opened.lease is not None
    holding = Holding(opened.lease, clock)
    request = HeldRequest(holding)
    await request.initialize()
    assert (await request.do_request(f"{api}/anything", "POST"))[0] == 404
    clock.advance(LASTS)
    with pytest.raises(NetworkError, match="lease"):
        await request.do_request(f"{api}/anything", "POST")
    await holding.during(asyncio.sleep(0.2))
    assert (await request.do_request(f"{api}/anything", "POST"))[0] == 404
    await request.shutdown()


async def test_the_work_is_ended_when_the_lease_is_lost(opened: Opened, postgres_url: str, clock: FakeClock) -> None:
    assert opened.lease is not None
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("UPDATE lease SET epoch = epoch + 1")
    with pytest.raises(LeaseLost):
        await asyncio.wait_for(Holding(opened.lease, clock).during(asyncio.sleep(3600)), 60)


async def test_what_the_work_comes_to_is_what_is_heard_of_it(opened: Opened, clock: FakeClock) -> None:
    async def fails() -> None:
        raise ValueError("wrong")

    assert opened.lease is not None
    with pytest.raises(ValueError, match="wrong"):
        await Holding(opened.lease, clock).during(fails())
