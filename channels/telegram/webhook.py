"""Updates pushed to us: the secret is checked first, and 200 is said only after the commit."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging

from aiohttp import web

from channels.base import Accept

_LOGGER = logging.getLogger(__name__)
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (a header's name)
LARGEST = 1024 * 1024
"""Bytes of a body; Telegram's own are far smaller."""
SLOWEST = 30.0
"""Seconds until a body must be there."""


class Webhook:
    """`handle` is for aiohttp's router. Whatever is not 200 makes Telegram send the update again.

    `patience` is how many seconds a body may take to arrive.
    """

    def __init__(self, accept: Accept, secret: str, *, patience: float = SLOWEST) -> None:
        if not secret:
            raise ValueError("a webhook without a secret would take anybody's updates for Telegram's")
        self._accept = accept
        self._secret = secret.encode()
        self._patience = patience

    async def handle(self, request: web.Request) -> web.Response:
        """200 when kept, 403 for a wrong secret, 408 when too slow, 413 when too large, 500 when not kept."""
        if not hmac.compare_digest(request.headers.get(_SECRET, "").encode(), self._secret):
            return web.Response(status=403)
        try:
            async with asyncio.timeout(self._patience):
                body = await _read(request)
        except TimeoutError:
            return web.Response(status=408)
        if body is None:
            return web.Response(status=413)
        try:
            await self._accept(_decode(body))
        except Exception:  # whatever it was, the update is not kept: say so, and it comes again
            _LOGGER.exception("an update could not be kept; Telegram will send it again")
            return web.Response(status=500)
        return web.Response()


async def _read(request: web.Request) -> bytes | None:
    """The body, None when it is larger than anything Telegram sends."""
    if (request.content_length or 0) > LARGEST:
        return None
    parts = bytearray()
    async for part in request.content.iter_chunked(64 * 1024):
        parts += part
        if len(parts) > LARGEST:
            return None
    return bytes(parts)


def _decode(body: bytes) -> dict[str, object]:
    """The update; what is no JSON object goes on as a wrapping one that cannot be parsed, to be quarantined."""
    try:
        found = json.loads(body)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {"unreadable": body.decode("utf-8", "replace")}
