"""Two bots on one PostgreSQL database: the second is refused, unless the first was stopped for too long."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import psycopg
import pytest
import pytest_asyncio

from sandbox import Person, Sandbox
from tests.bot.dying import LEASE_LASTS, Mortal
from tests.bot.program import CANARIES, Program
from tests.waiting import until

pytestmark = pytest.mark.asyncio
LAMP = "桃源里3号楼2单元门口的路灯坏了"
Start = Callable[[], Mortal]


@pytest_asyncio.fixture
async def starts(tmp_path: Path, api: str, postgres_url: str) -> AsyncIterator[Start]:
    """Starts one more of them."""
    program = Program(tmp_path, api, database={"url": postgres_url})
    await program.has_a_district()
    started: list[Mortal] = []

    def start() -> Mortal:
        log = tmp_path / f"bot-{len(started)}.log"
        started.append(Mortal(log, "run", "--config", str(program.config)))
        return started[-1]

    yield start
    for bot in started:
        bot.is_over()
        assert not any(canary in bot.log for canary in CANARIES)


@pytest.fixture
def zhao(sandbox: Sandbox) -> Person:
    return sandbox.world.add_person(101, "赵奶奶")


async def up(bot: Mortal) -> Mortal:
    await until(lambda: "起来了" in bot.log)
    return bot


def asked(person: Person) -> list[str]:
    return [message.text for message in person.messages if message.out and "我这样记" in message.text]


async def test_the_second_is_refused_and_told_who_is_at_work_and_where(starts: Start, zhao: Person) -> None:
    first = await up(starts())
    second = starts()
    assert await second.ends() == 1
    assert f"进程 {first.pid}@{os.uname().nodename} 正用着数据库" in second.log
    assert "Traceback" not in second.log
    zhao.says(LAMP)
    await until(lambda: asked(zhao))
    assert await first.gets(signal.SIGTERM) == 0


async def test_after_a_kill_the_next_one_need_not_wait(starts: Start) -> None:
    assert await (await up(starts())).gets(signal.SIGKILL) == -signal.SIGKILL
    assert await (await up(starts())).gets(signal.SIGTERM) == 0


async def test_one_that_was_stopped_for_a_moment_goes_on(starts: Start, zhao: Person) -> None:
    first = await up(starts())
    os.kill(first.pid, signal.SIGSTOP)
    zhao.says(LAMP)
    await asyncio.sleep(LEASE_LASTS * 1.5)
    os.kill(first.pid, signal.SIGCONT)
    await until(lambda: len(asked(zhao)) == 1)
    assert await first.gets(signal.SIGTERM) == 0


def in_flight(url: str) -> bool:
    with psycopg.connect(url) as connection:
        return connection.execute("SELECT 1 FROM outbox WHERE state = 'sending'").fetchone() is not None


async def test_one_that_was_stopped_for_too_long_is_replaced_and_sends_nothing_more(
    starts: Start, sandbox: Sandbox, zhao: Person, postgres_url: str
) -> None:
    first = await up(starts())
    sandbox.faults.plan("sendMessage", "timeout")  # what it has in flight now, nobody will ever know of
    zhao.says(LAMP)
    await until(lambda: in_flight(postgres_url) and not sandbox.faults.planned)  # it is with the platform by now
    os.kill(first.pid, signal.SIGSTOP)
    await asyncio.sleep(LEASE_LASTS * 1.5)
    second = await up(starts())
    await until(lambda: asked(zhao))
    os.kill(first.pid, signal.SIGCONT)
    assert await first.ends() == 1
    assert "让另一个进程接了过去" in first.log
    await asyncio.sleep(0.5)  # whatever would come twice has come by now
    assert [text.startswith("（这条可能发过") for text in asked(zhao)] == [True]
    assert await second.gets(signal.SIGTERM) == 0
