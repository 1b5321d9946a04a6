"""Long polling that confirms an update to Telegram only after its effects are committed."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Sequence
from datetime import datetime
from random import Random
from typing import Any
from urllib.parse import urlencode

from telegram.error import Conflict, InvalidToken, TelegramError

from channels.backoff import backoff
from channels.base import Accept, Clock, Raw, Revoked
from channels.telegram.channel import Telegram
from channels.telegram.errors import decision
from channels.telegram.parse import ALLOWED_UPDATES
from domain.errors import DeliveryFailed

_LOGGER = logging.getLogger(__name__)
_CONFLICT = (
    "another program is receiving this bot's messages with the same token (or a webhook is set for it); "
    "stop the other one. Nothing is lost: this one keeps trying / "
    "别的程序也在用同一个令牌收消息，停掉那一个；话不会丢，这边一直在试"
)
_MARGIN = 10.0
"""Seconds by which the answer to a long poll may be late."""


class Polling:
    """Asks for updates for ever. `seconds` is how long Telegram holds an empty answer back (50 at most)."""

    def __init__(
        self, telegram: Telegram, accept: Accept, clock: Clock, *, seconds: int = 50, limit: int = 100
    ) -> None:
        self._telegram = telegram
        self._accept = accept
        self._clock = clock
        self._seconds = seconds
        self._limit = limit
        self._chance = Random(clock.seed())  # noqa: S311 (spreads retries, guards nothing)
        self._failures = 0
        self._offset: int | None = None
        self.heard_at: datetime | None = None
        """When the platform last answered."""

    async def run(self) -> None:
        """Runs until cancelled. Raises Revoked when the token is no longer valid; every other failure is waited out."""
        await self._begin()
        while True:
            try:
                batch = await self._ask()
            except InvalidToken as error:
                raise Revoked(f"the platform refuses the bot's token: {error.message}") from None
            except TelegramError as error:
                await self._wait(error)
                continue
            self.heard_at = self._clock.now()
            await self._take(batch)

    async def _begin(self) -> None:
        """Takes away a webhook that would keep updates from us."""
        while True:
            try:
                await self._telegram.unhook()
            except DeliveryFailed as failed:
                _LOGGER.warning("Telegram (%s) cannot be asked for updates yet: %s", self._telegram.host, failed)
                await self._pause(failed.retry_after)
            else:
                return

    async def _ask(self) -> list[Raw]:
        asked: dict[str, Any] = {
            "timeout": self._seconds,
            "limit": self._limit,
            "allowed_updates": json.dumps(ALLOWED_UPDATES),
        }
        if self._offset is not None:
            asked["offset"] = self._offset
        found = await self._telegram.request.post(
            f"{self._telegram.address}/getUpdates?{urlencode(asked)}", read_timeout=self._seconds + _MARGIN
        )
        # What was taken is confirmed by this answer. Numbers may start anywhere after a quiet week, so none is kept.
        self._offset = None
        return list(found) if isinstance(found, list) else []

    async def _take(self, batch: Sequence[Raw]) -> None:
        """Hands the updates over together, in order, and confirms those before the first that could not be kept."""
        results = await asyncio.gather(*(self._accept(raw) for raw in batch), return_exceptions=True)
        numbers = [_number(raw) for raw in batch]
        failed = [(n, result) for n, result in zip(numbers, results, strict=True) if isinstance(result, BaseException)]
        first = min((number for number, _ in failed), default=None)
        kept = [number for number in numbers if first is None or number < first]
        self._offset = max(kept) + 1 if kept else None
        if failed:
            _LOGGER.error("%d updates could not be kept and are asked for again", len(failed), exc_info=failed[0][1])
            await self._pause()
        else:
            self._failures = 0

    async def _wait(self, error: TelegramError) -> None:
        if isinstance(error, Conflict):
            _LOGGER.error(_CONFLICT)
        else:
            _LOGGER.warning("no updates from Telegram (%s): %s", self._telegram.host, error.message)
        failed = decision(error)
        await self._pause(failed.retry_after if isinstance(failed, DeliveryFailed) else None)

    async def _pause(self, seconds: float | None = None) -> None:
        self._failures += 1
        await self._clock.sleep(seconds or backoff(self._failures, self._chance, cap=30.0))


def _number(raw: Raw) -> int:
    number = raw.get("update_id")
    return number if isinstance(number, int) else 0
