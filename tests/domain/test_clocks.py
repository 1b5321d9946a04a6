"""Clocks: waking time, due instants and reminders, by example and by property."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.clocks import PACES, Clocks, Pace, due
from domain.matters.matter import Tier

SHANGHAI = ZoneInfo("Asia/Shanghai")
CLOCKS = Clocks()

instants = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))
clocks = st.builds(
    Clocks,
    zone=st.sampled_from(["Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC"]).map(ZoneInfo),
    quiet_from=st.sampled_from([time(20), time(22), time(23, 30), time(13)]),
    quiet_to=st.sampled_from([time(5), time(7), time(8, 15), time(14, 30)]),
)
tiers = st.sampled_from(list(Tier))


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI)


def waking_time(clocks: Clocks, start: datetime, end: datetime) -> timedelta:
    minutes = int((end - start).total_seconds() // 60)
    return timedelta(minutes=sum(clocks.awake(start + timedelta(minutes=m)) for m in range(minutes)))


@pytest.mark.parametrize(
    ("hour", "minute", "awake"),
    [(6, 59, False), (7, 0, True), (12, 0, True), (21, 59, True), (22, 0, False), (3, 0, False)],
)
def test_the_night_is_from_ten_to_seven(hour: int, minute: int, awake: bool) -> None:
    assert CLOCKS.awake(at(hour, minute)) is awake


def test_quiet_hours_may_lie_within_a_day() -> None:
    siesta = Clocks(quiet_from=time(13), quiet_to=time(15))
    assert not siesta.awake(at(14))
    assert siesta.awake(at(23))


def test_equal_ends_mean_no_quiet_hours() -> None:
    never = Clocks(quiet_from=time(0), quiet_to=time(0))
    assert never.awake(at(3))
    assert never.contact_due(at(3), Tier.ORDINARY) == at(4)


@pytest.mark.parametrize(
    ("start", "tier", "expected"),
    [
        (at(10), Tier.ORDINARY, at(11)),
        (at(21, 30), Tier.ORDINARY, at(7, 30, day=24)),
        (at(2), Tier.ORDINARY, at(8)),
        (at(21, 50), Tier.UTILITY, at(7, 20, day=24)),
        (at(2), Tier.DANGER, at(2, 10)),
    ],
)
def test_contact_counts_waking_time_only_except_for_danger(start: datetime, tier: Tier, expected: datetime) -> None:
    assert CLOCKS.contact_due(start, tier) == expected


def test_progress_and_result_of_the_urgent_are_plain_hours() -> None:
    assert CLOCKS.progress_due(at(20), Tier.UTILITY) == at(0, day=24)
    assert CLOCKS.result_due(at(20), Tier.DANGER) == at(22)


def test_a_kind_may_have_a_result_time_of_its_own() -> None:
    roads = Clocks(results={"road": timedelta(days=5)})
    assert roads.result_due(at(10), Tier.ORDINARY, "road") == at(10, day=30)
    assert roads.result_due(at(10), Tier.ORDINARY, "stairs") == at(10, day=26)


def test_with_night_duty_a_utilitys_night_counts_and_an_ordinary_matters_does_not() -> None:
    assert CLOCKS.contact_due(at(2), Tier.UTILITY, night_duty=True) == at(2, 30)
    assert CLOCKS.contact_due(at(2), Tier.ORDINARY, night_duty=True) == at(8)


def test_paces_can_be_overridden() -> None:
    slow = Clocks(paces={**PACES, Tier.ORDINARY: Pace(timedelta(hours=2), timedelta(days=2), timedelta(days=5))})
    assert slow.contact_due(at(10), Tier.ORDINARY) == at(12)


def test_reminders_come_at_half_shortly_before_and_when_overdue() -> None:
    got = [(r.slot, r.at) for r in CLOCKS.reminder_instants(at(10), at(11), Tier.ORDINARY)]
    assert got == [("half", at(10, 30)), ("soon", at(10, 50)), ("overdue", at(11))]


def test_reminders_that_fall_in_one_night_become_one_in_the_morning() -> None:
    got = [(r.slot, r.at) for r in CLOCKS.reminder_instants(at(21), at(1, day=24), Tier.UTILITY)]
    assert got == [("overdue", at(7, day=24))]


def test_half_time_at_night_is_not_brought_up_just_before_soon() -> None:
    got = [(r.slot, r.at) for r in CLOCKS.reminder_instants(at(10), at(10, 20, day=24), Tier.ORDINARY)]
    assert got == [("soon", at(7, 20, day=24)), ("overdue", at(10, 20, day=24))]


def test_half_time_of_days_with_a_weekend_between_is_reckoned_in_working_time() -> None:
    friday, tuesday = at(10, day=27), at(10, day=1).replace(month=12)
    got = CLOCKS.reminder_instants(friday, tuesday, Tier.ORDINARY, working=True)
    assert next((r.slot, r.at) for r in got) == ("half", at(10, day=30))
    assert CLOCKS.reminder_instants(friday, tuesday, Tier.ORDINARY)[0].at == at(10, day=29)


def test_half_time_that_has_to_wait_for_the_morning_no_longer_speaks_of_half() -> None:
    got = CLOCKS.reminder_instants(at(12), at(12, day=25), Tier.UTILITY)
    assert next((r.slot, r.at) for r in got) == ("half", at(12, day=24))
    got = CLOCKS.reminder_instants(at(2), at(2, day=25), Tier.UTILITY)
    assert next((r.slot, r.at) for r in got) == ("plain", at(7, day=24))


def test_danger_rings_at_night() -> None:
    got = [r.at for r in CLOCKS.reminder_instants(at(2), at(4), Tier.DANGER)]
    assert got == [at(3), at(3, 40), at(4)]


def test_the_daily_reminder_keeps_its_time_of_day() -> None:
    assert CLOCKS.daily_after(at(9)) == at(9, day=24)
    assert CLOCKS.daily_after(at(23)) == at(7, day=25)


def test_what_is_overdue_comes_up_again_at_one_hour_of_the_next_day() -> None:
    assert CLOCKS.next_daily(at(8)) == CLOCKS.next_daily(at(23)) == at(9, day=24)


@given(clocks, instants)
def test_next_awake_is_awake_and_the_first_such(clocks: Clocks, start: datetime) -> None:
    waking = clocks.next_awake(start)
    assert clocks.awake(waking)
    assert waking >= start
    assert waking == start or not clocks.awake(waking - timedelta(seconds=1))


@given(instants, tiers)
def test_contact_lasts_exactly_its_waking_time(start: datetime, tier: Tier) -> None:
    start = start.replace(second=0, microsecond=0)
    end = CLOCKS.contact_due(start, tier)
    spent = end - start if tier is Tier.DANGER else waking_time(CLOCKS, start, end)
    assert spent == CLOCKS.pace(tier).contact


@given(clocks, instants, instants, tiers)
def test_an_earlier_start_is_never_due_later(clocks: Clocks, one: datetime, other: datetime, tier: Tier) -> None:
    early, late = sorted((one, other))
    assert clocks.contact_due(early, tier) <= clocks.contact_due(late, tier)


@given(clocks, instants, st.timedeltas(timedelta(minutes=1), timedelta(days=20)), tiers)
def test_reminders_are_in_order_apart_and_end_overdue(
    clocks: Clocks, start: datetime, span: timedelta, tier: Tier
) -> None:
    end = due(start, span)
    reminders = clocks.reminder_instants(start, end, tier)
    assert [r.at for r in reminders] == sorted({r.at for r in reminders})
    assert reminders[-1].slot == "overdue"
    assert reminders[-1].at >= end
    assert tier is Tier.DANGER or all(clocks.awake(r.at) for r in reminders)


@given(clocks, instants)
def test_daily_is_within_the_next_day_and_a_half(clocks: Clocks, start: datetime) -> None:
    again = clocks.daily_after(start)
    assert clocks.awake(again)
    assert timedelta(hours=22) < again - start < timedelta(days=2, hours=1)
