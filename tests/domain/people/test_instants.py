"""When to look again, read from words, as said on Monday 23 November 2026 at ten in the morning."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.people.instants import instant_in

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 10, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("words", "day", "hour"),
    [
        ("周五", 27, 9),
        ("等到周五", 27, 9),
        ("周一", 30, 9),
        ("明天", 24, 9),
        ("后天", 25, 9),
        ("下周三上午", 2, 12),
        ("周四下午三点", 26, 15),
        ("三天", 26, 9),
        ("三天后", 26, 9),
        ("一个星期", 30, 9),
        ("一周以后", 30, 9),
        ("12月1号", 1, 9),
        ("两小时", 23, 12),
        ("friday", 27, 9),
        ("in 3 days", 26, 9),
        ("tomorrow at 3 pm", 24, 15),
    ],
)
def test_words_name_an_instant(words: str, day: int, hour: int) -> None:
    at = instant_in(words, NOW, time(9))
    assert at is not None
    assert (at.day, at.hour) == (day, hour)


@pytest.mark.parametrize("words", ["", "不知道", "昨天", "等配件", "明年", "三个月"])
def test_words_that_name_nothing_to_come_name_nothing(words: str) -> None:
    assert instant_in(words, NOW, time(9)) is None
