"""The heating season: two questions after filing, unless her words say it or it is summer; and what a desk gets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from domain.matters.seasons import Practice, heating_pack
from tests.stories.house import Play, Somebody, raised, told

pytestmark = pytest.mark.asyncio
ONE_OR_ALL, HOW_WARM = "是您一家不热，还是整栋楼", "屋里大概几度"


@pytest_asyncio.fixture
async def winter(tmp_path: Path) -> AsyncIterator[Play]:
    async with raised(tmp_path, practice=Practice(packs=(heating_pack(),))) as play:
        yield play


async def a_cold_flat(play: Play, words: str = "3号楼2单元暖气不热") -> tuple[Somebody, Somebody]:
    wang, li = await play.member("wang"), play.newcomer(9001, "李叔")
    await li.files(words)
    return wang, li


async def test_two_questions_come_after_filing_and_stand_on_the_card(winter: Play) -> None:
    wang, li = await a_cold_flat(winter)
    assert li.hears("交上去了")
    assert ONE_OR_ALL in li.last
    assert li.buttons(ONE_OR_ALL) == ["就我家", "整栋楼"]
    await li.taps("就我家")
    assert li.buttons(HOW_WARM) == ["不到14度", "14–16度", "16–18度", "18度以上", "不知道"]
    await li.taps("14–16度")
    assert li.last == "记下了，王芳看得到。"
    assert wang.hears("暖气不热", "只有这一家不热", "屋里14–16度，低于18度")


async def test_warm_enough_is_not_said_to_be_below(winter: Play) -> None:
    wang, li = await a_cold_flat(winter)
    await li.says("只有我家")
    await li.says("19度")
    assert wang.hears("屋里18度以上")
    assert not wang.hears("低于18度")


async def test_a_bare_number_or_words_answer_too(winter: Play) -> None:
    wang, li = await a_cold_flat(winter)
    await li.says("2")
    await li.says("十五度")
    assert wang.hears("说是整栋楼都不热", "屋里14–16度")


async def test_what_her_words_say_is_not_asked(winter: Play) -> None:
    wang, li = await a_cold_flat(winter, "3号楼2单元暖气不热，整栋楼都这样，屋里15度")
    assert not li.hears(ONE_OR_ALL)
    assert not li.hears(HOW_WARM)
    assert wang.hears("说是整栋楼都不热", "屋里14–16度，低于18度")


async def test_only_what_is_missing_is_asked(winter: Play) -> None:
    _, li = await a_cold_flat(winter, "3号楼2单元暖气不热，屋里才12度")
    assert ONE_OR_ALL in li.last
    await li.taps("就我家")
    assert not li.hears(HOW_WARM)


async def test_nobody_has_to_answer(winter: Play) -> None:
    wang, li = await a_cold_flat(winter)
    await li.says("王师傅什么时候来")
    assert not wang.hears("只有这一家")
    await winter.passes(hours=13)
    await li.says("2")
    assert not wang.hears("整栋楼")


async def test_her_first_answer_stands_when_the_second_is_left_open(winter: Play) -> None:
    wang, li = await a_cold_flat(winter)
    await li.taps("整栋楼")
    await winter.passes(hours=1)
    assert wang.hears("说是整栋楼都不热")


async def test_out_of_season_nothing_is_asked(tmp_path: Path) -> None:
    summer = Practice(packs=(heating_pack((6, 1), (8, 31)),))
    async with raised(tmp_path, practice=summer) as play:
        _, li = await a_cold_flat(play)
        assert not li.hears(ONE_OR_ALL)


async def test_another_kind_is_asked_nothing(winter: Play) -> None:
    _, li = await a_cold_flat(winter, "3号楼2单元门口的路灯坏了")
    assert not li.hears(ONE_OR_ALL)


async def test_three_households_of_a_building_tell_the_desk_and_the_line_is_ready(winter: Play) -> None:
    await winter.member("wang")
    ma = await winter.member("ma")
    for n, name in enumerate(("李叔", "赵奶奶", "孙姐")):
        assert not ma.hears("说整栋楼都不热")
        neighbour = winter.newcomer(9001 + n, name)
        await neighbour.files("3号楼2单元暖气不热")
        await neighbour.taps("整栋楼")
    assert ma.hears("3号楼有3户说整栋楼都不热")
    await ma.taps("大家都在报", under="3户说整栋楼都不热")
    assert ma.hears("好几户暖气不热，正在联系供热单位")
    await ma.taps("就用这句")
    await ma.taps("不知道")
    assert ma.hears("再有人报，先读到这句", "正在联系供热单位")
    await ma.taps("就这样")
    late = winter.newcomer(9010, "钱叔")
    await late.says("3号楼暖气不热")
    assert late.hears("这件事社区知道了", "正在联系供热单位")


async def test_a_second_building_of_the_day_stands_in_the_desks_same_line(winter: Play) -> None:
    ma = await winter.member("ma")
    for n, place in enumerate((*("3号楼",) * 3, *("8号楼",) * 3)):
        neighbour = winter.newcomer(9001 + n, f"{n + 1}号住户")
        await neighbour.files(f"{place}暖气不热")
        await neighbour.taps("整栋楼")
    hints = [told(message) for message in ma.inbox if "说整栋楼都不热" in told(message) and "可以" in told(message)]
    assert hints == ["桃源里3号楼、杏林苑8号楼，今天2栋楼都有3户以上说整栋楼都不热，可以一起标成「大家都在报」。"]
    await ma.taps("大家都在报", under="2栋楼")
    assert ma.hears("好几户暖气不热，正在联系供热单位")


async def test_the_same_household_twice_is_one(winter: Play) -> None:
    await winter.member("wang")
    ma, li = await winter.member("ma"), winter.newcomer(9001, "李叔")
    for words in ("3号楼2单元暖气不热", "3号楼2单元客厅的暖气片是凉的", "3号楼2单元卧室暖气不热"):
        await li.says(words)
        await li.taps("新事") if "新事" in str(li.inbox[-1].buttons) else None
        await li.taps("交给")
        await li.taps("整栋楼")
    assert not ma.hears("户说整栋楼都不热")


async def a_neighbour_joins(winter: Play, id: int, name: str, words: str = "3号楼1单元暖气不热") -> Somebody:
    neighbour = winter.newcomer(id, name)
    await neighbour.says(words)
    await neighbour.taps("我也算一个")
    return neighbour


async def test_who_joins_a_neighbour_is_asked_after_the_tap_and_it_stands_on_the_one_card(winter: Play) -> None:
    wang, li = await a_cold_flat(winter)
    await li.taps("就我家")
    await li.taps("16–18度")
    zhao = await a_neighbour_joins(winter, 9002, "赵奶奶")
    assert zhao.buttons("是就这几家不热，还是整栋楼") == ["就几家", "整栋楼"]
    await zhao.taps("就几家")
    await zhao.taps("不到14度")
    assert zhao.last == "记下了，王芳看得到。"
    assert wang.hears("暖气不热 · 2户", "屋里16–18度，低于18度", "邻居家：不到14度1户")
    assert not wang.hears("· 2户", "只有这一家不热")
    assert not li.hears("不到14度1户")
    assert not zhao.hears("16–18度1户")


async def test_those_who_join_count_for_the_hint_to_the_desk(winter: Play) -> None:
    ma = await winter.member("ma")
    wang, li = await a_cold_flat(winter)
    await li.taps("整栋楼")
    for n, name in enumerate(("赵奶奶", "孙姐")):
        assert not ma.hears("户说整栋楼都不热")
        neighbour = await a_neighbour_joins(winter, 9002 + n, name)
        await neighbour.taps("整栋楼")
    assert ma.hears("3号楼有3户说整栋楼都不热")
    assert wang.hears("3户说整栋楼都不热")


async def test_what_a_neighbour_says_in_joining_is_not_asked(winter: Play) -> None:
    wang, _ = await a_cold_flat(winter)
    zhao = await a_neighbour_joins(winter, 9002, "赵奶奶", "3号楼1单元暖气不热，整栋楼都这样，屋里12度")
    assert not zhao.hears("还是整栋楼")
    assert wang.hears("说是整栋楼都不热", "邻居家：不到14度1户")


async def test_who_waits_for_the_end_of_a_known_trouble_is_asked_nothing(winter: Play) -> None:
    await winter.member("wang")
    ma = await winter.member("ma")
    await ma.says("大家都在报 桃源一网格暖气不热，晚上六点前好")
    await ma.taps("就这样")
    li = winter.newcomer(9001, "李叔")
    await li.says("3号楼2单元暖气不热")
    await li.taps("修好告诉我")
    assert not li.hears(ONE_OR_ALL)
