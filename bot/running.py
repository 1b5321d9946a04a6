"""`little-bench run`: the bot with a real token, by polling or webhook, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

from bot.bootstrap import LittleBench, reactions
from bot.clock import Clock, SystemClock
from bot.config import Config, Mode
from bot.crafts.places import Places
from bot.heartbeat import Alarm
from bot.profile import profile
from bot.server import Server
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from channels.telegram.redaction import redact
from channels.telegram.request import AiohttpRequest
from channels.telegram.webhook import Webhook
from handlers.turn import House
from storage.database import Database, open_database

_LOGGER = logging.getLogger("little-bench")
UNWELL_AFTER = timedelta(minutes=5)
"""A heartbeat older than this is no health."""


class EmptyDistrict(Exception):
    """No area has been loaded, so nobody would answer for anything."""


async def run(config: Config, clock: Clock | None = None) -> None:
    """Runs until SIGINT or SIGTERM, then lets what is in flight end. Raises Revoked, EmptyDistrict and storage's errors."""
    clock = clock or SystemClock()
    redact(config.bot.token.get_secret_value(), config.webhook.secret.get_secret_value())
    database = await open_database(config.database.url.get_secret_value(), now=clock.now, seed=clock.seed)
    request = AiohttpRequest(proxy=config.bot.proxy.get_secret_value() or None)
    telegram = Telegram(config.bot.token.get_secret_value(), clock, api=config.bot.base_url, request=request)
    alarm = Alarm()
    try:
        _LOGGER.info("connecting to %s", urlsplit(config.bot.base_url).hostname)
        me = await telegram.start()
        house = await house_of(config, database, f"https://t.me/{me.username}?start=")
        alarm.start()
        bench = LittleBench(database, telegram, house, clock, config.database.media, wait_until=alarm.wait_until)
        await _serve(config, bench, telegram, clock)
    finally:
        alarm.stop()
        await telegram.stop()
        await database.close()


async def house_of(config: Config, database: Database, bot_link: str) -> House:
    """The house that answers for the district in the database. Raises EmptyDistrict."""
    tree = await database.read("areas", lambda tx: tx.areas.tree())
    if not tree.areas:
        raise EmptyDistrict
    return House(
        config.reckoning(), config.telephones(), Places(tree.areas.values()), bot_link,
        config.place.language, reactions(), config.limits.reports_per_hour,
    )  # fmt: skip


async def _serve(config: Config, bench: LittleBench, telegram: Telegram, clock: Clock) -> None:
    polling = Polling(telegram, bench.accept, clock)
    webhook = config.bot.mode is Mode.WEBHOOK
    hooks = {}
    if webhook:
        secret = config.webhook.secret.get_secret_value()
        hooks[urlsplit(config.webhook.url).path or "/"] = Webhook(bench.accept, secret).handle
    server = Server(lambda: _health(bench, clock), hooks)
    if webhook:
        await server.start(config.webhook.listen, config.webhook.port)
        await telegram.hook(config.webhook.url, config.webhook.secret.get_secret_value())
    introducing = asyncio.create_task(telegram.introduce(profile(config.contacts.desk)))
    running = asyncio.create_task(bench.run(*([] if webhook else [polling.run])))
    _LOGGER.info("@%s is up, by %s", telegram.username, config.bot.mode.value)
    stopped = asyncio.create_task(_told_to_stop())
    try:
        await asyncio.wait([running, stopped], return_when=asyncio.FIRST_COMPLETED)
        if running.done():
            running.result()
        _LOGGER.info("stopping; what is in flight is let through")
    finally:
        for task in (running, stopped, introducing):
            task.cancel()
        await asyncio.gather(running, stopped, introducing, return_exceptions=True)
        await server.stop()


async def _health(bench: LittleBench, clock: Clock) -> tuple[bool, Mapping[str, Any]]:
    beat = bench.heartbeat.beat_at
    depth = await bench.database.read("health", lambda tx: tx.outbox.depth())
    well = beat is not None and clock.now() - beat < UNWELL_AFTER
    return well, {"heartbeat": beat.isoformat() if beat else None, "outbox": depth}


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    await stop.wait()
