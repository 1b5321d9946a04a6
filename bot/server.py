"""What is reachable from outside by HTTP: the webhooks, and a word on how we are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Health = Callable[[], Awaitable[tuple[bool, Mapping[str, Any]]]]
"""Whether we are well, and what can be said about it without naming anybody: JSON-able."""


class PortTaken(Exception):
    """Another program listens there."""


class Server:
    """`webhooks` maps paths to handlers; /healthz answers 200 when well and 503 when not."""

    def __init__(self, health: Health, webhooks: Mapping[str, Handler] | None = None) -> None:
        self._health = health
        self._webhooks = webhooks or {}
        self._runner: web.AppRunner | None = None

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Listens and returns the port. Raises PortTaken."""
        application = web.Application()
        application.router.add_get("/healthz", self._healthz)
        for path, handler in self._webhooks.items():
            application.router.add_post(path, handler)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=5.0)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            await self.stop()
            raise PortTaken(f"{host}:{port} cannot be listened on: {error.strerror}") from None
        return int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Lets running requests end, for five seconds at most."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    async def _healthz(self, request: web.Request) -> web.Response:
        well, details = await self._health()
        return web.json_response({"ok": well, **details}, status=200 if well else 503)
