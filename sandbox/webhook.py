"""Pushing updates to the bot's own server: in order per queue, again and again until it answers 2xx."""

import asyncio
import re
from datetime import datetime
from functools import partial
from http import HTTPStatus

import aiohttp
from yarl import URL

from sandbox.call import Call
from sandbox.clock import Clock
from sandbox.errors import ApiError, bad_request
from sandbox.polling import Poller
from sandbox.records import Json
from sandbox.updates import Update, Updates

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
SIGNED_BY = "X-Telegram-Bot-Api-Secret-Token"
LOOPBACK = ("127.0.0.1", "localhost", "::1")
ANSWER_WITHIN = aiohttp.ClientTimeout(total=60)
BACKOFF = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0)
"""Seconds before a refused update is pushed again, try by try."""


class Webhook:
    """The bot's address and what is on its way there."""

    def __init__(self, updates: Updates, clock: Clock, poller: Poller, backoff: tuple[float, ...] = BACKOFF) -> None:
        self._updates = updates
        self._clock = clock
        self._poller = poller
        self._backoff = backoff
        self._secret = ""
        self._connections = 40
        self._failed: tuple[datetime, str] | None = None
        self._busy: dict[str, asyncio.Task[None]] = {}
        self._watch: asyncio.Task[None] | None = None
        self._session: aiohttp.ClientSession | None = None

    async def set(self, call: Call) -> bool:
        """setWebhook: an empty url takes it away."""
        url, secret = call.args.text("url"), call.args.text("secret_token")
        self._check(url, secret)
        connections = call.args.integer("max_connections", 40)
        if not 1 <= connections <= 100:
            raise bad_request("bad webhook: max_connections must be 1-100")
        await self.stop()
        allowed = call.args.list("allowed_updates")
        if allowed is not None:
            self._updates.allow([str(kind) for kind in allowed])
        if call.args.flag("drop_pending_updates"):
            self._updates.clear()
        self._secret, self._connections, self._failed = secret, connections, None
        self._poller.webhook = url
        if url:
            self._poller.end(ApiError(409, "Conflict: terminated by setWebhook request"))
            self._watch = asyncio.create_task(self._push_all(url))
        return True

    def info(self, call: Call) -> Json:
        """getWebhookInfo."""
        seen: Json = {
            "url": self._poller.webhook,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.waiting()),
        }
        if self._poller.webhook:
            seen |= {"max_connections": self._connections, "ip_address": "127.0.0.1"}
            seen["allowed_updates"] = sorted(self._updates.allowed)
        if self._failed is not None:
            seen |= {"last_error_date": int(self._failed[0].timestamp()), "last_error_message": self._failed[1]}
        return seen

    async def stop(self) -> None:
        """Stop pushing; what was not confirmed stays."""
        tasks = [task for task in (self._watch, *self._busy.values()) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._busy.clear()
        self._watch = None
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _check(self, url: str, secret: str) -> None:
        if secret and not SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        if not url:
            return
        parsed = URL(url)
        if parsed.scheme != "https" and not (parsed.scheme == "http" and parsed.host in LOOPBACK):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")

    async def _push_all(self, url: str) -> None:
        self._session = aiohttp.ClientSession(timeout=ANSWER_WITHIN)
        changed = self._updates.listen()
        try:
            while True:
                changed.clear()
                self._start_queues(url, changed)
                await changed.wait()
        finally:
            self._updates.ignore(changed)

    def _start_queues(self, url: str, changed: asyncio.Event) -> None:
        for update in self._updates.waiting():
            if len(self._busy) >= self._connections:
                return
            if update.queue not in self._busy:
                task = asyncio.create_task(self._push_until_taken(url, update))
                self._busy[update.queue] = task
                task.add_done_callback(partial(self._finished, update.queue, changed))

    def _finished(self, queue: str, changed: asyncio.Event, task: asyncio.Task[None]) -> None:
        if self._busy.get(queue) is task:
            del self._busy[queue]
        changed.set()

    async def _push_until_taken(self, url: str, update: Update) -> None:
        tries = 0
        while self._updates.holds(update):
            reason = await self._push(url, update)
            if reason is None:
                self._updates.confirm(update)
                return
            self._failed = (self._clock.now(), reason)
            await asyncio.sleep(self._backoff[min(tries, len(self._backoff) - 1)])
            tries += 1

    async def _push(self, url: str, update: Update) -> str | None:
        assert self._session is not None
        headers = {SIGNED_BY: self._secret} if self._secret else {}
        try:
            async with self._session.post(url, json=update.wire(), headers=headers, allow_redirects=False) as answer:
                await answer.read()
                if 200 <= answer.status < 300:
                    return None
                return f"Wrong response from the webhook: {answer.status} {HTTPStatus(answer.status).phrase}"
        except aiohttp.ClientConnectorError:
            return "Connection refused"
        except TimeoutError:
            return "Read timeout expired"
        except aiohttp.ClientError:
            return "Connection reset by peer"
