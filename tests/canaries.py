"""What people say, are called and can be rung under in nearly every story, looked for in every line that is logged."""

from __future__ import annotations

import copy
import logging
import os

from bot.logs import Discreet

SAID = ("2单元门口", "赵奶奶", "13912345678", "story-token")
"""Part of the usual report, its resident's name, every newcomer's telephone, and the bot's token."""


class Canaries(logging.Handler):
    """Hears every line of every logger, written as the running bot writes it; `found` are those with a canary."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        heard = copy.copy(record)  # others hear the line as it was
        Discreet().filter(heard)
        line = self.format(heard)
        if any(canary in line for canary in SAID):
            self.found.append(f"{os.environ.get('PYTEST_CURRENT_TEST')}: {line}")
