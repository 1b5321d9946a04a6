"""What waits with a reason, or was given more time, is not late meanwhile; nor is what turned out less urgent."""

from __future__ import annotations

from domain.digests.figures import Figure, Side
from tests.domain.digests.histories import behind, digest

PAUSED = """
    m1  23 10:00 filed
    m1  23 10:10 accepted progress_due=2026-11-24T02:10:00+00:00 result_due=2026-11-26T02:00:00+00:00
    m1  23 15:00 paused until=2026-12-01T01:00:00+00:00
"""


def test_a_matter_that_waits_is_open_and_not_overdue() -> None:
    found = digest(PAUSED, "23 00:00", "30 00:00")
    assert (set(behind(found, Figure.OPEN)), set(behind(found, Figure.OVERDUE))) == ({"m1"}, set())


def test_its_clocks_go_on_with_what_was_left() -> None:
    resumed = "m1  27 09:00 resumed progress_due=2026-11-28T02:00:00+00:00 result_due=2026-12-01T02:00:00+00:00"
    found = digest(f"{PAUSED}\n{resumed}", "23 00:00", "28 09:00")
    assert behind(found, Figure.OVERDUE) == {}
    assert behind(digest(f"{PAUSED}\n{resumed}", "23 00:00", "28 11:00"), Figure.OVERDUE) == {"m1": "progress"}


def test_new_hands_end_the_wait() -> None:
    assigned = "m1  27 09:00 assigned contact_due=2026-11-27T02:00:00+00:00"
    assert behind(digest(f"{PAUSED}\n{assigned}", "23 00:00", "28 00:00"), Figure.OVERDUE) == {"m1": "contact"}


def test_until_the_time_that_the_desk_gave_the_result_is_not_late() -> None:
    table = """
        m1  23 10:00 filed
        m1  23 10:10 accepted progress_due=2026-12-09T02:10:00+00:00 result_due=2026-11-26T02:00:00+00:00
        m1  25 10:00 extended until=2026-12-02T02:00:00+00:00
    """
    assert behind(digest(table, "23 00:00", "30 00:00"), Figure.OVERDUE) == {}
    assert behind(digest(table, "23 00:00", "12-03 00:00"), Figure.OVERDUE) == {"m1": "result"}


def test_less_urgent_the_first_contact_has_more_time_unless_it_was_late_already() -> None:
    table = """
        m1  23 10:00 filed tier=utility contact_due=2026-11-23T02:30:00+00:00
        m1  23 10:20 relaxed tier=ordinary contact_due=2026-11-23T03:00:00+00:00
        m1  23 10:50 accepted
        m2  23 10:00 filed tier=utility contact_due=2026-11-23T02:30:00+00:00
        m2  23 10:40 relaxed tier=ordinary contact_due=2026-11-23T03:00:00+00:00
        m2  23 10:50 accepted
    """
    found = digest(table, "23 00:00", "24 00:00")
    assert behind(found, Figure.RESPONSE) == {"m1": ""}
    assert behind(found, Figure.RESPONSE, Side.OUT) == {"m2": "late"}


def test_more_urgent_what_waits_goes_on_waiting_unless_it_is_dangerous() -> None:
    raised = "m1  24 09:00 raised tier={}"
    tables = (f"{PAUSED}\n{raised.format(tier)}" for tier in ("utility", "danger"))
    utility, danger = (digest(table, "23 00:00", "27 00:00") for table in tables)
    assert behind(utility, Figure.OVERDUE) == {}
    assert set(behind(danger, Figure.OVERDUE)) == {"m1"}


def test_what_went_to_the_hotline_is_late_by_the_hotlines_clock_alone_and_what_came_from_there_by_both() -> None:
    given = "m1  23 11:00 hotline way={} until=2026-12-02T02:00:00+00:00"
    taken = "m1  23 10:00 filed\n m1  23 10:10 accepted"
    out, came = (f"{taken}\n{given.format(way)}" for way in ("out", "in"))
    assert behind(digest(out, "23 00:00", "12-02 09:00"), Figure.OVERDUE) == {}
    assert behind(digest(out, "23 00:00", "12-02 11:00"), Figure.OVERDUE) == {"m1": "result"}
    assert behind(digest(came, "23 00:00", "12-02 09:00"), Figure.OVERDUE) == {"m1": "progress"}


def test_holidays_that_became_known_put_off_what_is_late() -> None:
    table = """
        m1  23 10:00 filed
        m1  23 10:10 accepted progress_due=2026-11-24T02:10:00+00:00 result_due=2026-11-26T02:00:00+00:00
        m1  23 11:00 nudged
        m1  23 12:00 reckoned progress_due=2026-11-28T02:10:00+00:00 result_due=2026-11-30T02:00:00+00:00
    """
    assert behind(digest(table, "23 00:00", "28 10:00"), Figure.OVERDUE) == {}
    assert behind(digest(table, "23 00:00", "28 11:00"), Figure.OVERDUE) == {"m1": "progress"}
    assert behind(digest(table, "23 00:00", "30 11:00"), Figure.OVERDUE) == {"m1": "result"}
