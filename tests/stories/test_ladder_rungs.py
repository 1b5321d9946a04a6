"""The ladder rung by rung: the building, its grid, the community, the street; an empty rung is passed over and told."""

from __future__ import annotations

import pytest

from domain.matters.matter import Level, Matter
from domain.messages import Address
from domain.people.person import Appointment, Person, Role
from storage.transaction import Transaction
from tests.stories.desk_people import settle_desks, settle_district, sits_down
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def of_the_building(play: Play) -> Somebody:
    """方姐, the building's own member, has joined."""

    def act(tx: Transaction) -> None:
        tx.people.save(Person("fang", "方姐"))
        tx.roster.replace([*tx.roster.all(), Appointment("fang", "b3", Role.MEMBER)])
        tx.people.bind("fang", Address("telegram", "209"))

    phone = play.sandbox.world.add_person(209, "方姐", language_code="zh-hans")
    phone.starts()
    await play.settled()
    await play.database.transact("building", act)
    somebody = Somebody(play, phone)
    somebody.rings()
    return somebody


async def the_matter(play: Play) -> Matter:
    return (await play.database.read("matter", lambda tx: tx.matters.by_number("1123-01")))[0]


async def without(play: Play, *ids: str) -> None:
    """These serve no more, and nobody in their place."""
    await play.database.transact(
        "empty", lambda tx: tx.roster.replace([a for a in tx.roster.all() if a.person_id not in ids])
    )


async def test_the_building_has_it_first_and_its_half_hour_is_part_of_what_the_resident_was_promised(
    play: Play,
) -> None:
    fang, wang, zhao = await of_the_building(play), await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    assert zhao.hears("1123-01", "方姐", "今天上午11点前")
    zhao.rings()
    assert (await the_matter(play)).level is Level.BUILDING
    await play.passes(minutes=30)
    assert wang.hears("1123-01 路灯坏了", "也请了方姐")
    assert zhao.rings() == ["现在由王芳接着办，今天上午11点前给您回话。"]
    assert (await the_matter(play)).level is Level.GRID
    await fang.taps("接了")
    assert zhao.hears("方姐接了这件事")
    assert (await the_matter(play)).level is Level.BUILDING


async def test_each_desk_has_its_own_time_and_at_the_top_it_ends_with_somebody(play: Play) -> None:
    await settle_district(play)
    await play.member("wang")
    ma, he, sun = await play.member("ma"), await sits_down(play, "he"), await sits_down(play, "sun")
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1)
    assert ma.hears("1123-01 路灯坏了")
    await play.passes(hours=1)
    assert he.hears("1123-01 路灯坏了", "今天下午2点前给居民回个话")
    await play.passes(minutes=119)
    assert not sun.rings()
    await play.passes(minutes=1)
    assert sun.hears("1123-01 路灯坏了", "今天晚上6点前给居民回个话")
    assert (await the_matter(play)).level is Level.DISTRICT
    await play.passes(hours=4)
    assert zhao.hears("还没有人接，对不住", "0931-1234567")
    assert (await the_matter(play)).owner_id == "sun"
    sun.rings()
    await play.passes(days=2)
    assert len(sun.rings()) == 3  # overdue, then every morning


async def test_an_empty_grid_is_passed_over_and_the_desk_hears_so_once_a_day(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await without(play, "wang", "chen")
    await zhao.files()
    assert ma.hears("桃源一网格这会儿没有人能接，1123-01直接到了您这儿。")
    await zhao.files("3号楼楼道有垃圾")
    assert len([m for m in ma.inbox if "没有人能接" in m.text]) == 1
    await play.passes(days=1)
    await zhao.files("3号楼水管漏水")
    assert len([m for m in ma.inbox if "没有人能接" in m.text]) == 2
    await ma.says("案头")
    await ma.taps("1123-01")
    await ma.taps("经过")
    assert ma.hears("桃源一网格没有人能接，往上走")


async def test_an_empty_community_is_told_to_the_street(play: Play) -> None:
    await settle_desks(play)
    await play.member("wang")
    he, zhao = await sits_down(play, "he"), play.newcomer(101, "赵奶奶")
    await without(play, "ma", "zhou")
    await zhao.files()
    await play.passes(hours=1)
    assert he.hears("桃源社区这会儿没有人能接，1123-01直接到了您这儿。")
    assert he.hears("1123-01 路灯坏了", "也请了王芳")


async def test_a_building_without_anybody_of_its_own_is_no_alarm(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await play.member("wang")
    await zhao.files()
    await play.passes(hours=1)
    assert not ma.hears("没有人能接")


async def test_what_the_street_settles_is_recorded_as_settled_at_the_street(play: Play) -> None:
    await settle_desks(play)
    await play.member("wang")
    he, zhao = await sits_down(play, "he"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.passes(hours=1)
    await he.taps("接了")
    await he.taps("办结")
    await he.taps("办好了")
    await he.says("灯换好了")
    await play.passes(minutes=3)
    subject = (await the_matter(play)).subject
    events = await play.database.read("events", lambda tx: tx.events.of(subject))
    assert [e.facts["level"] for e in events if e.type == "MatterClosed"] == ["street"]
