"""Leave in a member's words, seen from Monday, 23 November 2026."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people.leave import days_in, leave_in

TODAY = date(2026, 11, 23)
TABLE = Path(__file__).with_name("sentences_of_leave.tsv")
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()]


def shown(days: tuple[date, date] | None) -> str:
    return "-" if days is None else f"{days[0]:%m-%d} {days[1]:%m-%d}"


def test_the_table_is_large_enough() -> None:
    assert sum(expected != "-" for expected, _ in ROWS) >= 40


@pytest.mark.parametrize(("expected", "text"), ROWS)
def test_leave_in_a_sentence(expected: str, text: str) -> None:
    assert shown(leave_in(text, TODAY)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("下周", "11-30 12-07"), ("明天到周五", "11-24 11-28"), ("三天", "11-23 11-26"), ("until Friday", "11-23 11-28"),
     ("12月1号到5号", "12-01 12-06"), ("2026-12-01 到 2026-12-05", "12-01 12-06"), ("不知道", "-")],
)  # fmt: skip
def test_days_alone_answer_the_question_when(text: str, expected: str) -> None:
    assert shown(days_in(text, TODAY)) == expected


def test_a_day_gone_by_in_this_year_means_the_next_one() -> None:
    assert leave_in("1月2号请假", TODAY) == (date(2027, 1, 2), date(2027, 1, 3))


def test_a_month_without_that_day_is_passed_over() -> None:
    assert leave_in("31号请假", TODAY) == (date(2026, 12, 31), date(2027, 1, 1))


def test_a_month_from_the_31st_ends_at_the_end_of_a_shorter_one() -> None:
    assert leave_in("请假一个月", date(2027, 1, 31)) == (date(2027, 1, 31), date(2027, 3, 1))


@given(st.sampled_from([text for _, text in ROWS]), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_a_leave_never_begins_in_the_past_and_lasts_at_least_a_day(text: str, today: date) -> None:
    days = leave_in(text, today)
    assert days is None or (days[0] >= today and days[1] - days[0] >= timedelta(days=1))
