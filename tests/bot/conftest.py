"""A database, a platform's stand-in, and a clock that moves only when told to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine

import pytest
import pytest_asyncio

from storage.database import Database, open_database
from tests.bot.postman import Postman
from tests.clock import FakeClock

Beside = Callable[[Coroutine[object, object, None]], "asyncio.Task[None]"]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest_asyncio.fixture
async def database(clock: FakeClock) -> AsyncIterator[Database]:
    database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)
    yield database
    await database.close()


@pytest.fixture
def postman() -> Postman:
    return Postman()


@pytest_asyncio.fixture
async def beside() -> AsyncIterator[Beside]:
    """Runs a coroutine beside the test and ends it afterwards."""
    tasks: list[asyncio.Task[None]] = []

    def run(coroutine: Coroutine[object, object, None]) -> asyncio.Task[None]:
        tasks.append(asyncio.ensure_future(coroutine))
        return tasks[-1]

    yield run
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
