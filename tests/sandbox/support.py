"""What the sandbox's tests share: a clock set by hand and a bare client of the Bot API."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
WANG = 5001


class HandClock:
    """Both clocks stand still until a test moves them."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
        self._ticks = 1000.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._ticks

    def passes(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)
        self._ticks += seconds


@dataclass
class Api:
    """Calls methods with JSON bodies, as plainly as can be."""

    session: aiohttp.ClientSession
    base: str
    token: str = TOKEN

    async def answer(self, method: str, /, **parameters: Any) -> dict[str, Any]:
        url = f"{self.base}/bot{self.token}/{method}"
        async with self.session.post(url, json=parameters) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == body.get("error_code", 200)
            return body

    async def __call__(self, method: str, /, **parameters: Any) -> Any:
        body = await self.answer(method, **parameters)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, /, **parameters: Any) -> str:
        body = await self.answer(method, **parameters)
        assert not body["ok"], body
        return str(body["description"])

    async def says(self, text: str = "hello", chat_id: int = WANG, **parameters: Any) -> int:
        sent = await self("sendMessage", chat_id=chat_id, text=text, **parameters)
        return int(sent["message_id"])

    async def updates(self, **parameters: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self("getUpdates", **parameters)
        return found
