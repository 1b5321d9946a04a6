"""What goes wrong, by chance: at a commit, and with a message on its way to the platform."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import TypeVar

_Drawn = TypeVar("_Drawn", bound=StrEnum)


class Died(BaseException):
    """The process is no more. Nothing catches it but the gale."""


class Commit(StrEnum):
    KEPT = "kept"
    DIES_BEFORE = "dies before"
    DIES_WITHIN = "dies within"
    DIES_AFTER = "dies after"
    FULL = "full"  # the disk: nothing is kept, and the caller hears it
    UNKNOWN = "unknown"  # kept, and the caller hears that it may not be


class Sending(StrEnum):
    ARRIVES = "arrives"
    WAIT = "wait"  # 429 with retry_after
    TROUBLE = "trouble"  # 5xx
    LOST = "lost"  # on the way there: nobody knows
    ANSWER_LOST = "answer lost"  # it has arrived: nobody knows
    REFUSED = "refused"  # for good
    MISSING = "missing"  # she has deleted what was to be edited
    DIES_BEFORE = "dies before"
    DIES_AFTER = "dies after"


COMMITS = {
    Commit.KEPT: 1000, Commit.DIES_BEFORE: 2, Commit.DIES_WITHIN: 2, Commit.DIES_AFTER: 3, Commit.FULL: 6,
    Commit.UNKNOWN: 12,
}  # fmt: skip
SENDINGS = {
    Sending.ARRIVES: 1000, Sending.WAIT: 15, Sending.TROUBLE: 15, Sending.LOST: 8, Sending.ANSWER_LOST: 15,
    Sending.REFUSED: 2, Sending.MISSING: 5, Sending.DIES_BEFORE: 4, Sending.DIES_AFTER: 6,
}  # fmt: skip


@dataclass
class Weather:
    """`calm`: nothing goes wrong any more. `outage`: so many calls in a row that the platform answers with 5xx."""

    chance: Random
    calm: bool = False
    outage: int = 0

    def at_commit(self) -> Commit:
        return Commit.KEPT if self.calm else self._drawn(COMMITS)

    def on_the_way(self) -> Sending:
        if self.calm:
            return Sending.ARRIVES
        if self.outage:
            self.outage -= 1
            return Sending.TROUBLE
        return self._drawn(SENDINGS)

    def now_and_then(self, share: float) -> bool:
        return not self.calm and self.chance.random() < share

    def _drawn(self, weights: dict[_Drawn, int]) -> _Drawn:
        return self.chance.choices(list(weights), list(weights.values()))[0]
