"""After a backup was put back the desk hears, once, what may be missing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from domain.digests.rhythm import Rhythm
from handlers.lateness import RESTORED_AT
from handlers.safety.restored import row
from tests.stories.house import Play, raised, told


@pytest_asyncio.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    async with raised(tmp_path) as play:
        yield play


@pytest.mark.asyncio
async def test_the_desk_hears_from_when_to_when_once_and_not_again_after_a_restart(play: Play) -> None:
    ma = await play.member("ma")
    now = play.clock.now()
    await play.database.transact("restore", lambda tx: tx.schedule.add(row(now - timedelta(hours=7), now)))
    await play.bench.heartbeat.beat()
    await play.settled()
    assert "这里换回了备份" in ma.last
    await play.restart()
    await play.settled()
    assert len([message for message in ma.phone.messages if "这里换回了备份" in message.text]) == 1


@pytest.mark.asyncio
async def test_what_fell_due_before_it_was_put_back_says_that_it_may_be_a_repeat_and_nothing_later_does(
    play: Play,
) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    restored_at = (play.clock.now() + timedelta(minutes=35)).isoformat()
    await play.database.transact("restore", lambda tx: tx.notes.set(RESTORED_AT, restored_at))
    await play.restart(minutes=35)  # the reminder at half time may have left by the database that is lost
    assert wang.finds("还有一半时间").text.startswith("（这条可能发过一次了）\n")
    await play.passes(hours=2)
    assert len([message for message in wang.inbox if message.text.startswith("（这条可能发过一次了）")]) == 1


@pytest.mark.asyncio
async def test_a_digest_that_may_have_been_read_says_so(tmp_path: Path) -> None:
    async with raised(tmp_path, rhythm=Rhythm()) as play:
        ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
        await zhao.files()
        restored_at = (play.clock.now() + timedelta(days=1)).isoformat()
        await play.database.transact("restore", lambda tx: tx.notes.set(RESTORED_AT, restored_at))
        await play.at(9, days=2)
        again, new = [told(message) for message in ma.inbox if "先看要您伸手的" in told(message)]
        assert again.startswith("（这条可能发过一次了）\n11月24日")
        assert new.startswith("11月25日")


@pytest.mark.asyncio
async def test_an_apology_that_a_resident_may_have_had_says_so(play: Play) -> None:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.files()
    await wang.taps("接了")
    days = {"days": 3, "hours": 9}
    restored_at = (play.clock.now() + timedelta(**days)).isoformat()
    await play.database.transact("restore", lambda tx: tx.notes.set(RESTORED_AT, restored_at))
    await play.restart(**days)
    await play.passes(hours=14)
    assert zhao.finds("没办到，对不住").text.startswith("（这条可能发过一次了）\n")
