"""走访: a visit is a place, a line and a tap; what comes of it goes on from there, and never a total per person."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.digests.rhythm import Rhythm
from domain.listening.venue import Venue
from domain.listening.visit import VisitSort
from storage.transaction import Transaction
from tests.stories.house import Play, raised

pytestmark = pytest.mark.asyncio


async def test_a_usual_visit_is_a_place_a_line_and_a_tap(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await wang.says("走访")
    assert wang.buttons("走访哪里") == ["桃源里3号楼"]
    await wang.taps("桃源里3号楼")
    await wang.says("李奶奶腿脚好多了")
    assert wang.hears("桃源里3号楼（住家）：李奶奶腿脚好多了")
    await wang.taps("记下")
    assert wang.hears("记下了", "走访 桃源里3号楼（住家）", "李奶奶腿脚好多了")
    await wang.taps("没别的了")
    assert not wang.buttons("记下了" if wang.last.startswith("记下了") else "走访 桃源里3号楼")
    await ma.says("小板凳")
    await ma.taps("走访")
    await ma.taps("1", under="11月23日 桃源里3号楼")
    assert ma.hears("走访 桃源里3号楼", "李奶奶腿脚好多了", "王芳去的")


async def test_a_place_named_in_english_keeps_its_flat(play: Play) -> None:
    wang = await play.member("wang")
    await wang.says("走访")
    await wang.says("Peach Court 3, 502")
    assert wang.hears("Peach Court 3", ", 502：听到了什么")
    await wang.says("取消")
    await wang.says("走访")
    await wang.says("桃源里3号楼 502")
    assert wang.hears("桃源里3号楼 502：听到了什么")


async def test_whoever_goes_on_to_the_next_door_without_a_tap_has_noted_the_last(play: Play) -> None:
    wang = await play.member("wang")
    await wang.says("走访 桃源里3号楼")
    await wang.says("走访 桃源里3号楼")
    assert not wang.hears("记下了")
    await wang.says("水管旧了")
    await wang.says("走访 老王面馆")
    assert wang.hears("记下了", "走访 桃源里3号楼", "水管旧了")
    assert wang.hears("老王面馆：听到了什么")


async def test_one_visit_yields_a_matter_a_need_and_thanks(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    await wang.says("走访 3号楼")
    await wang.says("楼道灯坏了，老人摸黑上楼")
    await wang.says("小事")
    await wang.says("李奶奶")
    assert wang.hears("桃源里3号楼", "楼道灯坏了", "替李奶奶报的")
    await wang.taps("交给陈亮")
    assert chen.hears("楼道灯坏了", "桃源里3号楼", "替李奶奶报的")
    assert wang.hears("编号1123-01", "认领码", "报了 1123-01")
    await wang.taps("记成需求")
    assert wang.hears("记进问题清单了", "记了需求：楼道灯坏了")
    await wang.taps("一句谢谢")
    assert wang.hears("走访 桃源里3号楼", "报了 1123-01", "记了需求", "住户说了声谢谢")


async def test_a_voice_note_and_copies_and_a_visit_taken_back(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    await wang.says("走访 老王面馆")
    assert wang.hears("老王面馆：听到了什么")
    await wang.sends_voice()
    assert wang.hears("老王面馆（商铺）：")
    await wang.says("发了20份停水通知")
    await wang.says("是")
    assert wang.hears("老王面馆（商铺）：发了20份停水通知", "附1段语音或照片", "发了20份")
    await wang.taps("换类别")
    await wang.taps("单位")
    await wang.taps("记下")
    await ma.says("年账")
    assert ma.hears("走访 1")
    await ma.taps("走访 1")
    await ma.taps("1", under="11月23日 老王面馆（单位）")
    await ma.taps("听一听")
    assert ma.inbox[-1].kind == "voice"
    await wang.taps("记错了，撤掉")
    assert wang.hears("这次走访撤了")
    await ma.says("年账")
    assert "走访 0" in ma.last


async def test_a_second_matter_has_other_words_and_what_nobody_knows_of_is_ones_own(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    await wang.says("走访 3号楼")
    await wang.says("没什么事")
    await wang.taps("记下")
    await wang.taps("报成小事")
    await wang.says("下水道堵了")
    await wang.taps("没跟人说，算我看到的")
    await wang.taps("交给陈亮")
    assert chen.hears("下水道堵了", "王芳")
    assert not wang.hears("认领码")
    await wang.taps("报成小事")
    assert wang.hears("桃源里3号楼要报什么")


async def test_places_that_are_not_hers_and_other_peoples_visits_are_refused_plainly(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(990101, "赵奶奶")
    await wang.says("走访 杏林苑8号楼")
    assert wang.hears("杏林苑8号楼不在您这片", "0931-1234567", "走访哪里")
    await wang.pins(103.745, 36.065)
    assert wang.hears("桃源二网格不在您这片")
    await wang.pins(103.735, 36.065)
    assert wang.hears("桃源一网格：听到了什么")
    await wang.says("走访 3号楼")
    await wang.says("挺好")
    await wang.taps("记下")
    done = wang.button("没别的了", "走访 桃源里3号楼")
    await chen.says("小板凳")
    await chen.taps("走访")
    assert chen.hears("还没有记过走访")
    await chen.taps_old((chen.finds("还没有记过走访").id, done[1]))
    assert "不在您手上" in chen.toast
    await zhao.says("/visit")
    assert zhao.hears("不认识")


async def test_the_desk_keeps_the_venues_and_the_longest_not_visited_stands_first(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    for name, place in (("老王面馆", "3号楼"), ("桃源小学", "3号楼")):
        await ma.says("小板凳")
        await ma.taps("场所")
        await ma.taps("添一处")
        await ma.says(name)
        await ma.taps("学校" if "学" in name else "商铺")
        await ma.says(place)
        assert ma.hears("添上了", name, "桃源里3号楼", "还没去过")
    await wang.says("走访 面馆")
    await wang.says("生意不错")
    await wang.taps("记下")
    await wang.says("小板凳")
    await wang.taps("场所")
    assert wang.hears("场所，2处", "1 桃源小学（学校） · 还没去过", "2 老王面馆（商铺） · 11月23日去过")
    assert "添一处" not in wang.buttons("场所，2处")
    await wang.taps("1", under="场所，2处")
    await wang.taps("走访这里")
    assert wang.hears("桃源小学：听到了什么")
    await wang.says("取消")
    await ma.says("小板凳")
    await ma.taps("场所")
    await ma.taps("2", under="场所，2处")
    await ma.taps("改名")
    await ma.says("老王拉面")
    assert ma.hears("改好了", "老王拉面（商铺）", "11月23日去过")
    assert "改名" not in wang.buttons("桃源小学（学校）")
    await ma.taps("关门了，去掉", under="改好了")
    assert ma.hears("老王拉面（商铺）", "从名单上去掉了")
    await ma.taps("改名", under="11月23日去过")
    assert ma.hears("过时")
    await wang.says("走访")
    assert "老王面馆" not in wang.buttons("走访哪里")


async def test_the_morning_says_how_many_doors_and_what_came_of_them(tmp_path: Path) -> None:
    async with raised(tmp_path, rhythm=Rhythm()) as play:
        wang, ma = await play.member("wang"), await play.member("ma")
        await wang.says("走访 3号楼")
        await wang.says("缺个晾衣架")
        await wang.taps("记成需求")
        await play.at(8, 30, days=1)
        assert ma.hears("11月24日", "走访1次：住家1", "走访里：记需求1条")


async def test_danger_at_a_door_is_filed_there_without_a_question(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    await wang.says("走访 3号楼")
    await wang.says("楼道里有煤气味，有人晕倒了")
    assert wang.hears("别动开关", "我正在叫陈亮")
    assert chen.hears("1123-01", "桃源里3号楼")
    assert not wang.hears("在哪儿？")


async def test_what_is_about_a_person_is_read_on_no_visits_page(play: Play) -> None:
    wang, chen, ma = await play.member("wang"), await play.member("chen"), await play.member("ma")
    await wang.says("走访 3号楼")
    await wang.says("对门王大爷又骂人")
    await wang.taps("报成小事")
    await wang.says("李奶奶")
    await wang.taps("请陈亮私下说一声")
    assert chen.hears("1123-01")
    await ma.says("小板凳")
    await ma.taps("走访")
    await ma.taps("1", under="11月23日 桃源里3号楼")
    assert ma.hears("走访 桃源里3号楼", "（内容不显示）")
    assert not ma.hears("王大爷")


async def test_where_she_was_last_is_a_tap_and_of_several_places_she_is_asked_which(play: Play) -> None:
    wang, ma = await play.member("wang"), await play.member("ma")
    for name in ("桃源面馆", "桃源书店"):
        await ma.says("小板凳")
        await ma.taps("场所")
        await ma.taps("添一处")
        await ma.says(name)
        await ma.taps("商铺")
        await ma.says("3号楼")
    await wang.says("走访 门口的凉亭")
    await wang.says("几位老人在下棋")
    await wang.taps("记下")
    await wang.says("走访")
    await wang.taps("门口的凉亭")
    assert wang.hears("门口的凉亭：听到了什么")
    await wang.says("缺一张石桌")
    await wang.taps("记成需求")
    await wang.taps("记成需求")
    await wang.says("还缺两把椅子")
    assert wang.hears("记了需求：缺一张石桌", "记了需求：还缺两把椅子")
    await wang.says("走访 桃源")
    assert {"桃源面馆", "桃源书店", "都不是，就写「桃源」"} <= set(wang.buttons("是哪一处"))
    await wang.taps("都不是")
    assert wang.hears("桃源：听到了什么")


async def test_among_many_venues_one_is_found_by_its_name(play: Play) -> None:
    wang = await play.member("wang")

    def a_street_of_shops(tx: Transaction) -> None:
        for n in range(12):
            tx.venues.save(Venue(f"v{n}", "g1", f"百货{n}店", VisitSort.SHOP, "桃源里3号楼", "ma", tx.now))

    await play.database.transact("shops", a_street_of_shops)
    await wang.says("小板凳")
    await wang.taps("场所")
    await wang.taps("按名字找")
    await wang.says("百货7")
    assert wang.hears("名字里有「百货7」的1处", "1 百货7店")
