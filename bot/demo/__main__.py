"""Where the bot's own process in the demo begins; bot/demo/process.py starts it."""

from __future__ import annotations

import asyncio
import logging
import os
import sys

from bot.imports import for_life

if __name__ == "__main__":
    with for_life():
        from bot.demo.child import main
    logging.basicConfig(level=logging.ERROR)  # a line that broke is part of the play
    try:
        asyncio.run(main())
    except BrokenPipeError:  # whoever listened is gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
