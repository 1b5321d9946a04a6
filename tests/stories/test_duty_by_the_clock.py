"""Services that end on a day, and the sweep that looks after what nobody has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from domain.open import Due
from domain.people.person import Appointment, Role
from handlers.matters.unowned import unowned
from handlers.turn import Turn
from storage.transaction import Transaction
from tests.stories.duty_people import deputy, joins, serves
from tests.stories.house import Play
from tests.stories.test_joining import menu_of

pytestmark = pytest.mark.asyncio
LAST = date(2026, 11, 24)


async def by_a_fault(play: Play, act: Callable[[Transaction], None]) -> None:
    """Something that must not be, shortly before the sweep comes round."""
    await play.at(10, 59)
    play.database.looking = False
    await play.database.transact("a fault", act)
    play.database.looking = True
    await play.passes(minutes=2)


async def test_whose_service_ends_hands_on_what_she_has_at_midnight(play: Play) -> None:
    await serves(play, Appointment("wang", "g1", Role.MEMBER, 1, to_on=LAST))
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await play.at(23, 59, days=1)
    assert not chen.hears("1123-01")
    await play.passes(minutes=2)
    assert chen.hears("1123-01", "前给居民回个话")
    assert zhao.hears("现在由陈亮接着办")
    await zhao.files("3号楼楼道有垃圾")
    assert chen.hears("1125-01")


async def test_who_serves_elsewhere_too_keeps_what_lies_there(play: Play) -> None:
    posts = [
        Appointment("chen", "g2", Role.MEMBER, 1),
        Appointment("chen", "g1", Role.MEMBER, 1, to_on=LAST),
        Appointment("wang", "g1", Role.MEMBER, 2),
    ]
    await serves(play, *posts)
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await play.newcomer(102, "李叔").files("杏林苑8号楼路灯坏了")
    await chen.taps("接了", under="1123-01")
    await chen.taps("接了", under="1123-02")
    assert not wang.hears("1123-01")
    await play.at(0, 1, days=1)
    await play.at(0, 1)
    assert wang.hears("1123-01", "前给居民回个话")
    assert not wang.hears("1123-02")


async def test_a_midnight_that_was_slept_through_is_made_up_for(play: Play) -> None:
    await serves(play, Appointment("wang", "g1", Role.MEMBER, 1, to_on=date(2026, 11, 23)))
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await play.restart(hours=40)
    assert chen.hears("1123-01", "前给居民回个话")


async def test_the_sweep_finds_what_nobody_can_act_on_and_the_desk_hears_it_once(play: Play) -> None:
    wang, chen = await play.member("wang"), await play.member("chen")
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")

    def lost(tx: Transaction) -> None:
        """As a fault might leave it: she is off the roster, and her matter was not handed on."""
        tx.roster.replace([post for post in tx.roster.all() if post.person_id != "wang"])

    await by_a_fault(play, lost)
    assert chen.hears("1123-01", "前给居民回个话")
    assert zhao.hears("现在由陈亮接着办")
    assert ma.hears("1123-01 路灯坏了，查出来没有人能办，现在请陈亮办。")
    await play.passes(hours=3)
    assert len([m for m in ma.inbox if "查出来没有人能办" in m.text]) == 1


async def test_the_sweep_asks_an_owner_who_was_not_asked(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()

    def lost(tx: Transaction) -> None:
        tx.asked.clear(tx.matters.in_hand()[0].id)

    await by_a_fault(play, lost)
    await wang.taps("接了")
    assert zhao.hears("王芳接了这件事")


async def test_whoever_must_not_have_it_is_no_owner(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")

    def excluded(tx: Transaction) -> None:
        tx.excluded.add(tx.matters.in_hand()[0].id, "wang", "about", tx.now)
        assert unowned(Turn(tx, play.bench.house)) == ["1123-01 is with 王芳, who must not act"]

    await by_a_fault(play, excluded)
    assert chen.hears("1123-01", "前给居民回个话")
    assert wang.hears("1123-01", "现在在陈亮手上。")


async def test_a_second_deputy_takes_over_from_one_whose_service_ends(play: Play) -> None:
    wang = await play.member("wang")
    await joins(play, "qiang", deputy("qiang", 2, to_on=LAST))
    zhao = play.newcomer(101, "赵奶奶")
    await play.on_leave("wang", days=1)
    await zhao.files()
    assert zhao.hears("交给了李强")
    await play.at(0, 1, days=2)
    assert wang.hears("1123-01", "前给居民回个话")


async def test_a_leave_that_begins_at_the_sweeps_instant_moves_its_matters_itself(play: Play) -> None:
    wang, chen, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    ma = await play.member("ma")
    await zhao.files()
    await wang.taps("接了")
    midnight = datetime(2026, 11, 23, 16, tzinfo=UTC)

    def sweeps(tx: Transaction) -> None:
        """More than one act fires, and all of them there before her leave."""
        for n in range(10):
            tx.schedule.add(Due("sweep", "house", f"early {n}", midnight))

    await play.database.transact("sweeps", sweeps)
    await wang.says("明天请假")
    await wang.taps("就这样")
    await play.at(0, 1)
    assert chen.hears("1123-01 路灯坏了", "前给居民回个话")
    assert not ma.hears("查出来没有人能办")


@pytest.mark.parametrize("portion", ["MOST", "MOST_LOOKED"])
async def test_the_sweep_goes_on_a_minute_later_where_there_is_more_than_a_portion(
    play: Play, monkeypatch: pytest.MonkeyPatch, portion: str
) -> None:
    monkeypatch.setattr(f"handlers.duty.sweep.{portion}", 1)
    wang, _, zhao = await play.member("wang"), await play.member("chen"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    await zhao.files("3号楼楼道有垃圾")
    await wang.taps("接了")

    def lost(tx: Transaction) -> None:
        tx.roster.replace([post for post in tx.roster.all() if post.person_id != "wang"])

    play.database.looking = False
    await play.at(10, 59)
    await play.database.transact("a fault", lost)
    for _ in range(2):
        await play.passes(minutes=2)
    play.database.looking = True
    owners = await play.database.read("owners", lambda tx: {matter.owner_id for matter in tx.matters.in_hand()})
    assert owners == {"chen"}


async def test_whose_service_begins_has_her_commands_on_that_day(play: Play) -> None:
    await serves(play, Appointment("wang", "g1", Role.MEMBER, 1, from_on=LAST))
    await play.member("wang")
    await play.at(0, 5, days=1)
    assert "tasks" in await menu_of(play, 201)
