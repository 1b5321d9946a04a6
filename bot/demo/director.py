"""The demo's director: moves the clock, starts over, pulls the plug, changes the language."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.clock import MovedClock
from bot.demo.cast import cast
from bot.demo.district import demo_district
from bot.demo.people import PHONES, language_code
from bot.demo.process import Bots
from sandbox.happenings import Happening
from sandbox.server import Sandbox
from sandbox.world import Snapshot

MOST_STEPS = 200
"""Due instants passed one by one within one move of the clock; a day of the demo holds far fewer."""
DARK, LOOK = 10.0, 0.2
"""Seconds that a pulled plug stays out when nobody says anything, room to type a line; and between two looks."""
AFTERMATH = 1.5
"""Seconds that it stays out after something was said to nobody, or a button was pressed in vain."""

Coming = tuple[datetime, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Fresh:
    """How everything stands when the demo opens in one language: the database, and what lies in the telephones."""

    database: Path
    telephones: Snapshot


class DemoDirector:
    """`fresh` by language. Whatever is asked while the plug is out puts it in again first."""

    def __init__(self, clock: MovedClock, directory: Path, opening: datetime) -> None:
        self._clock, self._directory, self._opening = clock, directory, opening
        self._busy = asyncio.Lock()
        self._due: datetime | None = None
        self._next: Coming | None = None
        self._state = "starting"
        self._touched = False
        self._acts: set[asyncio.Task[None]] = set()

    async def open(self, sandbox: Sandbox, api: str, fresh: Mapping[str, Fresh], language: str) -> None:
        self.sandbox, self._api, self._fresh = sandbox, api, fresh
        self._bots = Bots(self._told)
        await self._begin(language)
        sandbox.world.subscribe(self._happened)

    async def close(self) -> None:
        for act in self._acts:
            act.cancel()
        await asyncio.gather(*self._acts, return_exceptions=True)
        await self._bots.close()

    # ---- what the page asks for ------------------------------------------------------------------------------------

    async def advance(self, seconds: int | None) -> None:
        """Every due thing on the way happens at its own instant."""
        await self._see_through(self._advance(seconds))

    async def reset(self) -> None:
        await self._see_through(self._reset())

    async def unplug(self) -> None:
        """kill -9, a while of nobody there, and a start again: what was said meanwhile waits at the platform."""
        await self._see_through(self._unplug())

    async def language(self, language: str) -> None:
        """Before anything has happened the whole scene is set anew; later people's own words stay as they were said."""
        await self._see_through(self._change_language(language))

    def next_thing(self) -> Coming | None:
        return self._next

    def bot_state(self) -> str:
        return self._state

    async def settle(self) -> None:
        """Returns when everything that is due has been done and sent."""
        async with self._busy:
            await self._bots.order(do="move", to=self._clock.now().isoformat())

    # ---- how it is done --------------------------------------------------------------------------------------------

    async def _see_through(self, act: Coroutine[Any, Any, None]) -> None:
        """To its end, also when whoever asked for it is gone: a page that was closed, or read anew."""
        await asyncio.shield(self._keep(asyncio.create_task(act)))

    def _keep(self, task: asyncio.Task[None]) -> asyncio.Task[None]:
        self._acts.add(task)
        task.add_done_callback(self._acts.discard)
        return task

    async def _advance(self, seconds: int | None) -> None:
        async with self._busy:
            await self._plug_in()
            now = self._clock.now()
            if seconds is None and self._next is None:
                return
            self._touched = True
            end = max(now, self._next[0]) if seconds is None and self._next else now + timedelta(seconds=seconds or 0)
            for _ in range(MOST_STEPS):
                if self._due is None or self._due > end:
                    break
                await self._move_to(max(self._due, self._clock.now()))
            if self._clock.now() < end:
                await self._move_to(end)

    async def _reset(self) -> None:
        async with self._busy:
            await self._begin(self.sandbox.world.language)

    async def _unplug(self) -> None:
        world = self.sandbox.world
        async with self._busy:
            await self._bots.kill()
            self._becomes("down")
            world.note({"zh": "插头拔了（kill -9）", "en": "The plug is pulled (kill -9)"})
        for _ in range(round(DARK / LOOK)):
            if self.sandbox.pending_updates:
                await asyncio.sleep(AFTERMATH)
                break
            await asyncio.sleep(LOOK)
        async with self._busy:
            await self._plug_in()

    async def _change_language(self, language: str) -> None:
        self.sandbox.world.undecided = False
        async with self._busy:
            if language == self.sandbox.world.language:
                return
            if not self._touched:
                await self._begin(language)
                return
            await self._plug_in()
            self._speak(language)
            await self._bots.order(do="language", language=language)
            self.sandbox.world.speak(language)

    async def _begin(self, language: str) -> None:
        fresh = self._fresh[language]
        await self._bots.kill()
        for leftover in self._directory.glob("bench.db*"):
            leftover.unlink()
        shutil.copy(fresh.database, self._directory / "bench.db")
        self._clock.move_to(self._opening)
        self._touched = False
        self._speak(language)
        self._state = "up"  # within a moment, and nothing that anybody would notice
        self.sandbox.world.language = language
        self.sandbox.world.restore(fresh.telephones)
        await self._start()

    async def _start(self) -> None:
        offset = self._clock.offset.total_seconds()
        language = self.sandbox.world.language
        await self._bots.start(
            database=str(self._directory / "bench.db"), api=self._api, offset=offset, language=language
        )

    async def _plug_in(self) -> None:
        if self._state != "down":
            return
        waiting = self.sandbox.pending_updates
        self._becomes("starting")
        await self._start()
        self._becomes("up")
        zh = f"回来了，什么都没丢：等着的{waiting}句接着办" if waiting else "回来了，什么都没丢"
        en = f"Back, nothing lost: {waiting} waiting, now being answered" if waiting else "Back; nothing lost"
        self.sandbox.world.note({"zh": zh, "en": en})

    async def _revive(self) -> None:
        """The bot's process has ended by itself, which a bug of ours must have done: another one takes over."""
        async with self._busy:
            if self._state == "up":
                await self._bots.kill()
                self._becomes("down")
                await self._plug_in()

    def _becomes(self, state: str) -> None:
        self._state = state
        self.sandbox.world.bot_state(state)

    def _speak(self, language: str) -> None:
        """Accounts and the page's cast, which name people and the bot."""
        people = self.sandbox.world.people
        for phone in PHONES:
            people[phone.account] = replace(people[phone.account], language_code=language_code(language))
        self.sandbox.cast = cast(demo_district(), language)

    async def _move_to(self, instant: datetime) -> None:
        self._clock.move_to(instant)
        await self._bots.order(do="move", to=instant.isoformat())
        self.sandbox.world.clock_moved(self._next)

    def _told(self, said: Mapping[str, Any]) -> None:
        if "ended" in said:
            self._keep(asyncio.create_task(self._revive()))
            return
        if "happened" in said:
            self.sandbox.world.note(said["happened"])
            return
        coming = said["next"]
        self._due = datetime.fromisoformat(said["due"]) if said["due"] else None
        self._next = (datetime.fromisoformat(coming["at"]), coming["label"]) if coming else None
        self.sandbox.world.clock_moved(self._next)

    def _happened(self, happening: Happening) -> None:
        if happening.type == "message" and not happening.detail["message"]["out"]:
            self._touched = True
