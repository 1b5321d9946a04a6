"""Instants in words, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.texts.when import between, date_words, when

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY_TEN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("instant", "zh", "en"),
    [
        (at(23, 15), "今天下午3点", "3 pm today"),
        (at(23, 15, 30), "今天下午3点半", "3:30 pm today"),
        (at(23, 11, 20), "今天上午11点20分", "11:20 am today"),
        (at(23, 12, 5), "今天中午12点05分", "12:05 pm today"),
        (at(24, 7), "明天早上7点", "7 am tomorrow"),
        (at(24, 12), "明天中午12点", "noon tomorrow"),
        (at(22, 22), "昨天晚上10点", "10 pm yesterday"),
        (at(25, 0, 30), "后天凌晨0点半", "Wednesday 12:30 am"),
        (at(26, 15), "周四下午3点", "Thursday 3 pm"),
        (at(29, 9), "周日上午9点", "Sunday 9 am"),
        (at(30, 9), "11月30日上午9点", "30 Nov 9 am"),
        (at(8, 9, month=12), "12月8日上午9点", "8 Dec 9 am"),
        (at(3, 9), "11月3日上午9点", "3 Nov 9 am"),
    ],
)
def test_an_instant_is_said_as_a_person_would(instant: datetime, zh: str, en: str) -> None:
    assert when(instant, MONDAY_TEN, ZONE, "zh") == zh
    assert when(instant, MONDAY_TEN, ZONE, "en") == en


@pytest.mark.parametrize(
    ("instant", "zh", "en"),
    [
        (at(23, 15), "11月23日周一下午3点", "Monday 23 Nov 3 pm"),
        (at(24, 7), "11月24日周二早上7点", "Tuesday 24 Nov 7 am"),
        (at(8, 9, month=12), "12月8日周二上午9点", "Tuesday 8 Dec 9 am"),
    ],
)
def test_what_is_read_on_another_day_names_its_date(instant: datetime, zh: str, en: str) -> None:
    assert when(instant, MONDAY_TEN, ZONE, "zh", dated=True) == zh
    assert when(instant, MONDAY_TEN, ZONE, "en", dated=True) == en


@pytest.mark.parametrize(
    ("instant", "zh", "en"),
    [
        (at(28, 9), "明天上午9点", "9 am tomorrow"),
        (at(29, 9), "后天上午9点", "Sunday 9 am"),
        (at(30, 15), "下周一下午3点", "Monday 3 pm"),
        (at(2, 10, month=12), "下周三上午10点", "Wednesday 10 am"),
        (at(4, 18, month=12), "12月4日晚上6点", "4 Dec 6 pm"),
    ],
)
def test_from_a_friday_what_lies_behind_the_weekend_is_next_week(instant: datetime, zh: str, en: str) -> None:
    friday = datetime(2026, 11, 27, 2, 0, tzinfo=UTC)
    assert when(instant, friday, ZONE, "zh") == zh
    assert when(instant, friday, ZONE, "en") == en


def test_a_promise_over_the_holidays_names_the_date() -> None:
    eve = datetime(2026, 9, 30, 6, 0, tzinfo=UTC)
    assert when(datetime(2026, 10, 8, 14, tzinfo=ZONE), eve, ZONE, "zh") == "10月8日下午2点"


def test_a_promise_is_never_read_later_than_it_is() -> None:
    assert when(at(23, 11, 4), MONDAY_TEN, ZONE, "zh") == "今天上午11点"
    assert when(at(24, 0, 2), MONDAY_TEN, ZONE, "zh") == "明天凌晨0点"


def test_the_day_is_the_districts_not_greenwichs() -> None:
    late_in_greenwich = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
    assert when(late_in_greenwich, MONDAY_TEN, ZONE, "zh") == "明天凌晨1点"


def test_a_day_without_a_time() -> None:
    assert date_words(date(2026, 11, 30), "zh") == "11月30日周一"
    assert date_words(date(2026, 11, 30), "en") == "Mon 30 Nov"


def test_a_breath_before_the_next_five_minutes_is_read_as_that() -> None:
    almost, not_yet = at(23, 17, 59).replace(second=40), at(23, 17, 59).replace(second=20)
    assert when(almost, MONDAY_TEN, ZONE, "zh") == "今天晚上6点"
    assert when(not_yet, MONDAY_TEN, ZONE, "zh") == "今天下午5点55分"


@pytest.mark.parametrize(
    ("begins", "ends", "zh", "en"),
    [
        (at(24, 9), at(24, 17), "明天上午9点到下午5点", "9 am to 5 pm tomorrow"),
        (at(26, 9), at(26, 17), "周四上午9点到下午5点", "Thursday 9 am to 5 pm"),
        (at(24, 22), at(25, 6), "明天晚上10点到后天早上6点", "10 pm tomorrow to Wednesday 6 am"),
    ],
)
def test_a_stretch_within_one_day_names_it_once(begins: datetime, ends: datetime, zh: str, en: str) -> None:
    assert tuple(between(begins, ends, MONDAY_TEN, ZONE, language) for language in ("zh", "en")) == (zh, en)
