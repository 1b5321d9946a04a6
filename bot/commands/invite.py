"""`little-bench invite`: one-time links for those who have not joined yet."""

from __future__ import annotations

import argparse
import asyncio
import sys

from bot.commands.command import Arguments, Command
from bot.config import Config
from bot.operating import invitations


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("who", nargs="?", help="an id or a name on the roster; default: everybody who has not joined")


def run(given: Arguments, config: Config) -> int:
    found = asyncio.run(invitations(config, given.who))
    for person, link in found:
        print(f"{person.name}\t{link}")
    if not found:
        print("everybody on the roster has joined / 都加入了", file=sys.stderr)
    else:
        print("each link works once, for seven days / 每个链接只能用一次，七天有效", file=sys.stderr)
    return 0


INVITE = Command("invite", "one-time links for members and desks who have not joined / 发邀请", run, arguments)
