"""From which day on nobody answers any more."""

from __future__ import annotations

from datetime import date

import pytest

from domain.duty.cover import uncovered_from
from domain.people.person import Appointment, Role

TODAY = date(2026, 11, 23)


def post(from_on: date | None = None, to_on: date | None = None) -> Appointment:
    return Appointment("ma", "c", Role.COORDINATOR, from_on=from_on, to_on=to_on)


@pytest.mark.parametrize(
    ("posts", "day"),
    [
        ([], TODAY),
        ([post()], None),
        ([post(to_on=date(2026, 12, 31))], date(2027, 1, 1)),
        ([post(to_on=date(2026, 12, 31)), post(from_on=date(2027, 1, 1))], None),
        ([post(to_on=date(2026, 12, 31)), post(from_on=date(2027, 1, 2))], date(2027, 1, 1)),
        ([post(from_on=date(2026, 12, 1))], TODAY),
        ([post(to_on=date(2026, 11, 22))], TODAY),
        ([post(to_on=date(2026, 11, 30)), post(to_on=date(2026, 12, 5))], date(2026, 12, 6)),
    ],
)
def test_the_first_day_without_anybody(posts: list[Appointment], day: date | None) -> None:
    assert uncovered_from(posts, TODAY) == day
