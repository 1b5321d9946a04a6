"""The real bot, polling the sandbox over HTTP, on a clock that moves from one thing to the next."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from pathlib import Path

from bot.bootstrap import LittleBench, digest_blocks, reactions
from bot.crafts.places import Places
from bot.district import District, load
from bot.simulation.clock import SimulatedClock
from bot.simulation.watch import Watch
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from domain.areas import Area
from domain.clocks import Clocks
from domain.digests.rhythm import Rhythm
from handlers.turn import Contacts, House
from sandbox.records import BotAccount
from sandbox.server import Sandbox
from storage.database import open_database

TOKEN = "424242:simulated-bot-of-an-invented-district"  # noqa: S105  # the sandbox's own, opens nothing
BOT = BotAccount(424242, "小板凳", "little_bench_bot")
DATABASE, MEDIA = "bench.sqlite3", "media"
CONTACTS = Contacts(
    "0931-5550100", "0931-5550115", {"heating": "0931-5550112", "water": "0931-5550113", "lift": "0931-5550116"}
)
NEVER_AT_REST = 200
"""Rounds after which something must be going in a circle."""


class Stage:
    def __init__(self, sandbox: Sandbox, bench: LittleBench, watch: Watch, clock: SimulatedClock) -> None:
        self.sandbox, self.bench, self.watch, self.clock = sandbox, bench, watch, clock
        self.most_behind = 0.0
        """Seconds that the platform's pace held a message back at most."""

    async def settle(self) -> None:
        """Everything said has been taken in, everything due has fired, everything to be sent has arrived."""
        for _ in range(NEVER_AT_REST):
            await self.sandbox.drained()
            fired = await self.bench.heartbeat.beat()
            await self.bench.work.idle()
            await self.bench.delivery.idle()
            self.most_behind = max(self.most_behind, self.clock.behind)
            if not fired and not self.sandbox.pending_updates:
                return
        raise RuntimeError("the house does not come to rest")

    async def next_at(self) -> datetime | None:
        """When something falls due, or a message that was held back may leave."""
        due = await self.bench.heartbeat.next_at()
        held = await self.watch.read("held", lambda tx: tx.outbox.next_at(tx.now))
        return min((at for at in (due, held) if at is not None), default=None)


def house_of(areas: Sequence[Area], bot_link: str, rhythm: Rhythm | None = None) -> House:
    return House(
        Clocks(), CONTACTS, Places(areas), bot_link, reactions=reactions(), digests=rhythm or Rhythm(),
        digest_blocks=digest_blocks(),
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
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
    finally:
        await telegram.stop()
        await database.close()
        await sandbox.stop()
