"""The same update by webhook and then by polling: the process that had taken it died before it could say so."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from sandbox import Sandbox
from tests.bot.crowd import heard
from tests.bot.dying import Mortal
from tests.bot.front import PUBLIC, Front
from tests.bot.program import SECRET, Program
from tests.waiting import until

pytestmark = pytest.mark.asyncio
LAMP = "桃源里3号楼2单元门口的路灯坏了"


@pytest_asyncio.fixture
async def front(api: str, port: int) -> AsyncIterator[Front]:
    front = Front(api, f"http://127.0.0.1:{port}")
    yield front
    await front.stop()


Start = Callable[..., Mortal]


@pytest.fixture
def start() -> Iterator[Start]:
    started: list[Mortal] = []

    def run(program: Program, dies_at: str = "") -> Mortal:
        log = program.directory / f"{len(started)}.log"
        started.append(Mortal(log, "run", "--config", str(program.config), dies_at=dies_at))
        return started[-1]

    yield run
    for mortal in started:
        mortal.is_over()


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
async def test_it_has_one_effect(
    sandbox: Sandbox,
    front: Front,
    start: Start,
    port: int,
    api: str,
    tmp_path: Path,
    engine: str,
    request: pytest.FixtureRequest,
) -> None:
    url = f"sqlite:///{tmp_path}/bench.sqlite3" if engine == "sqlite" else request.getfixturevalue("postgres_url")
    program = Program(
        tmp_path, api, database={"url": url}, bot={"mode": "webhook", "base_url": await front.start()},
        webhook={"url": f"{PUBLIC}/hook", "secret": SECRET, "port": port},
    )  # fmt: skip
    await program.has_a_district()
    zhao = sandbox.world.add_person(101, "赵奶奶")
    zhao.says(LAMP)
    for point in ("turn before", "turn within", "turn after"):  # after: kept, and the platform heard nothing of it
        assert await start(program, point).ends() == -signal.SIGKILL
    assert sandbox.pending_updates == 1
    program.configure(database={"url": url})
    polling = start(program)
    await until(lambda: sandbox.pending_updates == 0 and heard(zhao))
    await asyncio.sleep(0.3)  # whatever would come twice has come by now
    assert await polling.gets(signal.SIGTERM) == 0
    assert ["我这样记" in message.text for message in heard(zhao)] == [True]
