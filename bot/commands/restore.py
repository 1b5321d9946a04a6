"""`little-bench restore`: a backup back in its place, once it has proved sound and somebody knows what is lost."""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from bot.clock import SystemClock
from bot.commands.command import Arguments, Bare, called
from bot.config import Config, load_config
from bot.erased import forget_again, listed, put_down, unlink_waiting
from bot.heads import about, of_one
from bot.operating import opened
from bot.progress import Counting
from bot.restoring import (
    LIVE,
    DamagedBackup,
    Found,
    NoBackup,
    Since,
    bring_files,
    bring_media,
    lifted,
    live_in_file,
    look_through,
    newest_in,
    put_in_place,
    settling,
    since,
)
from bot.restoring_server import live_on_server, look_through_dump, put_on_server
from bot.speech import Speech, language_arguments, language_of
from bot.standing import file_of
from bot.toml_errors import Mistakes
from storage.database import engine_of
from storage.heads import Heads
from storage.lock import InstanceLock
from storage.transaction import Transaction

WORDS = {
    "no_backup": ("{folder} 里没有备份", "There is no backup in {folder}"),
    "damaged": (
        "这份备份自己坏了（{reason}）：{folder}。换前一份。",
        "This backup is damaged itself ({reason}): {folder}. Take the one before it.",
    ),
    "other_engine": (
        "这份是 {backup} 的备份，配置里写的是另一种数据库；两样要一样",
        "This is a backup of {backup}, and the configuration names another kind of database",
    ),
    "looked": ("看过了：{folder}，库是好的，{subjects} 条链、{events} 条记录。",
               "Looked through: {folder}; the database is sound, {events} events in {subjects} chains."),
    "meddled": ("留痕里有几行对不上，做备份的时候就这样：{rows}",
                "Rows of the ledger do not hold, as when it was made: {rows}"),
    "behind": (
        "这份备份记到 {last}；{source}记到 {known}，多 {events} 条。放回去，这段里的事就没有了。\n"
        "要放回去，就在后面加 --older。现在什么都没动。",
        "The last in this backup is of {last}; {source} goes on to {known}, with {events} events more. What happened "
        "in between would be gone.\nTo put it back all the same, add --older. Nothing was changed.",
    ),
    "live": ("现在的库", "the present database"),
    "another": ("备份 {folder} ", "the backup {folder}"),
    "never": ("（还没有事）", "(nothing yet)"),
    "file": ("放回来的：{file}", "brought back: {file}"),
    "aside": ("原来的库没有删，在 {aside}。里面有居民的话，用不着了就删掉。",
              "The database that was there is in {aside}. It holds residents' words: delete it when nobody needs it."),
    "photos": ("补回了 {photos} 张照片或语音。", "{photos} photos or voice notes were missing and are there again."),
    "done": ("放好了：{database}。", "Put back: {database}."),
    "letters": ("当时还没发完的，会再发一遍，带着「可能重复」。",
                "What was still to be sent then is sent again, marked as what may be a repeat."),
    "erased": ("备份以后删过资料的{n}人，在放回来的库里又删了一遍。",
               "{n} who had themselves erased since the backup were erased again in what was put back."),
    "exact": ("今天的编号接着往下排，不会重。", "Today's numbers go on from the last one; none is given twice."),
    "leap": ("说不准后来又给出去几个编号，今天从 {number} 起，就不会重。",
             "How many numbers were given since is not known: today's go on from {number}, so none is given twice."),
    "run": ("接着：{run}", "Now: {run}"),
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("backup", type=Path, help="a backup, or the folder with all of them: its newest / 哪一份")
    parser.add_argument("--older", action="store_true", help="though more has happened since / 旧也要放回去")
    language_arguments(parser)


def run(given: Arguments) -> int:
    speech, clock = Speech(language_of(given), WORDS), SystemClock()
    os.umask(0o077)
    home = given.config.resolve().parent
    try:
        found = _looked_at(given.backup.absolute(), speech, clock.now())
        came = [] if given.config.exists() else bring_files(found, home)
        config = load_config(given.config, os.environ)
        _put_back(found, config, home, speech, older=given.older)
    except NoBackup as none:
        raise Mistakes([speech.word("no_backup", folder=none)]) from None
    except DamagedBackup as damaged:
        raise Mistakes([speech.word("damaged", folder=damaged.folder, reason=damaged.reason)]) from None
    for file in [*came, *bring_files(found, home)]:
        speech.say("file", file=file)
    option = "" if given.config == Path("config.toml") else f" --config {given.config}"
    speech.say("run", run=f"{called()} run{option}")
    return 0


def _looked_at(backup: Path, speech: Speech, now: datetime) -> Found:
    """Raises NoBackup, DamagedBackup."""
    folder = newest_in(backup)
    kept = about(folder)
    if kept is not None and kept.engine != "sqlite":
        found = look_through_dump(folder, kept)
    else:
        with Counting() as bar:
            found = look_through(folder, now, bar.at)
    speech.say("looked", folder=found.folder, subjects=found.about.heads.subjects, events=found.about.heads.events)
    if found.about.broken:
        speech.say("meddled", rows=", ".join(found.about.broken[:10]))
    return found


def _put_back(found: Found, config: Config, home: Path, speech: Speech, *, older: bool) -> None:
    now, url, target = SystemClock().now(), config.database.url.get_secret_value(), file_of(config)
    if engine_of(url) != found.about.engine:
        raise Mistakes([speech.word("other_engine", backup=found.about.engine)])
    aside = (target.parent if target else home) / f"before-restore-{now:%Y-%m-%dT%H%M%SZ}"
    if target is None:
        act = _agreed(found, *live_on_server(url, found, now), config, speech, older=older)
        put_on_server(found, url, aside, now, act)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = InstanceLock(str(target))  # or it would be pulled from under a running bot
        try:
            act = _agreed(found, *live_in_file(target, found, now), config, speech, older=older)
            put_in_place(found, target, aside, act)
        finally:
            lock.release()
    asyncio.run(_files_gone(config))
    speech.say("done", database=target or "PostgreSQL")
    if aside.exists():
        speech.say("aside", aside=aside)


def _agreed(
    found: Found, live: Heads | None, exact: bool, config: Config, speech: Speech, *, older: bool
) -> Callable[[Transaction], None]:
    """What is written into the copy, after saying what it comes to. Raises Mistakes when it is behind what is known."""
    known = since(found, live, exact=exact)
    _must_be_told(found, known, config, speech, older=older)
    today = SystemClock().now().astimezone(config.place.zone).date()
    numbers = lifted(known, today)
    photos = bring_media(found, config.database.media)  # before the rows, so that no row lacks its photo
    if photos:
        speech.say("photos", photos=photos)
    speech.say("letters")
    speech.say("exact" if exact else "leap", number=f"{today:%m%d}-{numbers[today.isoformat()] + 1:02d}")
    forgotten = _forgotten(found, config.database.media)
    settle = settling(found, known, numbers)

    def act(tx: Transaction) -> None:
        settle(tx)
        if n := forget_again(tx, forgotten):
            speech.say("erased", n=n)

    return act


def _forgotten(found: Found, media: Path) -> Sequence[str]:
    """As far as the folder in use and the backups beside this one know; the folder in use knows all from now on."""
    beside = [folder / "media" for folder, _ in of_one(found.folder.parent, found.about.origin)]
    forgotten = listed([media, found.folder / "media", *beside])
    for person_id in forgotten:
        put_down(media, person_id, SystemClock().now())
    return forgotten


async def _files_gone(config: Config) -> None:
    """What belonged to those who are forgotten again, before any bot runs."""
    database = await opened(config)
    try:
        await unlink_waiting(database, config.database.media)
    finally:
        await database.close()


def _must_be_told(found: Found, known: Since, config: Config, speech: Speech, *, older: bool) -> None:
    """Raises Mistakes unless nothing is known to have happened since, or `older` was said."""
    last_at = found.about.heads.newest_at
    if older or known.known_at is None or known.source == found.folder:
        return
    live = known.source == LIVE
    source = speech.word("live") if live else speech.word("another", folder=known.source.name)
    here = config.place.zone
    last = f"{last_at.astimezone(here):%m-%d %H:%M:%S}" if last_at else speech.word("never")
    at = f"{known.known_at.astimezone(here):%m-%d %H:%M:%S}"
    raise Mistakes([speech.word("behind", last=last, source=source, known=at, events=known.events)])


RESTORE = Bare("restore", "a backup back in its place, looked through first / 把备份放回来", run, arguments)
