"""Seasons: when a pack holds, over New Year too, and what it makes more urgent."""

from datetime import date

import pytest

from domain.matters.matter import Tier
from domain.matters.seasons import Pack, Practice, heating_pack


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 10, 31), False),
        (date(2026, 11, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), True),
        (date(2027, 3, 31), True),
        (date(2027, 4, 1), False),
        (date(2027, 7, 15), False),
    ],
)
def test_the_heating_season_lies_over_new_year(day: date, holds: bool) -> None:
    assert heating_pack().holds(day) is holds


def test_a_season_within_a_year() -> None:
    floods = Pack("floods", (6, 1), (8, 31), frozenset({"road"}), tiers={"road": Tier.UTILITY})
    assert floods.holds(date(2026, 7, 1))
    assert not floods.holds(date(2026, 12, 1))
    practice = Practice(packs=(floods,))
    assert practice.tier_of("road", date(2026, 7, 1)) is Tier.UTILITY
    assert practice.tier_of("road", date(2026, 12, 1)) is Tier.ORDINARY


def test_a_pack_is_for_its_kinds_only() -> None:
    practice = Practice(packs=(heating_pack(),))
    assert practice.pack_of("heating", date(2026, 12, 1)) is not None
    assert practice.pack_of("water", date(2026, 12, 1)) is None
    assert practice.pack_of("heating", date(2026, 7, 1)) is None
