"""The ladder's own rules: how long each rung has, when the hotline answers, where a desk sees what climbed."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.clocks import Clocks
from domain.desk.needs import UP_THERE, Need, climbed_to, gone_above, need_of
from domain.matters.matter import Level, State, Tier
from tests.storage.support import matter

SHANGHAI = ZoneInfo("Asia/Shanghai")
CLOCKS = Clocks()
instants = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("start", "tier", "level", "expected"),
    [
        (at(23, 10), Tier.ORDINARY, Level.BUILDING, at(23, 10, 30)),
        (at(23, 10), Tier.ORDINARY, Level.GRID, at(23, 11)),
        (at(23, 10), Tier.COMPLEX, Level.COMMUNITY, at(23, 11)),
        (at(23, 10), Tier.ORDINARY, Level.STREET, at(23, 12)),
        (at(23, 20), Tier.ORDINARY, Level.DISTRICT, at(24, 9)),  # two hours this evening, two in the morning
        (at(28, 10), Tier.ORDINARY, Level.GRID, at(28, 11)),  # a Saturday: somebody is awake
        (at(23, 10), Tier.UTILITY, Level.STREET, at(23, 10, 30)),
        (at(23, 23), Tier.DANGER, Level.DISTRICT, at(23, 23, 10)),
    ],
)
def test_each_rung_has_its_own_time_but_what_is_urgent_keeps_its_contact_clock(
    start: datetime, tier: Tier, level: Level, expected: datetime
) -> None:
    assert CLOCKS.rung_due(start, tier, level) == expected


@given(instants, st.sampled_from([Tier.ORDINARY, Tier.COMPLEX]))
def test_no_rung_is_passed_at_night_and_a_higher_one_never_has_less(start: datetime, tier: Tier) -> None:
    dues = [CLOCKS.rung_due(start, tier, level) for level in Level]
    assert dues == sorted(dues)
    assert all(CLOCKS.awake(due - timedelta(microseconds=1)) for due in dues)


def test_the_hotline_answers_within_working_days() -> None:
    assert CLOCKS.hotline_due(at(26, 15)) == at(26, 15) + timedelta(days=7)  # Thursday to Thursday
    assert Clocks(hotline=timedelta(days=1), quiet_from=time(0), quiet_to=time(0)).hotline_due(at(27, 15)) == datetime(
        2026, 11, 30, 15, tzinfo=SHANGHAI
    )


def stands(**changes: object) -> Need:
    return need_of(matter("m", **changes))


def test_what_came_up_is_told_apart_by_where_it_is_and_by_who_watches() -> None:
    assert stands(level=Level.STREET) is Need.AT_STREET
    assert stands(level=Level.DISTRICT, came="return", reopened=1) is Need.AT_DISTRICT
    assert stands(level=Level.STREET, state=State.TAKEN) is Need.WITH_STREET
    assert stands(level=Level.COMMUNITY) is Need.UNTAKEN
    assert stands(state=State.TAKEN, watch="street") is Need.WATCHED_STREET
    assert stands(level=Level.STREET, tier=Tier.DANGER) is Need.DANGER
    assert stands(level=Level.STREET, state=State.REPORTED) is Need.NONE


@pytest.mark.parametrize("level", [None, *Level])
def test_for_no_desk_the_same_matter_has_come_up_and_gone_further(level: Level | None) -> None:
    assert not {*climbed_to(level)} & {*gone_above(level)}
    assert {*climbed_to(level), *gone_above(level)} <= {*UP_THERE}
