"""Sets the demo up: the sandbox, the seeded district, and the bot beside it in a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.bootstrap import LittleBench
from bot.demo.cast import cast
from bot.demo.clock import StageClock
from bot.demo.director import DemoDirector, Fresh
from bot.demo.district import demo_district, demo_house
from bot.demo.folder import demo_folder
from bot.demo.household import greet
from bot.demo.people import (
    BOT_ID,
    BOT_NAME,
    BOT_USERNAME,
    LANGUAGES,
    LINK,
    PHONES,
    RESIDENTS,
    SPARE_ACCOUNTS,
    TOKEN,
    ZHAO,
    language_code,
)
from bot.demo.seeding import seed
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from sandbox.records import BotAccount
from sandbox.server import Sandbox
from sandbox.world import Snapshot
from storage.database import Database, open_database

FRIDAY, OPENING_HOUR, OPENING_MINUTE = 5, 9, 30
TO_MONDAY = timedelta(days=3)


@contextlib.asynccontextmanager
async def demo_stage(host: str, port: int, language: str | None) -> AsyncIterator[tuple[Sandbox, DemoDirector, str]]:
    """Everything up and running on a Friday at half past nine; the url is where the page is. Raises PortBusy, OSError.

    Without a language the first browser that comes chooses.
    """
    spoken = language or LANGUAGES[0]
    clock = StageClock()
    clock.move_to(_opening(clock))
    with demo_folder() as directory:
        director = DemoDirector(clock, directory, clock.now())
        bot = BotAccount(BOT_ID, BOT_NAME[0], BOT_USERNAME)
        sandbox = Sandbox(TOKEN, bot, clock=clock, director=director, cast=cast(demo_district(), spoken))
        url = await sandbox.start(host, port)
        api = f"http://{_reachable(host)}:{url.rpartition(':')[2]}"
        try:
            _people(sandbox, spoken)
            fresh = await Preparing(sandbox, clock, api, directory).all()
            await director.open(sandbox, api, fresh, spoken)
            sandbox.world.undecided = language is None
            try:
                yield sandbox, director, url
            finally:
                await director.close()
        finally:
            await sandbox.stop()


def _reachable(host: str) -> str:
    """Where the bot finds the sandbox on this same machine."""
    return "127.0.0.1" if host in ("0.0.0.0", "localhost", "") else host  # noqa: S104  # listening on all includes it


def _opening(clock: StageClock) -> datetime:
    """The last Friday, so that whichever day it is Monday's digest is of the week that was told; unless that Monday is
    the 1st of a month, whose digest is the month's.
    """
    local = clock.now().astimezone(demo_house(LINK).zone)
    opening = local.replace(hour=OPENING_HOUR, minute=OPENING_MINUTE, second=0, microsecond=0)
    opening -= timedelta(days=(opening.isoweekday() - FRIDAY) % 7)
    if (opening + TO_MONDAY).day == 1:
        opening -= timedelta(days=7)
    return opening.astimezone(clock.now().tzinfo)


def _people(sandbox: Sandbox, language: str) -> None:
    for phone in PHONES:
        person = sandbox.world.add_person(
            phone.account,
            phone.name[0],
            language_code=language_code(language),
            phone=f"+86139000{phone.account:05d}",
        )
        person.chat.started = phone is not ZHAO
    neighbours = [(resident.account, resident.name[0]) for resident in RESIDENTS[1:]]
    for account, name in [*neighbours, *((account, "委员") for account in SPARE_ACCOUNTS)]:
        sandbox.world.add_person(account, name).chat.started = True


class Preparing:
    """In each language three weeks happen and everybody is greeted; each result is kept."""

    def __init__(self, sandbox: Sandbox, clock: StageClock, api: str, directory: Path) -> None:
        self._sandbox, self._clock, self._api, self._directory = sandbox, clock, api, directory
        self._empty: Snapshot = sandbox.world.snapshot()

    async def all(self) -> dict[str, Fresh]:
        return {language: await self._prepared(language) for language in LANGUAGES}

    async def _prepared(self, language: str) -> Fresh:
        path = self._directory / f"{language}.db"
        await seed(path, self._clock.now(), self._clock.seed, language)
        return await self._greeted(path, language)

    async def _greeted(self, path: Path, language: str) -> Fresh:
        self._sandbox.world.restore(self._empty)
        database = await open_database(f"sqlite:///{path}", now=self._clock.now, seed=self._clock.seed)
        try:
            await self._greet(database, f"sqlite:///{path}", language)
        finally:
            await database.close()
        for chat in self._sandbox.world.chats.values():
            chat.unread = 0
        return Fresh(path, self._sandbox.world.snapshot())

    async def _greet(self, database: Database, url: str, language: str) -> None:
        telegram = Telegram(TOKEN, self._clock, api=self._api)
        house, media = demo_house(LINK, language), self._directory / "media"
        bench = LittleBench(database, telegram, house, self._clock, media, url=url)
        try:
            await telegram.start()
            await database.transact("greet", lambda tx: greet(bench.turn(tx), tx))
            running = asyncio.create_task(bench.run(Polling(telegram, bench.accept, self._clock, seconds=1).run))
            try:
                await bench.work.idle()
                await bench.delivery.idle()
            finally:
                running.cancel()
                await asyncio.gather(running, return_exceptions=True)
        finally:
            await telegram.stop()
