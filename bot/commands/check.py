"""`little-bench check`: is the configuration right, and is a roster? Nothing is loaded, no database is made."""

from __future__ import annotations

import argparse
from random import Random

from bot.clock import SystemClock
from bot.commands.command import Arguments, Command
from bot.commands.load import DATUMS, file_arguments, show_remarks, told
from bot.config import Config
from bot.loading import sizes
from bot.roster.bordering import ground
from bot.roster.covering import must_be_covered
from bot.roster.mistakes import RosterMistakes
from bot.roster.sources import EMPTY, read_sources, wanted
from bot.roster.words import PREVIEW
from bot.speech import Speech, language_of


def arguments(parser: argparse.ArgumentParser) -> None:
    file_arguments(parser)


def run(given: Arguments, config: Config) -> int:
    print(f"{given.config}: fine / 没问题")
    files = given.files or [file for file in [config.place.district] if file.exists()]
    if not files:  # the roster lives in the database
        return 0
    speech = Speech(language_of(given), PREVIEW)
    try:
        sources = read_sources(files, DATUMS[given.datum])
        found = wanted(sources, EMPTY, Random(0))  # noqa: S311 (ids that nobody keeps)
        must_be_covered(found.district, SystemClock().now().astimezone(config.place.zone).date())
    except RosterMistakes as mistakes:
        return told(mistakes, speech)
    show_remarks([*found.remarks, *([] if sources.borders else ground(found.district))], speech)
    speech.say("fine", file="、".join(file.name for file in files), **sizes(found.district))
    return 0


CHECK = Command(
    "check",
    "are configuration and roster right? each mistake with what to write / 检查配置和名册",
    run,
    arguments,
)
