"""Counts what reaches each telephone on each day: messages, and how many of them rang."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from bot.simulation.agenda import DOWN, UP, ZONE
from sandbox.happenings import Happening
from sandbox.world import World

IN_HAND = 120.0
"""Seconds after a word or a tap of hers in which what comes is an answer."""


@dataclass
class Counts:
    """`received` holds the ids of the messages by account and day; `edits` are of messages that came before."""

    world: World
    received: dict[tuple[int, date], list[int]] = field(default_factory=lambda: defaultdict(list))
    rings: Counter[tuple[int, date]] = field(default_factory=Counter)
    night_rings: list[tuple[int, int]] = field(default_factory=list)
    """(account, message) of what rang between ten and seven without being an answer within two minutes."""
    edits: int = 0
    sent: int = 0

    def begin(self) -> None:
        self.world.subscribe(self._happens)

    def _happens(self, happening: Happening) -> None:
        if happening.chat is None or happening.type not in ("message", "edited"):
            return
        message = happening.detail["message"]
        if not message["out"]:
            return
        if happening.type == "edited":
            self.edits += 1
        else:
            self._arrives(happening.chat, message["id"], silent=message["silent"])

    def _arrives(self, account: int, message_id: int, *, silent: bool) -> None:
        now = self.world.clock.now()
        local = now.astimezone(ZONE)
        self.sent += 1
        self.received[account, local.date()].append(message_id)
        touched = self.world.chats[account].touched
        in_hand = touched is not None and self.world.clock.monotonic() - touched < IN_HAND
        if silent or in_hand:
            return
        self.rings[account, local.date()] += 1
        if not UP <= local.hour < DOWN:
            self.night_rings.append((account, message_id))
