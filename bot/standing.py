"""How an installation stands: what there is to know of it without disturbing whatever runs."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bot.clock import SystemClock
from bot.config import Config, load_config
from bot.connecting import telegram_of
from bot.glance import Rows, rows_in
from bot.operating import opened
from bot.toml_errors import Mistakes
from channels.base import Revoked
from channels.telegram.errors import Unreachable, decided
from channels.telegram.obstacles import Obstacle
from channels.telegram.redaction import redact
from domain.errors import DeliveryFailed
from storage.database import engine_of
from storage.errors import StorageError
from storage.lock import holder

QUIET_FOR = timedelta(minutes=3)
"""A bot on PostgreSQL that has left no sign for so long runs no more."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What Telegram says. `username` "" when it was not reached; then `obstacle`, `refused` or `reason` says why.

    `hook` is where it pushes to ("" for polling), `pending` what waits there, `hook_error` its last trouble with it;
    `skew` is by how many seconds its clock is ahead of ours.
    """

    username: str = ""
    obstacle: Obstacle | None = None
    refused: bool = False
    reason: str = ""
    hook: str = ""
    pending: int = 0
    hook_error: str = ""
    hook_error_at: datetime | None = None
    skew: float | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """`config` None when it has `mistakes`; `rows` None when there is no database yet, or `trouble` with it.

    `pid` is that of the running bot. `free` bytes are left on the disk.
    """

    at: datetime
    path: Path
    config: Config | None = None
    mistakes: tuple[str, ...] = ()
    reach: Reach = Reach()
    pid: int | None = None
    rows: Rows | None = None
    trouble: StorageError | None = None
    free: int = 0


def standing(path: Path, env: Mapping[str, str]) -> Standing:
    """Looks at everything once. Raises nothing that an installation can be in trouble with: it is in the answer."""
    now = SystemClock().now()
    try:
        config = load_config(path, env)
    except Mistakes as mistakes:
        return Standing(now, path, mistakes=tuple(mistakes.lines))
    redact(*config.secrets())
    file = file_of(config)
    there = file is None or file.exists()
    rows, trouble, reach = asyncio.run(_looked(config, database=there))
    free = shutil.disk_usage(path.resolve().parent).free
    return Standing(now, path, config, (), reach, running_pid(config, rows, now), rows, trouble, free)


def file_of(config: Config) -> Path | None:
    """The SQLite file, None on PostgreSQL."""
    url = config.database.url.get_secret_value()
    return Path(url.removeprefix("sqlite:///")) if engine_of(url) == "sqlite" else None


def running_pid(config: Config, rows: Rows | None, now: datetime) -> int | None:
    """By the lock on SQLite, by the sign of life on PostgreSQL."""
    file = file_of(config)
    if file is not None:
        return holder(str(file))
    sign = rows.sign if rows else None
    return sign.pid if sign and not sign.ended and now - sign.seen_at < QUIET_FOR else None


async def _looked(config: Config, *, database: bool) -> tuple[Rows | None, StorageError | None, Reach]:
    rows, trouble = await _rows(config) if database else (None, None)
    return rows, trouble, await _reach(config)


async def _rows(config: Config) -> tuple[Rows | None, StorageError | None]:
    """What the database says, or what is wrong with it."""
    try:
        database = await opened(config)
        try:
            return await database.read("status", rows_in), None
        finally:
            await database.close()
    except StorageError as error:
        return None, error


async def _reach(config: Config) -> Reach:
    clock, skews = SystemClock(), list[float]()
    telegram = telegram_of(config, clock, dated=lambda said: skews.append((said - clock.now()).total_seconds()))
    try:
        username = (await telegram.greet()).username or ""
        with decided():
            hook = await telegram.bot.get_webhook_info()
    except Revoked:
        return Reach(refused=True)
    except Unreachable as failed:
        return Reach(obstacle=failed.obstacle)
    except DeliveryFailed as failed:
        return Reach(reason=str(failed))
    finally:
        await telegram.stop()
    error_at = hook.last_error_date
    return Reach(
        username, hook=hook.url, pending=hook.pending_update_count, hook_error=hook.last_error_message or "",
        hook_error_at=error_at, skew=skews[-1] if skews else None,
    )  # fmt: skip
