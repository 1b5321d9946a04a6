"""Who does not react to three matters in a row: the desk hears of it once, the public never."""

from __future__ import annotations

import pytest

from domain.people.person import Appointment, Role
from tests.stories.duty_people import serves
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio
WORDS = ("3号楼路灯坏了", "3号楼楼道有垃圾", "3号楼楼梯扶手松了", "3号楼门口路面塌了")


async def nobody_reacts(play: Play, zhao: Somebody, *words: str) -> None:
    for said in words:
        await zhao.files(said)
        await play.passes(hours=1, minutes=1)


async def test_three_in_a_row_are_told_to_the_desk_once_with_her_number(play: Play) -> None:
    await serves(play, Appointment("wang", "g1", Role.MEMBER, 1, phone="13900000001"))
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await nobody_reacts(play, zhao, *WORDS[:2])
    assert not ma.hears("连着三件没有反应")
    await nobody_reacts(play, zhao, WORDS[2])
    assert ma.hears("王芳连着三件没有反应：1123-01 路灯坏了、1123-02 有垃圾、1123-03 楼梯扶手松了", "13900000001")
    await nobody_reacts(play, zhao, WORDS[3])
    assert len([m for m in ma.inbox if "连着三件没有反应" in m.text]) == 1
    assert not zhao.hears("没有反应")
    assert not wang.hears("没有反应")
    await ma.taps("看排班")
    assert ma.hears("王芳", "桃源一网格")


async def test_an_acceptance_between_them_begins_the_count_anew(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await nobody_reacts(play, zhao, *WORDS[:2])
    await wang.taps("接了", under="1123-02")
    await nobody_reacts(play, zhao, WORDS[2], WORDS[3])
    assert not ma.hears("连着三件没有反应")


async def test_on_leave_she_misses_nothing(play: Play) -> None:
    await play.member("wang")
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await play.on_leave("wang")
    await nobody_reacts(play, zhao, *WORDS[:3])
    assert not ma.hears("连着三件没有反应")
