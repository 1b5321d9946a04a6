"""The database as a command of the command line opens it."""

from __future__ import annotations

from bot.clock import SystemClock
from bot.config import Config
from storage.database import Database, open_beside


async def opened(config: Config) -> Database:
    """The database beside whatever bot is running. Raises OlderDatabase and other StorageErrors."""
    clock = SystemClock()
    return await open_beside(config.database.url.get_secret_value(), now=clock.now, seed=clock.seed)
