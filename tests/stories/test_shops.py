"""A grid of shops, in which nobody lives: what is reported from there is settled there, and is nobody's home."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.stories.district import AREAS, GATE
from tests.stories.house import Play, Somebody

pytestmark = pytest.mark.asyncio


async def shops_next_door(play: Play) -> tuple[Somebody, Somebody, Somebody]:
    """The second grid is one of shops; 陈亮 is first there."""
    areas = [replace(area, used_for="shops") if area.id == "g2" else area for area in AREAS]
    await play.database.transact("shops", lambda tx: tx.areas.replace(areas, [GATE]))
    return await play.member("wang"), await play.member("chen"), play.newcomer(9001, "李叔")


async def test_who_lives_elsewhere_is_still_taken_to_be_at_home(play: Play) -> None:
    _, chen, li = await shops_next_door(play)
    await li.files()
    await li.files("杏林苑8号楼门口井盖松了")
    assert chen.hears("井盖")
    await li.says("暖气不热")
    assert li.hears("桃源里3号楼，暖气不热。交给王芳")


async def test_who_was_never_anywhere_else_is_taken_to_be_there(play: Play) -> None:
    _, _, li = await shops_next_door(play)
    await li.files("杏林苑8号楼门口井盖松了")
    await li.says("卷帘门口的路灯坏了")
    assert li.hears("交给陈亮")


async def test_her_home_displaces_the_shops(play: Play) -> None:
    _, _, li = await shops_next_door(play)
    await li.files("杏林苑8号楼门口井盖松了")
    await li.files()
    await li.says("暖气不热")
    assert li.hears("桃源里3号楼，暖气不热。交给王芳")
