"""`little-bench backup`: a whole copy beside the running bot, looked through before it counts as one."""

from __future__ import annotations

import argparse
import asyncio
import os
from pathlib import Path

from bot.backups import BackupRunning, back_up, thin_out
from bot.clock import SystemClock
from bot.commands.command import Arguments, Command, called
from bot.config import Config
from bot.heads import NEWEST, About, noted
from bot.operating import opened
from bot.progress import Counting
from bot.speech import Speech, language_arguments, language_of
from bot.standing import file_of
from bot.toml_errors import Mistakes
from storage.migrate import known_migrations

FOLDER, KEEP = Path("backups"), 14
WORDS = {
    "none": ("还没有数据库，没有什么可备份的", "There is no database yet, and nothing to back up"),
    "running": ("{where}：另一次备份正在写", "{where}: another backup is being written there"),
    "done": (
        "备份好了：{folder}\n写完查过：库是好的，{subjects} 条链、{events} 条记录都看了一遍。",
        "Backed up: {folder}\nLooked through after writing: the database is sound, {events} events in {subjects} "
        "chains.",
    ),
    "broken": (
        "可是有人动过留痕，备份照样留下了，这几行对不上：{rows}。用 {doctor} 细看。",
        "But somebody has touched the ledger. The copy is kept all the same; these rows do not hold: {rows}. "
        "{doctor} tells more.",
    ),
    "private": (
        "里面有居民的话、电话和令牌：放在只有您读得到的地方，另一台机器上再放一份。",
        "It holds residents' words, telephones and the token: keep it where only you can read it, and a copy on "
        "another machine.",
    ),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help="default: backups beside the configuration / 放到哪里"
    )
    parser.add_argument("--keep", type=int, default=KEEP, help=f"how many to keep; default: {KEEP} / 留几份")
    language_arguments(parser)


def run(given: Arguments, config: Config) -> int:
    speech = Speech(language_of(given), WORDS)
    where = (given.to or given.config.resolve().parent / FOLDER).absolute()
    file = file_of(config)
    if file is not None and not file.exists():
        raise Mistakes([speech.word("none")])
    os.umask(0o077)
    try:
        with Counting() as bar:
            folder, about = back_up(config, given.config, where, SystemClock().now(), bar.at)
    except BackupRunning:
        raise Mistakes([speech.word("running", where=where)]) from None
    asyncio.run(_note(config, folder, about))
    thin_out(where, given.keep, about.origin)
    speech.say("done", folder=folder, events=about.heads.events, subjects=about.heads.subjects)
    if about.broken:
        speech.say("broken", rows=", ".join(about.broken[:10]), doctor=f"{called()} doctor")
    speech.say("private")
    return 1 if about.broken else 0


async def _note(config: Config, folder: Path, about: About) -> None:
    """The database knows where its last backup lies; one of an earlier release is left as it is."""
    if about.schema != known_migrations(about.engine)[-1].version:
        return
    database = await opened(config)
    try:
        await database.transact("backup", lambda tx: tx.notes.set(NEWEST, noted(folder, about.made_at)))
    finally:
        await database.close()


BACKUP = Command("backup", "a whole, verified copy, while it runs / 备份，机器人不用停", run, arguments)
