"""Sets the demo up: the sandbox, the seeded district, and the bot beside it in a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import tempfile
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.bootstrap import LittleBench
from bot.clock import MovedClock
from bot.demo.cast import cast
from bot.demo.director import DemoDirector
from bot.demo.district import demo_district, demo_house
from bot.demo.history import History, PastClock, greet, settle_people
from bot.demo.people import BOT_ID, BOT_USERNAME, PHONES, TOKEN
from bot.district import load
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from domain.people.person import Absence
from sandbox.records import BotAccount
from sandbox.server import Sandbox
from storage.database import Database, open_database

OPENING_HOUR, OPENING_MINUTE = 9, 30
WEEKS = timedelta(days=23)
LINK = f"https://t.me/{BOT_USERNAME}?start="
SPARE_ACCOUNTS = range(301, 320)


@contextlib.asynccontextmanager
async def demo_stage(host: str, port: int, language: str) -> AsyncIterator[tuple[Sandbox, DemoDirector, str]]:
    """Everything up and running at half past nine of today; the url is where the page is. Raises PortBusy."""
    clock = MovedClock()
    clock.move_to(_opening(clock))
    with tempfile.TemporaryDirectory(prefix="little-bench-demo-") as name:
        directory = Path(name)
        director = DemoDirector(clock, directory, clock.now())
        bot = BotAccount(BOT_ID, "小板凳", BOT_USERNAME)
        sandbox = Sandbox(TOKEN, bot, clock=clock, director=director, cast=cast(demo_district()))
        url = await sandbox.start(host, port)
        api = f"http://127.0.0.1:{url.rpartition(':')[2]}"
        try:
            _people(sandbox)
            await _prepare(directory, clock, api, language)
            sandbox.world.language = language
            await director.open(sandbox, api, sandbox.world.snapshot())
            try:
                yield sandbox, director, url
            finally:
                await director.close()
        finally:
            await sandbox.stop()


def _opening(clock: MovedClock) -> datetime:
    local = clock.now().astimezone(demo_house(LINK).zone)
    return local.replace(hour=OPENING_HOUR, minute=OPENING_MINUTE, second=0, microsecond=0).astimezone(clock.now().tzinfo)


def _people(sandbox: Sandbox) -> None:
    for phone in PHONES:
        person = sandbox.world.add_person(phone.account, phone.name[0], language_code="zh-hans", phone="+8613900000" + f"{phone.account}")
        person.chat.started = phone.key != "zhao"
    for account in SPARE_ACCOUNTS:
        sandbox.world.add_person(account, "委员").chat.started = True


async def _prepare(directory: Path, clock: MovedClock, api: str, language: str) -> None:
    """Three weeks happen, everybody is greeted, and the result is kept as the pristine database."""
    opening, path = clock.now(), directory / "seed.db"
    past = PastClock(opening - WEEKS)
    database = await open_database(f"sqlite:///{path}", now=past.now, seed=clock.seed)
    house = demo_house(LINK)
    try:
        await database.transact("load", lambda tx: load(tx, demo_district()))
        await database.transact("people", lambda tx: settle_people(tx, language))
        away = Absence("lin", opening - timedelta(days=2), opening + timedelta(days=5))
        await database.transact("leave", lambda tx: tx.roster.add_absence(away))
        await History(database, past, house, opening, language).happen()
        await _greet(database, clock, api, directory)
    finally:
        await database.close()
    shutil.move(path, directory / "pristine.db")


async def _greet(database: Database, clock: MovedClock, api: str, directory: Path) -> None:
    telegram = Telegram(TOKEN, clock, api=api)
    await telegram.start()
    bench = LittleBench(database, telegram, demo_house(LINK), clock, directory / "media")
    await database.transact("greet", lambda tx: greet(bench.turn(tx)))
    running = asyncio.create_task(bench.run(Polling(telegram, bench.accept, clock, seconds=1).run))
    await bench.work.idle()
    await bench.delivery.idle()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await telegram.stop()
