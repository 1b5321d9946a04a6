"""What a command of the command line is made of."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.config import Config

Arguments = argparse.Namespace


def nothing(parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command with a configuration read and checked: `run` gets it, prints for people, returns the exit status.

    What it raises is put into words by bot/commands/apologies.py.
    """

    name: str
    help: str
    run: Callable[[Arguments, Config], int]
    arguments: Callable[[argparse.ArgumentParser], None] = field(default=nothing)


@dataclass(frozen=True, slots=True)
class Bare:
    """One command that can do without a configuration, because it makes one or says what is wrong with it."""

    name: str
    help: str
    run: Callable[[Arguments], int]
    arguments: Callable[[argparse.ArgumentParser], None] = field(default=nothing)


def called() -> str:
    """How this program was called, so that the next command can be copied as it is printed."""
    path = Path(sys.argv[0])
    if path.stem != "little-bench":
        return "python -m bot"
    return path.name if shutil.which(path.name) == str(path) else str(path)


def config_argument(parser: argparse.ArgumentParser, default: Path) -> None:
    parser.add_argument(
        "--config", type=Path, default=default, help=f"default: {default} / 配置文件，不写就是 {default}"
    )
