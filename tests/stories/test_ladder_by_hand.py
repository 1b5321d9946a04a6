"""交上一级 and 退回: up and down with a reason, one rung at a time; the resident hears who has it, never why."""

from __future__ import annotations

import pytest

from domain.people.person import Appointment, Role
from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def a_lamp_in_hand(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """王芳 has taken it; 马丽 sits at the community's desk."""
    await settle_desks(play)
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    for somebody in (wang, ma, zhao):
        somebody.rings()
    return wang, ma, zhao


async def test_a_member_hands_it_up_with_a_reason_that_the_desk_reads_and_the_resident_does_not(play: Play) -> None:
    wang, ma, zhao = await a_lamp_in_hand(play)
    await wang.taps("更多")
    await wang.taps("交上一级")
    assert wang.buttons("交给桃源社区马丽，为什么？") == ["要花钱", "要别的单位", "我管不到", "居民不满意"]
    await wang.taps("要花钱")
    assert ma.hears("1123-01 路灯坏了", "交上来的：要花钱")
    assert ma.rings()
    assert zhao.rings() == ["现在由马丽接着办，今天上午11点前给您回话。"]
    assert not zhao.hears("要花钱")
    assert wang.hears("1123-01交给马丽了，居民会知道")


async def test_a_desk_gives_to_those_below_and_beside_it_and_hands_up_to_the_one_above(play: Play) -> None:
    _, ma, _ = await a_lamp_in_hand(play)
    he = await sits_down(play, "he")
    for desk in (ma, he):
        await desk.says("查 1123-01")
        await desk.taps("看 1123-01")
        await desk.taps("派给别人")
    assert "何平" not in "".join(ma.buttons("派给谁"))
    assert "马丽（桃源社区）" in he.buttons("派给谁")


async def test_from_the_community_it_goes_to_the_street_and_may_come_back_to_whose_it_was(play: Play) -> None:
    wang, ma, zhao = await a_lamp_in_hand(play)
    he = await sits_down(play, "he")
    await wang.taps("更多")
    await wang.taps("交上一级")
    await wang.taps("要别的单位")
    await ma.taps("更多")
    await ma.taps("交上一级")
    await ma.says("要换整根灯杆，街道有钱")
    assert he.hears("1123-01 路灯坏了", "交上来的：要换整根灯杆，街道有钱")
    await ma.says("案头")
    assert ma.hears("1123-01 路灯坏了", "在街道 · 何平")
    await he.says("案头")
    assert he.last.splitlines()[2].startswith("1123-01 路灯坏了，桃源里3号楼2单元门口，没人接，")
    assert he.buttons("河湾街道案头")[0] == "派 1123-01"
    await he.taps("更多", "1123-01 路灯坏了")
    await he.taps("退回下一级")
    await he.taps("条件有了", "退回给王芳，为什么")
    assert wang.hears("1123-01 路灯坏了", "上面退回来的：条件有了")
    assert not zhao.hears("条件有了")
    await he.taps("经过", "1123-01 路灯坏了")
    assert he.hears("交给您（交上一级：要换整根灯杆，街道有钱）", "交给王芳（退回下一级：条件有了）")


async def test_at_the_top_there_is_nothing_above(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.says("路灯坏了")
    await zhao.says("月亮湾老厂那边")
    await zhao.taps("交给马丽")
    await ma.taps("更多")
    assert "交上一级" not in ma.buttons("1123-01，")


async def test_nobody_hands_a_matter_up_to_herself(play: Play) -> None:
    await settle_desks(play)
    both = Appointment("wang", "community", Role.COORDINATOR)
    await play.database.transact("both", lambda tx: tx.roster.replace([*tx.roster.all(), both]))
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    he = await sits_down(play, "he")
    await zhao.files()
    await wang.taps("更多")
    await wang.taps("交上一级")
    await wang.taps("要花钱")
    assert he.hears("1123-01 路灯坏了", "交上来的：要花钱")


async def test_the_desk_reads_why_it_came_back(play: Play) -> None:
    wang, ma, zhao = await a_lamp_in_hand(play)
    await wang.taps("不归我")
    await wang.taps("交回案头")
    await wang.says("这是电力公司的线")
    assert ma.hears("1123-01 路灯坏了", "退回来的：这是电力公司的线")
    assert zhao.rings() == ["现在由马丽接着办，今天上午11点前给您回话。"]
    assert not zhao.hears("电力公司")


async def test_the_second_not_yet_goes_one_rung_up_each_time(play: Play) -> None:
    wang, ma, zhao = await a_lamp_in_hand(play)
    he = await sits_down(play, "he")

    async def ends_without_being_solved(who: Somebody) -> None:
        await who.taps("办结")
        await who.taps("办好了")
        await who.says("换了灯泡")
        await play.passes(minutes=3)
        await zhao.taps("还没好")
        await zhao.says("还是不亮")

    await ends_without_being_solved(wang)
    assert wang.hears("1123-01", "居民说还没好，第1回")
    await wang.taps("接了")
    await ends_without_being_solved(wang)
    assert ma.hears("1123-01", "居民说还没好，第2回")
    await ma.taps("接了")
    await ends_without_being_solved(ma)
    assert he.hears("1123-01", "居民说还没好，第3回")


async def test_what_stays_late_is_watched_by_the_desk_above_and_then_offered_to_it(play: Play) -> None:
    _, ma, zhao = await a_lamp_in_hand(play)
    he = await sits_down(play, "he")
    await play.at(10, 1, days=3)
    assert ma.hears("1123-01 路灯坏了", "王芳")
    assert not he.hears("1123-01")
    await play.passes(hours=2)
    assert he.hears("1123-01 路灯坏了，过了今天上午10点还没有结果，在王芳手上。请督办。")
    await he.says("案头")
    assert "王芳，请督办" in he.last
    await play.passes(hours=2)
    assert he.hears("王芳还没办完。要不要接到河湾街道来办？")
    await he.taps("接到河湾街道办")
    assert zhao.hears("何平接了这件事")


async def test_of_many_that_stay_late_the_desk_above_hears_a_few_and_finds_all_on_its_list(play: Play) -> None:
    wang, _, _ = await a_lamp_in_hand(play)
    he = await sits_down(play, "he")
    for account in range(501, 505):
        await play.newcomer(account, "邻居").files()
        await wang.taps("接了")
    await play.at(12, 30, days=3)
    assert len([message for message in he.inbox if message.text.endswith("请督办。")]) == 3
    await he.says("案头")
    assert "要您伸手的5件" in he.last
