"""What a command of the command line is made of."""

from __future__ import annotations

import argparse
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


def config_argument(parser: argparse.ArgumentParser, default: Path) -> None:
    parser.add_argument("--config", type=Path, default=default, help=f"default: {default}")
