"""A matter from the first word to the last."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_the_lamp_is_told_taken_done_and_judged(play: Play) -> None:
    wang = await play.member("wang")
    zhao = play.newcomer(101, "赵奶奶")

    await zhao.starts("gate1")
    assert zhao.hears("小板凳", "桃源里东门")

    await zhao.says("3号楼2单元门口的路灯坏了")
    assert zhao.hears("我这样记", "路灯坏了", "王芳")

    await zhao.taps("交给王芳")
    assert zhao.hears("交上去了，编号1123-01")
    assert wang.hears("1123-01", "路灯坏了", "桃源里3号楼")

    await wang.taps("接了")
    assert zhao.hears("王芳接了这件事")

    await wang.replies("路灯坏了", "明早物业来修")
    assert zhao.hears("王芳：明早物业来修")
    assert wang.hears("已转给赵奶奶")

    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡，亮了")
    assert not zhao.hears("换了灯泡")

    await play.passes(minutes=3)
    assert zhao.hears("王芳说办好了：换了灯泡，亮了")

    await zhao.taps("好了")
    assert wang.hears("居民说好了")
    await zhao.taps("很好")
    assert zhao.hears("记下了，谢谢您")
