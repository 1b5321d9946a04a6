"""`little-bench tidy`: what has been kept long enough goes now rather than at night; first it can be counted."""

from __future__ import annotations

import argparse
import asyncio

from bot.commands.command import Arguments, Command
from bot.config import Config
from bot.erased import unlink_waiting
from bot.operating import opened
from bot.progress import Bar
from bot.speech import Speech, language_arguments, language_of
from handlers.safety.tidying import BODIES, UPDATES, Gone, portion
from storage.database import Database
from storage.transaction import Transaction

WORDS = {
    "words": ("了结{days}天以上的话：{n}段", "words of what ended more than {days} days ago: {n}"),
    "photos": ("了结{days}天以上的照片和语音：{n}份",
               "photos and voice notes of what ended more than {days} days ago: {n}"),
    "words_ever": ("话：一直留着", "words: kept for ever"),
    "photos_ever": ("照片和语音：一直留着", "photos and voice notes: kept for ever"),
    "letters": ("发出去{days}天以上的消息：{n}条", "messages that left more than {days} days ago: {n}"),
    "updates": ("{days}天前收到过什么的记号：{n}个", "marks of what came in more than {days} days ago: {n}"),
    "nothing": ("没有要清的。", "There is nothing to clear away."),
    "would": ("这些会清掉（现在什么都没动；每天夜里也会自己清）：",
              "This would go (nothing was changed; it goes by itself every night):"),
    "sure": ("清掉上面这些？清了就没有了，备份里的除外 [y/N] ",
             "Clear all this away? It is gone then, except from backups [y/N] "),
    "kept": ("没有动。", "Nothing was changed."),
    "done": ("清好了。", "Cleared away."),
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help="only count / 只数一数，不动")
    parser.add_argument("--yes", action="store_true", help="do not ask / 不问")
    language_arguments(parser)


def run(given: Arguments, config: Config) -> int:
    speech = Speech(language_of(given), WORDS)
    return asyncio.run(_tidied(given, config, speech))


async def _tidied(given: Arguments, config: Config, speech: Speech) -> int:
    database = await opened(config)
    try:
        found = await database.read("tidy", lambda tx: counted(tx, config))
        if not sum((found.letters, found.updates, found.words, found.photos)):
            speech.say("nothing")
            return 0
        speech.show(*([speech.word("would")] if given.dry_run else []), *_lines(found, config, speech))
        if given.dry_run:
            return 0
        if not given.yes and not speech.yes("sure", usually=False):
            speech.say("kept")
            return 1
        await _clear(database, config, found)
    finally:
        await database.close()
    speech.say("done")
    return 0


def counted(tx: Transaction, config: Config) -> Gone:
    """How many of each sort would go now."""
    keeping = config.keeping()
    words, photos = tx.keeping.count(
        words_before=tx.now - keeping.words if keeping.words else None,
        photos_before=tx.now - keeping.photos if keeping.photos else None,
    )
    return Gone(tx.keeping.letters(tx.now - BODIES), tx.keeping.updates(tx.now - UPDATES), words, photos)


async def _clear(database: Database, config: Config, found: Gone) -> None:
    keeping = config.keeping()
    with Bar(found.letters + found.updates + found.words + found.photos) as bar:
        while True:
            gone = await database.transact("tidy", lambda tx: portion(tx, keeping))
            bar.add(gone.letters + gone.updates + gone.words + gone.photos)
            if not gone.full:
                break
        await unlink_waiting(database, config.database.media)


def _lines(found: Gone, config: Config, speech: Speech) -> list[str]:
    days = config.retention
    return [
        speech.word("words" if days.words_after_days else "words_ever", days=days.words_after_days, n=found.words),
        speech.word("photos" if days.photos_after_days else "photos_ever", days=days.photos_after_days, n=found.photos),
        speech.word("letters", days=BODIES.days, n=found.letters),
        speech.word("updates", days=UPDATES.days, n=found.updates),
    ]


TIDY = Command("tidy", "what was kept long enough goes now / 到期的清掉", run, arguments)
