"""After a backup was put back the desk hears, once, what may be missing."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from handlers.safety.restored import row
from tests.stories.house import Play, raised


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
