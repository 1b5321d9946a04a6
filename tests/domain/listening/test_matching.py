"""Which offer serves a need: words first, then the kind, then how near."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.areas import Tree
from domain.listening.matching import Near, in_common, proposals
from domain.listening.need import Heard, Need, NeedKind
from domain.listening.offer import Offer
from tests.stories.district import AREAS

NOW = datetime(2026, 11, 23, tzinfo=UTC)
TODAY = date(2026, 11, 23)
TREE = Tree({area.id: area for area in AREAS})
NEED = Need("n", "g1", NeedKind.THINGS, Heard.DIRECT, "", "wang", NOW, "w", line="活动室缺个投影仪")
PROJECTOR = Offer("o1", "wang", "投影仪", "街道文化站", kind=NeedKind.THINGS)


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ("活动室缺个投影仪", "投影仪 1台", "投影仪"),
        ("想请律师来讲讲房产证", "律师", "律师"),
        ("缺个投影仪", "缺个梯子", ""),
        ("门口要个坡道", "投影仪", ""),
        ("we need a projector", "old Projector", "projector"),
        ("a ramp at the door", "a van at noon", ""),
    ],
)
def test_what_both_speak_of_is_found_and_what_says_nothing_is_not(one: str, other: str, common: str) -> None:
    assert in_common(one, other) == common


def test_the_same_words_come_before_the_same_kind_and_the_nearer_before_the_farther() -> None:
    far, kind = replace(PROJECTOR, id="o2"), replace(PROJECTOR, id="o3", what="梯子")
    where = {"o1": ["g1"], "o2": ["g2"], "o3": ["g1"]}
    found = proposals(NEED, [kind, far, PROJECTOR], lambda offer: where[offer.id], TREE, TODAY, 9)
    assert [(each.offer.id, each.words, each.near) for each in found] == [
        ("o1", "投影仪", Near.SAME),
        ("o2", "投影仪", Near.BESIDE),
        ("o3", "", Near.SAME),
    ]


def test_what_is_over_or_has_nothing_in_common_is_not_proposed() -> None:
    over = replace(PROJECTOR, until_on=date(2026, 11, 22))
    other = replace(PROJECTOR, id="o2", what="律师", kind=NeedKind.CRAFT)
    anything = replace(NEED, kind=NeedKind.OTHER, line="热闹一点")
    assert proposals(NEED, [over, other], lambda offer: (), TREE, TODAY, 9) == []
    assert proposals(anything, [replace(other, kind=NeedKind.OTHER)], lambda offer: (), TREE, TODAY, 9) == []
