"""The demo's director: moves the clock, starts over, pulls the plug, changes the language."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.clock import MovedClock
from bot.demo.process import Bots
from sandbox.server import Sandbox
from sandbox.world import Snapshot

MOST_STEPS = 200
"""Due instants passed one by one within one move of the clock; a day of the demo holds far fewer."""


class DemoDirector:
    """`pristine` is the seeded database, `database` the one in use; both belong to `language`."""

    def __init__(self, clock: MovedClock, directory: Path, opening: datetime) -> None:
        self._clock, self._directory, self._opening = clock, directory, opening
        self._busy = asyncio.Lock()
        self._next: tuple[datetime, dict[str, str]] | None = None
        self._state = "starting"
        self.sandbox: Sandbox
        self._api = ""
        self._fresh: Snapshot

    async def open(self, sandbox: Sandbox, api: str, fresh: Snapshot) -> None:
        self.sandbox, self._api, self._fresh = sandbox, api, fresh
        self._bots = Bots(self._told)
        self._use_pristine()
        await self._start()

    async def close(self) -> None:
        await self._bots.close()

    # ---- what the page asks for ------------------------------------------------------------------------------------

    async def advance(self, seconds: int | None) -> None:
        """Every due thing on the way happens at its own instant."""
        async with self._busy:
            end = self._clock.now() + timedelta(seconds=seconds) if seconds is not None else None
            if end is None and self._next is None:
                return
            for _ in range(MOST_STEPS):
                coming = self._next
                if coming is None or (end is not None and coming[0] > end):
                    break
                self.sandbox.world.note({lang: f"{label}" for lang, label in coming[1].items()})
                await self._move_to(max(coming[0], self._clock.now()))
                if end is None:
                    return
            if end is not None:
                await self._move_to(end)

    async def reset(self) -> None:
        async with self._busy:
            language = self.sandbox.world.language
            await self._bots.kill()
            self._use_pristine()
            self._clock.move_to(self._opening)
            self.sandbox.world.restore(self._fresh)
            await self._start()
            if language != "zh":
                await self._bots.order(do="language", language=language)
            self.sandbox.world.language = language

    async def unplug(self) -> None:
        """kill -9 and start again: what was said meanwhile waits at the platform."""
        async with self._busy:
            world = self.sandbox.world
            await self._bots.kill()
            self._becomes("down")
            world.note({"zh": "插头拔了（kill -9）", "en": "The plug is pulled (kill -9)"})
            await asyncio.sleep(1.2)  # long enough to be seen, and to say something meanwhile
            await self._start()
            world.note({"zh": "回来了，什么都没丢", "en": "Back; nothing lost"})

    async def language(self, language: str) -> None:
        async with self._busy:
            await self._bots.order(do="language", language=language)
            self.sandbox.world.speak(language)

    def next_thing(self) -> tuple[datetime, dict[str, str]] | None:
        return self._next

    def bot_state(self) -> str:
        return self._state

    async def settle(self) -> None:
        """Returns when everything that is due has been done and sent."""
        async with self._busy:
            await self._bots.order(do="move", to=self._clock.now().isoformat())

    # ---- how it is done --------------------------------------------------------------------------------------------

    async def _start(self) -> None:
        self._becomes("starting")
        offset = self._clock.offset.total_seconds()
        await self._bots.start(database=str(self._directory / "bench.db"), api=self._api, offset=offset)
        self._becomes("up")

    def _becomes(self, state: str) -> None:
        self._state = state
        self.sandbox.world.bot_state(state)

    async def _move_to(self, instant: datetime) -> None:
        self._clock.move_to(instant)
        await self._bots.order(do="move", to=instant.isoformat())
        self.sandbox.world.clock_moved(self._next)

    def _told(self, said: Mapping[str, Any]) -> None:
        if "next" in said:
            coming = said["next"]
            self._next = (datetime.fromisoformat(coming["at"]), coming["label"]) if coming else None
            self.sandbox.world.clock_moved(self._next)

    def _use_pristine(self) -> None:
        for leftover in self._directory.glob("bench.db*"):
            leftover.unlink()
        shutil.copy(self._directory / "pristine.db", self._directory / "bench.db")
