"""When digests come: one a morning, once for ever, to whoever sits at a desk and is there."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import date, time
from pathlib import Path

import pytest
import pytest_asyncio

from domain.digests.rhythm import NEVER, Rhythm
from domain.people.person import Appointment, Person, Role
from storage.transaction import Transaction
from tests.stories.district import ROSTER, appointments
from tests.stories.house import Play, Somebody, raised, told

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    """Digests come at half past eight; it is Monday, ten in the morning."""
    async with raised(tmp_path, rhythm=Rhythm()) as play:
        yield play


def digests(somebody: Somebody) -> list[str]:
    """The first lines of all that came in the mornings."""
    first_lines = [told(message).partition("\n")[0] for message in somebody.inbox]
    return [
        line
        for line in first_lines
        if line.endswith(("件。", "没有要您伸手的。")) and ("早。" in line or "您好。" in line)
    ]


async def test_one_comes_each_morning_on_monday_the_weeks_and_on_the_first_the_months(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await play.at(9, 0, days=9)
    assert [words.partition("早")[0] for words in digests(ma)] == [
        "11月24日周二", "11月25日周三", "11月26日周四", "11月27日周五", "11月28日周六", "11月29日周日", "11月30日周一",
        "12月1日周二", "12月2日周三",
    ]  # fmt: skip
    assert ma.hears("11月23日08:30到11月30日08:30：")
    assert ma.hears("11月1日08:30到12月1日08:30：", "路灯照明：桃源一网格1")


async def test_after_days_down_there_is_one_as_of_the_latest_hour_and_it_says_since_when(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await play.at(9, 0, days=1)
    await play.restart(days=2, hours=14)
    assert len(digests(ma)) == 2
    assert ma.hears("11月26日周四，您好。先看要您伸手的", "11月24日08:30到11月26日08:30：")
    assert "周四早" not in "".join(ma.rings())  # it is eleven at night
    await play.restart(minutes=1)
    assert len(digests(ma)) == 2


async def test_a_waiting_one_moves_with_the_configuration_and_can_be_turned_off(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    play.rhythm = Rhythm(time(10, 15))
    await play.restart()
    await play.at(9, 0, days=1)
    assert not digests(ma)
    await play.at(10, 20)
    assert len(digests(ma)) == 1
    play.rhythm = NEVER
    await play.restart()
    await play.at(11, 0, days=3)
    play.rhythm = Rhythm()
    await play.restart()
    assert len(digests(ma)) == 1


async def test_when_the_hour_is_changed_nothing_is_left_out_and_nothing_told_twice(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await play.at(9, 0, days=1)
    play.rhythm = Rhythm(time(10, 15))
    await play.restart()
    await play.at(10, 20, days=1)
    assert ma.hears("11月24日08:30到11月25日10:15：")


async def test_a_quiet_morning_is_one_warm_line_without_a_ring_or_a_picture(play: Play) -> None:
    ma = await play.member("ma")
    await play.at(9, 0, days=1)
    assert ma.last == "桃源社区没有新来的事，手上也清了，喝口热茶。"
    assert ma.rings() == []


async def appointed(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second coordinator, 胡敏, whose day at the desk Tuesday is."""
    monkeypatch.setitem(ROSTER, "hu", ("胡敏", "Hu Min", 204, ()))

    def act(tx: Transaction) -> None:
        tx.people.save(Person("hu", "胡敏"))
        tx.roster.replace([*appointments(), Appointment("hu", "community", Role.COORDINATOR, 2)])
        tx.roster.set_duty("community", date(2026, 11, 24), "hu")

    await play.database.transact("appoint", act)


async def test_it_rings_for_whoever_is_on_duty_and_is_silent_for_the_other(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    await appointed(play, monkeypatch)
    ma, hu, zhao = await play.member("ma"), await play.member("hu"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await play.at(8, 0, days=1)
    ma.rings()
    hu.rings()
    await play.at(8, 31)
    assert [len(digests(each)) for each in (ma, hu)] == [1, 1]
    assert any("早。" in words for words in hu.rings())
    assert not any("早。" in words for words in ma.rings())


async def test_two_at_one_desk_are_served_by_one_counting_and_one_drawing(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    await appointed(play, monkeypatch)
    ma, hu, zhao = await play.member("ma"), await play.member("hu"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    run, asked = play.bench.press.run, []

    async def counted(function: Callable[..., object], *arguments: object) -> object:
        asked.append(function.__name__)
        return await run(function, *arguments)

    monkeypatch.setattr(play.bench.press, "run", counted)
    await play.at(8, 31, days=1)
    assert [len(digests(each)) for each in (ma, hu)] == [1, 1]
    assert sorted(asked) == ["draw_digest", "make_digest"]


async def test_who_is_away_gets_none_and_members_and_residents_never(play: Play) -> None:
    wang, ma, zhao = await play.member("wang"), await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await play.on_leave("ma", days=3)
    await play.at(9, 0, days=1)
    assert not any(digests(each) for each in (wang, ma, zhao))
    await wang.says("/digest")
    assert "简报" not in wang.last
    await zhao.says("/digest")
    assert "简报" not in zhao.last


async def test_a_clock_that_ran_ahead_and_was_set_back_costs_no_morning_and_doubles_none(play: Play) -> None:
    ma, zhao = await play.member("ma"), play.newcomer(101, "赵奶奶")
    await zhao.files("3号楼路灯坏了")
    await play.at(9, 0, days=1)
    assert len(digests(ma)) == 1
    await play.restart(days=40)
    assert len(digests(ma)) == 2
    play.clock.is_set(days=-40)
    await play.restart()
    await play.at(9, 0, days=3)
    assert [words.partition("早")[0] for words in digests(ma)[2:]] == [
        "11月25日周三", "11月26日周四", "11月27日周五",
    ]  # fmt: skip
    await play.restart(minutes=1)
    assert len(digests(ma)) == 5
