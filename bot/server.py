"""What is reachable from outside by HTTP: the webhooks, and a word on how we are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Check = Callable[[], Awaitable[tuple[bool, Mapping[str, Any]]]]
"""Whether all is as it should be, and what can be said about it without naming anybody: JSON-able."""
Figures = Callable[[], Awaitable[tuple[bytes, str]]]
"""A page for a program that collects figures, and its content type."""


class PortTaken(Exception):
    """Another program listens there."""


class Server:
    """`checks` maps paths to what answers 200 when all is as it should be and 503 when not; `webhooks` maps paths to
    handlers. With `figures` there is /metrics, for the eyes of whoever runs the machine alone.
    """

    def __init__(
        self,
        checks: Mapping[str, Check],
        webhooks: Mapping[str, Handler] | None = None,
        figures: Figures | None = None,
    ) -> None:
        self._checks = checks
        self._webhooks = webhooks or {}
        self._figures = figures
        self._runner: web.AppRunner | None = None

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> int:
        """Listens and returns the port. Raises PortTaken."""
        application = web.Application()
        for path, check in self._checks.items():
            application.router.add_get(path, _checked(check))
        if self._figures is not None:
            application.router.add_get("/metrics", _shown(self._figures))
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


def _checked(check: Check) -> Handler:
    async def answer(request: web.Request) -> web.Response:
        fine, details = await check()
        return web.json_response({"ok": fine, **details}, status=200 if fine else 503)

    return answer


def _shown(figures: Figures) -> Handler:
    async def answer(request: web.Request) -> web.Response:
        body, content_type = await figures()
        return web.Response(body=body, headers={"Content-Type": content_type})

    return answer
