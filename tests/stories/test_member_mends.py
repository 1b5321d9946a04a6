"""更多: what a member can put right about a matter."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def a_lamp(play: Play) -> tuple[Somebody, Somebody]:
    """王芳 has taken 赵奶奶's lamp."""
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    zhao.rings()
    wang.rings()
    return wang, zhao


async def test_a_better_word_for_the_place_stays_with_her(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("更多", under="您接了")
    await wang.taps("改地方")
    await wang.says("桃源里3号楼1单元门口")
    assert wang.hears("地方改好了。")
    assert zhao.hears("1123-01 路灯坏了", "1单元门口")
    assert not zhao.rings()
    assert wang.hears("1123-01", "您接了", "1单元门口")


async def test_a_place_in_another_grid_offers_to_hand_the_matter_on(play: Play) -> None:
    chen = await play.member("chen")
    wang, zhao = await a_lamp(play)
    await wang.taps("更多", under="您接了")
    await wang.taps("改地方")
    await wang.says("杏林苑8号楼")
    assert wang.buttons("桃源二网格陈亮那格")[0] == "转给陈亮（桃源二网格）"
    await wang.taps("转给陈亮")
    assert chen.hears("1123-01 路灯坏了", "杏林苑8号楼")
    assert zhao.rings() == ["现在由陈亮接着办，今天上午11点前给您回话。"]


async def test_how_it_went_is_told_in_plain_words(play: Play) -> None:
    wang, _ = await a_lamp(play)
    await wang.replies("1123-01", "灯泡在路上")
    await wang.taps("更多", under="您接了")
    await wang.taps("看经过")
    assert "灯泡在路上" in wang.last
    assert "接了" in wang.last


async def test_a_number_is_asked_for_and_given_to_her_alone(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("更多", under="您接了")
    await wang.taps("请居民留电话")
    assert zhao.hears("王芳")
    await zhao.says("13912345678")
    await zhao.taps("可以")
    assert any("13912345678" in words for words in wang.rings())
    assert "📞 看号码" in wang.buttons("1123-01", "桃源里3号楼")


async def test_nothing_to_do_is_a_choice_too(play: Play) -> None:
    wang, zhao = await a_lamp(play)
    await wang.taps("更多", under="您接了")
    await wang.taps("没别的")
    assert not zhao.rings()
