"""One digest a morning, none twice, none skipped; and the spans that people ask for."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.digests.asked import asked_span
from domain.digests.figures import Span, SpanKind
from domain.digests.rhythm import NEVER, Rhythm

ZONE = ZoneInfo("Asia/Shanghai")
RHYTHM = Rhythm()
FRIDAY, SUNDAY, MONDAY, TUESDAY = (date(2026, 11, day) for day in (20, 22, 23, 24))


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=ZONE)


def test_a_plain_day_counts_from_the_hour_of_the_day_before() -> None:
    assert RHYTHM.due(MONDAY, at("2026-11-24 08:30"), ZONE) == (
        TUESDAY, Span(SpanKind.DAY, at("2026-11-23 08:30"), at("2026-11-24 08:30")),
    )  # fmt: skip
    assert RHYTHM.due(MONDAY, at("2026-11-24 08:29"), ZONE) is None


def test_on_monday_the_week_takes_the_place_of_the_day_and_on_the_first_the_month() -> None:
    assert RHYTHM.due(SUNDAY, at("2026-11-23 08:31"), ZONE) == (
        MONDAY, Span(SpanKind.WEEK, at("2026-11-16 08:30"), at("2026-11-23 08:30")),
    )  # fmt: skip
    assert RHYTHM.due(date(2026, 11, 30), at("2026-12-01 08:30"), ZONE) == (
        date(2026, 12, 1), Span(SpanKind.MONTH, at("2026-11-01 08:30"), at("2026-12-01 08:30")),
    )  # fmt: skip


def test_days_away_make_one_digest_as_of_the_latest_hour_and_of_the_widest_kind() -> None:
    assert RHYTHM.due(date(2026, 11, 17), at("2026-11-20 07:00"), ZONE) == (
        date(2026, 11, 19), Span(SpanKind.DAY, at("2026-11-17 08:30"), at("2026-11-19 08:30")),
    )  # fmt: skip
    assert RHYTHM.due(FRIDAY, at("2026-11-24 21:00"), ZONE) == (
        TUESDAY, Span(SpanKind.WEEK, at("2026-11-16 08:30"), at("2026-11-24 08:30")),
    )  # fmt: skip


def test_what_is_not_wanted_does_not_come() -> None:
    assert NEVER.next_after(MONDAY) is None
    weekly = Rhythm(time(9), daily=False, weekly=3, monthly=False)
    assert weekly.next_after(MONDAY) == date(2026, 11, 25)
    assert Rhythm(daily=False, weekly=0).next_after(MONDAY) == date(2026, 12, 1)


NOW = at("2026-11-23 10:00:30")
TO_NOW = at("2026-11-23 10:00")


@pytest.mark.parametrize(
    ("words", "kind", "since", "until"),
    [
        ("今天", SpanKind.DAY, at("2026-11-23 00:00"), TO_NOW),
        ("昨天", SpanKind.DAY, at("2026-11-22 00:00"), at("2026-11-23 00:00")),
        ("本周", SpanKind.WEEK, at("2026-11-23 00:00"), TO_NOW),
        ("last week", SpanKind.WEEK, at("2026-11-16 00:00"), at("2026-11-23 00:00")),
        ("本月", SpanKind.MONTH, at("2026-11-01 00:00"), TO_NOW),
        ("上个月", SpanKind.MONTH, at("2026-10-01 00:00"), at("2026-11-01 00:00")),
        ("今年", SpanKind.OWN, at("2026-01-01 00:00"), TO_NOW),
        ("10月", SpanKind.MONTH, at("2026-10-01 00:00"), at("2026-11-01 00:00")),
        ("12月", SpanKind.MONTH, at("2025-12-01 00:00"), at("2026-01-01 00:00")),
        ("11月1日到11月15日", SpanKind.OWN, at("2026-11-01 00:00"), at("2026-11-16 00:00")),
        ("11月1日到15日", SpanKind.OWN, at("2026-11-01 00:00"), at("2026-11-16 00:00")),
        ("11月1日-15日", SpanKind.OWN, at("2026-11-01 00:00"), at("2026-11-16 00:00")),
        ("11月5日", SpanKind.DAY, at("2026-11-05 00:00"), at("2026-11-06 00:00")),
        ("2026-11-01..2026-11-15", SpanKind.OWN, at("2026-11-01 00:00"), at("2026-11-16 00:00")),
        ("2026-11-01 to 2026-11-15", SpanKind.OWN, at("2026-11-01 00:00"), at("2026-11-16 00:00")),
        ("1-15 November", SpanKind.OWN, at("2026-11-01 00:00"), at("2026-11-16 00:00")),
        ("最近7天", SpanKind.OWN, at("2026-11-17 00:00"), TO_NOW),
        ("last 30 days", SpanKind.OWN, at("2026-10-25 00:00"), TO_NOW),
        ("去年", SpanKind.OWN, at("2025-01-01 00:00"), at("2026-01-01 00:00")),
        ("11月20日到今天", SpanKind.OWN, at("2026-11-20 00:00"), TO_NOW),
        ("2025年12月30日到2026年1月2日", SpanKind.OWN, at("2025-12-30 00:00"), at("2026-01-03 00:00")),
    ],
)
def test_spans_as_people_write_them(words: str, kind: SpanKind, since: datetime, until: datetime) -> None:
    assert asked_span(words, NOW, ZONE) == Span(kind, since, until)


@pytest.mark.parametrize("words", ["", "哦", "13月", "11月31日", "11月15日到11月1日", "2027-01-01", "明天", "3号楼"])
def test_what_is_no_span_or_lies_ahead_is_none(words: str) -> None:
    assert asked_span(words, NOW, ZONE) is None
