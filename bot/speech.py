"""In which language a command speaks to the operator, and how it asks."""

from __future__ import annotations

import argparse
import getpass
import os
import select
import sys
from collections.abc import Callable, Mapping, Sequence
from io import TextIOWrapper

Words = Mapping[str, tuple[str, str]]
"""(Chinese, English) by key."""


class Unanswered(Exception):
    """Nobody is there to answer this question."""

    def __init__(self, question: str) -> None:
        super().__init__(question)
        self.question = question


def plain_streams() -> None:
    """Whatever the terminal, nothing fails for a character it cannot show or for an input that was closed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 (for the life of the process)


def reader_gone() -> bool:
    """Whether what is printed goes nowhere any more, as after `| head`."""
    output = select.poll()
    output.register(sys.stdout.fileno(), 0)
    return any(event & select.POLLERR for _, event in output.poll(0))


class Speech:
    """Says and asks in one language, "zh" or "en", with the words of one command."""

    def __init__(self, language: str, words: Words) -> None:
        self.language = language
        self._words = words

    def word(self, key: str, **values: object) -> str:
        return self._words[key][1 if self.language == "en" else 0].format_map(values)

    def both(self, pair: tuple[str, str]) -> str:
        """The half of a pair that is for this reader."""
        return pair[1 if self.language == "en" else 0]

    def say(self, key: str, **values: object) -> None:
        self.show(self.word(key, **values))

    def show(self, *lines: str) -> None:
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()

    def ask(self, key: str, **values: object) -> str:
        """One line as typed, without the spaces around it; raises Unanswered at the end of the input."""
        return self._answer(self.word(key, **values), input)

    def ask_secretly(self, key: str) -> str:
        """The same, not shown while it is typed. Raises Unanswered."""
        return self._answer(self.word(key), getpass.getpass if sys.stdin.isatty() else input)

    def _answer(self, question: str, asked: Callable[[str], str]) -> str:
        try:
            return asked(question).strip()
        except EOFError:
            self.show("")
            raise Unanswered(question.strip()) from None

    def yes(self, key: str, *, usually: bool, **values: object) -> bool:
        """A question with yes and no; an empty line is what one usually says."""
        said = self.ask(key, **values).casefold()
        return usually if not said else said in YES


YES: Sequence[str] = ("y", "yes", "是", "对", "好", "1")


def language_arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--english", dest="language", action="store_const", const="en", help="speak English / 说英语")
    which.add_argument("--chinese", dest="language", action="store_const", const="zh", help="speak Chinese / 说中文")


def language_of(given: argparse.Namespace) -> str:
    """As asked for, else as the machine is set; Chinese where it says nothing and can show it."""
    machine = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    usual = "en" if machine.startswith("en") or not _shows("小板凳") else "zh"
    return getattr(given, "language", None) or usual


def _shows(text: str) -> bool:
    """Whether the terminal can."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
