"""The public calendar: holidays, weekends worked in their stead, a district's own days, and years not yet published."""

import pickle
from datetime import date

import pytest

from bot.crafts.workdays import Calendar

PUBLIC = Calendar()


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 23), True),  # Monday
        (date(2026, 11, 28), False),  # Saturday
        (date(2026, 10, 1), False),  # National Day, Thursday
        (date(2026, 10, 7), False),
        (date(2026, 10, 10), True),  # Saturday, worked for National Day
        (date(2026, 2, 14), True),  # Saturday, worked for the Spring Festival
        (date(2026, 2, 17), False),  # New Year of the lunar calendar
        (date(2026, 1, 4), True),  # Sunday, worked for New Year
    ],
)
def test_holidays_and_the_weekends_worked_for_them(day: date, working: bool) -> None:
    assert PUBLIC.is_working(day) is working


def test_a_year_not_yet_published_is_plain_weeks() -> None:
    unknown = date(PUBLIC.known_until.year + 1, 10, 1)
    assert PUBLIC.is_working(unknown) is (unknown.weekday() < 5)
    assert (PUBLIC.known_until.month, PUBLIC.known_until.day) == (12, 31)


def test_a_districts_own_days_come_before_the_public_ones() -> None:
    ours = Calendar(off=frozenset({date(2026, 11, 24)}), on=frozenset({date(2026, 10, 1)}))
    assert not ours.is_working(date(2026, 11, 24))
    assert ours.is_working(date(2026, 10, 1))


def test_a_day_of_ours_makes_its_year_known() -> None:
    year = PUBLIC.known_until.year + 1
    assert Calendar(off=frozenset({date(year, 2, 6)})).known_until == date(year, 12, 31)


def test_it_goes_into_the_child_process() -> None:
    ours = Calendar(off=frozenset({date(2026, 11, 24)}))
    assert pickle.loads(pickle.dumps(ours)) == ours
