"""How a district goes about its kinds of matter: tiers of its own, and packs that hold for a season."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.matters.kinds import kind_of
from domain.matters.matter import Tier

MonthDay = tuple[int, int]
SCOPE, DEGREES = "scope", "degrees"
WHOLE, OWN, UNKNOWN = "whole", "own", "unknown"


@dataclass(frozen=True, slots=True)
class Pack:
    """What holds from the one day of the year to the other, both included, over New Year too.

    Whoever reports one of `kinds` then is asked `questions` after filing. `tiers` says which are more urgent then.
    Below `threshold` (degrees Celsius) a flat is too cold. As soon as so many `households` of a building say that it is
    all of it, the desk hears of it.
    """

    code: str
    begins: MonthDay
    ends: MonthDay
    kinds: frozenset[str]
    questions: Sequence[str] = ()
    tiers: Mapping[str, Tier] = field(default_factory=dict)
    threshold: int = 18
    households: int = 3

    def holds(self, on: date) -> bool:
        day = (on.month, on.day)
        if self.begins <= self.ends:
            return self.begins <= day <= self.ends
        return day >= self.begins or day <= self.ends


def heating_pack(
    begins: MonthDay = (11, 1), ends: MonthDay = (3, 31), threshold: int = 18, households: int = 3
) -> Pack:
    """The heating season, by default Lanzhou's."""
    return Pack(
        "heating", begins, ends, frozenset({"heating"}), (SCOPE, DEGREES), {"heating": Tier.UTILITY},
        threshold, households,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Practice:
    """`tiers` are the district's own, by the code of the kind; a season's come before them."""

    tiers: Mapping[str, Tier] = field(default_factory=dict)
    packs: Sequence[Pack] = ()

    def pack_of(self, kind: str, on: date) -> Pack | None:
        """The pack that holds for this kind on this day."""
        return next((pack for pack in self.packs if kind in pack.kinds and pack.holds(on)), None)

    def tier_of(self, kind: str, on: date) -> Tier:
        """How urgent a new matter of this kind is on this day."""
        pack = self.pack_of(kind, on)
        seasonal = pack.tiers.get(kind) if pack is not None else None
        return seasonal or self.tiers.get(kind) or kind_of(kind).tier
