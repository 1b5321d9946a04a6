"""The command line: which commands there are, and what becomes of the one that was given."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path

from bot.commands.command import Bare, Command, called, config_argument
from bot.config import load_config
from bot.imports import for_life
from bot.speech import language_of, plain_streams, reader_gone
from bot.toml_errors import Mistakes
from channels.telegram.redaction import redact

CONFIG = Path("config.toml")
ABOUT = (
    "小板凳：小区里的小事，说一声，有名有姓的人来办。第一次用：init，再 run。每条命令后面加 -h 看细节。",
    "Little Bench: the small matters of a neighbourhood, told in chat and seen to by somebody with a name. "
    "The first time: init, then run. -h after a command tells more.",
)
RUNNING = ("init", "run", "status", "backup", "restore", "doctor", "tidy")
DISTRICT = ("template", "check", "load", "invite", "talkpoints", "export")
DEMO, SIMULATE = "demo", "simulate"
COMMANDS = (DEMO, *RUNNING, *DISTRICT, SIMULATE)
"""Each but the demo lies in bot/commands/ under its own name, and only the one that is wanted is read from there."""


def command_of(name: str) -> Command | Bare:
    found: Command | Bare = getattr(import_module(f"bot.commands.{name}"), name.upper())
    return found


class OneLanguage(argparse.HelpFormatter):
    """Of each "English / 中文" the half that this machine's reader understands."""

    def _get_help_string(self, action: argparse.Action) -> str | None:
        english, _, chinese = (action.help or "").partition(" / ")
        return english if language_of(argparse.Namespace()) == "en" else chinese or english


def parser(names: Iterable[str] = COMMANDS) -> argparse.ArgumentParser:
    english = language_of(argparse.Namespace()) == "en"
    top = argparse.ArgumentParser(prog="little-bench", description=ABOUT[english], formatter_class=OneLanguage)
    commands = top.add_subparsers(dest="command", title="commands" if english else "有这些命令", metavar="command")
    for name in names:
        if name == DEMO:
            demo = commands.add_parser(
                name, help="an invented district in your browser, nothing to set up / 演示，打开浏览器就能玩",
                formatter_class=OneLanguage,
            )  # fmt: skip
            demo.add_argument("--port", type=int, default=8844)
            demo.add_argument("--host", default="127.0.0.1", help="0.0.0.0 to look from another machine / 从别的电脑看")
            demo.add_argument("--language", choices=("zh", "en"), help="default: the browser's / 默认跟浏览器走")
            demo.add_argument(
                "--play", action="store_true", help="print the stories as a chat instead, then end / 打印成聊天"
            )
        else:
            command = command_of(name)
            own = commands.add_parser(name, help=command.help, formatter_class=OneLanguage)
            config_argument(own, CONFIG)
            command.arguments(own)
    return top


def obey(arguments: Sequence[str] | None = None) -> int:
    """Returns the exit status."""
    plain_streams()
    words = sys.argv[1:] if arguments is None else arguments
    asked = next((word for word in words if not word.startswith("-")), "")
    given = parser((asked,) if asked in COMMANDS else COMMANDS).parse_args(words)
    if given.command is None:
        parser().print_help()
        return 2
    if given.command == DEMO:
        with for_life():
            from bot.demo.command import demo, demo_play  # the sandbox is imported only where it is wanted

        played = demo_play(given.language) if given.play else demo(given.host, given.port, given.language)
        return asyncio.run(played)
    return _operate(given)


def _operate(given: argparse.Namespace) -> int:
    command = command_of(given.command)
    try:
        if isinstance(command, Bare):
            return command.run(given)
        if not given.config.exists():
            raise Mistakes([_no_config(given)])
        config = load_config(given.config, os.environ)
        redact(*config.secrets())
        return command.run(given, config)
    except Exception as error:  # the last place where anything can be said in words, and without a secret in it
        if isinstance(error, BrokenPipeError) and reader_gone():
            raise
        from bot.commands.apologies import sorry  # it knows every fault there is, and with that the whole house

        return sorry(error, language_of(given))


def _no_config(given: argparse.Namespace) -> str:
    init = f"{called()} init" + ("" if given.config == CONFIG else f" --config {given.config}")
    words = (f"没有 {given.config}：先 {init}；或者先进它所在的文件夹",
             f"there is no {given.config}: first {init}, or go to the folder that has it")  # fmt: skip
    return words[language_of(given) == "en"]
