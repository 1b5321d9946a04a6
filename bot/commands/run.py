"""`little-bench run`: the bot itself."""

from __future__ import annotations

import asyncio
import logging

from bot import running
from bot.commands.command import Arguments, Command
from bot.config import Config


def run(given: Arguments, config: Config) -> int:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells of every alarm that is set
    asyncio.run(running.run(config))
    return 0


RUN = Command("run", "the bot itself, until Ctrl-C / 正式运行", run)
