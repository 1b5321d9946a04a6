"""What a desk sees and nobody else: the whole way of a matter, notes, who is to be told in person; and its own only."""

from __future__ import annotations

from itertools import pairwise

import pytest

from storage.transaction import Transaction
from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def begun(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """王芳 has 赵奶奶's lamp in hand; 马丽 sits at the desk."""
    wang, zhao, ma = await play.member("wang"), play.newcomer(101, "赵奶奶"), await play.member("ma")
    await zhao.files()
    await wang.taps("接了")
    ma.rings()
    return wang, zhao, ma


async def opens(desk: Somebody, number: str = "1123-01") -> None:
    await desk.says(f"查 {number}")
    await desk.taps(f"看 {number}")


async def test_the_whole_way_is_two_taps_from_the_desk(play: Play) -> None:
    wang, zhao, ma = await begun(play)
    await wang.replies("1123-01", "明早物业来修")
    await zhao.replies("明早物业来修", "好，我在家")
    await ma.says("案头")
    await ma.taps("看 1123-01")
    await ma.taps("经过")
    lines = ma.finds("报的：").text.splitlines()
    assert lines[0] == "1123-01 路灯坏了"
    assert [line.partition("点 ")[2] for line in lines[2:-1]] == [
        "赵奶奶报的：3号楼2单元门口的路灯坏了",
        "王芳接了",
        "王芳说：明早物业来修",
        "赵奶奶补充：好，我在家",
    ]


async def test_pictures_and_voices_of_both_sides_hang_under_the_whole_way(play: Play) -> None:
    _, zhao, ma = await begun(play)
    await zhao.replies("王芳接了", "看照片")
    await zhao.sends(zhao.phone.sends_photo("lamp", reply_to=zhao.finds("王芳接了").id))
    await opens(ma)
    before = len(ma.inbox)
    await ma.taps("经过")
    assert [bool(message.media) for message in ma.inbox[before:]] == [False, True]


async def test_a_long_way_comes_in_pages(play: Play) -> None:
    wang, _, ma = await begun(play)
    for n in range(25):
        await wang.replies("1123-01", f"第{n}回说明")
    await opens(ma)
    await ma.taps("经过")
    assert "第24回" in ma.finds("第24回说明").text
    assert not ma.hears("报的：")
    await ma.taps("更早")
    assert ma.hears("报的：", "第0回说明")


async def test_reminders_with_nothing_between_them_are_one_line_of_the_whole_way(play: Play) -> None:
    _, _, ma = await begun(play)
    await play.passes(days=4)
    await opens(ma)
    await ma.taps("经过")
    lines = ma.last.splitlines()
    assert not [line for line, after in pairwise(lines) if "提醒了王芳" in line and "提醒了王芳" in after]
    assert [line for line in lines if line.endswith("提醒了王芳7回")]


async def test_a_note_is_seen_by_desks_and_by_nobody_else(play: Play) -> None:
    await settle_desks(play)
    wang, zhao, ma = await begun(play)
    he = await sits_down(play, "he")
    await opens(ma)
    await ma.taps("更多")
    await ma.taps("记一笔")
    await ma.says("去年也坏过，线路老化")
    assert ma.last == "1123-01记下了，只有案头看得到。"
    await opens(he)
    assert he.hears("1123-01", "案头记：去年也坏过，线路老化（马丽，今天上午10点）")
    await he.taps("经过")
    assert he.hears("案头记（马丽）：去年也坏过，线路老化")
    await wang.says("我的任务")
    await wang.taps("1123-01")
    await wang.taps("更多")
    assert "记一笔" not in wang.buttons("您想做什么")
    await wang.taps("看经过")
    await zhao.taps("更多")
    await zhao.taps("经过")
    await wang.taps("办结", under="1123-01")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    for other in (wang, zhao):
        assert not other.hears("线路老化")


async def test_who_was_told_in_person_is_struck_off_by_one_tap(play: Play) -> None:
    wang, zhao, ma = await begun(play)
    zhao.phone.blocks_bot()
    await play.settled()
    await wang.replies("1123-01", "灯泡在路上")
    await ma.says("案头")
    assert ma.hears("要您伸手的1件", "赵奶奶收不到消息，当面说一声")
    await ma.taps("说过了 1123-01")
    assert ma.toast == "1123-01记下了，当面说过了。"
    assert ma.hears("没有要您伸手的，1件都在办。")


async def test_whoever_comes_back_hears_how_it_stands_and_leaves_the_desk(play: Play) -> None:
    wang, zhao, ma = await begun(play)
    zhao.phone.blocks_bot()
    await play.settled()
    await wang.taps("办结", under="1123-01")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    await ma.says("案头")
    assert ma.hears("要您伸手的1件", "赵奶奶收不到消息，当面说一声")
    zhao.phone.unblocks_bot()
    await play.settled()
    assert zhao.buttons("换了灯泡") == ["好了", "还没好"]
    await ma.says("案头")
    assert ma.last.endswith("案头清了，没有在办的事。")


async def test_a_member_out_of_reach_is_named_with_what_moved(play: Play) -> None:
    wang, _, ma = await begun(play)
    wang.phone.blocks_bot()
    await play.settled()
    await ma.says("案头")
    assert ma.hears("案头", "收不到消息的委员：王芳（1件已交给别人），请问一声。")


async def test_a_desk_can_do_nothing_with_a_matter_of_the_community_next_door(play: Play) -> None:
    await settle_desks(play)
    _, _, ma = await begun(play)
    sun = await sits_down(play, "sun")
    await ma.says("案头")
    see = ma.button("看 1123-01")
    await ma.taps("看 1123-01")
    give, way = ma.button("派给别人"), ma.button("经过")
    for _, data in (see, give, way):
        sun.phone.taps_late(sun.inbox[-1].id, data)
        await play.settled()
        assert sun.toast == "这件事不在您手上，所以这里改不了。"
    await sun.says("案头")
    assert sun.last.endswith("案头清了，没有在办的事。")
    assert not sun.hears("1123-01")


async def test_the_street_sees_and_gives_what_lies_below_it(play: Play) -> None:
    await settle_desks(play)
    await begun(play)
    chen, he = await play.member("chen"), await sits_down(play, "he")
    await he.says("案头")
    assert he.last.splitlines()[0] == "河湾街道案头，今天何平值班"
    await he.taps("看 1123-01")
    await he.taps("派给别人")
    await he.taps("陈亮（桃源一网格）")
    assert chen.hears("1123-01 路灯坏了")


async def test_what_is_opened_again_in_a_grid_that_is_no_more_stands_on_the_desk(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    await zhao.taps("好了")

    def merged(tx: Transaction) -> None:
        left = [area for area in tx.areas.tree().areas.values() if area.id not in ("g1", "b3")]
        tx.areas.replace(left, [])
        tx.roster.replace([a for a in tx.roster.all() if a.area_id != "g1"])

    await play.database.transact("merged", merged)
    await zhao.taps("还没好")
    await zhao.says("又灭了")
    await ma.says("案头")
    assert ma.hears("要您伸手的1件", "1123-01 路灯坏了")
    await ma.taps("看 1123-01")
    assert ma.hears("1123-01", "又灭了")


async def test_what_came_late_because_nobody_was_there_says_so_on_the_whole_way(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await play.member("wang")
    await play.member("chen")
    await zhao.files()
    await play.restart(hours=5)
    await opens(ma)
    await ma.taps("经过")
    assert ma.hears("交给陈亮（没人接，往上走）（迟了4小时）")
    assert not ma.hears("报的：3号楼2单元门口的路灯坏了（迟了")
