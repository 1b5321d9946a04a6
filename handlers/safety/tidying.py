"""Every night what nobody needs any more is forgotten: bodies of what has arrived, and which updates were taken in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from domain.open import Due
from handlers.safety.ports import SafetyTransaction
from handlers.turn import Turn

TIDY, HOUSE = "tidy", "house"
AT = time(4, 10)
"""In the night, when little is said."""
IN_ONE_ACT = 500
PAUSE = timedelta(seconds=5)
BODIES = timedelta(days=7)
"""How long the words of a message stay in the outbox after it has left: whoever looks into a fault still sees them."""
UPDATES = timedelta(days=3)
"""Platforms hand out an update for a day, and may use its number again after a week."""


def plan(turn: Turn[SafetyTransaction]) -> None:
    """At every start: the next night."""
    here = turn.now.astimezone(turn.house.zone)
    night = datetime.combine(here.date(), AT, turn.house.zone)
    _plan_at(turn, night if night > here else datetime.combine(here.date() + timedelta(days=1), AT, turn.house.zone))


def tidy(turn: Turn[SafetyTransaction], due: Sequence[Due]) -> None:
    """A portion; what is left follows soon, so that nobody waits for it."""
    left = turn.tx.outbox.forget(turn.now - BODIES, IN_ONE_ACT) == IN_ONE_ACT
    left = turn.tx.seen.forget(turn.now - UPDATES, IN_ONE_ACT) == IN_ONE_ACT or left
    if left:
        _plan_at(turn, turn.now + PAUSE)
    else:
        plan(turn)


def _plan_at(turn: Turn[SafetyTransaction], at: datetime) -> None:
    turn.tx.schedule.add(Due(TIDY, HOUSE, at.astimezone(turn.now.tzinfo).isoformat(), at.astimezone(turn.now.tzinfo)))
