"""Where it is: from the poster, the pin, the words, or the place used last; asked only when nobody can know."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from domain.areas import Area, AreaKind
from tests.stories.district import AREAS, EAST, WEST
from tests.stories.house import Play, raised

pytestmark = pytest.mark.asyncio


async def test_a_poster_knows_its_place(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts("gate1")
    await zhao.says("灯坏了")
    assert zhao.hears("我这样记：桃源里东门，灯坏了。")


async def test_the_words_name_the_place_however_they_are_written(play: Play) -> None:
    await play.member("wang")
    await play.member("chen")
    for n, (words, member) in enumerate(
        [("桃源里三栋路灯坏了", "王芳"), ("杏林苑8号楼路灯坏了", "陈亮"), ("taoyuanli 3号楼路灯坏了", "王芳")]
    ):
        somebody = play.newcomer(110 + n, "居民")
        await somebody.says(words)
        assert somebody.hears("我这样记", member), words


async def test_the_nearer_words_stay_with_the_proper_name(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元门口的路灯坏了")
    assert wang.hears("桃源里3号楼2单元门口")


async def test_what_is_not_known_is_asked_with_one_tap_to_send_the_place(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts()
    await zhao.says("路灯坏了")
    assert zhao.last.startswith("在哪儿？")
    assert "只用来找到管这片的委员" in zhao.last
    assert zhao.keys[:2] == ["发位置", "说不清在哪儿"]


async def test_after_the_place_is_told_the_lasting_keyboard_is_back(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts()
    await zhao.says("路灯坏了")
    await zhao.says("桃源里3号楼")
    await zhao.taps("交给")
    assert zhao.keys == ["报事", "我的事", "请打电话给我", "帮助"]
    assert zhao.hears("编号1123-01")
    assert zhao.buttons("1123-01 路灯坏了") == ["怎么样了", "更多"]


async def test_a_shared_place_lies_in_its_grid(play: Play) -> None:
    chen, zhao = await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.starts()
    await zhao.says("路灯坏了")
    await zhao.pins(EAST[0] + 0.005, EAST[1] + 0.005)
    await zhao.taps("交给陈亮")
    assert chen.hears("桃源二网格")
    assert any(message.kind == "venue" for message in chen.inbox)


async def test_a_place_alone_starts_a_matter(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.pins(WEST[0] + 0.005, WEST[1] + 0.005)
    assert zhao.last.startswith("位置收到了。这里怎么了？")
    await zhao.says("井盖没了")
    await zhao.taps("交给王芳")
    assert wang.hears("井盖没了", "桃源一网格")


async def test_a_venue_gives_its_own_name(play: Play) -> None:
    chen, zhao = await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.sends(zhao.phone.sends_venue(EAST[1] + 0.005, EAST[0] + 0.005, "杏林小卖部", "河湾路5号"))
    await zhao.says("门口堆了垃圾")
    await zhao.taps("交给陈亮")
    assert chen.hears("杏林小卖部, 河湾路5号")


async def test_a_pin_outside_every_grid_goes_to_the_desk(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.pins(100, 35)
    await zhao.says("路灯坏了")
    assert zhao.hears("发来的位置（35.0000，100.0000），路灯坏了", "交给马丽", "这地方我地图上没有，先交案头认。")
    await zhao.taps("交给马丽")
    assert ma.hears("路灯坏了")


async def test_several_places_that_it_may_be_are_offered_with_a_way_out(play: Play) -> None:
    await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.starts()
    await zhao.says("路灯坏了")
    await zhao.says("桃源")
    assert zhao.last == "是哪一个？"
    offered = zhao.buttons("是哪一个")
    assert len(offered) <= 4
    assert offered[-1] == "都不是"
    await zhao.taps("都不是")
    await zhao.says("菜市场后面")
    assert zhao.hears("菜市场后面，路灯坏了", "先交案头认")


async def test_the_place_used_last_is_one_tap_away(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files("桃源里3号楼路灯坏了")
    await zhao.says("有一堆垃圾")
    assert zhao.hears("我这样记：桃源里3号楼，有一堆垃圾")
    await zhao.taps("改一改")
    await zhao.taps("地方")
    assert "还是桃源里3号楼" in zhao.keys
    await zhao.says("还是桃源里3号楼")
    await zhao.taps("交给王芳")
    assert wang.hears("一堆垃圾", "桃源里3号楼")


async def test_who_cannot_say_where_is_asked_by_the_desk(play: Play) -> None:
    await play.member("ma")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.says("说不清在哪儿")
    assert zhao.hears("地方还没定", "先交案头，案头会问您")


async def test_it_works_without_any_polygon(tmp_path: Path) -> None:
    async with raised(tmp_path, tuple(replace(area, polygon=()) for area in AREAS)) as play:
        wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
        await zhao.files("桃源里3号楼路灯坏了")
        assert wang.hears("路灯坏了")
        await zhao.pins(WEST[0] + 0.005, WEST[1] + 0.005)
        await zhao.says("井盖没了")
        assert zhao.hears("我这样记", "井盖没了", "交给马丽")


async def test_next_time_the_door_of_last_time_is_not_meant(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files("桃源里3号楼2单元门口的路灯坏了")
    await zhao.says("有一堆垃圾")
    assert zhao.hears("我这样记：桃源里3号楼，有一堆垃圾")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("三号楼灯坏了", "桃源里3号楼"),
        ("3栋2单元灯坏了", "桃源里3号楼2单元"),
        ("桃源里三号楼二单元灯坏了", "桃源里3号楼二单元"),
    ],
)
async def test_no_house_is_named_twice(play: Play, words: str, place: str) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says(words)
    assert zhao.hears(f"我这样记：{place}，灯坏了。")


async def test_of_two_houses_of_one_number_the_one_that_is_tapped_is_meant(tmp_path: Path) -> None:
    twin = Area("b33", AreaKind.BUILDING, "g2", "杏林苑3号楼", "Apricot Court 3")
    async with raised(tmp_path, (*AREAS, twin)) as play:
        chen, zhao = await play.member("chen"), play.newcomer(101, "赵奶奶")
        await zhao.says("3号楼路灯坏了")
        await zhao.says("3号楼")
        await zhao.taps("杏林苑3号楼")
        await zhao.taps("交给陈亮")
        assert chen.hears("1123-01 路灯坏了", "杏林苑3号楼")


async def test_the_nearer_words_follow_a_proper_name_that_has_no_number(play: Play) -> None:
    zhao, ann = play.newcomer(101, "赵奶奶"), play.newcomer(102, "Ann", language="en")
    await zhao.says("桃源里门口的路灯坏了")
    assert zhao.last.startswith("我这样记：桃源里门口，路灯坏了。")
    await ann.says("Peach Court building 3: the lamp is out")
    assert ann.last.startswith("I wrote: Peach Court 3 (桃源里3号楼), “the lamp is out”.")
    play.bench.house = replace(play.bench.house, language="en")
    await ann.says("/report Peach Court building 3: rubbish on the stairs")
    assert ann.last.startswith("I wrote: Peach Court 3, “rubbish on the stairs”.")
