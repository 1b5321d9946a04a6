"""Today and tomorrow mean the day on which a message stands in the chat, also when it is edited on a later one."""

from __future__ import annotations

import pytest

from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


async def test_a_card_edited_on_the_day_it_was_sent_says_today(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(9001, "李叔")
    await li.files("3号楼2单元水管漏水")
    await wang.taps("接了")
    assert li.hears("1123-01", "王芳在办，明天上午10点前有结果。")


async def test_a_card_edited_on_a_later_day_names_the_date(play: Play) -> None:
    wang, li = await play.member("wang"), play.newcomer(9001, "李叔")
    await play.at(21, 30)
    await li.files()
    await play.at(7, 10)
    await wang.taps("接了")
    assert li.finds("王芳接了这件事").text == "王芳接了这件事，后天晚上6点前有结果。"
    assert li.hears("1123-01", "王芳在办，11月26日周四晚上6点前有结果。")
    assert wang.hears("1123-01", "您接了，11月26日周四晚上6点前要有结果。")


async def test_in_english_too(play: Play) -> None:
    wang, john = await play.member("wang"), play.newcomer(9001, "John", "en")
    await play.at(21, 30)
    await john.says("The lamp at Peach Court 3 is broken")
    await john.taps("Give it to")
    await play.at(7, 10)
    await wang.taps("接了")
    assert john.hears("1123-01", "Wang Fang", "Thursday 26 Nov 6 pm")
