"""The bot's own process in the demo: production code on a moved clock, steered by lines of JSON on its standard input.

In: {"do": "go", "database", "api", "offset"} once, then {"do": "move", "to"} · {"do": "language", "language"}.
Out: {"did": …} for each, and {"next": {"at", "label"}} whenever the nearest due thing changes. It ends when its input ends.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.bootstrap import LittleBench
from bot.clock import MovedClock
from bot.demo.district import demo_house
from bot.demo.history import speak
from bot.demo.next_thing import next_thing
from bot.demo.people import TOKEN
from bot.profile import profile
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from storage.database import open_database

LOOK_EVERY = 0.3
"""Seconds between two looks at what falls due next."""


class Child:
    def __init__(self, order: Mapping[str, Any]) -> None:
        self._clock = MovedClock(timedelta(seconds=float(order["offset"])))
        self._database_path = Path(str(order["database"]))
        self._api = str(order["api"])
        self._told: object = ()

    async def run(self, orders: asyncio.Queue[Mapping[str, Any]]) -> None:
        database = await open_database(f"sqlite:///{self._database_path}", now=self._clock.now, seed=self._clock.seed)
        telegram = Telegram(TOKEN, self._clock, api=self._api)
        try:
            me = await telegram.start()
            house = demo_house(f"https://t.me/{me.username}?start=")
            self._bench = LittleBench(database, telegram, house, self._clock, self._database_path.parent / "media")
            polling = Polling(telegram, self._bench.accept, self._clock, seconds=25)
            running = asyncio.create_task(self._bench.run(polling.run))
            watching = asyncio.create_task(self._watch())
            introducing = asyncio.create_task(telegram.introduce(profile(house.contacts.desk)))
            say({"did": "go"})
            obeying = asyncio.create_task(self._obey(orders))
            done, others = await asyncio.wait([running, watching, obeying], return_when=asyncio.FIRST_COMPLETED)
            for task in (*others, introducing):
                task.cancel()
            await asyncio.gather(*others, introducing, return_exceptions=True)
            for task in done:
                task.result()
        finally:
            await telegram.stop()
            await database.close()

    async def _obey(self, orders: asyncio.Queue[Mapping[str, Any]]) -> None:
        while (order := await orders.get()).get("do") != "end":
            if order["do"] == "move":
                self._clock.move_to(datetime.fromisoformat(order["to"]))
                await self._bench.heartbeat.beat()
                await self._bench.delivery.idle()
            elif order["do"] == "language":
                language = str(order["language"])
                await self._bench.database.transact("language", partial(speak, language=language))
            await self._look()
            say({"did": order["do"]})

    async def _watch(self) -> None:
        while True:
            await self._look()
            await asyncio.sleep(LOOK_EVERY)

    async def _look(self) -> None:
        coming = await self._bench.database.read("next", lambda tx: next_thing(self._bench.turn(tx)))
        if coming != self._told:
            self._told = coming
            say({"next": {"at": coming[0].isoformat(), "label": coming[1]} if coming else None})


def say(line: Mapping[str, Any]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


async def _listen(orders: asyncio.Queue[Mapping[str, Any]]) -> None:
    """Reads lines until the parent lets go of the pipe."""
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        await orders.put(json.loads(line))
    await orders.put({"do": "end"})


async def main() -> None:
    orders: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue()
    listening = asyncio.create_task(_listen(orders))
    say({"did": "wait"})  # everything is imported: from here to running takes a moment only
    first = await orders.get()
    if first["do"] == "go":
        await Child(first).run(orders)
    listening.cancel()


if __name__ == "__main__":
    asyncio.run(main())
