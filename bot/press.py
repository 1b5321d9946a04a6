"""The press room: computing that takes longer than a turn may (figures, pictures, sheets) runs in one child process."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from bot.child import HEAD, framed, opened

_HOME = Path(__file__).resolve().parents[1]
_SECRETS = "LITTLE_BENCH_"
"""The environment's variables that begin so are not handed on."""
_LETS_END = 2.0
"""Seconds after which a child that does not end by itself is killed."""

P = ParamSpec("P")
T = TypeVar("T")


class ChildLost(Exception):
    """The child ended, or was ended because it took too long, in the middle of the job."""


class JobFailed(Exception):
    """The job raised; the text is the child's traceback."""


class Press:
    """Keeps the child warm while there is work and ends it after `idle` seconds without; a job may take `patience`
    seconds. Whatever happens to the child fails the one job; the next one gets a new child.
    """

    def __init__(self, *, idle: float = 60.0, patience: float = 300.0) -> None:
        self._idle = idle
        self._patience = patience
        self._child: Process | None = None
        self._turn = asyncio.Lock()
        self._resting: asyncio.Task[None] | None = None

    async def run(self, function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """Runs a module's function there, one job at a time; arguments and result are plain data.

        Raises ChildLost, JobFailed. Cancelled, it ends the child.
        """
        job = framed((function, arguments, named))
        async with self._turn:
            self._stay()
            child = await self._started()
            try:
                async with asyncio.timeout(self._patience):
                    well, result = await _asked(child, job)
            except TimeoutError:
                await self._kill()
                raise ChildLost(f"{function.__qualname__} took more than {self._patience:g} s") from None
            except BaseException:  # lost or cancelled: nobody waits any more for what it may still be doing
                await self._kill()
                raise
            self._resting = asyncio.create_task(self._rest())
        if not well:
            raise JobFailed(result)
        returned: T = result
        return returned

    async def close(self) -> None:
        """Ends the child, if there is one."""
        self._stay()
        child, self._child = self._child, None
        if child is not None:
            await _ended(child)

    def _stay(self) -> None:
        if self._resting is not None:
            self._resting.cancel()
            self._resting = None

    async def _rest(self) -> None:
        await asyncio.sleep(self._idle)
        self._resting = None
        await self.close()

    async def _kill(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            with suppress(ProcessLookupError):
                child.kill()
            await asyncio.shield(child.wait())

    async def _started(self) -> Process:
        if self._child is None or self._child.returncode is not None:
            environment = {key: value for key, value in os.environ.items() if not key.startswith(_SECRETS)}
            environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_HOME), environment.get("PYTHONPATH")]))
            self._child = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot.child", stdin=PIPE, stdout=PIPE, env=environment,
                process_group=0,  # Ctrl-C in the terminal is for the bot
            )  # fmt: skip
        return self._child


async def _asked(child: Process, job: bytes) -> Any:
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(job)
        await child.stdin.drain()
        head = await child.stdout.readexactly(HEAD)
        return opened(await child.stdout.readexactly(int.from_bytes(head)))
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise ChildLost("the child process ended in the middle of the job") from error


async def _ended(child: Process) -> None:
    assert child.stdin is not None
    child.stdin.close()
    try:
        async with asyncio.timeout(_LETS_END):
            await child.wait()
    except TimeoutError:
        child.kill()
        await child.wait()
