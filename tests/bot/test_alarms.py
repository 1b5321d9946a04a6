"""What is wrong with the house itself reaches the desk's chat once, and its end once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.alarms import Alarms
from domain.messages import Address, Outbound, Text
from storage.transaction import Transaction
from tests.stories.house import Play, Somebody, raised
from tests.waiting import until

pytestmark = pytest.mark.asyncio
STUCK = "有消息等了一分钟还没发出去"


@pytest_asyncio.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    async with raised(tmp_path) as play:
        yield play


def alarms(play: Play, folder: Path, low: int = 0, *, wrong: bool = False) -> Alarms:
    bench = play.bench
    return Alarms(
        play.database, bench.turn, lambda: bench.heartbeat.beat_at, play.clock, folder, woken=bench.wake, low=low,
        wrong=lambda: wrong,
    )  # fmt: skip


async def desk(play: Play) -> Somebody:
    ma = await play.member("ma")
    await until(lambda: play.bench.heartbeat.beat_at is not None)
    ma.rings()
    return ma


async def test_a_full_disk_is_told_once_and_its_end_once(play: Play, tmp_path: Path) -> None:
    ma = await desk(play)
    full, roomy = alarms(play, tmp_path / "media" / "not yet", low=1 << 60), alarms(play, tmp_path)
    for _ in range(3):
        await full.look()
    await play.settled()
    assert len([words for words in ma.rings() if "磁盘快满了" in words]) == 1
    for _ in range(3):
        await roomy.look()
    await play.settled()
    assert ma.last == "磁盘有地方了。"
    assert not ma.rings()
    await full.look()
    await play.settled()
    assert len(ma.rings()) == 1


async def test_a_machine_with_a_wrong_clock_is_told_once_and_its_end_once(play: Play, tmp_path: Path) -> None:
    ma = await desk(play)
    for wrong in (True, True, False, False):
        await alarms(play, tmp_path, wrong=wrong).look()
        await play.settled()
    assert [words for words in ma.rings() if "钟" in words] == [ma.finds("机器的钟不准").text]
    assert ma.last == "机器的钟准了。"


async def test_a_heart_that_stands_still_is_told(play: Play, tmp_path: Path) -> None:
    ma = await desk(play)
    play.bench.heartbeat.beat_at = play.clock.now()
    play.clock.advance(301)
    await alarms(play, tmp_path).look()
    await play.settled()
    assert ma.hears("提醒停了五分钟没动")


async def test_what_has_waited_for_a_minute_is_told_and_a_restart_repeats_nothing(play: Play, tmp_path: Path) -> None:
    ma = await desk(play)
    await play.database.transact("put", nobody_carries)
    play.clock.advance(61)
    play.bench.heartbeat.beat_at = play.clock.now()
    await alarms(play, tmp_path).look()
    await alarms(play, tmp_path).look()
    await play.settled()
    assert len([words for words in ma.rings() if STUCK in words]) == 1


def nobody_carries(tx: Transaction) -> None:
    """A message that could leave and does not."""
    tx.outbox.put(Outbound(Address("telegram", "999"), (Text("您好"),)))
    tx.statements.run("UPDATE outbox SET urgency = 9 WHERE account = '999'")
