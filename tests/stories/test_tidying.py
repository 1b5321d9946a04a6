"""What need not be kept is forgotten at night, and nobody notices."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.keeping import Keeping
from sandbox.world import FIRST_UPDATE
from storage.transaction import Transaction
from tests.stories.hand import a_closed_lamp
from tests.stories.house import Play

pytestmark = pytest.mark.asyncio


def kept(tx: Transaction) -> tuple[int, int]:
    """How many messages that have left hold their words, and how many updates are remembered."""
    bodies = tx.statements.one("SELECT COUNT(*) AS n FROM outbox WHERE body <> '' AND done_at IS NOT NULL")
    seen = tx.statements.one("SELECT COUNT(*) AS n FROM seen")
    assert bodies is not None
    assert seen is not None
    return int(bodies["n"]), int(seen["n"])


async def test_after_a_week_no_words_are_left_in_what_was_sent(play: Play) -> None:
    zhao = play.newcomer(101, "赵奶奶")
    await play.member("wang")
    await zhao.files("3号楼2单元门口的路灯坏了")
    await play.passes(days=1)
    bodies, seen = await play.database.read("kept", kept)
    assert bodies > 4
    assert seen >= 3
    await play.passes(days=8)
    assert await play.database.read("kept", lambda tx: oldest(tx, play.clock.now() - timedelta(days=8))) == 0
    assert (await play.database.read("kept", kept))[1] == 0
    await zhao.says("我的事")
    assert zhao.hears("1123-01")


async def test_what_was_said_of_what_is_long_over_goes_and_what_happened_stays(play: Play) -> None:
    play.bench.house = replace(play.bench.house, keeping=Keeping.days(30, 0))
    _, zhao = await a_closed_lamp(play)
    await play.passes(minutes=3)
    await zhao.taps("好了")
    await zhao.says("隐私")
    assert "了结的事，话留30天，照片和语音一直留着" in zhao.last
    await play.passes(days=29)
    await zhao.says("我的事")
    assert zhao.hears("1123-01 路灯坏了")
    await play.passes(days=3)
    await zhao.says("我的事")
    assert "1123-01 路灯照明" in zhao.last
    assert not await play.database.read("left", lambda tx: [c.text for c in tx.contents.of(_subject(tx)) if c.text])


async def test_whoever_is_not_quite_forgotten_is_begun_with_again_at_night(play: Play) -> None:
    """The work was given up, on a disk that was full for a day, say."""
    await a_closed_lamp(play)

    def begun(tx: Transaction) -> None:
        tx.erasing.begin(tx.matters.by_number("1123-01")[0].reporter_id)

    await play.database.transact("begun", begun)
    await play.passes(days=1)
    assert await play.database.read("unfinished", lambda tx: tx.erasing.unfinished(tx.now)) == []
    assert await play.database.read("what", lambda tx: tx.matters.by_number("1123-01")[0].what) == ""


def _subject(tx: Transaction) -> str:
    return tx.matters.by_number("1123-01")[0].subject


def oldest(tx: Transaction, before: object) -> int:
    row = tx.statements.one(
        "SELECT COUNT(*) AS n FROM outbox WHERE body <> '' AND done_at IS NOT NULL AND done_at < :before",
        before=f"{before:%Y-%m-%dT%H:%M:%S}",
    )
    return int(row["n"]) if row else 0


async def test_a_number_that_the_platform_uses_again_after_days_is_a_new_update(play: Play) -> None:
    """After a quiet week Telegram counts on from anywhere."""
    zhao = play.newcomer(101, "赵奶奶")
    await zhao.says("你好")
    await play.passes(days=9)
    play.sandbox.faults.jump_update_id(FIRST_UPDATE)
    await zhao.says("3号楼2单元门口的路灯坏了")
    assert zhao.hears("我这样记")


async def test_more_than_a_portion_goes_in_the_same_night(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.safety.tidying.IN_ONE_ACT", 1)
    await a_closed_lamp(play)
    await play.passes(days=8)
    assert (await play.database.read("kept", kept))[1] == 0
