"""Telegram as a channel: delivers, answers presses, fetches files and makes sense of updates."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from random import Random
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot, ReplyParameters, User

from channels.backoff import backoff
from channels.base import Caps, Clock, Raw, Revoked
from channels.render import Call, render
from channels.telegram import sending
from channels.telegram.errors import decided
from channels.telegram.parse import ALLOWED_UPDATES, CHANNEL, parse
from channels.telegram.profile import Profile, introduce
from channels.telegram.render import CAPS
from channels.telegram.request import LARGEST, AiohttpRequest
from domain.errors import DeliveryFailed
from domain.messages import Address, Inbound, Op, Outbound, Reply

_LOGGER = logging.getLogger(__name__)

API = "https://api.telegram.org"
_ANSWER_LIMIT = 200
_OFTEN, _SELDOM = 5, 10
"""Failures to connect of which each is told, and of how many one is told from then on (every few minutes)."""
_PATIENCE = 3
"""Tries for each later part of a message whose first part has left already."""


class Telegram:
    """One bot. `api` is the Bot API server's address without a path; call `start` before anything else."""

    name = CHANNEL
    caps: Caps = CAPS

    def __init__(self, token: str, clock: Clock, *, api: str = API, request: AiohttpRequest | None = None) -> None:
        self.request = request or AiohttpRequest()
        self.bot = Bot(
            token,
            base_url=f"{api}/bot",
            base_file_url=f"{api}/file/bot",
            request=self.request,
            get_updates_request=self.request,
        )
        self.address = f"{api}/bot{token}"
        self.host = urlsplit(api).hostname or api
        """Whom we speak to, without anything secret; for the log."""
        self._clock = clock
        self._chance = Random(clock.seed())  # noqa: S311 (spreads retries, guards nothing)
        self.username = ""

    async def start(self) -> User:
        """Opens the connection and asks who the bot is, until there is an answer. Raises Revoked for a wrong token."""
        attempt = 0
        while True:
            try:
                return await self.greet()
            except DeliveryFailed as failed:
                attempt += 1
                if attempt <= _OFTEN or attempt % _SELDOM == 0:
                    _LOGGER.warning("Telegram (%s) cannot be reached yet, trying again: %s", self.host, failed)
                await self._clock.sleep(failed.retry_after or backoff(attempt, self._chance, cap=30.0))

    async def greet(self) -> User:
        """Opens the connection and asks once who the bot is. Raises Revoked for a wrong token, DeliveryFailed."""
        await self.request.initialize()
        try:
            with decided():
                me = await self.bot.get_me()
        except DeliveryFailed as failed:
            if failed.permanent:
                raise Revoked(f"this is no bot's token: {failed}") from None
            raise
        self.username = me.username or ""
        return me

    async def introduce(self, profile: Profile) -> list[str]:
        """Brings name, descriptions, commands and picture up to date; returns what was changed. Raises Revoked."""
        return await introduce(self.bot, profile)

    async def stop(self) -> None:
        """Closes every connection."""
        await self.request.shutdown()

    async def hook(self, url: str, secret: str, *, connections: int = 40) -> None:
        """Has updates pushed to this address with this secret; what waits stays. Raises DeliveryFailed, Revoked."""
        with decided():
            await self.bot.set_webhook(
                url,
                secret_token=secret,
                max_connections=connections,
                allowed_updates=ALLOWED_UPDATES,
                drop_pending_updates=False,
            )

    async def unhook(self) -> None:
        """Has nothing pushed any more; what waits stays. Raises DeliveryFailed, Revoked."""
        with decided():
            await self.bot.delete_webhook(drop_pending_updates=False)

    def parse(self, raw: Raw) -> Inbound | None:
        return parse(raw, username=self.username, now=self._clock.now())

    def weight(self, outbound: Outbound) -> int:
        if outbound.op is Op.DELETE:
            return 1
        return max(1, sum(max(1, len(call.media)) for call in render(outbound, self.caps)))

    def crowded(self, to: Address) -> bool:
        return to.account.startswith("-")

    async def deliver(self, outbound: Outbound, *, handle: str = "", reply_to: str = "") -> str:
        chat = int(outbound.to.account)
        if outbound.op is Op.DELETE:
            return await self._delete(chat, handle)
        calls = render(outbound, self.caps)
        if not calls:
            raise DeliveryFailed("there is nothing to show", permanent=True)
        if outbound.op is Op.UPDATE and handle and _editable(calls):
            with decided():
                await sending.edit(self.bot, chat, int(handle), calls[0])
            return handle
        return await self._send(chat, calls, outbound, reply_to)

    async def answer(self, press: str, reply: Reply) -> None:
        text = reply.text if len(reply.text) <= _ANSWER_LIMIT else reply.text[: _ANSWER_LIMIT - 1] + "…"
        with decided():
            await self.bot.answer_callback_query(press, text=text or None, show_alert=reply.alert)

    async def fetch(self, ref: str) -> bytes:
        with decided():
            file = await self.bot.get_file(ref)
        if (file.file_size or 0) > LARGEST:
            raise DeliveryFailed("the file is larger than 20 MB", permanent=True)
        with decided():
            return bytes(await file.download_as_bytearray())

    async def _delete(self, chat: int, handle: str) -> str:
        if handle:
            try:
                with decided():
                    await self.bot.delete_message(chat, int(handle))
            except DeliveryFailed as failed:
                if not failed.missing:
                    raise
        return ""

    async def _send(self, chat: int, calls: Sequence[Call], outbound: Outbound, reply_to: str) -> str:
        """Sends the calls in order; the handle is that of the message with the buttons, which is the last."""
        options: dict[str, Any] = {"disable_notification": outbound.silent, "protect_content": outbound.protected}
        if reply_to:
            options["reply_parameters"] = ReplyParameters(int(reply_to), allow_sending_without_reply=True)
        with decided():
            message_id = await sending.send(self.bot, chat, calls[0], **options)
        options |= {"disable_notification": True, "reply_parameters": None}  # one message rings once
        for done, call in enumerate(calls[1:], start=1):
            message_id = await self._persist(self._sender(chat, call, options), f"{done} of {len(calls)} parts left")
        return str(message_id)

    def _sender(self, chat: int, call: Call, options: dict[str, Any]) -> Callable[[], Awaitable[int]]:
        return lambda: sending.send(self.bot, chat, call, **options)

    async def _persist(self, send: Callable[[], Awaitable[int]], so_far: str) -> int:
        """Sends a later part, waiting when told to. A new try would repeat the first, so giving up is `unknown`."""
        for attempt in range(1, _PATIENCE + 1):
            try:
                with decided():
                    return await send()
            except DeliveryFailed as failed:
                if failed.unknown or failed.permanent or attempt == _PATIENCE:
                    raise DeliveryFailed(f"{so_far}, then: {failed}", unknown=True, gone=failed.gone) from None
                await self._clock.sleep(failed.retry_after or backoff(attempt, self._chance))
        raise AssertionError("unreachable")


def _editable(calls: Sequence[Call]) -> bool:
    """Whether an edit can show all of it: one message with no lasting keyboard, no album and no pin."""
    call = calls[0]
    return len(calls) == 1 and call.keys is None and call.ask is None and len(call.media) < 2 and call.place is None
