"""Names and texts meant to do harm: every act goes through, every message arrives, no line is turned around."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from channels.wording import utf16_units
from tests.stories.house import Play, raised, told

pytestmark = pytest.mark.asyncio
NAME = "李\u202e\x00\ud83d叔\n" + "😀" * 50
EVIL = "3号楼2单元门口的路灯坏了<b>&amp;\x00\u202e'; DROP TABLE matters; --{what}%s"
HARM = "\x00\u202e\ud83d"
LONGEST = 4096


@pytest_asyncio.fixture(params=["", "postgres_url"], ids=["sqlite", "postgres"])
async def play(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Play]:
    url = request.getfixturevalue(request.param) if request.param else ""
    async with raised(tmp_path, database_url=url) as play:
        yield play


async def test_half_a_character_is_no_reason_to_lose_a_report(play: Play) -> None:
    await play.member("wang")
    li = play.newcomer(101, "李叔")
    li.phone.says("您好")
    await play.settled()
    chat, sender = {"id": 101, "type": "private"}, {"id": 101, "is_bot": False, "first_name": "李"}
    torn = {"message_id": 999, "date": 1_795_399_200, "chat": chat, "from": sender, "text": "3号楼路灯坏了\ud83d"}
    play.sandbox.faults.odd_update("message", torn)
    await play.settled()
    assert li.hears("我这样记", "路灯坏了\ufffd")


def filled(words: str, letter: str) -> str:
    """As long as a message can be, counted as Telegram counts."""
    return words + letter * ((LONGEST - utf16_units(words) - 1) // utf16_units(letter)) + "。"


async def quarantined(play: Play) -> int:
    return await play.database.read("quarantine", lambda tx: tx.quarantine.count())


async def test_a_hostile_name_and_text_go_the_whole_way(play: Play) -> None:
    wang = await play.member("wang")
    li = play.newcomer(101, NAME)
    await li.says(EVIL)
    await li.taps("交给王芳")
    assert wang.hears("1123-01", "DROP TABLE")
    await wang.taps("接了")
    await wang.replies("1123-01", EVIL)
    assert li.hears("王芳：3号楼")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("修好了" + EVIL)
    await play.passes(minutes=3)
    await li.taps("好了")
    assert wang.hears("居民说好了")
    assert await quarantined(play) == 0
    assert not any(sign in told(message) for who in (li, wang) for message in who.inbox for sign in HARM)


@pytest.mark.parametrize("letter", ["😀", "灯", "一", " ", "3号楼", "1", "<", "啊，", "\u0301", "救"])
async def test_the_longest_text_there_is_files_one_matter_and_its_card_stays_one_card(play: Play, letter: str) -> None:
    wang = await play.member("wang")
    li = play.newcomer(101, "李叔")
    await li.says(filled("3号楼2单元门口的路灯坏了。", letter))
    await li.taps("交给王芳")
    cards = len(wang.inbox)
    await wang.taps("接了")
    await wang.replies("1123-01", "明天来")
    assert await quarantined(play) == 0
    assert len(wang.inbox) <= cards + 1


async def test_a_story_told_as_a_place_breaks_no_button(play: Play) -> None:
    wang = await play.member("wang")
    li = play.newcomer(101, "李叔")
    await li.says("路灯坏了")
    await li.says("在那个拐过去再拐过来的地方" * 200)
    await li.taps("交给")
    await li.says("楼道扶手也松了")
    assert await quarantined(play) == 0
    depth = await play.database.read("depth", lambda tx: tx.outbox.depth())
    assert depth.get("dead", 0) == 0
    assert wang.inbox


async def test_forged_presses_do_nothing_and_break_nothing(play: Play) -> None:
    wang = await play.member("wang")
    li, teenager = play.newcomer(101, "李叔"), play.newcomer(102, "阿飞")
    await li.says("3号楼2单元门口的路灯坏了")
    await li.taps("交给王芳")
    await teenager.says("您好")
    prompt = next(b.data for row in wang.finds("1123-01").buttons for b in row if b.data).partition("|")[0]
    acts = ("accept", "close", "give", "take", "kind:xyz", "grade:abc", "grade:", "grade:9", "good", "back:", "open:")
    forged = [f"{prompt}|{act}" for act in acts]
    forged += [
        "",
        "|",
        "m:|accept",
        "m:nobody|how",
        "inv:wang|grant:me",
        "inv:|ask",
        "lang:|xx",
        "?0000000000|0",
        "?|-1",
        "x:y|z",
    ]
    for who in (teenager, li, wang):
        for data in forged:
            who.phone.taps_late(who.inbox[-1].id, data)
            await play.settled()
    assert await quarantined(play) == 0
    owner = await play.database.read("owner", lambda tx: tx.matters.by_number("1123-01")[0].owner_id)
    assert owner == "wang"
