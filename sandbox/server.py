"""The sandbox itself: one HTTP application with the Bot API, the stage and the chat page on one port."""

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aiohttp import web

from sandbox.api import BODY_LIMIT, BotApi
from sandbox.call import Call
from sandbox.clock import Clock, RealClock
from sandbox.director import Director
from sandbox.errors import ApiError, PortBusy
from sandbox.faults import Faults
from sandbox.files import Assets
from sandbox.methods import Method, all_methods
from sandbox.polling import Poller
from sandbox.records import BotAccount
from sandbox.stage import Stage, revalidated
from sandbox.webhook import BACKOFF, Webhook
from sandbox.world import World

GET_UPDATES = "offset:integer limit:integer timeout:integer allowed_updates:list"
SET_WEBHOOK = "url:text secret_token:text max_connections:integer allowed_updates:list drop_pending_updates:flag"
HERE = Path(__file__).parent


class Sandbox:
    """A local Telegram for one bot.

    cast is what /stage/cast answers. director may be set later, as it mostly needs the world. assets is a folder with
    an index.toml. backoff is how long a webhook's refusal is waited for, in seconds, try by try.
    """

    def __init__(
        self,
        token: str,
        bot: BotAccount,
        clock: Clock | None = None,
        director: Director | None = None,
        cast: Mapping[str, Any] | None = None,
        assets: Path | None = None,
        backoff: tuple[float, ...] = BACKOFF,
    ) -> None:
        self.token = token
        self.token_valid = True
        self.cast = cast or {}
        self.director = director
        names = {person["id"]: person["name"] for person in self.cast.get("people", [])}
        self.world = World(bot, clock or RealClock(), Assets(assets or HERE / "assets"), names)
        self.faults = Faults(self.world.updates)
        self._poller = Poller()
        self._webhook = Webhook(self.world.updates, self.world.clock, self._poller, backoff)
        self._stage = Stage(self)
        self._runner: web.AppRunner | None = None

    @property
    def pending_updates(self) -> int:
        """How many updates the bot has not confirmed yet."""
        return len(self.world.updates.waiting())

    async def drained(self) -> None:
        """Return once the bot has confirmed every update."""
        await self.world.updates.drained()

    def revoke_token(self) -> None:
        """From now on every call answers 401, as after /revoke at BotFather."""
        self.token_valid = False
        self._poller.end(ApiError(401, "Unauthorized"))

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listen and return the base url; PortBusy when another program has the port."""
        runner = web.AppRunner(self._application(), handler_cancellation=True, access_log=None, shutdown_timeout=0.2)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            await runner.cleanup()
            if error.errno != errno.EADDRINUSE:
                raise
            raise PortBusy(f"port {port} on {host} is taken by another program; choose another one") from error
        self._runner = runner
        taken = runner.addresses[0][1]
        return f"http://{host}:{taken}"

    async def stop(self) -> None:
        """Stop listening; every open connection is closed."""
        self._stage.close()
        await self._webhook.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=BODY_LIMIT)
        application.add_routes(BotApi(self, self._methods()).routes())
        application.add_routes(self._stage.routes())
        application.on_response_prepare.append(revalidated)
        return application

    def _methods(self) -> dict[str, Method]:
        return all_methods(
            ("getUpdates", self._poller.get_updates, GET_UPDATES),
            ("setWebhook", self._webhook.set, SET_WEBHOOK),
            ("deleteWebhook", self._webhook.set, "drop_pending_updates:flag"),
            ("getWebhookInfo", self._webhook.info, ""),
            ("logOut", self._log_out, ""),
            ("close", self._close, ""),
        )

    def _log_out(self, call: Call) -> bool:
        self.revoke_token()
        return True

    def _close(self, call: Call) -> bool:
        self._poller.end(ApiError(409, "Conflict: terminated by close request"))
        return True
