"""`little-bench init`: from a token to a bot that can run, by a few questions or by flags."""

from __future__ import annotations

import argparse
import asyncio
import os
import shlex
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.commands import status
from bot.commands.command import Arguments, Bare, called
from bot.config import DATABASES, TOKEN_VARIABLE, database_without_config
from bot.crafts.prints import qr_terminal
from bot.speech import Speech, Unanswered, language_arguments, language_of
from bot.standing import Standing, standing
from bot.standing_words import WORDS as STATUS_WORDS
from bot.starting import FOR_THE_OWNER, Answers, Before, Laid, before, introduced, laid
from bot.starting_questions import Given, Questions
from bot.starting_words import WORDS
from bot.toml_errors import Mistakes
from channels.base import Revoked
from channels.telegram.channel import API
from channels.telegram.redaction import redact
from domain.errors import DeliveryFailed

NEEDED = "--token-file --community --telephone --coordinator"


def arguments(parser: argparse.ArgumentParser) -> None:
    say: Callable[..., object] = parser.add_argument
    say("--token-file", type=Path, help="a file that holds the token / 只存令牌的文件")
    say("--community", help="its name / 社区名")
    say("--street", help="what it lies in, if you like / 属于哪个街道")
    say("--district", help="what that lies in, if you like / 属于哪个区")
    say("--telephone", help="the desk's, answered by people / 值班电话")
    say("--coordinator", help="who sits at the desk / 谁坐案头")
    say("--proxy", help="http://host:port on the way to Telegram / 代理")
    say("--base-url", help=f"a Bot API server of your own; default: {API} / 接口地址")
    say("--overwrite", action="store_true", help="change what is there; it is kept as .bak / 改掉现有的，留 .bak")
    language_arguments(parser)


def run(given: Arguments) -> int:
    speech = Speech(language_of(given), WORDS)
    if not given.config.resolve().parent.is_dir():
        raise Mistakes([speech.word("no_folder", folder=given.config.parent)])
    if not os.access(given.config.resolve().parent, os.W_OK):
        raise Mistakes([speech.word("no_writing", folder=given.config.resolve().parent)])
    present = standing(given.config, os.environ) if given.config.exists() else None
    if present is not None and not given.overwrite and not _changes(present, speech):
        return 0
    known = _known(given.config, present)  # better said before the questions than after them
    try:
        return _asked(given, speech, present, known)
    except Unanswered as nobody:
        if sys.stdin.isatty():
            return _left(speech)
        raise Mistakes([speech.word("missing", question=nobody.question, flags=NEEDED)]) from None


def _changes(present: Standing, speech: Speech) -> bool:
    """Shows what is there; whether it is to be changed, which only somebody at a keyboard can say."""
    speech.say("here_already", path=present.path)
    shown = Speech(speech.language, STATUS_WORDS)
    status.show(present, status.Screen(present, shown).points(), shown)
    if not sys.stdin.isatty():
        speech.say("to_change")
        return False
    return speech.yes("change", usually=False)


def _known(path: Path, present: Standing | None) -> Before | None:
    """The district of the database, if there is one. Raises StorageError for a database that is of no use."""
    if present is not None and present.config is None:
        return None  # a configuration that cannot be read does not say where it is
    config = present.config if present else None
    home = path.resolve().parent
    url = config.database.url.get_secret_value() if config else database_without_config(home, os.environ)
    return before(url) if url.startswith(DATABASES) else None


def _asked(given: Arguments, speech: Speech, present: Standing | None, known: Before | None) -> int:
    stated = _stated(given, speech)
    if known is not None:
        stated = replace(stated, community=stated.community or known.place, settled=True)
    if not stated.complete:
        speech.say("hello")
        if known is not None:
            speech.say("district_there", place=known.place)
    questions = Questions(speech, stated, {"coordinator": known.coordinator if known else "", **_usual(present)})
    try:
        answers = _agreed(speech, questions, asked=not stated.complete)
    except KeyboardInterrupt:
        speech.show("")
        _left(speech)
        raise
    return _left(speech) if answers is None else _made(speech, answers, given.config, questions.username)


def _agreed(speech: Speech, questions: Questions, *, asked: bool) -> Answers | None:
    """None for a no to what was summed up."""
    answers = questions.answers()
    redact(answers.way.token, answers.way.proxy.partition("://")[2].rpartition("@")[0])
    if asked:
        _sum_up(speech, answers, questions.username)
    return answers if not asked or speech.yes("right", usually=True) else None


def _left(speech: Speech) -> int:
    """Whoever goes is told that nothing stays behind."""
    speech.say("nothing", init=f"{called()} init")
    return 1


def _stated(given: Arguments, speech: Speech) -> Given:
    """What the flags and the environment say. Raises Mistakes for a file of a token that is not there."""
    token, name = os.environ.get(TOKEN_VARIABLE), ""
    if given.token_file is not None:
        try:
            token = given.token_file.read_text("utf-8-sig").partition("\n")[0].strip()
        except OSError:
            raise Mistakes([speech.word("no_file", path=given.token_file)]) from None
        name = os.path.relpath(given.token_file.resolve(), given.config.resolve().parent)
        name = str(given.token_file.resolve()) if name.startswith("..") else name
    return Given(
        token, name, given.community, given.street, given.district, given.telephone, given.coordinator, given.proxy,
        (given.base_url or API).rstrip("/"),
    )  # fmt: skip


def _usual(present: Standing | None) -> dict[str, str]:
    """What an empty answer means: what the configuration says now."""
    config = present.config if present else None
    if config is None:
        return {}
    return {
        "token": config.bot.token.get_secret_value(),
        "token_file": config.bot.token_file,
        "proxy": config.bot.proxy.get_secret_value(),
        "telephone": config.contacts.desk,
    }


def _sum_up(speech: Speech, answers: Answers, username: str) -> None:
    place = " · ".join(filter(None, (answers.district, answers.street, answers.community)))
    proxy = answers.way.proxy.rpartition("@")[2].removeprefix("http://")
    speech.say(
        "summary", bot=username, place=place, telephone=answers.telephone, coordinator=answers.coordinator,
        proxy=speech.word("summary_proxy", proxy=proxy) if proxy else "",
    )  # fmt: skip


def _made(speech: Speech, answers: Answers, path: Path, username: str) -> int:
    speech.say("introducing")
    try:
        asyncio.run(introduced(answers.way, answers.telephone))
    except (DeliveryFailed, Revoked) as failed:
        speech.say("not_introduced", reason=failed)
    else:
        speech.say("introduced")
    try:
        made = laid(answers, path, username, os.environ)
    except ValueError:
        raise Mistakes([speech.word("unchangeable", path=path)]) from None
    _report(speech, answers, path, made)
    return 0


def _report(speech: Speech, answers: Answers, path: Path, made: Laid) -> None:
    option = "" if path == Path("config.toml") else f" --config {shlex.quote(str(path))}"
    speech.say("written")
    for file, key in zip(made.written, ("file_config", "file_token", "file_bak"), strict=False):
        speech.say("file_bak" if file.suffix == ".bak" else key, path=file)
    if answers.token_file:
        _tell_of_token(speech, path.parent / answers.token_file)
    speech.say("district_new" if made.fresh else "district_kept", place=answers.community)
    if made.invitation:
        speech.say("scan", name=answers.coordinator)
        speech.show(qr_terminal(made.invitation, coloured=sys.stdout.isatty()), made.invitation)
        name = answers.coordinator if answers.coordinator.isalnum() else shlex.quote(answers.coordinator)
        speech.say("link_once", invite=f"{called()} invite {name}{option}")
    else:
        key = "coordinator_joined" if made.known_coordinator else "coordinator_unknown"
        speech.say(key, name=answers.coordinator)
    speech.say("next", run=f"{called()} run{option}", template=f"{called()} template{option}")


def _tell_of_token(speech: Speech, file: Path) -> None:
    loose = file.stat().st_mode & 0o777 & ~FOR_THE_OWNER
    speech.say("token_loose" if loose else "token_elsewhere", path=file)


INIT = Bare(
    "init", "the first ten minutes: a few questions, then the bot can run / 第一次安家：问几句，就能跑", run, arguments
)
