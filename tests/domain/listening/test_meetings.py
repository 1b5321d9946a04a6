"""A meeting's life, when it begins out of words, and who came out of a line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from domain.errors import NoLongerPossible
from domain.listening.attendance import attendance
from domain.listening.beginning import beginning_in
from domain.listening.meeting import TRANSITIONS, Meeting, MeetingAct, MeetingKind, MeetingState

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
NOON = datetime(2026, 11, 28, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(("state", "act"), list(product(MeetingState, MeetingAct)))
def test_every_act_leads_where_the_table_says_or_is_refused(state: MeetingState, act: MeetingAct) -> None:
    meeting = Meeting("e1", "g1", MeetingKind.BENCH, "wang", "words", NOON, NOON - timedelta(days=3), state)
    if (state, act) in TRANSITIONS:
        assert meeting.after(act).state is TRANSITIONS[state, act]
    else:
        with pytest.raises(NoLongerPossible):
            meeting.after(act)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("周六下午三点", "11-28 15:00"),
        ("周六下午3点到5点", "11-28 15:00"),
        ("12月1日上午9点到11点", "12-01 09:00"),
        ("11月28日下午3点-5点", "11-28 15:00"),
        ("下周三上午九点半", "12-02 09:30"),
        ("今晚八点", "11-23 20:00"),
        ("28日14:30", "11-28 14:30"),
        ("Saturday 3 pm", "11-28 15:00"),
        ("3 Dec at 10 am", "12-03 10:00"),
        ("周六", ""),
        ("明天下午", ""),
        ("昨天下午三点", ""),
        ("活动室", ""),
    ],
)
def test_the_beginning_is_read_out_of_words(words: str, at: str) -> None:
    found = beginning_in(words, MONDAY)
    assert (f"{found:%m-%d %H:%M}" if found else "") == at


@pytest.mark.parametrize(
    ("line", "names", "count"),
    [
        ("王芳、李强、赵奶奶等12人", ("王芳", "李强", "赵奶奶"), 12),
        ("王芳和李强", ("王芳", "李强"), 2),
        ("谢和平、王芳", ("谢和平", "王芳"), 2),
        ("王芳 陈亮都来了", ("王芳", "陈亮"), 2),
        ("王芳，陈亮，还有8位邻居", ("王芳", "陈亮"), 10),
        ("共二十三人：王芳、马丽", ("王芳", "马丽"), 23),
        ("王芳、李强等十几人", ("王芳", "李强"), 2),
        ("王芳、李强、陈亮，2人", ("王芳", "李强", "陈亮"), 3),
        ("来了15人", (), 15),
        ("一百二十人", (), 120),
        ("Wang Fang, Li Qiang and ten others", ("Wang Fang", "Li Qiang"), 12),
        ("Wang Fang, Chen Liang, 12 people", ("Wang Fang", "Chen Liang"), 12),
        ("人不少", (), 0),
        ("没人来", (), 0),
    ],
)
def test_who_came_is_read_out_of_a_line(line: str, names: tuple[str, ...], count: int) -> None:
    came = attendance(line)
    assert (came.names, came.count) == (names, count)
