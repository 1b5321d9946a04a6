"""A database, a platform's stand-in, and a clock that moves only when told to."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path

import pytest
import pytest_asyncio

from sandbox import Sandbox
from storage.database import Database, open_database
from tests.bot.operator import Operator
from tests.bot.postman import Postman
from tests.bot.program import CANARIES, TOKEN, Program, sandbox_of_one_bot
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


@pytest_asyncio.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Telegram's stand-in; it listens once something asks for `api`."""
    sandbox = sandbox_of_one_bot()
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture
async def api(sandbox: Sandbox) -> str:
    return await sandbox.start()


@pytest.fixture
def operator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Operator:
    """Before an empty folder, with a token in a file beside it."""
    folder = tmp_path / "bench"
    folder.mkdir()
    (tmp_path / "token").write_text(TOKEN + "\n", "utf-8")
    return Operator(folder, monkeypatch, capsys)


@pytest_asyncio.fixture
async def program(operator: Operator, api: str) -> AsyncIterator[Program]:
    """The demo's district, loaded in the operator's folder."""
    program = Program(operator.folder, api)
    yield await program.has_a_district()
    await program.is_over()
    assert not any(canary in program.words + operator.said for canary in CANARIES)


@pytest.fixture
def port() -> int:
    """Free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])
