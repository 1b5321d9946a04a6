"""A sandbox on a free port with one started person, a bare client and the stock bot."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from telegram import Bot

from sandbox import BotAccount, Person, Sandbox
from tests.sandbox.support import TOKEN, WANG, Api, HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest_asyncio.fixture
async def sandbox(clock: HandClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN, BotAccount(110201543, "小板凳", "little_bench_bot"), clock, backoff=(0.01,))
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture
async def base(sandbox: Sandbox) -> str:
    return await sandbox.start()


@pytest_asyncio.fixture
async def api(base: str) -> AsyncIterator[Api]:
    async with aiohttp.ClientSession() as session:
        yield Api(session, base)


@pytest_asyncio.fixture
async def bot(base: str) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{base}/bot", base_file_url=f"{base}/file/bot") as bot:
        yield bot


@pytest.fixture
def wang(sandbox: Sandbox) -> Person:
    person = sandbox.world.add_person(WANG, "芳", "王", username="wang_fang", phone="+8610012345678")
    person.chat.started = True
    return person
