"""When lateness is worth a word, and how it is said."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from handlers.lateness import late_by, late_words
from handlers.texts.say import Voice
from tests.storage.support import NOON


@pytest.mark.parametrize(("minutes", "marked"), [(-3, 0), (0, 0), (5, 0), (5.1, 5), (61, 61)])
def test_a_crowd_makes_nothing_late_and_an_outage_does(minutes: float, marked: int) -> None:
    assert late_by(NOON, NOON + timedelta(minutes=minutes)) == marked


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(6, "6分钟"), (119, "119分钟"), (120, "2小时"), (2879, "48小时"), (2880, "2天"), (14400, "10天")],
)
def test_it_is_said_in_the_unit_in_which_one_says_it(minutes: int, words: str) -> None:
    assert Voice("zh", NOON, ZoneInfo("Asia/Shanghai")).say(late_words(minutes)) == words
