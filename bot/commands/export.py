"""`little-bench export`: the matters of an area as a spreadsheet or CSV, while the bot runs."""

from __future__ import annotations

import argparse
import asyncio
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from bot.commands.command import Arguments, Command
from bot.config import Config
from bot.exporting import Found, SeveralAreas, TooMany, UnknownArea, Wanted, file_name, find, note, write
from bot.progress import Bar
from bot.speech import Speech, language_arguments, language_of
from bot.toml_errors import Mistakes

FORMATS = ("xlsx", "csv")
WORDS = {
    "no_area": ("没有叫“{area}”的区域。{like}", "There is no area called “{area}”. {like}"),
    "like": ("您说的是：{names}？", "Did you mean {names}?"),
    "several": ("叫“{area}”的不止一个，写编号：{ids}", "More than one is called “{area}”; give its id: {ids}"),
    "turned": ("--from 在 --to 后面了，换一下", "--from is after --to; turn them round"),
    "there": ("已经有 {path} 了；用 --out 换个名字", "{path} is there already; give another name with --out"),
    "no_folder": ("没有 {path} 这个文件夹", "There is no folder {path}"),
    "none": ("这段时间、这个区域没有报来的事", "Nothing was handed in there in that time"),
    "too_many": (
        "有{n}件，一张表放不下；用 --from --to 分几段导出",
        "{n} matters do not fit into one sheet; export them in parts with --from and --to",
    ),
    "written": ("导出{n}件：{path}（这次导出已留痕）", "{n} matters: {path} (that they were exported is on record)"),
    "names": (
        "里面有居民的姓名，和她答应给办事人看的电话：只给要联系她的人，用完删掉。匿名的没有写。",
        "It holds residents' names, and the numbers they let the one in charge see: only for whoever has to speak with "
        "them; delete it afterwards. Anonymous ones have none.",
    ),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--area", default="", help="a name or an id; default: everything / 区域名，不写就是全部")
    parser.add_argument("--from", dest="from_on", type=_day, metavar="DAY", help="first day, 2026-11-01 / 从哪天")
    parser.add_argument("--to", dest="to_on", type=_day, metavar="DAY", help="last day, 2026-11-30 / 到哪天")
    parser.add_argument("--format", choices=FORMATS, help="default: xlsx, or as --out ends / 默认 xlsx")
    parser.add_argument("--out", type=Path, help="the file to write; default: named by what it is / 写到哪里")
    parser.add_argument(
        "--with-names", action="store_true",
        help="also residents' names, and telephones they let others see; never of anonymous ones / 带上居民姓名电话",
    )  # fmt: skip
    language_arguments(parser)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write it like 2026-11-23 / 写成 2026-11-23 这样") from None


def run(given: Arguments, config: Config) -> int:
    language = given.language or config.place.language
    speech = Speech(language_of(given), WORDS)
    format = given.format or (given.out.suffix.lstrip(".") if given.out else "")
    wanted = Wanted(
        given.area, given.from_on, given.to_on, format if format in FORMATS else FORMATS[0], given.with_names, language
    )
    if wanted.from_on and wanted.to_on and wanted.from_on > wanted.to_on:
        raise Mistakes([speech.word("turned")])
    found = _found(config, wanted, speech)
    if not found.count:
        raise Mistakes([speech.word("none")])
    path = _free(given.out or Path(file_name(found)), speech)
    asyncio.run(note(config, found))
    with Bar(found.count) as bar:
        write(config, found, path, bar.add)
    speech.say("written", n=found.count, path=path)
    if wanted.names:
        speech.say("names")
    return 0


def _free(path: Path, speech: Speech) -> Path:
    """The path, where nothing stands yet. Raises Mistakes."""
    if path.exists():
        raise Mistakes([speech.word("there", path=path)])
    if not path.parent.is_dir():
        raise Mistakes([speech.word("no_folder", path=path.parent)])
    return path


def _found(config: Config, wanted: Wanted, speech: Speech) -> Found:
    try:
        return asyncio.run(find(config, wanted))
    except UnknownArea as unknown:
        near = get_close_matches(wanted.area, unknown.names, n=3, cutoff=0.3)
        like = speech.word("like", names="、".join(near)) if near else ""
        raise Mistakes([speech.word("no_area", area=wanted.area, like=like).strip()]) from None
    except SeveralAreas as several:
        raise Mistakes([speech.word("several", area=wanted.area, ids=", ".join(several.ids))]) from None
    except TooMany as many:
        raise Mistakes([speech.word("too_many", n=many)]) from None


EXPORT = Command("export", "matters of an area as a spreadsheet or CSV / 导出事项", run, arguments)
