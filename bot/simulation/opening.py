"""A simulated district opened on the chat page: everybody's telephone is there, a few of them on the page.

The clock goes on from the month's last minute, second by second.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.bootstrap import LittleBench
from bot.clock import MovedClock
from bot.simulation.report import Report
from bot.simulation.stage import BOT, DATABASE, MEDIA, TOKEN, house_of
from bot.simulation.town import Town
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from sandbox.newcomers import newcomer
from sandbox.server import Sandbox
from storage.database import open_database

PEOPLE = "people.json"
SIZES = {"resident": "large", "member": "large", "desk": "pocket"}


def keep_people(folder: Path, town: Town, report: Report, ended: datetime) -> None:
    """Who is to be found on the page: those with the worst day, and whoever has something in hand beside them."""
    shown = [{"name": worst.name, "role": worst.role} for worst in report.worst]
    names = [person.phone.first_name for person in town.people.values()]
    world = town.stage.sandbox.world
    numbers = {"next_update": world.updates.next_id, "last_message": world.state.last_message}
    kept = {"ended": ended.isoformat(), "shown": shown, "names": names, **numbers}
    (folder / PEOPLE).write_text(json.dumps(kept, ensure_ascii=False), "utf-8")


async def opened(folder: Path, host: str, port: int) -> None:
    """Until Ctrl-C. Raises PortBusy, and OSError when there is no simulated month in the folder."""
    kept: Mapping[str, Any] = json.loads((folder / PEOPLE).read_text("utf-8"))
    clock = MovedClock()
    clock.move_to(datetime.fromisoformat(kept["ended"]))
    sandbox = Sandbox(TOKEN, BOT, clock=clock)
    sandbox.faults.jump_update_id(kept["next_update"])  # the bot has seen the earlier ones
    sandbox.world.state.last_message = kept["last_message"]
    accounts = {name: newcomer(sandbox.world, name, "zh").id for name in kept["names"]}
    sandbox.cast = _cast(sandbox, kept["shown"], accounts)
    page = await sandbox.start(host, port)
    url = f"sqlite:///{folder / DATABASE}"
    database = await open_database(url, now=clock.now, seed=clock.seed)
    telegram = Telegram(TOKEN, clock, api=f"http://127.0.0.1:{page.rpartition(':')[2]}")
    try:
        me = await telegram.start()
        areas = await database.read("areas", lambda tx: tuple(tx.areas.tree().areas.values()))
        house = house_of(areas, f"https://t.me/{me.username}?start=")
        bench = LittleBench(database, telegram, house, clock, folder / MEDIA, url=url)
        sys.stdout.write(f"{page}\n")
        sys.stdout.flush()
        await _until_stopped(bench, Polling(telegram, bench.accept, clock))
    finally:
        await telegram.stop()
        await database.close()
        await sandbox.stop()


async def _until_stopped(bench: LittleBench, polling: Polling) -> None:
    running = asyncio.create_task(bench.run(polling.run))
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, running.cancel)
    await asyncio.wait([running])
    if not running.cancelled():
        running.result()


def _cast(sandbox: Sandbox, shown: Sequence[Mapping[str, str]], accounts: Mapping[str, int]) -> dict[str, Any]:
    people = [
        {
            "id": accounts[person["name"]], "key": f"p{n}", "name": {"zh": person["name"], "en": person["name"]},
            "role": person["role"], "size": SIZES[person["role"]], "about": {"zh": "", "en": ""},
        }
        for n, person in enumerate(shown)
    ]  # fmt: skip
    photos = [asset.name for asset in sandbox.world.assets.of_kind("photo")]
    bot = {"id": BOT.id, "first_name": BOT.first_name, "username": BOT.username}
    return {"bot": bot, "people": people, "photos": photos, "voices": [], "timezone": "Asia/Shanghai"}
