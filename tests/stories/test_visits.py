"""走访: a visit is a place, a line and a tap; what comes of it goes on from there, and never a total per person."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

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


async def test_one_visit_yields_a_matter_a_need_and_thanks(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    await wang.says("走访 3号楼")
    await wang.says("楼道灯坏了，老人摸黑上楼")
    await wang.taps("报成小事")
    await wang.says("李奶奶")
    assert wang.hears("桃源里3号楼", "楼道灯坏了", "替李奶奶报的")
    await wang.taps("交给陈亮")
    assert chen.hears("楼道灯坏了", "桃源里3号楼", "替李奶奶报的")
    assert wang.hears("编号1123-01", "认领码", "报了 1123-01")
    await wang.taps("记成需求")
    assert wang.hears("记进问题清单了", "楼道灯坏了")
    await wang.taps("一句谢谢")
    assert wang.hears("走访 桃源里3号楼", "报了 1123-01", "记了需求", "住户说了声谢谢")
