"""Safety as the house sees it."""

from __future__ import annotations

from typing import Any

from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import phrase
from handlers.family import Command, Family
from handlers.safety import erasing, flood, kept, me, muted, restored, tidying, words
from handlers.turn import Turn


def _bars(turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
    return flood.floods(turn, person, inbound) or muted.muted(turn, person, inbound)


SAFETY = Family(
    name="safety",
    commands=(
        Command("privacy", words.PRIVACY, kept.privacy, menu=phrase("menu.privacy")),
        Command("me", words.ME, me.me, menu=phrase("menu.me")),
        Command("copy", words.COPY, me.copy_command),
        Command("erase", words.ERASE, me.erase_command),
    ),
    presses={"me": me.pressed},
    bars=_bars,
    ticks={tidying.TIDY: tidying.tidy, restored.RESTORED: restored.tell_desks, erasing.ERASE: erasing.erase},
    plans=tidying.plan,
)
