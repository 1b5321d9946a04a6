"""Without a name, and for somebody else."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_who_stays_unnamed_is_only_a_resident_to_everybody(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵桂兰")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    await zhao.taps("改一改")
    await zhao.taps("不留名")
    assert zhao.hears("我这样记", "不留名。")
    await zhao.taps("交给王芳")
    await zhao.replies("1123-01", "晚上更黑")
    await wang.taps("接了")
    await wang.replies("1123-01", "明早来修")
    assert wang.hears("1123-01 楼道灯坏了", "· 居民")
    assert wang.hears("已转给居民")
    await ma.says("案头")
    for somebody in (wang, ma):
        assert not somebody.hears("赵桂兰")
    assert zhao.hears("王芳：明早来修")


async def test_the_name_can_be_hidden_later(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵桂兰")
    await zhao.files("3号楼路灯坏了")
    assert wang.hears("路灯坏了", "赵桂兰")
    await zhao.taps("更多")
    await zhao.taps("改成不留名")
    assert zhao.last.startswith("好，往后只显示「居民」。")
    assert not wang.hears("路灯坏了", "赵桂兰")


async def test_a_choice_made_before_handing_in_can_be_turned_back(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵桂兰")
    await zhao.starts("gate1")
    await zhao.says("楼道灯坏了")
    for _ in range(2):
        await zhao.taps("改一改")
        await zhao.taps("不留名")
    await zhao.taps("交给王芳")
    assert wang.hears("楼道灯坏了", "赵桂兰")


async def test_a_daughter_reports_for_her_father(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(102, "李梅")
    await li.starts("gate1")
    await li.says("暖气不热")
    await li.taps("改一改")
    await li.taps("替别人报")
    assert li.last.startswith("替谁报？")
    await li.says("三楼张大爷")
    assert li.hears("我这样记", "替三楼张大爷报的。")
    await li.taps("交给王芳")
    assert wang.hears("暖气不热", "李梅", "替三楼张大爷报的")
    await wang.taps("接了")
    assert li.hears("王芳接了这件事")


async def test_unnamed_and_for_somebody_else_names_nobody(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(102, "李梅")
    await li.starts("gate1")
    await li.says("暖气不热")
    await li.taps("改一改")
    await li.taps("替别人报")
    await li.says("三楼张大爷")
    await li.taps("改一改")
    await li.taps("不留名")
    await li.taps("交给王芳")
    assert wang.hears("暖气不热")
    assert not wang.hears("张大爷")
    assert not wang.hears("李梅")
