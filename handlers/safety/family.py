"""Safety as the house sees it."""

from __future__ import annotations

from typing import Any

from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import phrase
from handlers.family import Command, Family
from handlers.safety import erasing, flood, kept, me, muted, restored, tidying
from handlers.turn import Turn


def _bars(turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
    return flood.floods(turn, person, inbound) or muted.muted(turn, person, inbound)


SAFETY = Family(
    name="safety",
    commands=(
        Command("privacy", ("隐私", "privacy"), kept.privacy, menu=phrase("menu.privacy")),
        Command("me", ("我的资料", "my data"), me.me, menu=phrase("menu.me")),
        Command("copy", ("导出我的资料", "export my data"), me.copy_command),
        Command("erase", ("删掉我的资料", "删除我的资料", "delete my data", "erase my data"), me.erase_command),
    ),
    presses={"me": me.pressed},
    bars=_bars,
    ticks={tidying.TIDY: tidying.tidy, restored.RESTORED: restored.tell_desks, erasing.ERASE: erasing.erase},
    plans=tidying.plan,
)
