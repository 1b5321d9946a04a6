"""The real program, forked from a process that has read it already, which kills itself at the point it is told.

Nothing of the program knows of it: its parts are put in the place of their like, as any composition may do.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from domain.messages import Outbound
from storage.transaction import Transaction
from tests.bot.forking import obeying

T = TypeVar("T")
LEASE_LASTS = 2.0
"""Seconds, so that a test need not wait for long until a stopped process has lost it."""


class Mortal:
    """One run of a command, `little-bench run` for instance, as a process of its own. Its output is in `log`.

    `dies_at` is "" or a point: an act ("turn", "delivery", "tick", "work", "outbox.gone", "load") with what it dies
    of ("turn before", "turn within" the transaction, "turn after" its commit), or "sent"; the first time that there is
    something to be done.
    """

    def __init__(self, log: Path, *arguments: str, dies_at: str = "") -> None:
        self._log = log
        self._process = obeying(arguments, log, log, before=partial(_put_in_place, dies_at))

    @property
    def log(self) -> str:
        return self._log.read_text("utf-8") if self._log.exists() else ""

    @property
    def pid(self) -> int:
        return self._process.pid

    async def ends(self, seconds: float = 20) -> int:
        """Waits for its end; the exit status, negative for the signal that killed it."""
        return await self._process.ends(seconds, lambda: self.log)

    async def gets(self, sign: signal.Signals, seconds: float = 20) -> int:
        """The same with a signal."""
        self._process.send_signal(sign)
        return await self.ends(seconds)

    def is_over(self) -> None:
        """Whatever became of the test."""
        self._process.is_over()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _put_in_place(dies_at: str) -> None:
    from bot import connecting, operating, running
    from channels.telegram.channel import Telegram
    from storage import lease
    from storage.database import open_beside, open_database

    async def beside(url: str, *, now: Callable[[], datetime], seed: Callable[[], int]) -> Fragile:
        return Fragile(await open_beside(url, now=now, seed=seed), *dies_at.split())

    async def opened(url: str, *, now: Callable[[], datetime], seed: Callable[[], int]) -> Fragile:
        return Fragile(await open_database(url, now=now, seed=seed), *dies_at.split())

    class Unmarked(Telegram):
        """Dies as soon as a message has been sent."""

        async def deliver(self, outbound: Outbound, *, handle: str = "", reply_to: str = "") -> str:
            await super().deliver(outbound, handle=handle, reply_to=reply_to)
            die()
            raise AssertionError("unreachable")

    vars(lease).update(LASTS=LEASE_LASTS)
    if dies_at == "sent":
        vars(connecting).update(Telegram=Unmarked)
    elif dies_at:
        vars(running).update(open_database=opened)
        vars(operating).update(open_beside=beside)


class Fragile:
    """A database in which one act is the last."""

    def __init__(self, database: Any, act: str, when: str) -> None:
        self._database, self._act, self._when = database, act, when
        self.lease, self.read, self.close = database.lease, database.read, database.close

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        def fatal(tx: Transaction) -> T:
            result = act(tx)
            self._perhaps(name, "within", result)
            return result

        if name == self._act and self._when == "before":
            die()
        result: T = await self._database.transact(name, fatal, order=order)
        self._perhaps(name, "after", result)
        return result

    def _perhaps(self, name: str, when: str, result: object) -> None:
        if (name, when) == (self._act, self._when) and _did_something(name, result):
            die()


def _did_something(act: str, result: Any) -> bool:
    """Rounds of delivery that claimed, ticks that fired, work that is finished (and not claimed)."""
    match act:
        case "delivery":
            return bool(result.claimed)
        case "tick":
            return bool(result)
        case "work":
            return result is None
    return True


def dying_statements(after: int) -> None:
    """The next migration dies once so many statements of its have been run, whichever step they are of."""
    from storage import migrate

    split, left = migrate.split, [after]

    def statements(script: str) -> Iterator[str]:
        for statement in split(script):
            if not left[0]:
                die()
            left[0] -= 1
            yield statement

    vars(migrate).update(split=statements)
