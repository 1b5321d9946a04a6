"""Figures whenever a coordinator asks: any span, the matters behind each, the table; and never for anybody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.people.person import Appointment, Role
from storage.transaction import Transaction
from tests.stories.district import AREAS
from tests.stories.house import Play, Somebody, raised, told
from tests.stories.test_digest import closes

pytestmark = pytest.mark.asyncio


async def a_matter(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """One lamp, mended, and 赵奶奶 says so."""
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await closes(play, wang, "1123-01", "换了灯泡")
    await zhao.taps("好了")
    await zhao.taps("好", under="打分")
    await play.passes(minutes=2)
    return wang, ma, zhao


async def test_today_comes_at_once_and_other_days_are_a_tap_away(play: Play) -> None:
    _, ma, _ = await a_matter(play)
    await ma.says("简报")
    assert ma.hears("桃源社区简报", "11月23日到10:05：", "来信到办结：一半2分钟内（1件）")
    assert not ma.hears("正在算")
    await ma.taps("昨天")
    assert ma.last == "桃源社区，11月22日，没有事来，也没有在办的。"
    await ma.says("简报 11月1日到11月15日")
    assert ma.last == "桃源社区，11月1日到11月15日，没有事来，也没有在办的。"
    await ma.says("简报 12月1日到11月1日")
    assert "2025年12月1日到11月1日" in ma.last
    await ma.says("简报 等会儿")
    assert "简报 上周" in ma.last


async def test_the_same_minute_asked_twice_is_the_same_digest(play: Play) -> None:
    _, ma, zhao = await a_matter(play)
    await ma.says("简报 本周")
    first = ma.finds("桃源社区简报")
    await zhao.says("3号楼楼道有垃圾")
    await zhao.taps("交给")
    await ma.says("简报 本周")
    second = ma.finds("桃源社区简报")
    assert second.id != first.id
    assert [[b.text for b in row] for row in second.buttons] == [[b.text for b in row] for row in first.buttons]
    made = await play.database.read("made", lambda tx: tx.statements.all("SELECT id FROM digests"))
    assert len(made) == 1


async def test_each_figure_opens_the_matters_behind_it_and_each_of_these_opens(play: Play) -> None:
    _, ma, _ = await a_matter(play)
    await ma.says("简报")
    await ma.taps("办结 1")
    assert ma.hears("办结的1件", "1123-01 路灯坏了：办好了，换了灯泡，王芳")
    assert "赵奶奶" not in ma.last
    await ma.taps("看 1123-01")
    assert ma.hears("1123-01 路灯坏了", "居民说好了。")
    await ma.taps("满意 1/1")
    assert ma.hears("1位打了分，1位打4分、5分。", "打了")


async def test_the_table_comes_as_a_file_with_a_name_that_says_what_it_is(play: Play) -> None:
    _, ma, _ = await a_matter(play)
    await ma.says("简报")
    await ma.taps("表格")
    sheet = ma.inbox[-1].media
    assert sheet is not None
    assert sheet.name == "桃源社区-简报-2026-11-23.xlsx"
    assert not ma.hears("正在算")


async def test_in_english(play: Play) -> None:
    _, ma, _ = await a_matter(play)
    await ma.says("english")
    await ma.says("/digest last week")
    assert ma.last == "Peach, 16 Nov to 22 Nov: nothing came in and nothing was open."
    await ma.says("/digest today")
    assert ma.hears("Peach: figures", "Peach grid 1: 1 new, 1 finished")


async def test_whoever_has_lost_the_desk_opens_nothing_any_more(play: Play) -> None:
    _, ma, _ = await a_matter(play)
    await ma.says("简报")
    buttons = [ma.button(label, "桃源社区简报") for label in ("新来 1", "给领导的一段", "表格")]

    def act(tx: Transaction) -> None:
        tx.roster.replace([Appointment("ma", "g2", Role.MEMBER, 1)])

    await play.database.transact("moved", act)
    heard = len(ma.inbox)
    for button in buttons:
        await ma.taps_old(button)
        assert ma.toast == "这件事不在您手上，所以这里改不了。"
    assert len(ma.inbox) == heard


async def test_of_what_was_said_about_a_person_only_the_number_stands_on_a_desk_and_in_its_digest(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("3号楼的王会计服务态度差")
    await zhao.taps("私下说一声")
    await wang.taps("接了")
    await play.passes(days=6)
    for words in ("简报", "案头"):
        await ma.says(words)
        assert ma.hears("1123-01 对人的意见，")
    assert not any(
        "会计" in told(message) for message in ma.inbox if "简报" in told(message) or "案头，" in told(message)
    )
    await ma.taps("在办 1", under="桃源社区简报")
    assert ma.last.splitlines()[-1] == "1123-01：这里只计数"
    assert ma.buttons("这里只计数") == []


async def test_what_ended_in_a_grid_that_is_no_more_still_counts_and_opens(play: Play) -> None:
    _, ma, _ = await a_matter(play)
    left = [area for area in AREAS if area.id not in ("g1", "b3")]
    await play.database.transact("without", lambda tx: tx.areas.replace(left, []))
    await ma.says("简报")
    await ma.taps("办结 1", under="桃源社区简报")
    assert ma.hears("1123-01 路灯坏了：办好了，换了灯泡，王芳")
    await ma.taps("1123-01", under="办结的1件")
    assert ma.hears("1123-01 路灯坏了", "居民说好了")


async def test_a_forged_figure_is_only_out_of_date(play: Play) -> None:
    _, ma, _ = await a_matter(play)
    await ma.says("简报")
    message, data = ma.button("新来 1", "桃源社区简报")
    for forged in ("figure:open:x", "figure:hidden:0", "span:1970", "nothing"):
        await ma.taps_old((message, data.replace("figure:new:0", forged)))
        assert ma.toast == "这个按钮过时了，现在是这样："


async def test_on_postgres(postgres_url: str, tmp_path: Path) -> None:
    async with raised(tmp_path, database_url=postgres_url) as play:
        _, ma, _ = await a_matter(play)
        await ma.says("简报")
        assert ma.hears("桃源社区简报", "来信到办结")
        await ma.taps("解决 1/1")
        assert ma.hears("1位表了态，1位说解决了")


async def test_what_is_not_due_yet_and_what_needs_more_than_a_few_hands_are_said_too(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.digests.saying.URGENT", 1)
    _, ma, zhao = await a_matter(play)
    await zhao.files("3号楼楼道有垃圾")
    await play.passes(minutes=5)
    await ma.says("简报")
    await ma.taps("响应 1/1")
    assert "1件还没到时候。" in ma.last
    await zhao.files("3号楼2单元电梯坏了")
    await play.passes(hours=5)
    await ma.says("简报")
    assert "还有1件" in str(ma.buttons("桃源社区简报。现在要您伸手的2件"))


async def test_in_the_first_minute_of_a_day_there_is_nothing_of_today_yet(play: Play) -> None:
    ma = await play.member("ma")
    await play.at(0, days=1)
    await ma.says("简报")
    assert not ma.hears("桃源社区，11月24日")
    assert "昨天" in ma.buttons("要看别的日子")
