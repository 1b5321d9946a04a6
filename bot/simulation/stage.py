"""The real bot, polling the sandbox over HTTP, on a clock that moves from one thing to the next."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.bootstrap import LittleBench, digest_blocks, reactions
from bot.crafts.places import Places
from bot.crafts.workdays import Calendar
from bot.district import District, load
from bot.simulation.clock import SimulatedClock
from bot.simulation.watch import Watch
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from domain.areas import Area
from domain.clocks import Clocks
from domain.digests.rhythm import Rhythm
from domain.matters.seasons import Practice, heating_pack
from handlers.turn import Contacts, House
from sandbox.happenings import Happening
from sandbox.records import BotAccount
from sandbox.server import Sandbox
from storage.database import open_database
from storage.transaction import Transaction
from storage.values import at_text

TOKEN = "424242:simulated-bot-of-an-invented-district"  # noqa: S105  # the sandbox's own, opens nothing
BOT = BotAccount(424242, "小板凳", "little_bench_bot")
DATABASE, MEDIA = "bench.sqlite3", "media"
CONTACTS = Contacts(
    "0931-5550100", "0931-5550115", {"heating": "0931-5550112", "water": "0931-5550113", "lift": "0931-5550116"}
)
A_SECOND = 30
"""Messages that the platform takes of a bot."""
NEVER_AT_REST = 200
"""Rounds after which something must be going in a circle."""


class Stage:
    """What is to be sent leaves together, and then nothing for as long as the platform takes for so many."""

    def __init__(self, sandbox: Sandbox, bench: LittleBench, watch: Watch, clock: SimulatedClock) -> None:
        self.sandbox, self.bench, self.watch, self.clock = sandbox, bench, watch, clock
        self.most_behind = 0.0
        """Seconds that the platform's pace held a message back at most."""
        self._arrived = 0
        self._free_at = clock.now()
        self._waits_since: datetime | None = None
        sandbox.world.subscribe(self._happens)

    async def settle(self) -> datetime | None:
        """Everything said has been taken in, everything due has fired, what the platform takes has arrived.

        Returns when something falls due next, or more may leave.
        """
        sent = False
        for _ in range(NEVER_AT_REST):
            await self.sandbox.drained()
            left = await self.watch.read("left", _left)
            if left.due:
                await self.bench.heartbeat.beat()
            elif left.work:
                await self.bench.work.idle()
            elif not left.to_send or sent:
                return left.next_at
            elif self._free_at > self.clock.now():
                self._waits_since = self._waits_since or self.clock.now()
                return min(self._free_at, left.next_at or self._free_at)
            else:
                await self._send()
            sent = not left.due and not left.work
        raise RuntimeError("the house does not come to rest")

    async def rest(self) -> None:
        """As `settle`, and the time passes until all has arrived."""
        while (next_at := await self.settle()) is not None and next_at <= self._free_at:
            self.clock.move_to(next_at)

    async def _send(self) -> None:
        self._arrived = 0
        self.watch.may_send.set()
        await self.bench.delivery.idle()
        self.watch.may_send.clear()
        now, since = self.clock.now(), self._waits_since or self.clock.now()
        self._free_at, self._waits_since = now + timedelta(seconds=self._arrived // A_SECOND), None
        self.most_behind = max(self.most_behind, (self._free_at - since).total_seconds())

    def _happens(self, happening: Happening) -> None:
        if happening.type in ("message", "edited") and happening.detail["message"]["out"]:
            self._arrived += 1


@dataclass(frozen=True, slots=True)
class Left:
    """What is still to be done at this instant, and when the next thing is."""

    due: bool
    work: bool
    to_send: bool
    next_at: datetime | None


def _left(tx: Transaction) -> Left:
    """Each state by itself: there is an index for each."""
    due_at = tx.schedule.next_at()
    found = tx.statements.one(
        """
        SELECT EXISTS (SELECT 1 FROM work WHERE state = 'queued' AND due_at <= :now)
            OR EXISTS (SELECT 1 FROM work WHERE state = 'working') AS work,
            EXISTS (SELECT 1 FROM outbox WHERE state = 'queued' AND due_at <= :now)
            OR EXISTS (SELECT 1 FROM outbox WHERE state = 'sending') AS to_send
        """,
        now=at_text(tx.now),
    )
    assert found is not None
    next_at = min((at for at in (due_at, tx.outbox.next_at(tx.now)) if at is not None), default=None)
    return Left(due_at is not None and due_at <= tx.now, bool(found["work"]), bool(found["to_send"]), next_at)


def house_of(areas: Sequence[Area], bot_link: str, rhythm: Rhythm | None = None) -> House:
    return House(
        Clocks(workdays=Calendar()), CONTACTS, Places(areas), bot_link, reactions=reactions(),
        digests=rhythm or Rhythm(), digest_blocks=digest_blocks(), practice=Practice(packs=(heating_pack(),)),
    )  # fmt: skip


@contextlib.asynccontextmanager
async def raised(
    folder: Path, district: District, clock: SimulatedClock, rhythm: Rhythm | None = None
) -> AsyncIterator[Stage]:
    """In a folder (an absolute path) without a database yet; the district is loaded, nobody of it has joined."""
    sandbox = Sandbox(TOKEN, BOT, clock=clock)
    api = await sandbox.start()
    url = f"sqlite:///{folder / DATABASE}"
    database = await open_database(url, now=clock.now, seed=clock.seed)
    telegram = Telegram(TOKEN, clock, api=api)
    try:
        await database.transact("load", lambda tx: load(tx, district))
        me = await telegram.start()
        watch = Watch(database, house_of(district.areas, f"https://t.me/{me.username}?start=", rhythm))
        bench = LittleBench(watch, telegram, watch.house, clock, folder / MEDIA, url=url)
        running = asyncio.create_task(bench.run(Polling(telegram, bench.accept, clock, seconds=25).run))
        try:
            yield Stage(sandbox, bench, watch, clock)
        finally:
            watch.may_send.set()  # what is in flight is let through
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
    finally:
        await telegram.stop()
        await database.close()
        await sandbox.stop()
