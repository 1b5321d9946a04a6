"""Telegram the channel, talking over HTTP to the sandbox; both read one clock that moves only when told to."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from channels.telegram.channel import Telegram
from channels.telegram.request import AiohttpRequest, Timeouts
from sandbox import BotAccount, Person, Sandbox
from tests.clock import FakeClock

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest_asyncio.fixture
async def sandbox(clock: FakeClock) -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN, BotAccount(110201543, "小板凳", "little_bench_bot"), clock, backoff=(0.01,))
    sandbox.world.limits.on = False
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture
async def base(sandbox: Sandbox) -> str:
    return await sandbox.start()


@pytest_asyncio.fixture
async def telegram(base: str, clock: FakeClock) -> AsyncIterator[Telegram]:
    telegram = Telegram(TOKEN, clock, api=base, request=AiohttpRequest(timeouts=Timeouts(connect=2.0, read=0.5)))
    await telegram.start()
    yield telegram
    await telegram.stop()


@pytest.fixture
def wang(sandbox: Sandbox) -> Person:
    wang = sandbox.world.add_person(42, "王芳", language_code="zh-hans")
    wang.starts()
    return wang
