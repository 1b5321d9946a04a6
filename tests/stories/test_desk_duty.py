"""Duty at a desk: whose day it is gets what comes, another takes over by one tap, a day is swapped by three."""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path

import pytest

from domain.matters.matter import Act, State
from domain.people.person import Appointment, Role
from handlers.desk.passing import pass_on_duty
from storage.transaction import Transaction
from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.house import Play, raised

pytestmark = pytest.mark.asyncio


async def test_whoever_is_on_duty_that_weekday_gets_what_comes_to_the_desk(play: Play) -> None:
    await settle_desks(play, ("2467", "135"))
    ma, zhou, zhao = await play.member("ma"), await sits_down(play, "zhou"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    assert zhou.hears("1123-01 路灯坏了", "前给居民回个话")
    assert not ma.hears("1123-01")


async def test_the_roster_of_the_week_fits_one_screen(play: Play) -> None:
    await settle_desks(play, ("2467", "135"))
    ma, _ = await play.member("ma"), await sits_down(play, "zhou")
    await ma.says("值班")
    assert ma.last.splitlines() == [
        "桃源社区值班",
        "今天11月23日周一：周敏",
        "11月24日周二：马丽",
        "11月25日周三：周敏",
        "11月26日周四：马丽",
        "11月27日周五：周敏",
        "11月28日周六：马丽",
        "11月29日周日：马丽",
    ]
    assert ma.buttons("桃源社区值班") == ["今天我值班", "我要换班"]


async def test_one_tap_takes_the_duty_over_with_all_that_nobody_has_taken(play: Play) -> None:
    await settle_desks(play)
    ma, zhou, zhao = await play.member("ma"), await sits_down(play, "zhou"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await zhao.files("3号楼楼道有垃圾")
    await ma.taps("接了", under="1123-02")
    zhao.rings()
    ma.rings()
    await zhou.says("值班")
    await zhou.taps("今天我值班")
    assert zhou.toast == "今天您值班，没人接的1件转到您这儿了。"
    assert ma.rings() == ["今天桃源社区换周敏值班，没人接的1件也转过去了，您歇会儿。"]
    assert zhou.buttons("桃源社区值班") == ["我要换班"]
    assert not zhao.rings()
    assert zhao.hears("1123-01", "周敏")
    assert ma.hears("1123-01", "现在在周敏手上")
    await zhou.says("我的任务")
    assert zhou.hears("手上1件", "1123-01")
    await zhou.taps("1123-01")
    await zhou.taps("接了")
    assert zhao.rings() == ["周敏接了这件事，周四上午10点前有结果。"]


async def test_a_day_is_swapped_by_three_taps_and_the_other_hears_of_it(play: Play) -> None:
    await settle_desks(play, ("2467", "135"))
    ma, zhou = await play.member("ma"), await sits_down(play, "zhou")
    await ma.says("值班")
    await ma.taps("我要换班")
    assert ma.buttons("哪天换") == ["11月24日周二", "11月26日周四", "11月28日周六", "11月29日周日"]
    await ma.taps("11月24日周二")
    await ma.taps("周敏", under="换给谁")
    assert zhou.rings() == ["11月24日周二桃源社区换您值班，是马丽换的。不方便就跟马丽说一声。"]
    assert ma.last == "11月24日周二换给周敏了，已经说了。"
    await ma.says("值班")
    assert "11月24日周二：周敏" in ma.last


async def test_what_still_waits_in_the_morning_is_with_whoever_is_on_duty_then(play: Play) -> None:
    await settle_desks(play, ("2467", "135"))
    ma, zhou, zhao = await play.member("ma"), await sits_down(play, "zhou"), play.newcomer(101, "赵奶奶")
    await play.at(21, 45)
    await zhao.files()
    zhao.rings()
    await play.at(6, 50, days=1)
    await ma.says("我的任务")
    assert ma.last == "现在手上没有事，歇会儿。"
    await play.at(7, 5)
    assert not zhao.rings()
    await ma.says("我的任务")
    assert ma.hears("手上1件", "1123-01")
    assert zhou.hears("1123-01", "现在在马丽手上")


async def test_with_nobody_to_take_turns_with_there_is_nothing_to_tap(play: Play) -> None:
    ma = await play.member("ma")
    await ma.says("/duty")
    assert ma.last.startswith("桃源社区值班\n今天11月23日周一：马丽")
    assert ma.buttons("桃源社区值班") == []


async def test_what_somebody_takes_at_the_same_moment_stays_with_whoever_took_it(
    postgres_url: str, tmp_path: Path
) -> None:
    async with raised(tmp_path, database_url=postgres_url) as play:
        await settle_desks(play)
        ma, zhou, zhao = await play.member("ma"), await sits_down(play, "zhou"), play.newcomer(101, "赵奶奶")
        await zhao.files()
        assert ma.hears("1123-01")
        held = threading.Event()

        def takes(tx: Transaction) -> None:
            [listed] = tx.matters.of_owner("ma")
            matter = tx.matters.get(listed.id)
            held.set()
            time.sleep(0.3)
            tx.matters.save(matter.after(Act.ACCEPT, owner_id="ma", contacted_at=tx.now))

        def relieves(tx: Transaction) -> int:
            held.wait()
            turn = play.bench.turn(tx)
            return pass_on_duty(turn, "community", tx.people.get("ma"), tx.people.get("zhou"), by="zhou")

        _, moved = await asyncio.gather(
            play.database.transact("takes", takes), play.database.transact("relieves", relieves)
        )
        assert moved == 0
        [kept] = await play.database.read("kept", lambda tx: tx.matters.of_owner("ma"))
        assert kept.state is State.TAKEN
        await zhou.says("我的任务")
        assert not zhou.hears("1123-01")


async def test_who_sits_at_several_desks_reads_all_of_them_and_who_is_on_duty_there(play: Play) -> None:
    await settle_desks(play)
    ma, _ = await play.member("ma"), await sits_down(play, "sun")

    def act(tx: Transaction) -> None:
        tx.roster.replace([*tx.roster.all(), Appointment("ma", "plum", Role.COORDINATOR, 2)])

    await play.database.transact("also", act)
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await ma.says("案头")
    assert ma.last.startswith("桃源社区、梅园社区案头，今天马丽、孙梅值班")


async def test_who_comes_to_work_though_on_leave_is_on_duty_where_nobody_was(play: Play) -> None:
    await settle_desks(play)
    zhou = await sits_down(play, "zhou")
    await play.on_leave("ma")
    await play.on_leave("zhou")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await zhou.says("案头")
    assert zhou.last.startswith("桃源社区案头，今天没人能值班")
    await zhou.says("值班")
    await zhou.taps("今天我值班")
    assert zhou.toast == "今天您值班。"
    assert await play.database.read("away", lambda tx: tx.roster.absent("zhou", tx.now)) is None
    assert "今天11月23日周一：周敏" in zhou.finds("桃源社区值班").text


async def test_who_has_no_day_has_none_to_swap_and_of_today_what_waits_goes_along(play: Play) -> None:
    await settle_desks(play)
    ma, zhou, zhao = await play.member("ma"), await sits_down(play, "zhou"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await zhou.says("值班")
    await zhou.taps("我要换班")
    assert zhou.last == "这七天没有您的班。"
    await ma.says("值班")
    await ma.taps("我要换班")
    await ma.taps("11月23日周一")
    await ma.taps("周敏", under="换给谁")
    assert ma.hears("1123-01", "现在在周敏手上")
    await zhou.says("我的任务")
    assert zhou.hears("手上1件", "1123-01")
