"""Known troubles at their edges: one inside another, what turns out to be something else, and many at one desk."""

from __future__ import annotations

import pytest

from tests.stories.house import Play, Somebody
from tests.stories.test_clocks_nagging import HOUR, closest, since
from tests.stories.test_trouble import LEAK, marked

pytestmark = pytest.mark.asyncio


async def adopted(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """王芳, 马丽 and 李叔, whose leak waits with the known trouble."""
    wang, ma, li = await marked(play)
    await ma.taps("也并进来")
    for each in (wang, ma, li):
        each.rings()
    return wang, ma, li


async def test_of_two_that_cover_a_place_the_one_of_the_smaller_area_is_told(play: Play) -> None:
    ma, li = await play.member("ma"), play.newcomer(102, "李叔")
    await play.member("wang")
    await ma.says("大家都在报 3号楼停水，管子断了，到下午四点")
    await ma.taps("就这样")
    await ma.says("大家都在报 桃源社区停水，到晚上八点")
    await ma.taps("就这样")
    await li.says(LEAK)
    assert "管子断了" in li.last
    assert "到晚上八点" not in li.last


async def test_the_end_of_the_smaller_one_leaves_who_waits_with_the_wider(play: Play) -> None:
    ma, li, sun = await play.member("ma"), play.newcomer(102, "李叔"), play.newcomer(103, "孙姐")
    await play.member("wang")
    await play.member("chen")
    await ma.says("大家都在报 3号楼停水，管子断了，到下午四点")
    await ma.taps("就这样")
    await ma.says("大家都在报 桃源社区停水，到晚上八点")
    await ma.taps("就这样")
    await li.says(LEAK)
    await li.taps("好，修好告诉我")
    await sun.says("8号楼漏水")
    await sun.taps("好，修好告诉我")
    await ma.taps("好了", under="管子断了")
    await ma.says("管子接上了")
    await play.passes(minutes=3)
    assert li.hears("管子接上了", "好了吗")
    assert not sun.hears("管子接上了")
    assert sun.hears("1123-02 漏水", "到晚上八点")


async def test_of_another_kind_than_it_seemed_it_waits_no_more(play: Play) -> None:
    wang, ma, li = await adopted(play)
    await ma.says("1123-01")
    await ma.taps("更多")
    assert not {"转12345", "交出去、别的 ›"} & set(ma.buttons("您想做什么"))
    await ma.taps("是哪一类")
    await ma.taps("噪音")
    assert li.rings() == ["这件单独办，交给王芳，今天上午11点前给您回话。"]
    assert wang.hears("1123-01 漏水", "噪音", "前给居民回个话")


async def test_elsewhere_than_it_seemed_it_goes_where_it_lies(play: Play) -> None:
    _, _, li = await adopted(play)
    chen = await play.member("chen")
    await li.replies("1123-01", "写错了，是杏林苑8号楼")
    assert li.rings() == ["地方记下了。交给陈亮，今天上午10点半前给您回话。"]
    assert chen.hears("1123-01 漏水\n杏林苑8号楼", "前给居民回个话")


async def test_five_that_end_at_once_ask_the_desk_once_an_hour_aloud(play: Play) -> None:
    await play.member("wang")
    ma = await play.member("ma")
    for what in ("停水", "停电", "没暖气", "电梯坏了", "路灯坏了"):
        await ma.says(f"大家都在报 桃源一网格{what}，到中午十二点")
        await ma.taps("就这样")
    begun = play.clock.now()
    await play.passes(hours=5)
    assert len([words for _, words in since(play, ma, begun) if "好了吗" in words]) >= 2
    assert closest(ma, begun) >= HOUR
