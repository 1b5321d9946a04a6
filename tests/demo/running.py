"""The demo as a stranger starts it: a process of its own, its address, and how it ends."""

from __future__ import annotations

import asyncio
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STARTS = 60.0
"""Seconds in which it must be up, also on a busy machine."""
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass
class Demo:
    """`words` is what it has written so far, on both of its outputs."""

    process: asyncio.subprocess.Process
    words: str = ""
    reading: asyncio.Task[None] | None = None
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    @classmethod
    async def start(cls, *arguments: str) -> Demo:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "demo", *arguments,
            cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        demo = cls(process)
        demo.reading = asyncio.create_task(demo._read())
        return demo

    async def _read(self) -> None:
        assert self.process.stdout is not None
        while line := await self.process.stdout.readline():
            self.words += line.decode()
            self._news.set()

    async def address(self) -> str:
        """Where the page is, as soon as the demo says so."""
        async with asyncio.timeout(STARTS):
            while (found := ADDRESS.search(self.words)) is None:
                assert self.process.returncode is None, self.words
                self._news.clear()
                await self._news.wait()
        return found.group()

    async def ended(self) -> int:
        """Its exit status; everything it wrote is in `words` then."""
        async with asyncio.timeout(STARTS):
            assert self.reading is not None
            await self.reading
            return await self.process.wait()

    def children(self) -> set[int]:
        """Process ids of the bots it has started; skips the test where the system does not tell."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        if not listed.exists():
            pytest.skip("only Linux tells a process's children in /proc")
        return {int(number) for number in listed.read_text().split()}


def alive(process: int) -> bool:
    """Whether it runs; one that has ended and waits to be collected does not."""
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] != "Z"
