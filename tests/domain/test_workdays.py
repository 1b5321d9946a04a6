"""Working time: spans laid out on it, in any zone and over any hours, by property; and the seams by example."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.clocks import OFFICE, Clocks
from domain.matters.matter import Tier
from domain.workdays import Hours, Weekdays, WorkingTime, unlike_weeks

SHANGHAI = ZoneInfo("Asia/Shanghai")
NOTHING = timedelta()
FREE = frozenset({date(2026, 10, day) for day in range(1, 8)})
WORKED = frozenset({date(2026, 10, 10), date(2026, 9, 20)})


class AutumnHolidays:
    """National Day's week of 2026, with the weekend days worked for it."""

    known_until = date(2026, 12, 31)

    def is_working(self, day: date) -> bool:
        return day in WORKED or (day not in FREE and Weekdays().is_working(day))


instants = st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30), timezones=st.just(UTC))
spans = st.timedeltas(NOTHING, timedelta(days=20))
hours = st.sampled_from(
    [(), OFFICE, ((time(8, 30), time(12)), (time(14), time(17, 30))), ((time(1, 30), time(3)), (time(20), time(0)))]
)
times = st.builds(
    WorkingTime,
    st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]).map(ZoneInfo),
    st.sampled_from([None, Weekdays(), AutumnHolidays()]),
    hours,
)


@given(times, instants, instants, spans)
def test_an_earlier_start_never_ends_later(
    working: WorkingTime, one: datetime, other: datetime, span: timedelta
) -> None:
    early, late = sorted((one, other))
    assert working.add(early, span) <= working.add(late, span)


@given(times, instants)
def test_nothing_added_changes_nothing(working: WorkingTime, start: datetime) -> None:
    assert working.add(start, NOTHING) == start


@given(times, instants, spans, spans)
def test_spans_add_up(working: WorkingTime, start: datetime, one: timedelta, other: timedelta) -> None:
    assert working.add(working.add(start, one), other) == working.add(start, one + other)


@given(times, instants, spans)
def test_what_lies_between_is_what_was_added(working: WorkingTime, start: datetime, span: timedelta) -> None:
    assert working.between(start, working.add(start, span)) == span


@given(times, instants, instants, instants)
def test_what_lies_between_adds_up(working: WorkingTime, one: datetime, two: datetime, three: datetime) -> None:
    early, middle, late = sorted((one, two, three))
    assert working.between(early, middle) + working.between(middle, late) == working.between(early, late)


@given(times, instants, st.timedeltas(timedelta(minutes=1), timedelta(days=20)))
def test_it_never_ends_outside_the_hours(working: WorkingTime, start: datetime, span: timedelta) -> None:
    end = working.add(start, span)
    moment = timedelta(microseconds=1)  # it may end as soon as the hours have begun
    assert working.between(end - moment, end) == moment


@given(instants, st.sampled_from(list(Tier)))
def test_progress_and_result_fall_on_working_days_and_hours_where_the_tier_says_so(start: datetime, tier: Tier) -> None:
    clocks = Clocks(workdays=AutumnHolidays())
    for due in (clocks.progress_due(start, tier), clocks.result_due(start, tier)):
        here = due.astimezone(SHANGHAI)
        if clocks.pace(tier).working:
            assert AutumnHolidays().is_working(here.date())
            assert time(9) < here.time() <= time(18)


@given(instants, instants, st.sampled_from(list(Tier)))
def test_clocks_say_what_is_left_and_lay_it_out_again(start: datetime, paused_at: datetime, tier: Tier) -> None:
    clocks = Clocks(workdays=AutumnHolidays())
    due = clocks.result_due(start, tier)
    left = clocks.working_between(paused_at, due, tier)
    if start <= paused_at <= due:
        assert clocks.add_working(paused_at, left, tier) == due or not left


def test_a_day_of_several_spans_is_as_long_as_they_are() -> None:
    halves: Hours = ((time(8, 30), time(12)), (time(14), time(17, 30)))
    assert WorkingTime(SHANGHAI, None, halves).day == timedelta(hours=7)
    assert WorkingTime(SHANGHAI, None, ((time(20), time(0)),)).day == timedelta(hours=4)
    assert WorkingTime(SHANGHAI).day == timedelta(days=1)


def test_days_are_working_days_and_hours_are_hours() -> None:
    clocks = Clocks()
    assert clocks.lasting(timedelta(days=2, hours=3), Tier.ORDINARY) == timedelta(hours=21)
    assert clocks.lasting(timedelta(days=2, hours=3), Tier.UTILITY) == timedelta(days=2, hours=3)


def test_where_the_clocks_are_put_back_the_night_has_an_hour_more() -> None:
    night = WorkingTime(ZoneInfo("Europe/Berlin"), None, ((time(1), time(4)),))
    start = datetime(2026, 10, 24, 22, tzinfo=UTC)
    assert night.between(start, start + timedelta(days=1)) == timedelta(hours=4)


def test_holidays_and_days_worked_are_what_is_unlike_plain_weeks() -> None:
    assert unlike_weeks(AutumnHolidays(), date(2026, 9, 1), 60) == {
        *WORKED, *(day for day in FREE if day.weekday() < 5),
    }  # fmt: skip


def test_plain_weeks_are_known_as_far_as_anybody_reckons() -> None:
    assert Weekdays().known_until > date(2100, 1, 1)
