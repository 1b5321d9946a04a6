"""The bot's processes as the demo sees them: one running, one warm beside it for a start within a moment."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

Told = Callable[[Mapping[str, Any]], None]
START_LIMIT = 60.0
"""Seconds after which a process that does not come up is given up."""


class BotProcess:
    """One child. `told` gets each line that is no answer to an order, and {"ended": True} when it ends unasked."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._serves = False
        self._answers: dict[str, asyncio.Queue[None]] = {}
        self._ended = asyncio.Event()

    async def spawn(self) -> None:
        """Starts the process; it imports everything and waits. Ctrl-C in the terminal does not reach it."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot.demo",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        self._reading = asyncio.create_task(self._read())

    async def order(self, **order: object) -> None:
        """Gives an order and returns when it is done. Raises RuntimeError when the process ends before."""
        self._serves = True
        stdin = self._process.stdin
        assert stdin is not None
        stdin.write((json.dumps(order) + "\n").encode())
        await self.answered(str(order["do"]))

    async def answered(self, what: str) -> None:
        answer = asyncio.ensure_future(self._answers.setdefault(what, asyncio.Queue()).get())
        ended = asyncio.ensure_future(self._ended.wait())
        await asyncio.wait([answer, ended], timeout=START_LIMIT, return_when=asyncio.FIRST_COMPLETED)
        ended.cancel()
        if not answer.done():
            answer.cancel()
            raise RuntimeError(f"the bot's process did not answer {what!r}")

    async def kill(self) -> None:
        """kill -9: nothing is put in order."""
        self._serves = False
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        await self._reading

    async def end(self) -> None:
        """Lets go of its input, upon which it ends by itself."""
        self._serves = False
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), 15)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        await self._reading

    async def _read(self) -> None:
        assert self._process.stdout is not None
        while line := await self._process.stdout.readline():
            said = json.loads(line)
            if "did" in said:
                self._answers.setdefault(said["did"], asyncio.Queue()).put_nowait(None)
            else:
                self._told(said)
        self._ended.set()
        if self._serves:
            self._told({"ended": True})


class Bots:
    """The running bot and the warm one."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._running: BotProcess | None = None
        self._warm: asyncio.Task[BotProcess] = asyncio.create_task(self._warmed())

    async def _warmed(self) -> BotProcess:
        process = BotProcess(self._told)
        await process.spawn()
        await process.answered("wait")
        return process

    async def start(self, **order: object) -> None:
        """The warm process takes over; another one is warmed, also when this one does not come up."""
        try:
            process = await asyncio.shield(self._warm)
            await process.order(do="go", **order)
            self._running = process
        finally:
            self._warm = asyncio.create_task(self._warmed())

    async def kill(self) -> None:
        if self._running is not None:
            running, self._running = self._running, None
            await running.kill()

    async def order(self, **order: object) -> None:
        if self._running is not None:
            await self._running.order(**order)

    async def close(self) -> None:
        """Ends both; one that is still being warmed is waited for, so that none is left behind."""
        ends = [self._end_warm()]
        if self._running is not None:
            ends.append(self._running.end())
        await asyncio.gather(*ends)

    async def _end_warm(self) -> None:
        with contextlib.suppress(RuntimeError):  # one that did not come up has ended already
            await (await self._warm).end()
