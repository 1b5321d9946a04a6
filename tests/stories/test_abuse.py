"""What is no matter: the member says so, the desk stops listening for seven days, and danger is heard all the same."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
UGLY = "3号楼路灯坏了，你们这些猪"


async def insulted(play: Play, *, nameless: bool = False) -> tuple[Somebody, Somebody, Somebody]:
    wang, ma, boy = await play.member("wang"), await play.member("ma"), play.newcomer(101, "小吴")
    await boy.says(UGLY)
    if nameless:
        await boy.taps("改一改")
        await boy.taps("不留名")
    await boy.taps("交给")
    for somebody in (wang, ma, boy):
        somebody.rings()
    return wang, ma, boy


async def muted(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    wang, ma, boy = await insulted(play)
    await wang.taps("更多")
    await wang.taps("不是正经事")
    await ma.taps("停七天")
    await ma.taps("骂人的话")
    return wang, ma, boy


async def test_the_desk_is_asked_and_decides_in_two_taps(play: Play) -> None:
    wang, ma, boy = await insulted(play)
    await wang.taps("更多")
    await wang.taps("不是正经事")
    assert wang.last == "1123-01请马丽看了，等回话。"
    assert ma.buttons("王芳说1123-01", "不是正经事") == ["停七天", "照常办"]
    assert not boy.rings()
    await ma.taps("停七天")
    assert "对方会看到" in ma.last
    await ma.taps("骂人的话")
    assert boy.hears("1123-01没有当事办：骂人的话。11月30日", "有事请打0931-1234567", "有危险照样告诉我")
    assert wang.hears("1123-01案头看过，不用办了。")
    assert ma.hears("1123-01不办了，停到11月30日")
    assert boy.hears("1123-01", "案头看过，不当正经事办。")
    assert not boy.buttons("案头看过，不当正经事办")
    assert not wang.buttons("1123-01", "案头看过，不当正经事办")


async def test_what_she_says_then_is_answered_once_a_day(play: Play) -> None:
    _, _, boy = await muted(play)
    heard = len(boy.inbox)
    await boy.says("哈哈")
    assert boy.last.startswith("11月30日上午10点前我不收您的话（骂人的话）。有事请打0931-1234567")
    for _ in range(3):
        await boy.says("路灯坏了")
        await boy.sends_photo()
        await boy.says("/start")
    assert len(boy.inbox) == heard + 1
    await play.passes(days=1)
    await boy.says("哈哈")
    assert len(boy.inbox) == heard + 2


async def test_danger_is_answered_filed_and_rung_for_all_the_same(play: Play) -> None:
    wang, _, boy = await muted(play)
    wang.rings()
    await boy.says("3号楼着火了")
    assert boy.hears("119")
    assert any("着火了" in rung for rung in wang.rings())


async def test_after_seven_days_everything_is_as_before(play: Play) -> None:
    _, _, boy = await muted(play)
    await play.passes(days=7, minutes=1)
    await boy.says("3号楼2单元门口的路灯坏了")
    assert boy.hears("我这样记：桃源里3号楼2单元门口")


async def test_the_desk_may_listen_again_earlier(play: Play) -> None:
    _, ma, boy = await muted(play)
    await ma.taps("放开")
    assert boy.hears("现在可以照常跟我说了。")
    await boy.says("3号楼2单元门口的路灯坏了")
    assert boy.hears("我这样记：桃源里3号楼2单元门口")


async def test_a_nameless_one_is_muted_without_anybody_learning_the_name(play: Play) -> None:
    wang, ma, boy = await insulted(play, nameless=True)
    await wang.taps("更多")
    await wang.taps("不是正经事")
    await ma.taps("停七天")
    await ma.says("乱写")
    assert boy.hears("1123-01没有当事办：乱写")
    assert not ma.hears("小吴")
    assert not wang.hears("小吴")


async def test_the_desk_may_let_it_go_on(play: Play) -> None:
    wang, ma, boy = await insulted(play)
    await wang.taps("更多")
    await wang.taps("不是正经事")
    await ma.taps("照常办")
    assert wang.hears("1123-01照常办。")
    await wang.taps("接了", under="1123-01 路灯坏了")
    assert boy.hears("王芳接了这件事")


async def test_second_thoughts_of_the_desk_change_nothing(play: Play) -> None:
    wang, ma, boy = await insulted(play)
    await wang.taps("更多")
    await wang.taps("不是正经事")
    await ma.taps("停七天")
    await ma.taps("算了")
    await boy.says("怎么样了")
    assert boy.hears("1123-01", "交给了王芳")


async def test_neither_danger_nor_a_word_about_a_person_nor_whoever_serves_is_called_none(play: Play) -> None:
    wang, chen, boy = await play.member("wang"), await play.member("chen"), play.newcomer(101, "小吴")
    await boy.says("3号楼着火了")
    await wang.taps("接了")
    await wang.taps("更多")
    assert "不是正经事" not in wang.buttons("您想做什么")
    await chen.says("报事 3号楼2单元门口的路灯坏了")
    await chen.taps("交给")
    await wang.taps("接了", under="路灯坏了")
    await wang.taps("更多", under="路灯坏了")
    assert "不是正经事" not in wang.buttons("1123-02，您想做什么")


async def test_what_the_desk_has_called_none_cannot_be_taken_up_by_a_forged_press(play: Play) -> None:
    wang, ma, boy = await insulted(play)
    message, data = boy.button("怎么样了", "1123-01")
    await wang.taps("更多")
    await wang.taps("不是正经事")
    await ma.taps("停七天")
    await ma.taps("开玩笑的")
    assert data.endswith("how")
    await boy.taps_old((message, f"{data.removesuffix('how')}take_up"))
    assert boy.hears("1123-01", "不当正经事办")
    assert not wang.hears("1123-01", "接着办")


async def test_what_is_kept_of_her_is_hers_all_the_same_but_erasing_it_ends_no_mute(play: Play) -> None:
    _, _, boy = await muted(play)
    await boy.says("我的资料")
    assert "报过1件事" in boy.last
    await boy.says("删掉我的资料")
    assert "11月30日上午10点以后才能删" in boy.last
    await play.passes(days=7, minutes=1)
    await boy.says("删掉我的资料")
    assert "要我忘掉您吗" in boy.last
