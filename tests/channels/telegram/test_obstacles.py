"""A platform out of reach: what is in the way is told apart, and a proxy leads around it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio

from channels.telegram.channel import Telegram
from channels.telegram.errors import Unreachable
from channels.telegram.obstacles import WORDS, Obstacle
from channels.telegram.request import AiohttpRequest, Timeouts
from tests.channels.conftest import TOKEN
from tests.clock import FakeClock
from tests.proxy import Proxy

pytestmark = pytest.mark.asyncio
CLOSED = "127.0.0.1:9"
Start = Callable[[Proxy], Awaitable[str]]


@pytest_asyncio.fixture
async def started() -> AsyncIterator[Start]:
    """Starts a proxy and ends it after the test."""
    running: list[Proxy] = []

    async def start(proxy: Proxy) -> str:
        running.append(proxy)
        return await proxy.start()

    yield start
    for proxy in running:
        await proxy.stop()


async def greeted(api: str, proxy: str | None = None) -> str:
    request = AiohttpRequest(timeouts=Timeouts(0.5, 1.0, 1.0), proxy=proxy)
    telegram = Telegram(TOKEN, FakeClock(), api=api, request=request)
    try:
        return (await telegram.greet()).username or ""
    finally:
        await telegram.stop()


async def in_the_way(api: str, proxy: str | None = None) -> Obstacle:
    with pytest.raises(Unreachable) as raised:
        await greeted(api, proxy)
    assert all(words in str(raised.value) for words in WORDS[raised.value.obstacle])
    return raised.value.obstacle


async def test_a_name_that_cannot_be_looked_up() -> None:
    assert await in_the_way("https://nowhere.invalid") is Obstacle.NAME


async def test_a_port_where_nobody_listens() -> None:
    assert await in_the_way(f"http://{CLOSED}") is Obstacle.REFUSED


async def test_something_that_speaks_no_tls(base: str) -> None:
    assert await in_the_way(base.replace("http://", "https://")) is Obstacle.TLS


async def test_a_connection_that_is_cut_while_it_is_made() -> None:
    async def cut(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    server = await asyncio.start_server(cut, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    assert await in_the_way(f"https://127.0.0.1:{port}") is Obstacle.CUT
    server.close()


async def test_a_proxy_that_is_not_there(base: str) -> None:
    assert await in_the_way(base, f"http://{CLOSED}") is Obstacle.PROXY


async def test_a_proxy_that_wants_a_password_or_lets_nobody_through(started: Start) -> None:
    for proxy, obstacle in (
        (Proxy("wang:secret"), Obstacle.PROXY_PASSWORD),
        (Proxy(refuses=True), Obstacle.PROXY_REFUSES),
    ):
        assert await in_the_way("https://api.telegram.org", f"http://{await started(proxy)}") is obstacle


async def test_plain_requests_go_through_the_proxy_with_its_password(base: str, started: Start) -> None:
    proxy = Proxy("wang:secret")
    assert await greeted(base, f"http://wang:secret@{await started(proxy)}") == "little_bench_bot"
    assert proxy.passed == [base.removeprefix("http://")]


async def test_what_is_encrypted_goes_through_a_tunnel(base: str, started: Start) -> None:
    proxy = Proxy()
    address = f"http://{await started(proxy)}"
    assert await in_the_way(base.replace("http://", "https://"), address) is Obstacle.TLS  # of the far end, not ours
    assert proxy.passed == [base.removeprefix("http://")]
