"""/privacy: who sees what, what is kept of her, and who has seen what of it."""

from __future__ import annotations

import pytest

from tests.stories.duty_people import can
from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_of_somebody_new_there_is_nothing_to_tell(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("隐私")
    assert zhao.last.startswith("谁看得到什么")
    assert "我这里留着您的" not in zhao.last


async def test_what_is_kept_and_that_nobody_has_the_number(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await play.member("wang")
    await zhao.files("3号楼2单元门口的路灯坏了")
    await zhao.replies("1123-01", "左边那盏")
    await zhao.says("/privacy")
    assert "称呼赵奶奶，电话没有；报过1件事，2段话，0张照片或语音。" in zhao.last
    assert "您的电话没有给过谁。" in zhao.last
    assert zhao.buttons("谁看得到什么", "我这里留着您的") == ["我的资料", "选收什么"]


async def test_whoever_got_the_number_or_came_to_help_is_named(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼2单元厨房水管漏水")
    await wang.taps("接了")
    await zhao.says("请打电话给我")
    await zhao.shares_number()
    await zhao.taps("可以")
    await can(play, "chen", skills=("plumbing",))
    await wang.replies("1123-01", "谁会修水管？")
    await wang.taps("问陈亮")
    await chen.taps("我来帮")
    await zhao.says("隐私")
    assert "您的电话给过王芳（1123-01）。" in zhao.last
    assert "来帮过忙、看过您说的：陈亮（1123-01）。" in zhao.last
    assert "13912345678" not in zhao.last
