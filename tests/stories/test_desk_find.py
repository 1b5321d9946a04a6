"""查: any matter of the desk's own area is found by words, numbers, places, people and how it stands."""

from __future__ import annotations

import pytest

from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.house import Play, Somebody, told
from tests.stories.test_digest import closes

pytestmark = pytest.mark.asyncio


async def town(play: Play) -> tuple[Somebody, Somebody]:
    await settle_desks(play)
    wang, zhao, ma = await play.member("wang"), play.newcomer(101, "赵奶奶"), await play.member("ma")
    await zhao.files()
    await wang.taps("接了")
    await zhao.files("3号楼楼道有垃圾")
    return ma, zhao


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("路灯", ["1123-01"]),
        ("1123-02", ["1123-02"]),
        ("3号楼", ["1123-02", "1123-01"]),
        ("桃源里 垃圾", ["1123-02"]),
        ("王芳", ["1123-02", "1123-01"]),
        ("赵奶奶", ["1123-02", "1123-01"]),
        ("没人接", ["1123-02"]),
        ("在办 路灯", ["1123-01"]),
    ],
)
async def test_a_desk_finds_what_it_asks_for(play: Play, words: str, numbers: list[str]) -> None:
    ma, _ = await town(play)
    await ma.says(f"查 {words}")
    assert [label.removeprefix("看 ") for label in ma.buttons(f"查「{words}」")] == numbers


async def test_a_tap_opens_what_was_found_and_the_screen_says_how_each_stands(play: Play) -> None:
    ma, _ = await town(play)
    await ma.says("/find 路灯")
    assert ma.last == "查「路灯」\n1123-01 路灯坏了，桃源里3号楼2单元门口，王芳，在办"
    await ma.taps("看 1123-01")
    assert ma.hears("1123-01 路灯坏了", "现在在王芳手上")


async def test_danger_that_is_looked_for_alarms_nobody(play: Play) -> None:
    ma, _ = await town(play)
    heard = len(ma.inbox)
    await ma.says("查 煤气泄漏")
    await ma.says("查")
    await ma.says("煤气泄漏")
    assert [told(message).partition("」")[0] for message in ma.inbox[heard:]] == [
        "没找到「煤气泄漏", "查什么？写编号、事情、地方或者人名，比如「路灯", "没找到「煤气泄漏",
    ]  # fmt: skip


async def test_alone_it_asks_what_for(play: Play) -> None:
    ma, _ = await town(play)
    await ma.says("查")
    assert ma.buttons("查什么") == ["没人接", "过时", "重开", "等居民"]
    await ma.says("垃圾")
    assert ma.last.startswith("查「垃圾」\n1123-02")
    await ma.says("案头")
    await ma.taps("查")
    await ma.taps("没人接", under="查什么")
    assert ma.last.startswith("查「没人接」\n1123-02")


async def test_a_single_character_and_a_word_that_is_nowhere_say_what_to_try(play: Play) -> None:
    ma, _ = await town(play)
    await ma.says("查 灯")
    assert ma.last.startswith("「灯」太短")
    await ma.says("查 电梯")
    assert ma.last.startswith("没找到「电梯」")


async def test_pages_go_on_in_place_and_an_older_list_is_out_of_date(play: Play) -> None:
    ma, _ = await town(play)
    for n in range(8):
        await play.newcomer(110 + n, f"邻居{n}").files("3号楼楼道有垃圾")
    await ma.says("查 垃圾")
    shown = ma.buttons("查「垃圾」")
    assert shown == [*(f"看 1123-{n:02d}" for n in range(10, 2, -1)), "再往前"]
    older = ma.button("再往前")
    await ma.taps("再往前")
    assert ma.buttons("查「垃圾」") == ["看 1123-02"]
    await ma.says("查 路灯")
    await ma.taps_old(older)
    assert ma.toast == "这个按钮过时了，现在是这样："


async def test_the_name_of_somebody_anonymous_finds_nothing(play: Play) -> None:
    ma, _ = await town(play)
    qian = play.newcomer(102, "钱大妈")
    await qian.says("3号楼路灯坏了")
    await qian.taps("改一改")
    await qian.taps("不留名")
    await qian.taps("交给王芳")
    await ma.says("查 钱大妈")
    assert ma.last.startswith("没找到「钱大妈」")
    await ma.says("查 1123-03")
    assert ma.last.startswith("查「1123-03」\n1123-03 路灯坏了")
    await ma.taps("看 1123-03")
    assert not ma.hears("1123-03", "钱大妈")


async def test_a_desk_finds_nothing_of_the_community_next_door_and_the_street_finds_all(play: Play) -> None:
    await town(play)
    sun, he = await sits_down(play, "sun"), await sits_down(play, "he")
    await sun.says("查 路灯")
    assert sun.last.startswith("没找到「路灯」")
    await he.says("查 路灯")
    assert he.hears("查「路灯」", "1123-01")


async def test_what_a_resident_writes_after_that_word_is_no_search(play: Play) -> None:
    _, zhao = await town(play)
    await zhao.says("查 路灯")
    assert not zhao.hears("查「路灯」")


async def test_what_its_resident_is_asked_about_is_said_to_be_so(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await closes(play, wang, "1123-01", "换了灯泡")
    await ma.says("查 路灯")
    assert ma.last.endswith("王芳，等居民")
    await ma.says("查")
    await play.dismisses("ma")
    heard = len(ma.inbox)
    await ma.says("路灯")
    assert not any("1123-01" in told(message) for message in ma.inbox[heard:])
