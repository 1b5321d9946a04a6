"""Every night what nobody needs any more is forgotten: what was kept long enough, and what fell by the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.keeping import Keeping
from domain.open import Due
from handlers.safety.erasing import ERASE
from handlers.safety.ports import SafetyTransaction
from handlers.turn import Turn

TIDY, HOUSE = "tidy", "house"
AT = time(4, 10)
"""In the night, when little is said."""
IN_ONE_ACT = 500
WORDS_IN_ONE_ACT = 20
"""Each of these is made findable anew without its words."""
PAUSE = timedelta(seconds=5)
BODIES = timedelta(days=7)
"""How long the words of a message stay in the outbox after it has left: whoever looks into a fault still sees them."""
UPDATES = timedelta(days=3)
"""Platforms hand out an update for a day, and may use its number again after a week."""
FORGETTING = timedelta(hours=6)
"""Whoever is not forgotten so long after it began is begun with again."""


def plan(turn: Turn[SafetyTransaction]) -> None:
    """At every start: the next night."""
    here = turn.now.astimezone(turn.house.zone)
    night = datetime.combine(here.date(), AT, turn.house.zone)
    _plan_at(turn, night if night > here else datetime.combine(here.date() + timedelta(days=1), AT, turn.house.zone))


def tidy(turn: Turn[SafetyTransaction], due: Sequence[Due]) -> None:
    """A portion; what is left follows soon, so that nobody waits for it."""
    if portion(turn.tx, turn.house.keeping).full:
        _plan_at(turn, turn.now + PAUSE)
    else:
        for person_id in turn.tx.erasing.unfinished(turn.now - FORGETTING):
            turn.tx.work.add(ERASE, f"person:{person_id}", {})
        turn.tx.files.again()
        plan(turn)


@dataclass(frozen=True, slots=True)
class Gone:
    """How many of each sort: bodies of messages, updates taken in, words, photos."""

    letters: int = 0
    updates: int = 0
    words: int = 0
    photos: int = 0

    @property
    def full(self) -> bool:
        """Whether there may be more of one sort."""
        most = WORDS_IN_ONE_ACT
        return max(self.letters, self.updates) >= IN_ONE_ACT or max(self.words, self.photos) >= most


def portion(tx: SafetyTransaction, keeping: Keeping) -> Gone:
    """Some of each sort."""
    now = tx.now
    return Gone(
        tx.outbox.forget(now - BODIES, IN_ONE_ACT),
        tx.seen.forget(now - UPDATES, IN_ONE_ACT),
        0 if keeping.words is None else tx.keeping.words(now - keeping.words, WORDS_IN_ONE_ACT),
        0 if keeping.photos is None else tx.keeping.photos(now - keeping.photos, WORDS_IN_ONE_ACT),
    )


def _plan_at(turn: Turn[SafetyTransaction], at: datetime) -> None:
    turn.tx.schedule.add(Due(TIDY, HOUSE, at.astimezone(turn.now.tzinfo).isoformat(), at.astimezone(turn.now.tzinfo)))
