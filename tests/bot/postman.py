"""Stand-ins for the world's edge: a platform that can be told to fail, and a disk that can be full."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from channels.base import Caps, Raw, Unreadable
from channels.wording import utf16_units
from domain.messages import Address, Choice, Inbound, Outbound, Reply, Text, Urgency
from storage.database import Database
from storage.errors import CommitFailed, CommitUnknown
from storage.transaction import Transaction

T = TypeVar("T")

SENT_AT = datetime(2025, 11, 23, 8, 0, tzinfo=UTC)


def update(number: int, person: str, text: str, **more: object) -> dict[str, object]:
    """A raw update of the stand-in's own platform."""
    return {"number": number, "person": person, "text": text, **more}


class Postman:
    """A channel that remembers. `failures` are raised one by one by the next deliveries, None lets one pass."""

    name = "telegram"
    caps = Caps(text_limit=4096, count=utf16_units, buttons=True, edits=True)

    def __init__(self) -> None:
        self.delivered: list[Outbound] = []
        self.handles: list[tuple[str, str]] = []
        self.failures: list[Exception | None] = []
        self.answers: list[tuple[str, Reply]] = []
        self.answer_fails = False
        self.flying = 0
        self.most_flying = 0
        self.seconds = 0.001
        self.slow: dict[Urgency, asyncio.Event] = {}
        """Messages of this urgency arrive when the event is set."""

    def parse(self, raw: Raw) -> Inbound | None:
        if raw.get("broken"):
            raise Unreadable(f"u{raw['number']}", "broken")
        if raw.get("nobody"):
            return None
        parts = (Choice("m:1", str(raw["text"])),) if raw.get("press") else (Text(str(raw["text"])),)
        address = Address(self.name, str(raw["person"]))
        return Inbound(address, f"u{raw['number']}", SENT_AT, parts, press=str(raw.get("press", "")))

    def weight(self, outbound: Outbound) -> int:
        return 1

    def crowded(self, to: Address) -> bool:
        return to.account.startswith("-")

    async def deliver(self, outbound: Outbound, *, handle: str = "", reply_to: str = "") -> str:
        self.flying += 1
        self.most_flying = max(self.most_flying, self.flying)
        await (self.slow[outbound.urgency].wait() if outbound.urgency in self.slow else asyncio.sleep(self.seconds))
        self.flying -= 1
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure
        self.delivered.append(outbound)
        self.handles.append((handle, reply_to))
        return handle or str(100 + len(self.delivered))

    async def answer(self, press: str, reply: Reply) -> None:
        if self.answer_fails:
            raise OSError("too old")
        self.answers.append((press, reply))

    async def fetch(self, ref: str) -> bytes:
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure
        return f"bytes of {ref}".encode()

    @property
    def texts(self) -> list[str]:
        """The words of each message in the order of arrival."""
        return ["\n".join(block.value for block in o.blocks if isinstance(block, Text)) for o in self.delivered]


class FullDisk:
    """A database whose next commits fail: the act runs, and nothing of it is kept."""

    def __init__(self, database: Database, failures: int = 0) -> None:
        self._database = database
        self.failures = failures

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        if self.failures:
            self.failures -= 1
            await asyncio.sleep(0)
            raise CommitFailed("database or disk is full")
        return await self._database.transact(name, act, order=order)

    async def read(self, name: str, query: Callable[[Transaction], T]) -> T:
        return await self._database.read(name, query)

    async def close(self) -> None:
        await self._database.close()


class BrokenLine(FullDisk):
    """A database whose next answers are lost: what was done is kept, and nobody hears so."""

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        result = await self._database.transact(name, act, order=order)
        if self.failures:
            self.failures -= 1
            raise CommitUnknown("the connection broke")
        return result
