"""kill -9 at the worst moments: nothing is lost, nothing happens twice, a repeat says that it may be one."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from sandbox import BotAccount, Person, Sandbox
from tests.bot.crashing import TOKEN, lives
from tests.bot.forking import Forked
from tests.waiting import until


class Process:
    """The small bot, run until it dies or until everything was said."""

    def __init__(self, base: str, path: Path) -> None:
        self._arguments = (base, str(path))

    async def run_until_killed(self, point: str) -> None:
        assert await Forked(lives, *self._arguments, point).ends(60) == -signal.SIGKILL

    async def run_until_said(self, sandbox: Sandbox, person: Person, count: int) -> None:
        process = Forked(lives, *self._arguments, "never")
        await until(lambda: sandbox.pending_updates == 0 and len(heard(person)) >= count)
        await asyncio.sleep(0.3)  # whatever would come twice has come by now
        process.is_over()


def heard(person: Person) -> list[str]:
    return [message.text for message in person.messages if message.out]


@pytest_asyncio.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN, BotAccount(110201543, "小板凳", "little_bench_bot"))
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture
async def process(sandbox: Sandbox, tmp_path: Path) -> Process:
    return Process(await sandbox.start(), tmp_path / "bench.sqlite3")


@pytest.fixture
def zhao(sandbox: Sandbox) -> Person:
    zhao = sandbox.world.add_person(42, "赵奶奶")
    zhao.starts()
    sandbox.world.updates.clear()
    zhao.says("暖气不热")
    return zhao


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("turn", ["收到：暖气不热"]),
        ("committed", ["收到：暖气不热"]),
        ("sent", ["收到：暖气不热", "（可能重复）\n收到：暖气不热"]),
    ],
)
async def test_killed_at_the_worst_moment_it_goes_on_as_if_nothing_had_happened(
    process: Process, sandbox: Sandbox, zhao: Person, point: str, said: list[str]
) -> None:
    await process.run_until_killed(point)
    await process.run_until_said(sandbox, zhao, len(said))
    assert heard(zhao) == said
