"""The bot's own process in the demo: production code on a moved clock, steered by lines of JSON on its standard input.

In: {"do": "go", "database", "api", "offset", "language"} once, then {"do": "move", "to"}, {"do": "language", …}.
Out: {"did": …} for each; {"due", "next": {"at", "label"}} whenever what falls due next changes, of all rows and of
those that the page can show; {"happened": {"zh", "en"}} for what the stage tells. It ends when its input ends.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.bootstrap import LittleBench
from bot.demo.clock import StageClock
from bot.demo.district import demo_house
from bot.demo.languages import reword, say_so
from bot.demo.next_thing import next_thing
from bot.demo.people import TOKEN
from bot.demo.witness import Witness
from bot.profile import profile
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from storage.database import open_database
from storage.transaction import Transaction

Orders = asyncio.Queue[Mapping[str, Any]]


class WatchedBench(LittleBench):
    """`stirred` is set after each commit."""

    stirred: asyncio.Event

    def wake(self) -> None:
        super().wake()
        self.stirred.set()


class Child:
    def __init__(self, order: Mapping[str, Any]) -> None:
        self._clock = StageClock(timedelta(seconds=float(order["offset"])))
        self._database_path = Path(str(order["database"]))
        self._api, self._language = str(order["api"]), str(order["language"])
        self._witness = Witness()
        self._looking = asyncio.Lock()
        self._told: object = ()

    async def run(self, orders: Orders) -> None:
        url = f"sqlite:///{self._database_path}"
        database = await open_database(url, now=self._clock.now, seed=self._clock.seed)
        telegram = Telegram(TOKEN, self._clock, api=self._api)
        try:
            me = await telegram.start()
            house = self._witness.into(demo_house(f"https://t.me/{me.username}?start=", self._language))
            media = self._database_path.parent / "media"
            self._bench = WatchedBench(database, telegram, house, self._clock, media, url=url)
            self._bench.stirred = asyncio.Event()
            await self._run(telegram, orders)
        finally:
            await telegram.stop()
            await database.close()

    async def _run(self, telegram: Telegram, orders: Orders) -> None:
        """Until the orders end, or one part fails."""
        polling = Polling(telegram, self._bench.accept, self._clock, seconds=25)
        parts = [
            asyncio.create_task(part) for part in (self._bench.run(polling.run), self._watch(), self._obey(orders))
        ]
        introducing = asyncio.create_task(telegram.introduce(profile(self._bench.house.contacts.desk)))
        say(did="go")
        done, _ = await asyncio.wait(parts, return_when=asyncio.FIRST_COMPLETED)
        for task in (*parts, introducing):
            task.cancel()
        await asyncio.gather(*parts, introducing, return_exceptions=True)
        for task in done:
            task.result()

    async def _obey(self, orders: Orders) -> None:
        while (order := await orders.get()).get("do") != "end":
            await self._do(order)
            await self._look()
            say(did=order["do"])

    async def _do(self, order: Mapping[str, Any]) -> None:
        match order["do"]:
            case "move":
                self._clock.move_to(datetime.fromisoformat(order["to"]))
                await self._bench.heartbeat.beat()
                await self._bench.work.idle()
                await self._bench.delivery.idle()  # so that what fell due at this instant also arrives at it
            case "language":
                self._bench.house = replace(self._bench.house, language=order["language"])
                await self._bench.database.transact("language", lambda tx: self._speak(tx, order["language"]))
                self._bench.wake()

    def _speak(self, tx: Transaction, language: str) -> None:
        reword(tx, language)
        say_so(self._bench.turn(tx), tx)

    async def _watch(self) -> None:
        while True:
            self._bench.stirred.clear()
            await self._look()
            await self._bench.stirred.wait()

    async def _look(self) -> None:
        async with self._looking:  # two at once would both tell the same
            await self._look_once()

    async def _look_once(self) -> None:
        happened, due, coming = await self._bench.database.read("look", self._see)
        for line in happened:
            say(happened=line)
        if (due, coming) != self._told:
            self._told = (due, coming)
            shown = {"at": coming[0].isoformat(), "label": coming[1]} if coming else None
            say(due=due.isoformat() if due else None, next=shown)

    def _see(
        self, tx: Transaction
    ) -> tuple[list[dict[str, str]], datetime | None, tuple[datetime, dict[str, str]] | None]:
        turn = self._bench.turn(tx)
        return self._witness.tell(turn, tx), tx.schedule.next_at(), next_thing(turn, tx)


def say(**line: object) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


async def _listen(orders: Orders) -> None:
    """Reads lines until the parent lets go of the pipe, also by dying."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        await orders.put(json.loads(line))
    await orders.put({"do": "end"})


async def main() -> None:
    orders: Orders = asyncio.Queue()
    listening = asyncio.create_task(_listen(orders))
    say(did="wait")  # everything is imported: from here to running takes a moment only
    first = await orders.get()
    if first["do"] == "go":
        await Child(first).run(orders)
    listening.cancel()
