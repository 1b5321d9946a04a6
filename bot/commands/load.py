"""`little-bench load`: puts the district file in force."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path

from bot.commands.command import Arguments, Command
from bot.config import Config
from bot.operating import load_district


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("district", type=Path, nargs="?", help="default: the file named in the configuration")


def run(given: Arguments, config: Config) -> int:
    loaded = asyncio.run(load_district(config, given.district or config.place.district))
    print(f"in force / 生效了: {loaded.areas} areas, {loaded.talk_points} talk points, {loaded.people} people")
    for name in loaded.missing:
        print(f"  no longer on the roster, matters given to others / 不在新名册上，手上的事交给了别人: {name}")
    print("next / 下一步: little-bench invite")
    return 0


LOAD = Command("load", "put the district file in force: areas, talk points, members / 装入区域和名册", run, arguments)
