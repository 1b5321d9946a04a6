"""Safety as the house sees it."""

from __future__ import annotations

from typing import Any

from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import phrase
from handlers.family import Command, Family
from handlers.safety import flood, kept, muted, restored, tidying
from handlers.turn import Turn


def _bars(turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
    return flood.floods(turn, person, inbound) or muted.muted(turn, person, inbound)


SAFETY = Family(
    name="safety",
    commands=(Command("privacy", ("隐私", "privacy"), kept.privacy, menu=phrase("menu.privacy")),),
    bars=_bars,
    ticks={tidying.TIDY: tidying.tidy, restored.RESTORED: restored.tell_desks},
    plans=tidying.plan,
)
