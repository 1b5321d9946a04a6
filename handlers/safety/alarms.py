"""What is wrong with the house itself is told to the desk once, and once when it is over."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import Any

from domain.phrases import phrase
from handlers.roles import desk_for
from handlers.speaking import quiet, send
from handlers.turn import Turn


class Ill(StrEnum):
    HEARTBEAT = "heartbeat"  # what falls due is not done
    OUTBOX = "outbox"  # what could leave does not
    DISK = "disk"  # there is hardly room to write
    CLOCK = "clock"  # the machine's is not the platform's


def sound(turn: Turn[Any], ills: Collection[Ill]) -> None:
    """To whoever is on duty at the widest desk. What was told is noted, so that a restart repeats nothing."""
    for ill in Ill:
        told = turn.tx.notes.get(f"alarm:{ill}") == "told"
        if (ill in ills) is told:
            continue
        turn.tx.notes.set(f"alarm:{ill}", "told" if ill in ills else "")
        for coordinator in desk_for(turn, "")[:1]:
            words = phrase(f"alarm.{ill.value}" if ill in ills else f"alarm.{ill.value}_over")
            send(turn, coordinator, words, silent=ill not in ills or quiet(turn))
