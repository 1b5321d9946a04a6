"""Meetings, guests and resolutions, on both engines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.areas import Area, AreaKind
from domain.errors import NotFound
from domain.events import Content
from domain.listening.meeting import UNINVITED, Answer, Guest, Meeting, MeetingAct, MeetingKind, Stop, Topic
from domain.listening.resolution import Becomes, Kept, Resolution, Verdicts
from domain.messages import Address
from domain.people.person import Appointment, Person, Role
from domain.reach import Reach
from storage.transaction import Transaction
from tests.storage.support import NOON, Run, settle

pytestmark = pytest.mark.asyncio

DAY = timedelta(days=1)
HERE = Reach(("community",))
COUNCIL = Meeting("e1", "g7", MeetingKind.COUNCIL, "wang", "e1-place", NOON + DAY, NOON, place="words of e1")
HELD = replace(COUNCIL, place_id="e1-place").after(MeetingAct.HOLD, came=12, came_id="e1-came", came_line="王芳等12人")


def world(tx: Transaction) -> None:
    settle(tx, "wang", "chen", "zhao")
    tx.areas.replace(
        [Area("community", AreaKind.COMMUNITY, "", "桃源社区"), Area("g7", AreaKind.GRID, "community", "七网格")], []
    )
    for name in ("e1", "e2"):
        tx.contents.add(Content(f"{name}-place", f"meeting:{name}", "meeting_place", "wang", NOON, f"words of {name}"))
    tx.contents.add(Content("e1-came", "meeting:e1", "came", "wang", NOON, "王芳等12人"))
    tx.meetings.save(COUNCIL)
    for id in ("chen", "zhao"):
        tx.guests.save(Guest("e1", id))


def says(person_id: str, kept: Kept) -> Callable[[Transaction], None]:
    return lambda tx: tx.resolutions.say("r1", person_id, kept, NOON)


async def test_a_meeting_comes_back_as_saved_with_its_words(run: Run) -> None:
    await run(world)
    assert await run(lambda tx: tx.meetings.get("e1")) == COUNCIL
    await run(lambda tx: tx.meetings.save(HELD))
    assert await run(lambda tx: tx.meetings.get("e1")) == HELD
    assert await run(lambda tx: tx.meetings.places("g7", 9)) == ["words of e1"]
    with pytest.raises(NotFound):
        await run(lambda tx: tx.meetings.get("none"))


async def test_a_list_holds_what_lies_within_reach_what_she_called_and_what_she_is_invited_to(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.guests.save(Guest("e1", "chen", told=0)))
    expected = {(HERE, "li"): ["e1"], (Reach(()), "wang"): ["e1"], (Reach(()), "chen"): ["e1"], (Reach(()), "zhao"): []}

    def seen(tx: Transaction) -> dict[tuple[Reach, str], list[str]]:
        return {(reach, id): [each.id for each in tx.meetings.page(reach, id, 9)] for reach, id in expected}

    assert await run(seen) == expected


async def test_held_ones_are_counted_by_kind_and_what_was_agreed_with_them(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.meetings.save(HELD))
    await run(lambda tx: tx.meetings.save(replace(COUNCIL, id="e2", place_id="e2-place")))
    task = Resolution("r1", "e1", "e1-came", Becomes.TASK, "", "chen", date(2025, 12, 1), line="王芳等12人")
    await run(lambda tx: tx.resolutions.save(task))
    await run(lambda tx: tx.resolutions.save(replace(task, id="r2", done_at=NOON + DAY)))
    counted = await run(lambda tx: tx.meetings.count_held(HERE, NOON, NOON + 2 * DAY))
    assert counted == {MeetingKind.COUNCIL: 1}
    assert await run(lambda tx: tx.meetings.count_held(HERE, NOON + 2 * DAY, NOON + 3 * DAY)) == {}
    held = await run(lambda tx: tx.meetings.held(HERE, MeetingKind.COUNCIL, NOON, NOON + 2 * DAY, 9))
    assert [meeting.id for meeting in held] == ["e1"]
    assert await run(lambda tx: tx.resolutions.count(HERE, NOON, NOON + 2 * DAY)) == (2, 1)
    assert await run(lambda tx: tx.resolutions.get("r1")) == task


async def test_each_guest_is_told_the_newest_once(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.guests.save(Guest("e1", "wang", told=UNINVITED, came=True)))
    assert [guest.person_id for guest in await run(lambda tx: tx.guests.untold("e1", 0, 9))] == ["chen", "zhao"]
    answered = Guest("e1", "chen", Answer.COMES, NOON, 0)
    await run(lambda tx: tx.guests.save(answered))
    assert await run(lambda tx: tx.guests.find("e1", "chen")) == answered
    assert [guest.person_id for guest in await run(lambda tx: tx.guests.untold("e1", 0, 9))] == ["zhao"]
    await run(lambda tx: tx.guests.ask_again("e1"))
    assert [guest.person_id for guest in await run(lambda tx: tx.guests.untold("e1", 1, 9))] == ["chen", "zhao"]
    assert [guest.answer for guest in await run(lambda tx: tx.guests.of("e1"))] == [Answer.NONE] * 3
    await run(lambda tx: tx.guests.nobody_came("e1"))
    assert [guest.person_id for guest in await run(lambda tx: tx.guests.of("e1"))] == ["chen", "zhao"]
    assert [guest.person_id for guest in await run(lambda tx: tx.guests.after("e1", "chen", 9))] == ["zhao"]


async def test_who_may_be_invited_can_be_reached(run: Run) -> None:
    await run(world)

    def arrange(tx: Transaction) -> None:
        tx.roster.replace([Appointment("wang", "g7", Role.MEMBER), Appointment("chen", "g7", Role.MEMBER)])
        tx.people.bind("wang", Address("test", "wang"))
        for id in ("zhao", "li"):
            tx.people.save(Person(id, id, spot_grid="g7"))
        tx.people.bind("zhao", Address("test", "zhao"))

    await run(arrange)
    assert await run(lambda tx: tx.guests.serving("community", date(2025, 12, 1))) == ["wang"]
    assert await run(lambda tx: tx.guests.living("community", NOON, 2, 9)) == ["zhao"]
    assert await run(lambda tx: tx.guests.living("community", NOON, 1, 9)) == []
    assert await run(lambda tx: tx.guests.living("community", NOON + DAY, 1, 9)) == ["zhao"]


async def test_topics_stops_and_verdicts_come_back(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.meetings.put_topics("e1", [Topic(words_id="e2-place"), Topic(matter_id="m1")]))
    topics = await run(lambda tx: tx.meetings.topics("e1"))
    assert topics == [Topic(words_id="e2-place", line="words of e2"), Topic(matter_id="m1")]
    stop = Stop("e1", 1, "e1-place", "e1-came", "words of e1", "王芳等12人")
    await run(lambda tx: tx.meetings.save_stop(stop))
    assert await run(lambda tx: tx.meetings.stops("e1")) == [stop]
    await run(lambda tx: tx.resolutions.save(Resolution("r1", "e1", "e1-came", Becomes.NOTED)))
    await run(says("chen", Kept.YES))
    await run(says("zhao", Kept.YES))
    await run(says("zhao", Kept.NOT_YET))
    assert await run(lambda tx: tx.resolutions.verdicts("e1")) == {"r1": Verdicts(1, 1)}
    assert await run(lambda tx: tx.resolutions.said_by("e1", "zhao")) == {"r1": Kept.NOT_YET}


async def test_merged_people_have_one_invitation_and_one_word(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.resolutions.save(Resolution("r1", "e1", "e1-came", Becomes.NOTED)))
    await run(says("chen", Kept.YES))
    await run(says("zhao", Kept.YES))
    await run(lambda tx: tx.people.merge("zhao", "chen"))
    assert [guest.person_id for guest in await run(lambda tx: tx.guests.of("e1"))] == ["chen"]
    assert await run(lambda tx: tx.resolutions.verdicts("e1")) == {"r1": Verdicts(1, 0)}


async def test_who_came_and_what_was_written_down_go_when_they_were_kept_long_enough(run: Run) -> None:
    await run(world)
    await run(lambda tx: tx.meetings.save(replace(HELD, starts_at=NOON - DAY)))
    assert await run(lambda tx: tx.keeping.words(NOON + DAY, 9)) == 1
    gone = await run(lambda tx: tx.meetings.get("e1"))
    assert (gone.came_line, gone.came, gone.place) == ("", 12, "words of e1")
