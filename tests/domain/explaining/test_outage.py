"""What an outage's notice says: what is off, when, and the one line that answers reports."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.explaining.outage import LONGEST_LINE, announced_in, kinds_named, kinds_off

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("明天9点到17点停水", ("water",)),
        ("停水停电", ("water", "power")),
        ("周三停水、电，请安排好", ("water", "power")),
        ("燃气公司检修，停气一天", ("gas",)),
        ("换热站检修，暂停供暖", ("heating",)),
        ("Water and power off tomorrow", ("water", "power")),
        ("停电梯一部，检修", ()),
        ("清洗外墙，请关窗", ()),
    ],
)
def test_what_is_off_is_read_from_the_words(words: str, kinds: tuple[str, ...]) -> None:
    assert kinds_off(words) == kinds


@pytest.mark.parametrize(("said", "kinds"), [("水", ("water",)), ("水电", ("water", "power")), ("gas", ("gas",))])
def test_an_answer_names_one_or_several(said: str, kinds: tuple[str, ...]) -> None:
    assert kinds_named(said) == kinds


def test_the_sentence_that_says_it_is_the_line_without_its_times() -> None:
    words = "各位邻居：因更换阀门，桃源里1到5号楼明天9:00到17:00停水，请提前存水，给您添麻烦了。谢谢大家。"
    stretch, line = announced_in(words, NOW)
    assert stretch is not None
    assert (stretch.begins_at.day, stretch.begins_at.hour) == (24, 9)
    assert line == "因更换阀门，桃源里1到5号楼停水"


def test_what_stands_before_a_colon_is_no_salutation_where_it_says_what_is_off() -> None:
    _, line = announced_in("No gas on Sunday from 9 am to noon: the pipe is checked. Please switch boilers off.", NOW)
    assert line == "No gas: the pipe is checked"
    _, line = announced_in("Water is off in Peach grid 1 today from 11 am to 2 pm for new meters.", NOW)
    assert line == "Water is off in Peach grid 1 for new meters."


def test_without_a_time_the_line_stays_and_a_long_one_is_cut() -> None:
    stretch, line = announced_in("管网改造停水" + "，影响范围较大" * 20, NOW)
    assert stretch is None
    assert len(line) == LONGEST_LINE
    assert line.endswith("…")
