"""`little-bench run`: the bot itself."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import suppress

from bot import running
from bot.clock import SystemClock
from bot.commands.command import Arguments, Command
from bot.config import Config
from bot.heads import must_be_the_newest
from bot.logs import start_logging
from bot.standing import file_of


def run(given: Arguments, config: Config) -> int:
    start_logging(config.log)
    url, file = config.database.url.get_secret_value(), file_of(config)
    if file is not None and file.exists():
        with suppress(sqlite3.Error):  # whatever is wrong with the file, opening it says so in words
            must_be_the_newest(url, SystemClock().now())
    asyncio.run(running.run(config))
    return 0


RUN = Command("run", "the bot itself, until Ctrl-C / 跑起来，按 Ctrl-C 停", run)
