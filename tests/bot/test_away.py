"""The house was away: desks hear what may be missing, and who may have pressed in vain is asked once more."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from bot.away import see_to_absence
from bot.pulse import NOTE, Pulse
from storage.transaction import Transaction
from tests.bot.program import Program
from tests.stories.desk_people import settle_desks, sits_down
from tests.stories.house import Play, Somebody, raised

pytestmark = pytest.mark.asyncio
LAMP = "3号楼2单元门口的路灯坏了"
PRESSED = "您那时按过按钮的话，我没收到"
MISSING = "可能没收到"


@pytest_asyncio.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    async with raised(tmp_path) as play:
        yield play


async def down(play: Play, **span: float) -> None:
    """The process ends after a last sign of life, and is started again so much later."""
    pulse = Pulse(play.database, play.clock.now, play.clock)
    await pulse.begin()
    await play.close()
    play.clock.advance(**span)
    await play.open()
    await see_to_absence(play.database, play.bench.turn)
    await pulse.begin()
    play.bench.wake()
    await play.settled()
    await play.passes(minutes=2)


def again(*people: Somebody) -> list[int]:
    """How many messages each has had that ask her to press again."""
    return [sum(PRESSED in message.text for message in person.inbox) for person in people]


async def filed(play: Play) -> tuple[Somebody, Somebody]:
    wang, zhao = await play.member("wang"), play.newcomer(101, "赵奶奶")
    await zhao.says(LAMP)
    await zhao.taps("交给王芳")
    return wang, zhao


async def test_an_open_question_and_a_card_that_nobody_took_are_offered_again_once(play: Play) -> None:
    wang, zhao = await filed(play)
    li = play.newcomer(102, "李叔")
    await li.says("3号楼1单元的下水道堵了")
    await down(play, seconds=200)
    assert again(wang, zhao, li) == [1, 0, 1]
    await wang.taps("接了", PRESSED)
    assert zhao.hears("王芳接了")
    await li.taps("交给", PRESSED)
    assert li.hears("交上去了")


async def test_a_press_that_was_lost_can_be_made_on_the_card_that_comes_again(play: Play) -> None:
    wang, zhao = await filed(play)
    await wang.taps("接了")
    await wang.taps("办结")
    await wang.taps("办好了")
    await wang.says("换了灯泡")
    await play.passes(minutes=3)
    await down(play, minutes=10)
    assert again(wang, zhao) == [0, 1]
    await zhao.taps("好了", PRESSED)
    assert wang.hears("居民说好了")


@pytest.mark.parametrize("seconds", [20, 149])
async def test_after_a_short_while_nobody_is_asked_again(play: Play, seconds: int) -> None:
    wang, _ = await filed(play)
    li = play.newcomer(102, "李叔")
    await li.says("3号楼1单元的下水道堵了")
    await down(play, seconds=seconds)
    assert again(wang, li) == [0, 0]


async def test_who_has_several_cards_gets_one_message(play: Play) -> None:
    wang, _ = await filed(play)
    li = play.newcomer(102, "李叔")
    await li.files("3号楼1单元的下水道堵了")
    await down(play, minutes=5)
    assert again(wang) == [1]
    assert wang.hears(PRESSED, "1123-01", "1123-02")


async def test_what_had_lain_for_hours_is_not_brought_up_again(play: Play) -> None:
    li = play.newcomer(102, "李叔")
    await li.says("3号楼1单元的下水道堵了")
    await play.passes(hours=3)
    await down(play, minutes=5)
    assert again(li) == [0]


async def test_what_was_answered_in_words_meanwhile_is_not_asked_again(play: Play) -> None:
    li = play.newcomer(102, "李叔")
    await li.says("3号楼1单元的下水道堵了")
    pulse = Pulse(play.database, play.clock.now, play.clock)
    await pulse.begin()
    await play.close()
    li.phone.says("1")
    play.clock.advance(300)
    await play.open()
    await see_to_absence(play.database, play.bench.turn)
    await play.settled()
    await play.passes(minutes=2)
    assert again(li) == [0]


async def test_a_house_that_falls_down_again_and_again_asks_once(play: Play) -> None:
    wang, _ = await filed(play)
    for _ in range(3):
        await down(play, minutes=4)
    assert again(wang) == [1]


async def test_at_night_it_comes_without_a_ring(play: Play) -> None:
    await play.at(23, 30)
    li = play.newcomer(102, "李叔")
    await li.says("3号楼1单元的下水道堵了")
    li.rings()
    await down(play, minutes=5)
    assert again(li) == [1]
    assert not li.rings()


async def test_more_people_than_fit_into_one_act_are_all_asked(play: Play) -> None:
    people = [play.newcomer(300 + n, f"邻居{n}") for n in range(43)]
    for person in people:
        person.phone.says("3号楼1单元的下水道堵了")
    await play.settled()
    await down(play, minutes=5)
    assert again(*people) == [1] * len(people)


async def test_after_more_than_a_day_each_desk_hears_once_what_may_be_missing(play: Play) -> None:
    await settle_desks(play)
    ma, street = await play.member("ma"), await sits_down(play, "he")
    await down(play, hours=43)
    await down(play, minutes=1)
    for desk in (ma, street):
        assert [MISSING in message.text for message in desk.inbox].count(True) == 1
        assert desk.hears("我从11月23日上午10点停到今天早上5点", "11月23日上午10点到昨天早上5点之间")
    events = await play.database.read("events", lambda tx: tx.events.of("house:bench"))
    assert [event.type for event in events] == ["BenchWasAway"]


async def test_within_a_day_nothing_is_missing(play: Play) -> None:
    ma = await play.member("ma")
    await down(play, hours=23)
    assert not ma.hears(MISSING)


async def test_killed_before_it_had_left_a_sign_of_its_own_it_tells_no_desk_twice(play: Play) -> None:
    ma = await play.member("ma")
    await Pulse(play.database, play.clock.now, play.clock).begin()
    for hours in (30, 0, 0):
        await play.restart(hours=hours)
        await see_to_absence(play.database, play.bench.turn)
        await play.settled()
    assert [MISSING in message.text for message in ma.inbox].count(True) == 1


async def test_the_program_itself_sees_to_it_by_the_sign_that_its_last_run_left(program: Program) -> None:
    since = datetime.now(UTC) - timedelta(hours=30)

    def left(tx: Transaction) -> None:
        at = since.isoformat()
        sign = {"pid": 1, "started_at": at, "seen_at": at, "beat_at": "", "ended": False}
        tx.notes.set(NOTE, json.dumps(sign))

    await program.rows(left)
    running = await (await program.runs()).is_up()
    for _ in range(100):
        events = await program.rows(lambda tx: tx.events.of("house:bench"))
        if events:
            break
        await asyncio.sleep(0.05)
    assert [event.facts["since"] for event in events] == [since.isoformat()]
    assert await running.is_told_to_stop() == 0
