"""Holidays become known, or change: what was reckoned through those days is reckoned again and told with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from domain.workdays import Weekdays
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


@dataclass(frozen=True)
class Free:
    """Plain weeks but for these days."""

    days: frozenset[date]
    known_until = date(2026, 12, 31)

    def is_working(self, day: date) -> bool:
        return day not in self.days and Weekdays().is_working(day)


WEDNESDAY, FRIDAY = date(2026, 11, 25), date(2026, 11, 27)


async def a_lamp_in_hand(play: Play) -> tuple[Somebody, Somebody]:
    """Filed on Monday at ten: three working days are Thursday at ten."""
    wang, li = await play.member("wang"), play.newcomer(9001, "李叔")
    await li.files()
    await wang.taps("接了")
    assert li.hears("周四上午10点前有结果")
    wang.rings()
    li.rings()
    return wang, li


async def starts_again(play: Play, *free: date) -> None:
    play.workdays = Free(frozenset(free))
    await play.restart(minutes=1)


async def test_a_day_that_became_free_moves_the_promise_and_says_why(play: Play) -> None:
    wang, li = await a_lamp_in_hand(play)
    await starts_again(play, WEDNESDAY)
    assert li.rings() == ["放假和调休的日子有变，这件改到周五上午10点前有结果，王芳接着办。"]
    assert wang.hears("周五上午10点前")
    assert not wang.rings()


async def test_the_resident_is_not_rung_for_a_day_after_her_promise(play: Play) -> None:
    _, li = await a_lamp_in_hand(play)
    await starts_again(play, FRIDAY)
    assert not li.rings()
    assert li.hears("周四上午10点前有结果")


async def test_what_nobody_has_taken_yet_is_due_later_without_a_word(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(9001, "李叔")
    await li.files()
    li.rings()
    await starts_again(play, WEDNESDAY)
    assert not li.rings()
    await wang.taps("接了")
    assert li.hears("周五上午10点前有结果")


async def test_the_same_calendar_at_the_next_start_changes_nothing(play: Play) -> None:
    _, li = await a_lamp_in_hand(play)
    await starts_again(play, WEDNESDAY)
    li.rings()
    await starts_again(play, WEDNESDAY)
    assert not li.rings()


async def test_a_day_that_is_worked_after_all_brings_it_back(play: Play) -> None:
    _, li = await a_lamp_in_hand(play)
    await starts_again(play, WEDNESDAY)
    await starts_again(play)
    assert li.hears("改到周四上午10点前有结果")


async def test_the_reminders_follow(play: Play) -> None:
    wang, _ = await a_lamp_in_hand(play)
    await starts_again(play, WEDNESDAY)
    await play.at(12, days=3)
    assert not [words for words in wang.rings() if "周四" in words or "今天上午10点有结果" in words]


async def test_both_ways_tell_it(play: Play) -> None:
    _, li = await a_lamp_in_hand(play)
    await starts_again(play, WEDNESDAY)
    await li.says("怎么样了")
    assert li.hears("周五上午10点前")


async def test_progress_of_what_is_late_already_is_reckoned_again_too(play: Play) -> None:
    """Its result was due on Thursday; a word on Thursday at noon makes progress due on Friday at noon."""
    wang, _ = await a_lamp_in_hand(play)
    await play.at(12, days=3)
    await wang.replies("路灯坏了", "配件明天到")
    await starts_again(play, FRIDAY)
    due = await play.database.read("due", lambda tx: tx.matters.in_hand()[0].progress_due_at)
    assert due.astimezone(play.bench.house.zone).strftime("%m-%d %H:%M") == "11-30 12:00"


async def test_it_is_told_a_few_at_a_time_to_neighbours_too_and_not_for_what_has_its_end(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.matters.calendar.IN_ONE_ACT", 1)
    wang, li = await a_lamp_in_hand(play)
    zhao, sun, tom = (play.newcomer(9000 + n, name) for n, name in ((2, "赵奶奶"), (3, "孙姐"), (4, "汤姆")))
    await zhao.says("3号楼路灯坏了")
    await zhao.taps("同一件，我也算一个")
    await tom.files("3号楼楼下的长椅坏了")
    await wang.taps("接了")
    await sun.files("3号楼楼道有垃圾")
    await wang.taps("接了")
    await wang.taps("办结", under="1123-04")
    await wang.taps("办好了")
    await wang.says("清走了")
    await play.passes(minutes=3)
    for each in (li, zhao, sun, tom):
        each.rings()
    await starts_again(play, WEDNESDAY)
    moved = "放假和调休的日子有变，这件改到周五上午10点前有结果，王芳接着办。"
    assert [each.rings() for each in (li, zhao, sun, tom)] == [[moved], [moved], [], [moved]]
