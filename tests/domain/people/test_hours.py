"""Until when, as a desk says it in one line."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.people.hours import until_in

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY_AT_TWO = datetime(2026, 11, 23, 14, 0, tzinfo=ZONE)

SAID = {
    "水管爆了，六点左右来水": "23 18:00",
    "今晚八点半": "23 20:30",
    "晚八点恢复": "23 20:00",
    "20:30恢复": "23 20:30",
    "下午5点前": "23 17:00",
    "3点一刻": "23 15:15",
    "两点停的，五点来": "23 17:00",
    "凌晨两点": "24 02:00",
    "晚上12点": "24 00:00",
    "明早": "24 09:00",
    "明天中午": "24 12:00",
    "明天六点": "24 18:00",
    "明早八点": "24 08:00",
    "后天上午来修": "25 12:00",
    "周五下午三点": "27 15:00",
    "两小时": "23 16:00",
    "两个半小时后好": "23 16:30",
    "半个小时": "23 14:30",
    "大概四十分钟": "23 14:40",
    "三号楼晚上没水": "23 22:00",
    "burst pipe, about six": "23 18:00",
    "6 pm tomorrow": "24 18:00",
    "by 10am": "24 10:00",
    "by 12am": "24 00:00",
    "in two hours": "23 16:00",
    "until noon tomorrow": "24 12:00",
    "tonight": "23 22:00",
}


@pytest.mark.parametrize("words", SAID)
def test_the_end_is_read_from_the_line(words: str) -> None:
    at = until_in(words, MONDAY_AT_TWO)
    assert at is not None
    assert f"{at:%d %H:%M}" == SAID[words]


@pytest.mark.parametrize(
    "words",
    ["水管爆了", "停了两小时了，师傅在修", "已经停了3个小时", "two hours ago", "明年再说", "昨天下午", "25点", ""],
)
def test_what_names_no_end_has_none(words: str) -> None:
    assert until_in(words, MONDAY_AT_TWO) is None
