"""A coordinator joins like a member, for a community, a street or the whole district, and sees just that."""

from __future__ import annotations

import pytest

from tests.stories.desk_people import settle_desks, settle_district
from tests.stories.house import Play
from tests.stories.test_joining import joins

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize(
    ("id", "name", "title", "sees"),
    [
        ("ma", "马丽", "桃源社区案头，今天马丽值班", True),
        ("he", "何平", "河湾街道案头，今天何平值班", True),
        ("sun", "孙梅", "梅园社区案头，今天孙梅值班", False),
    ],
)
async def test_a_coordinator_of_a_community_or_street_sees_what_lies_below(
    play: Play, id: str, name: str, title: str, sees: bool
) -> None:
    await settle_desks(play)
    await play.member("wang")
    await play.newcomer(101, "赵奶奶").files()
    desk = await joins(play, id, 301, name)
    assert desk.hears(f"{name}，欢迎。")
    await desk.says("案头")
    assert desk.last.splitlines()[0] == title
    assert desk.hears("1123-01") is sees


async def test_a_coordinator_of_the_district_sees_all_of_it(play: Play) -> None:
    await settle_district(play)
    await play.member("wang")
    await play.newcomer(101, "赵奶奶").files()
    sun = await joins(play, "sun", 301, "孙梅")
    await sun.says("案头")
    assert sun.last.splitlines()[0] == "河湾区案头，今天孙梅值班"
    await sun.taps("看 1123-01")
    assert sun.hears("1123-01 路灯坏了", "现在在王芳手上")


async def test_what_lies_nowhere_comes_to_the_widest_desk_first(play: Play) -> None:
    await settle_district(play)
    await play.member("ma")
    sun = await joins(play, "sun", 301, "孙梅")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.says("月亮湾老厂那边")
    await zhao.taps("交给孙梅")
    assert sun.hears("1123-01 路灯坏了")
