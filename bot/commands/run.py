"""`little-bench run`: the bot itself."""

from __future__ import annotations

import asyncio

from bot import running
from bot.commands.command import Arguments, Command
from bot.config import Config
from bot.logs import start_logging


def run(given: Arguments, config: Config) -> int:
    start_logging(config.log)
    asyncio.run(running.run(config))
    return 0


RUN = Command("run", "the bot itself, until Ctrl-C / 跑起来，按 Ctrl-C 停", run)
