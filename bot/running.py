"""`little-bench run`: the bot with a real token, by polling or webhook, until it is told to stop."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from dataclasses import replace
from random import Random
from typing import Any
from urllib.parse import urlsplit

from bot.alarms import Alarms
from bot.away import see_to_absence
from bot.bootstrap import LittleBench, digest_blocks, reactions
from bot.clock import Clock, SystemClock
from bot.config import Config
from bot.config_tables import HealthTable, Mode, WebhookTable
from bot.connecting import telegram_of
from bot.crafts.places import Places
from bot.following import Following
from bot.glance import rows_in, up_line
from bot.guard import Guard
from bot.health import Health
from bot.heartbeat import Alarm
from bot.lease import Holding
from bot.profile import profile
from bot.pulse import Pulse
from bot.server import PortTaken, Server
from bot.steady import SteadyClock
from channels.backoff import backoff
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from channels.telegram.webhook import Webhook
from domain.areas import Tree
from domain.errors import DeliveryFailed
from handlers.turn import House
from storage.database import Database, open_database

_LOGGER = logging.getLogger("little-bench")


class EmptyDistrict(Exception):
    """No area has been loaded, so nobody would answer for anything."""


class WebhookRefused(Exception):
    """Telegram will not push to the address in the configuration."""


async def run(config: Config, clock: Clock | None = None) -> None:
    """Runs until SIGINT or SIGTERM, then lets what is in flight end.

    Raises Revoked, EmptyDistrict, WebhookRefused, PortTaken and storage's errors.
    """
    await _until_told_to_stop(_run(config, SteadyClock(clock or SystemClock())))


async def _until_told_to_stop(work: Coroutine[Any, Any, None]) -> None:
    """Whatever it is busy with, also while it waits for a connection, it is ended tidily."""
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    running, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([running, stopped], return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            _LOGGER.info("stopping; what is in flight is let through")
    finally:
        running.cancel()
        stopped.cancel()
        await asyncio.wait([running, stopped])
    if not running.cancelled():
        running.result()


async def _run(config: Config, clock: SteadyClock) -> None:
    async with AsyncExitStack() as closing:
        database = await open_database(config.database.url.get_secret_value(), now=clock.now, seed=clock.seed)
        closing.push_async_callback(database.close)
        holding = Holding(database.lease, clock) if database.lease else None
        work = _work(config, clock, database, telegram_of(config, clock, holding, clock.heard))
        await (holding.during(work) if holding else work)


async def _work(config: Config, clock: SteadyClock, database: Database, telegram: Telegram) -> None:
    async with AsyncExitStack() as closing:
        closing.push_async_callback(telegram.stop)
        district = await district_in(database)
        _LOGGER.info("connecting to %s", telegram.host)
        me = await telegram.start()
        house = house_of(config, district, f"https://t.me/{me.username}?start=")
        _LOGGER.info("holidays are known until %s, later days are plain weeks", house.clocks.workdays.known_until)
        alarm = Alarm(clock)
        alarm.start()
        closing.callback(alarm.stop)
        bench = LittleBench(
            database, telegram, house, clock, config.database.media,
            url=config.database.url.get_secret_value(), wait_until=alarm.wait_until,
        )  # fmt: skip
        await _serve(config, bench, telegram, clock, Following(bench, district, clock))


async def district_in(database: Database) -> Tree:
    """The areas in force. Raises EmptyDistrict."""
    tree = await database.read("areas", lambda tx: tx.areas.tree())
    if not tree.areas:
        raise EmptyDistrict
    return tree


def house_of(config: Config, district: Tree, bot_link: str) -> House:
    """The house that answers for this district."""
    return House(
        config.reckoning(), config.telephones(), Places(district.areas.values()), bot_link,
        config.place.language, reactions(), config.limits.reports_per_hour,
        config.rhythm(), digest_blocks(), config.practice(), config.keeping(),
    )  # fmt: skip


async def _serve(
    config: Config, bench: LittleBench, telegram: Telegram, clock: SteadyClock, following: Following
) -> None:
    async with AsyncExitStack() as closing:
        health = Health(bench, clock, config.database.media, clock.now())
        if config.bot.mode is Mode.WEBHOOK:
            receive = []
            await _listen(config, bench, health, closing)
            await _hook(config, telegram, clock)
        else:
            polling = Polling(telegram, bench.accept, clock)
            receive, health = [polling.run], replace(health, heard_at=lambda: polling.heard_at)
        await _answer_for_health(config, health, closing)
        introducing = asyncio.create_task(telegram.introduce(profile(config.contacts.desk)))
        closing.push_async_callback(_ended, introducing)
        pulse = Pulse(bench.database, lambda: bench.heartbeat.beat_at, clock)
        await see_to_absence(bench.database, bench.turn)
        await pulse.begin()
        closing.push_async_callback(pulse.end)
        guard = Guard(clock, telegram.greet, woken=bench.wake)
        alarms = Alarms(
            bench.database, bench.turn, lambda: bench.heartbeat.beat_at, clock, config.database.media,
            woken=bench.wake, wrong=lambda: bool(guard.ahead),
        )  # fmt: skip
        rows = await bench.database.read("glance", rows_in)
        _LOGGER.info("%s", up_line(config, rows, telegram.username))
        await bench.run(*receive, following.run, pulse.run, alarms.run, guard.run)


async def _listen(config: Config, bench: LittleBench, health: Health, closing: AsyncExitStack) -> None:
    webhook = Webhook(bench.accept, config.webhook.secret.get_secret_value())
    path = urlsplit(config.webhook.url).path or "/"
    server = Server(health.checks, {path: webhook.handle})
    await _started(server, config.webhook, "webhook", closing)


async def _answer_for_health(config: Config, health: Health, closing: AsyncExitStack) -> None:
    if config.health.port:
        await _started(Server(health.checks, figures=health.figures), config.health, "health", closing)


async def _started(server: Server, at: WebhookTable | HealthTable, table: str, closing: AsyncExitStack) -> None:
    """Raises PortTaken with the key that names the port."""
    try:
        await server.start(at.listen, at.port)
    except PortTaken as taken:
        raise PortTaken(f"{table}.listen, {table}.port: {taken}") from None
    closing.push_async_callback(server.stop)


async def _hook(config: Config, telegram: Telegram, clock: Clock) -> None:
    """Asks for updates to be pushed, until there is an answer. Raises WebhookRefused, Revoked."""
    chance, attempt = Random(clock.seed()), 0  # noqa: S311 (spreads retries, guards nothing)
    while True:
        try:
            return await telegram.hook(config.webhook.url, config.webhook.secret.get_secret_value())
        except DeliveryFailed as failed:
            if failed.permanent:
                raise WebhookRefused(str(failed)) from None
            attempt += 1
            _LOGGER.warning("Telegram has not taken the webhook's address yet: %s", failed)
            await clock.sleep(failed.retry_after or backoff(attempt, chance, cap=30.0))


async def _ended(task: asyncio.Task[Any]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
