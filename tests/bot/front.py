"""What stands between Telegram and a bot in the open: it takes the TLS off, and https://… ends at our port."""

from __future__ import annotations

from aiohttp import ClientSession, web

PUBLIC = "https://bench.example"


class Front:
    """Passes the Bot API on to the sandbox; the public address of the bot becomes the one on which it listens."""

    def __init__(self, sandbox: str, bot: str) -> None:
        self._sandbox, self._bot = sandbox, bot
        self._runner: web.AppRunner | None = None

    async def start(self) -> str:
        """The address to be used as the Bot API's."""
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", self._pass_on)
        self._session = ClientSession()
        self._runner = web.AppRunner(application, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        if self._runner is not None:
            await self._session.close()
            await self._runner.cleanup()

    async def _pass_on(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        if "url" in form:
            form["url"] = form["url"].replace(PUBLIC, self._bot)
        address = f"{self._sandbox}{request.path_qs}"
        async with self._session.request(request.method, address, data=form) as answer:
            return web.Response(status=answer.status, body=await answer.read(), content_type=answer.content_type)
