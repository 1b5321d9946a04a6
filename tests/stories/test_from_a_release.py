"""A database that an earlier release left, with questions open, cards shown and a message unsent: life goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from sandbox import BotAccount, Sandbox
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.storage.left import leave_behind, shown, stopped_at
from tests.stories.house import TOKEN, Play, Somebody, told

pytestmark = pytest.mark.asyncio
FIRST_UPDATE_SINCE = 900_000_000
"""Numbers that no update of the earlier release had."""
PEOPLE = {"wang": 201, "chen": 202, "fourth": 304, "fifth": 305, "eighth": 308, "zhao": 401, "sun": 402}


@dataclass
class Town:
    """The house of this release over the rows of the earlier one, and who lives there."""

    play: Play
    people: dict[str, Somebody]

    def __getitem__(self, name: str) -> Somebody:
        return self.people[name]


@pytest_asyncio.fixture(params=["0.1.0", "0.2.0", "0.1.0 postgres"])
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    release, _, engine = request.param.partition(" ")
    url: str = request.getfixturevalue("postgres_url") if engine else f"sqlite:///{tmp_path}/bench.db"
    await leave_behind(release, url)
    clock = FakeClock(stopped_at(release) + timedelta(minutes=5))
    sandbox = Sandbox(TOKEN, BotAccount(424242, "小板凳", "little_bench_bot"), clock=clock)
    play = Play(sandbox, await sandbox.start(), tmp_path, clock)
    play.database_url = url
    people = {name: play.newcomer(account, name) for name, account in PEOPLE.items()}
    for somebody in people.values():
        somebody.phone.starts()
    sandbox.world.updates.clear()
    sandbox.faults.jump_update_id(FIRST_UPDATE_SINCE)
    await play.open()
    await stand_in_the_chats(play, release)
    sandbox.world.state.last_message = 1000
    await play.settled()
    for somebody in people.values():
        somebody.rings()
    yield Town(play, people)
    await play.close()
    await sandbox.stop()


async def stand_in_the_chats(play: Play, release: str) -> None:
    for message in shown(release):
        if message["chat"] in PEOPLE.values():
            play.sandbox.world.state.last_message = message["id"] - 1
            rows = [
                [InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in message["buttons"]
            ]
            await play.telegram.bot.send_message(
                message["chat"], message["text"], reply_markup=InlineKeyboardMarkup(rows)
            )


async def test_an_open_question_takes_its_old_button(town: Town) -> None:
    await town["zhao"].taps("交给王芳")
    assert town["zhao"].hears("交上去了，编号1123-11")
    assert town["wang"].hears("1123-11", "台阶碎了一块")


async def test_a_closing_begun_under_it_is_ended_under_this_one(town: Town) -> None:
    await town["wang"].says("通风口清过了")
    await town.play.passes(minutes=3)
    assert town["fifth"].hears("王芳说办好了：通风口清过了")


async def test_the_residents_last_word_takes_its_old_button(town: Town) -> None:
    await town["fourth"].taps("好了", under="修好了3")
    assert town["chen"].hears("居民说好了")


async def test_a_card_shown_then_is_accepted_now(town: Town) -> None:
    await town["chen"].taps("接了", under="1123-08")
    assert town["eighth"].hears("陈亮接了这件事")


async def test_what_could_not_leave_arrives_once(town: Town) -> None:
    assert len([message for message in town["sun"].inbox if "门禁刷不开" in told(message)]) == 1


async def test_reminders_come_when_they_were_due(town: Town) -> None:
    await town.play.passes(hours=2)
    assert any("1123-09" in words for words in town["wang"].rings())


async def test_the_ledger_is_whole_and_every_matter_can_be_found(town: Town) -> None:
    def look(tx: Transaction) -> tuple[object, ...]:
        broken = [found for subject in tx.events.subjects() if (found := tx.events.broken(subject))]
        counts = [
            tx.statements.all(f"SELECT COUNT(*) AS n FROM {table}")[0]["n"] for table in ("matters", "search_matters")
        ]
        return broken, counts[0], counts[1]

    assert await town.play.database.read("look", look) == ([], 10, 10)
