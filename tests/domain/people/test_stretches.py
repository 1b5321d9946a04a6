"""From when until when, as an outage is announced."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from domain.people.stretches import stretch_in

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)
"""A Monday."""


@pytest.mark.parametrize(
    ("words", "begins", "ends", "rest"),
    [
        ("明天9点到17点停水", "24 09:00", "24 17:00", "停水"),
        ("明天9到17点停水", "24 09:00", "24 17:00", "停水"),
        ("明天9点到5点停水", "24 09:00", "24 17:00", "停水"),
        (
            "桃源里1到5号楼明天上午9点至下午5点停水，请提前存水",
            "24 09:00",
            "24 17:00",
            "桃源里1到5号楼停水，请提前存水",
        ),
        ("11月25日（周三）8:00-18:00停电检修", "25 08:00", "25 18:00", "停电检修"),
        ("11月25日8：00—18：00停电", "25 08:00", "25 18:00", "停电"),
        ("今晚10点到明早6点停水", "23 22:00", "24 06:00", "停水"),
        ("周三22点到次日6点停水", "25 22:00", "26 06:00", "停水"),
        ("今天下午两点到六点停气", "23 14:00", "23 18:00", "停气"),
        ("明天停水，9点到17点，管网检修", "24 09:00", "24 17:00", "停水，管网检修"),
        ("明天9点开始停水，预计17点恢复", "24 09:00", "24 17:00", "停水"),
        ("明天9点起停暖", "24 09:00", "", "停暖"),
        ("明天九到十七点停水", "24 09:00", "24 17:00", "停水"),
        ("今晚10点开始停水，6点恢复", "23 22:00", "24 06:00", "停水"),
        ("今晚10点到6点停水", "23 22:00", "24 06:00", "停水"),
        ("明日9时至17时停电", "24 09:00", "24 17:00", "停电"),
        ("Water off tomorrow from 9 am to 5 pm, pipes", "24 09:00", "24 17:00", "Water off, pipes"),
        ("on Sunday from 9 am to noon, no gas", "29 09:00", "29 12:00", "no gas"),
        ("From 10 am to noon on Sunday no gas", "29 10:00", "29 12:00", "no gas"),
        ("no power 9 am to 5 pm tomorrow", "24 09:00", "24 17:00", "no power"),
        ("tomorrow 9:00 to 17:00 no power", "24 09:00", "24 17:00", "no power"),
        ("后天9点到大后天17点停水", "25 09:00", "26 17:00", "停水"),
    ],
)
def test_a_stretch_to_come_is_read_and_what_else_is_said_is_left(words: str, begins: str, ends: str, rest: str) -> None:
    found = stretch_in(words, NOW)
    assert found is not None
    assert f"{found.begins_at:%d %H:%M}" == begins
    assert (f"{found.ends_at:%d %H:%M}" if found.ends_at else "") == ends
    assert found.rest == rest


@pytest.mark.parametrize(
    "words",
    [
        "水管爆了，六点左右来水",
        "9点到17点停水",
        "今天9点到17点停水",
        "上午9点到下午5点",
        "停水到明天17点",
        "1到5号楼漏水",
        "3号楼停电两小时了",
        "昨天9点到17点停水",
        "明天停水",
        "上午8点停的水，下午6点来",
        "上午9点开始停水，6点恢复",
        "上午9点起停水",
        "power is back by 6 pm",
    ],
)
def test_what_runs_already_or_names_no_beginning_is_none(words: str) -> None:
    assert stretch_in(words, NOW) is None
