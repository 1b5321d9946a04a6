"""What is reachable from outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.server import PortTaken, Server


async def well() -> tuple[bool, Mapping[str, Any]]:
    return True, {"queued": 3}


async def ill() -> tuple[bool, Mapping[str, Any]]:
    return False, {"queued": 300}


async def echo(request: web.Request) -> web.Response:
    return web.Response(text=await request.text())


async def status(server: Server, method: str, path: str) -> int:
    port = await server.start()
    try:
        async with (
            aiohttp.ClientSession() as session,
            session.request(method, f"http://127.0.0.1:{port}{path}") as answer,
        ):
            return answer.status
    finally:
        await server.stop()


@pytest.mark.asyncio
async def test_health_says_how_we_are() -> None:
    server = Server({"/healthz": well})
    port = await server.start()
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/healthz") as answer:
        assert (answer.status, await answer.json()) == (200, {"ok": True, "queued": 3})
    await server.stop()


@pytest.mark.asyncio
async def test_who_is_not_well_says_so_by_the_status() -> None:
    assert await status(Server({"/healthz": ill}), "GET", "/healthz") == 503


@pytest.mark.asyncio
async def test_a_webhook_is_posted_to_and_nothing_else_is_there() -> None:
    hooks = {"/telegram": echo}
    assert await status(Server({"/healthz": well}, hooks), "POST", "/telegram") == 200
    assert await status(Server({"/healthz": well}, hooks), "GET", "/telegram") == 405
    assert await status(Server({"/healthz": well}, hooks), "GET", "/") == 404


@pytest.mark.asyncio
async def test_a_port_that_is_taken_is_said_in_words() -> None:
    first, second = Server({"/healthz": well}), Server({"/healthz": well})
    port = await first.start()
    with pytest.raises(PortTaken, match=str(port)):
        await second.start(port=port)
    await first.stop()
