"""Reminders: at half time, shortly before, when overdue, then daily; merged within the hour, once whatever happens."""

from __future__ import annotations

import pytest

from domain.areas import Spot
from domain.matters.draft import Draft
from domain.matters.matter import Tier
from domain.messages import Address
from handlers.matters.command import FileMatter
from handlers.matters.filing import file_matter
from storage.transaction import Transaction
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def a_lamp(play: Play) -> tuple[Somebody, Somebody]:
    """王芳 has taken 赵奶奶's lamp at ten on Monday."""
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    wang.rings()
    return wang, zhao


async def test_before_she_has_accepted_half_time_and_within_that_hour_no_other(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    wang.rings()
    await play.passes(minutes=30)
    assert wang.rings() == ["1123-01 路灯坏了：还有一半时间，今天上午11点前给居民回句话。"]
    assert wang.buttons("回句话") == ["接了", "不归我", "更多"]
    await play.passes(minutes=29)
    assert not wang.rings()


async def test_half_time_shortly_before_and_too_late_read_differently(play: Play) -> None:
    await play.at(8, days=1)
    wang, _ = await a_lamp(play)
    await play.passes(days=3)
    read = [words.partition("：")[2] for words in wang.rings() if "说好" in words]
    assert read == [
        "还有一半时间，说好明天晚上6点前有结果。",
        "快到时间了，说好今天晚上6点前有结果。",
        "说好今天晚上6点有结果，居民在等。",
    ]


async def test_a_reminder_can_be_answered_where_it_stands(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(minutes=30)
    await wang.taps("接了", under="回句话")
    assert zhao.hears("王芳接了这件事")


async def test_progress_that_is_overdue_is_brought_up_every_morning_until_she_says_a_word(play: Play) -> None:
    wang, _ = await a_lamp(play)
    await play.at(9, 59, days=1)
    wang.rings()
    await play.passes(minutes=2)
    assert wang.rings() == ["1123-01 路灯坏了：过了今天上午10点，居民在等一句话。"]
    await play.at(8, 59, days=1)
    wang.rings()
    await play.passes(minutes=2)
    assert wang.rings() == ["1123-01 路灯坏了：过了昨天上午10点，居民在等一句话。"]
    await wang.replies("1123-01", "灯泡在路上")
    await play.at(8, 59, days=1)
    assert not any("过了" in words for words in wang.rings())


async def test_a_word_of_progress_sets_only_its_own_clock_anew(play: Play) -> None:
    wang, _ = await a_lamp(play)
    await play.passes(days=2, hours=20)
    await wang.replies("1123-01", "灯泡在路上")
    wang.rings()
    await play.passes(hours=4)
    assert any("说好" in words and "有结果" in words for words in wang.rings())


async def test_a_word_of_progress_is_no_result_a_late_one_is_brought_up_every_morning(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await play.passes(days=3, hours=1)
    await wang.replies("1123-01", "师傅明天来")
    wang.rings()
    await play.at(9, 1, days=1)
    assert "1123-01 路灯坏了：说好昨天上午10点有结果，居民在等。" in wang.rings()


async def test_several_that_are_due_come_as_one_message(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    for words in ("3号楼路灯坏了", "3号楼楼道有垃圾", "3号楼楼梯扶手松了"):
        await zhao.files(words)
    wang.rings()
    await play.passes(minutes=30)
    (reminder,) = wang.rings()
    assert reminder.startswith("这3件等您：\n1123-01 路灯坏了：还有一半时间，今天上午11点前给居民回句话。")
    assert wang.buttons("这3件等您") == ["1123-01 路灯坏了", "1123-02 有垃圾", "1123-03 楼梯扶手松了"]
    await wang.taps("1123-02")
    assert "有垃圾" in wang.last
    assert wang.buttons("1123-02") == ["接了", "不归我", "更多"]


async def test_a_hundred_that_are_due_at_once_are_still_one_message(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")

    def file_many(tx: Transaction) -> None:
        turn, person = play.bench.turn(tx), tx.people.at(Address("telegram", "101"))
        assert person is not None
        for n in range(60):
            draft = Draft(tx.now, tx.now).with_words("", f"{n}号灯坏了", tx.now)
            file_matter(turn, person, FileMatter(draft, "lighting", Tier.ORDINARY, Spot("g1", "东门"), "灯坏了"))

    await play.database.transact("file", file_many)
    await play.settled()
    wang.rings()
    await play.restart(minutes=55)
    (reminder,) = wang.rings()
    assert reminder.startswith("这60件等您：")
    assert wang.buttons("这60件等您")[-1] == "还有52件"
    await wang.taps("还有52件")
    assert wang.last.startswith("手上60件")


async def test_what_is_late_in_several_matters_is_one_message_a_day(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    for words in ("3号楼路灯坏了", "3号楼楼道有垃圾"):
        await zhao.files(words)
        await wang.taps("接了")
        await play.passes(minutes=37)
    await play.at(8, 59, days=2)
    wang.rings()
    await play.passes(minutes=2)
    (reminder,) = wang.rings()
    assert "1123-01" in reminder
    assert "1123-02" in reminder


async def test_each_fires_once_across_restarts(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    wang.rings()
    for _ in range(6):
        await play.passes(minutes=9)
        await play.restart()
    assert len(wang.rings()) == 1


async def test_after_hours_without_power_one_reminder_and_one_step(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    wang.rings()
    zhao.rings()
    await play.restart(hours=5)
    assert not wang.rings()
    assert len(chen.rings()) == 1
    assert len(zhao.rings()) == 1
    assert await late_by(play, "MatterAssigned") == [4 * 60]


async def late_by(play: Play, type: str) -> list[int]:
    """By how many minutes each event of this type came late, in order."""
    [matter] = await play.database.read("matter", lambda tx: tx.matters.by_number("1123-01"))
    events = await play.database.read("events", lambda tx: tx.events.of(matter.subject))
    return [int(event.facts.get("late_by", 0)) for event in events if event.type == type]


async def test_what_is_said_in_time_is_not_marked_as_late(play: Play) -> None:
    wang, _ = await a_lamp(play)
    await play.passes(days=2)
    assert set(await late_by(play, "MatterReminded")) == {0}
    assert not wang.hears("说晚了")


async def test_after_days_without_power_she_is_reminded_once_of_each_matter(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    for words in ("3号楼路灯坏了", "3号楼楼道有垃圾"):
        await zhao.files(words)
        await wang.taps("接了")
    wang.rings()
    zhao.rings()
    await play.restart(days=5)
    (reminder,) = wang.rings()
    assert reminder.count("1123-01") == reminder.count("1123-02") == 1
    assert reminder.endswith("我停过一阵，这句说晚了。")
    assert min(await late_by(play, "MatterReminded")) > 24 * 60
    (apology,) = zhao.rings()
    assert apology.startswith("这2件没按说好的时候办到，对不住：\n1123-01 路灯坏了，王芳接着办，")
    assert apology.endswith("等不及请打0931-1234567。")


async def test_what_comes_late_at_night_waits_for_the_morning(play: Play) -> None:
    wang, _ = await a_lamp(play)
    await play.restart(hours=38)
    assert not wang.rings()
    await play.at(7, 1)
    assert len(wang.rings()) == 1


async def test_nobody_is_reminded_of_what_is_done(play: Play) -> None:
    wang, _ = await a_lamp(play)
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    wang.rings()
    await play.passes(days=6)
    assert not wang.rings()
