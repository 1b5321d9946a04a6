"""The database as a command of the command line opens it."""

from __future__ import annotations

from bot.clock import SystemClock
from bot.config import Config
from storage.database import Database, open_beside


async def opened(config: Config) -> Database:
    """The database beside whatever bot is running. Raises OlderDatabase and other StorageErrors."""
    return await opened_at(config.database.url.get_secret_value())


async def opened_at(url: str) -> Database:
    """The same, of a database that no configuration names yet."""
    clock = SystemClock()
    return await open_beside(url, now=clock.now, seed=clock.seed)
