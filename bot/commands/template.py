"""`little-bench template`: writes the spreadsheet to fill in, or what runs now to be changed."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path

from bot.commands.command import Arguments, Bare, called
from bot.config import Config, load_config
from bot.district import District, in_force
from bot.operating import opened
from bot.roster.template import NAMES, write_folder, write_template
from bot.roster.words import PREVIEW
from bot.speech import Speech, language_arguments, language_of


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--current", action="store_true", help="with what runs now, to be changed / 写出现在的名册")
    parser.add_argument("--csv", action="store_true", help="a folder of CSV files instead / 写成一个文件夹的 CSV")
    parser.add_argument("--out", type=Path, help="the name of the file or folder / 文件名")
    language_arguments(parser)


def run(given: Arguments) -> int:
    """Without --current no configuration is needed."""
    language = language_of(given)
    speech = Speech(language, PREVIEW)
    ending = "" if given.csv else ".xlsx"
    path: Path = given.out or Path(NAMES[language == "en"] + ending)
    if not given.csv and path.suffix.lower() != ".xlsx":
        path = path.with_name(path.name + ".xlsx")
    if path.exists():
        print(speech.word("exists", path=path), file=sys.stderr)
        return 1
    current = asyncio.run(_in_force(load_config(given.config, os.environ))) if given.current else None
    (write_folder if given.csv else write_template)(path, language, current)
    speech.say("written", path=path)
    option = "" if given.config == Path("config.toml") else f" --config {given.config}"
    speech.say("fill_in", load=f"{called()} load {path}{option}")
    return 0


async def _in_force(config: Config) -> District:
    database = await opened(config)
    try:
        return await database.read("roster", in_force)
    finally:
        await database.close()


TEMPLATE = Bare("template", "write the spreadsheet to fill in / 写一张要填的名册", run, arguments)
