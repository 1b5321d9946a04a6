"""Skills are found in the words in which people ask for them."""

from __future__ import annotations

import pytest

from domain.duty.skills import SUITS, WORDS, skill_in
from domain.matters.kinds import KINDS


@pytest.mark.parametrize(
    ("words", "skill"),
    [
        ("谁会修水管？", "plumbing"),
        ("找个律师", "law"),
        ("会手语的", "sign_language"),
        ("有没有会调解的", "mediation"),
        ("Is there an electrician?", "electric"),
        ("a nurse near here", "nursing"),
        ("会开车的", "driving"),
        ("随便", ""),
        ("", ""),
    ],
)
def test_the_words_name_a_skill(words: str, skill: str) -> None:
    assert skill_in(words) == skill


def test_a_skill_in_the_rosters_own_words_is_found() -> None:
    assert skill_in("会修自行车的", ["修自行车"]) == "修自行车"


def test_what_suits_a_kind_is_a_skill_and_a_kind() -> None:
    assert set(SUITS) <= set(KINDS)
    assert {skill for skills in SUITS.values() for skill in skills} <= set(WORDS)
