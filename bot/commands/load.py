"""`little-bench load`: shows what a roster would change, and puts it in force after a yes."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from bot.commands.command import Arguments, Command, called
from bot.config import Config
from bot.loading import ChangedMeanwhile, Loading, NoSuchPoint, sizes
from bot.operating import opened
from bot.progress import Bar
from bot.roster.mistakes import Mistake, RosterMistakes
from bot.roster.sources import read_sources
from bot.roster.telling import lines_of
from bot.roster.words import PREVIEW
from bot.speech import Speech, language_arguments, language_of

STEPS = 2
"""Comparing, trying out."""
DATUMS = {"wgs84": "WGS-84", "gcj02": "GCJ-02"}


def file_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", type=Path, nargs="*", metavar="FILE",
        help="XLSX, CSV or a folder of CSV, district.toml, GeoJSON; default: the file named in the configuration"
        " / 填好的 XLSX、CSV 或它们的文件夹，或 GeoJSON；不写就是配置里写的那个",
    )  # fmt: skip
    parser.add_argument(
        "--datum", choices=tuple(DATUMS), default="wgs84", help="of a map; gcj02: drawn on Amap or Tencent / 地图的坐标"
    )
    language_arguments(parser)


def arguments(parser: argparse.ArgumentParser) -> None:
    file_arguments(parser)
    parser.add_argument("--yes", action="store_true", help="do not ask / 不用问，直接装")
    parser.add_argument("--dry-run", action="store_true", help="only show what would change / 只看看会变什么")
    parser.add_argument(
        "--stop-code", action="append", default=[], metavar="NAME",
        help="a talk point whose printed code shall stop working / 让这个说事点的码失效",
    )  # fmt: skip


def run(given: Arguments, config: Config) -> int:
    speech = Speech(language_of(given), PREVIEW)
    try:
        return asyncio.run(_load(given, config, speech))
    except RosterMistakes as mistakes:
        return told(mistakes, speech)
    except NoSuchPoint as missing:
        return _failed(speech.word("no_point", name=missing))
    except ChangedMeanwhile:
        return _failed(speech.word("meanwhile"))


async def _load(given: Arguments, config: Config, speech: Speech) -> int:
    sources = read_sources(given.files or [config.place.district], DATUMS[given.datum])
    database = await opened(config)
    try:
        with Bar(STEPS) as bar:
            loading = await Loading.of(database, config, sources, given.stop_code)
            bar.add(1)
            outcome = None if loading.nothing_new else await loading.tried()
            bar.add(1)
        show_remarks(loading.remarks, speech)
        if outcome is None:
            speech.say("none")
            return 0
        speech.say("preview")
        speech.show(*lines_of(outcome, speech))
        if not _wanted(given, speech):
            return 0 if given.dry_run else 1
        await loading.done()
    finally:
        await database.close()
    speech.say("loaded", **sizes(loading.after))
    speech.say("follows")
    option = "" if given.config == Path("config.toml") else f" --config {given.config}"
    speech.say("invite", invite=f"{called()} invite --all{option}")
    return 0


def _wanted(given: Arguments, speech: Speech) -> bool:
    if given.dry_run:
        speech.say("dry")
        return False
    if given.yes:
        return True
    if not sys.stdin.isatty():
        _failed(speech.word("not_asked"))
        return False
    if speech.yes("ask", usually=False):
        return True
    speech.say("not_loaded")
    return False


def told(mistakes: RosterMistakes, speech: Speech) -> int:
    """Each mistake with what to write instead; returns the exit status."""
    lines = mistakes.said(speech.language)
    return _failed(speech.word("mistakes", n=len(lines)), *lines)


def show_remarks(remarks: Sequence[Mistake], speech: Speech) -> None:
    for remark in remarks:
        print(f"  · {remark.said(speech.language)}", file=sys.stderr)


def _failed(*words: str) -> int:
    print("\n".join(words), file=sys.stderr)
    return 1


LOAD = Command("load", "show what a roster changes, then put it in force / 装名册，先看会变什么", run, arguments)
