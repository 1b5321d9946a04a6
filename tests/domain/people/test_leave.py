"""Leave in a member's words, seen from Monday, 23 November 2026."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people.leave import Rest, days_in, leave_in
from domain.people.words_of_leave import speaks_of_leave, speaks_of_return, takes_leave_back

TODAY = date(2026, 11, 23)
TABLE = Path(__file__).with_name("sentences_of_leave.tsv")
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()]


def shown(rest: Rest | None) -> str:
    """First day and day after the last, with the hours and "half" where it is not whole days."""
    if rest is None:
        return "-"
    hours = "" if (rest.from_hour, rest.to_hour) == (0, 24) else f" {rest.from_hour}-{rest.to_hour}"
    return f"{rest.first:%m-%d} {rest.after:%m-%d}{hours}{' half' if rest.half else ''}"


def understood(text: str) -> str:
    """As `shown`; "?" for a leave without days that can be told, "-" for what is no leave."""
    rest = leave_in(text, TODAY)
    return "?" if rest is None and speaks_of_leave(text) else shown(rest)


def test_the_table_is_large_enough() -> None:
    assert sum(expected != "-" for expected, _ in ROWS) >= 90
    assert sum(expected == "-" for expected, _ in ROWS) >= 50


@pytest.mark.parametrize(("expected", "text"), ROWS)
def test_leave_in_a_sentence(expected: str, text: str) -> None:
    assert understood(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("下周", "11-30 12-07"), ("明天到周五", "11-24 11-28"), ("三天", "11-23 11-26"), ("until Friday", "11-23 11-28"),
     ("12月1号到5号", "12-01 12-06"), ("2026-12-01 到 2026-12-05", "12-01 12-06"), ("不知道", "-")],
)  # fmt: skip
def test_days_alone_answer_the_question_when(text: str, expected: str) -> None:
    assert shown(days_in(text, TODAY)) == expected


def test_a_day_gone_by_in_this_year_means_the_next_one() -> None:
    assert leave_in("1月2号请假", TODAY) == Rest(date(2027, 1, 2), date(2027, 1, 3))


def test_a_month_without_that_day_is_passed_over() -> None:
    assert leave_in("31号请假", TODAY) == Rest(date(2026, 12, 31), date(2027, 1, 1))


def test_a_month_from_the_31st_ends_at_the_end_of_a_shorter_one() -> None:
    assert leave_in("请假一个月", date(2027, 1, 31)) == Rest(date(2027, 1, 31), date(2027, 3, 1))


@given(st.sampled_from([text for _, text in ROWS]), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_a_leave_never_begins_in_the_past_and_lasts_at_least_a_day(text: str, today: date) -> None:
    rest = leave_in(text, today)
    assert rest is None or (rest.first >= today and rest.after - rest.first >= timedelta(days=1))


def test_a_day_of_the_last_weeks_is_not_meant_of_the_next_year() -> None:
    assert days_in("11月20号", TODAY) is None


@pytest.mark.parametrize("text", ["提前回来了", "我回来了", "明天就回来", "周三上班", "back tomorrow", "I'm back"])
def test_a_return(text: str) -> None:
    assert speaks_of_return(text)


@pytest.mark.parametrize("text", ["师傅回来了", "灯修好就回来", "他明天上班", "谢谢", "好了"])
def test_no_return(text: str) -> None:
    assert not speaks_of_return(text)


@pytest.mark.parametrize(
    ("text", "meant"), [("取消请假", True), ("不请假了", True), ("他不请假了", False), ("取消", False)]
)
def test_a_leave_taken_back(text: str, meant: bool) -> None:
    assert takes_leave_back(text) is meant
