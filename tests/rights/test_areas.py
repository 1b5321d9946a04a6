"""What can be done about an area, tried from every seat; and every command, typed by whom it is not for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import pytest_asyncio

from bot.lists_in import enter
from domain.digests.figures import Case, Digest, Figure, Named, Span, SpanKind, Times
from domain.errors import NoLongerPossible, NotAllowed
from domain.events import Content
from domain.explaining.entry import Entry as BookEntry
from domain.explaining.entry import EntryState
from domain.explaining.notice import Notice, NoticeKind, NoticeQuestion
from domain.explaining.story import Story, StoryState
from domain.listening.entry import Entry, Sort
from domain.listening.need import NeedKind
from domain.listening.offer import Offer
from domain.listening.project import Project
from domain.listening.question import Question
from domain.listening.venue import Venue
from domain.listening.visit import Visit, VisitSort
from domain.mailing import Mailing
from domain.matters.trouble import Trouble
from domain.messages import Choice, Text
from domain.open import OpenDialog
from domain.people.person import Appointment, Person, Role
from domain.rights import AreaRight, Seat
from handlers.desk.duty import swap
from handlers.families import FAMILIES
from handlers.family import Command
from handlers.listening.needs import note_need
from handlers.telling import new_content, tell
from handlers.turn import Turn
from storage.digests import written
from tests.rights.door import Arrange, Door, standing
from tests.rights.relations import SEATS, at, may_there

BUTTONS: Mapping[AreaRight, tuple[Choice, ...]] = {
    AreaRight.KNOW_TROUBLE: (Choice("t:", "show:t1"),),
    AreaRight.MARK_TROUBLE: tuple(
        Choice("t:", f"{act}:t1")
        for act in ("end", "change", "withdraw", "adopt", "undo", "begin", "replan", "cancel")
    ),
    AreaRight.READ_DIGEST: tuple(
        Choice("dg:d1", act) for act in ("figure:new:0", "figure:solved:0", "paragraph", "table", "desk")
    ),
    AreaRight.CHANGE_ROSTER: tuple(
        Choice("ro:", act)
        for act in (
            "a:community:0", "area:community", "add:community", "order:community", "p:ma", "see:ma", "link:ma",
            "e:name:ma", "e:phone:ma", "e:out:ma",
        )
    ),
    AreaRight.READ_LISTS: (
        Choice("ls:", "need:n1"), Choice("need:n1", "take"), Choice("ls:", "offer:o1"), Choice("ls:", "project:p1"),
    ),
    AreaRight.TELL_AREA: (
        Choice("ex:", "notice:k1"),
        *(Choice("notice:k1", act) for act in ("look", "read", "stop", "flyer", "withdraw", "asked:0", "open:k2")),
        *(Choice("nq:k2", act) for act in ("answer", "matter")),
    ),
    AreaRight.PRINT_FLYERS: tuple(Choice("flyer:k1", act) for act in ("which", "one")),
    AreaRight.TELL_STORIES: tuple(Choice("story:t1", act) for act in ("see", "edit", "notice", "down")),
    AreaRight.READ_STORIES: (Choice("ex:", "story:t2"),),
    AreaRight.KEEP_BOOK: (
        *(Choice("entry:b1", act) for act in ("change", "right", "withdraw")), Choice("entry:b2", "accept"),
        Choice("entry:b3", "restore"),
    ),
    AreaRight.ASK_AREA: (
        Choice("ls:", "question:q1"), *(Choice("question:q1", act) for act in ("look", "stop", "end")),
    ),
    AreaRight.VISIT: (Choice("ls:", "venue:s1"), Choice("venue:s1", "visit")),
    AreaRight.READ_VISITS: (Choice("ls:", "visit:v1"), Choice("visit:v1", "look")),
    AreaRight.KEEP_VENUES: (Choice("venue:s1", "rename"), Choice("venue:s1", "close")),
    AreaRight.KEEP_LISTS: (
        *(Choice("need:n1", act) for act in ("strike", "withdraw", "found")), Choice("offer:o1", "withdraw"),
        *(Choice("project:p1", act) for act in ("step", "strike", "drop")),
    ),
}  # fmt: skip
"""About the community, and whoever sits at its desk."""
OTHERWISE = {AreaRight.TAKE_LEAVE, AreaRight.SWAP_DUTY, AreaRight.CALL_MEETINGS, AreaRight.KEEP_MEETINGS}
"""Tried without buttons below, and in test_meetings.py."""
ENTRIES = (
    Entry(Sort.PROJECT, "p9", "", "", {"line": "花园", "area": "community", "owner": "ma"}, new=True),
    Entry(Sort.PROJECT, "p1", "", "", {"owner": "wang"}, {"owner": "ma"}),
    Entry(Sort.STEP, "s9", "", "", {"project": "p1", "line": "翻土", "due": "2026-12-01"}, new=True),
    Entry(Sort.NEED, "n9", "", "", {"line": "缺长椅", "kind": "things", "area": "community"}, new=True),
    Entry(Sort.NEED, "n1", "", "", {"kind": "things"}, {"kind": "room"}),
    Entry(Sort.OFFER, "o9", "", "", {"what": "梯子", "person": "ma"}, new=True),
    Entry(Sort.OFFER, "o1", "", "", {"how_much": "40座"}, {"how_much": ""}),
    Entry(
        Sort.ANSWER,
        "b9",
        "",
        "",
        {"question": "几点开门？", "answer": "九点。", "area": "community", "kind": ""},
        new=True,
    ),
    Entry(Sort.ANSWER, "b1", "", "", {"answer": "二楼。"}, {"answer": "一楼。"}),
    Entry(Sort.END, "p1", "", "", {"result": "好了"}),
)
"""Rows of a sheet about the community, one of each sort that there is."""
COMMANDS = [command for family in FAMILIES for command in family.commands]
ROLES: Mapping[str, tuple[Callable[[Turn[Any], str], None], ...]] = {
    "": (),
    "member": (at("g1", Role.MEMBER),),
    "coordinator": (at("community"),),
}


def seated(test: Callable[..., Awaitable[None]]) -> object:
    """The test runs from each seat."""
    return pytest.mark.asyncio(loop_scope="module")(pytest.mark.parametrize("seat", Seat)(test))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def door() -> AsyncIterator[Door]:
    async with standing() as door:
        yield door


def is_marked(turn: Turn[Any], matter_id: str) -> None:
    """No water in the community, as its desk has marked."""
    content = new_content(turn, "trouble:t1", "trouble", "ma", text="水管在修")
    tell(
        turn, "trouble:t1", "TroubleMarked", by="ma", content=content, kind="water", area="community", until="",
        owner="ma",
    )  # fmt: skip
    turn.tx.troubles.save(Trouble("t1", "water", "community", "ma", content.id, turn.now))


def is_counted(turn: Turn[Any], matter_id: str) -> None:
    """A digest of the community."""
    span = Span(SpanKind.DAY, turn.now - timedelta(days=1), turn.now)
    figures = {Figure.NEW: (Case(matter_id),), Figure.SOLVED: ()}
    made = Digest(span, (Named("community", "community", "桃源社区"),), figures, (), (), Times(), Times(), ())
    text = written(made)
    for figure, portions in text.figures.items():
        turn.tx.digests.add_cases("d1", figure, 0, portions)
    turn.tx.digests.add("d1", ["community"], span, text)


def is_listed(turn: Turn[Any], matter_id: str) -> None:
    """The community needs something, and 马丽 lends something there."""
    ma = turn.tx.people.get("ma")
    need = note_need(turn, ma, area_id="community", kind=NeedKind.ROOM, line="缺间屋")
    turn.tx.statements.run("UPDATE needs SET id = 'n1' WHERE id = :id", id=need.id)
    turn.tx.offers.save(Offer("o1", "ma", "会议室"))
    turn.tx.projects.save(Project("p1", "community", "ma", need.words_id, turn.now))


def is_asked(turn: Turn[Any], matter_id: str) -> None:
    """马丽 asks the community something."""
    content = new_content(turn, "question:q1", "question", "ma", text="开到几点\n六点\n九点")
    turn.tx.contents.add(content)
    turn.tx.mailings.add(Mailing("e1", "question", "q1"))
    on = turn.now.date()
    turn.tx.questions.save(Question("q1", "community", "community", "ma", content.id, turn.now, on, "e1"))


def is_answered(turn: Turn[Any], matter_id: str) -> None:
    """Something is in the community's book, something is proposed for it, and something was withdrawn."""
    today = turn.now.date()
    for id, state in (("b1", EntryState.LIVE), ("b2", EntryState.PROPOSED), ("b3", EntryState.WITHDRAWN)):
        entry = BookEntry(
            id, "community", "", "ma", "", "老年卡在哪办？", "一楼。", today, today, turn.now, state=state
        )
        turn.tx.entries.add(entry)


def is_visited(turn: Turn[Any], matter_id: str) -> None:
    """马丽 was at a shop of the community's."""
    turn.tx.venues.save(Venue("s1", "community", "老王面馆", VisitSort.SHOP, "东门", "ma", turn.now))
    turn.tx.visits.add(Visit("v1", "community", VisitSort.SHOP, "老王面馆", "ma", turn.now, "s1"))


def is_announced(turn: Turn[Any], matter_id: str) -> None:
    """马丽 told the community something."""
    turn.tx.contents.add(Content("k", "notice:k1", "notice", "ma", turn.now, "明天停水"))
    turn.tx.mailings.add(Mailing("e2", "notice", "k1"))
    on = turn.now.date()
    told = Notice("k1", "community", "community", "ma", NoticeKind.OUTAGE, "k", turn.now, on, "e2")
    turn.tx.notices.save(told)
    turn.tx.contents.add(Content("which", "nq:k2", "notice_question", "zhao", turn.now, "几楼？"))
    turn.tx.notice_questions.save(NoticeQuestion("k2", "k1", "zhao", "which", turn.now, "ma"))


def is_told(turn: Turn[Any], matter_id: str) -> None:
    """王芳 and 赵奶奶 are asked whether what she did may be told, and another story of theirs has been."""
    content = new_content(turn, "story:t1", "story", "ma", text="灯亮了")
    turn.tx.contents.add(content)
    story = Story("t1", matter_id, "community", "ma", "zhao", "wang", content.id, turn.now, turn.now)
    turn.tx.stories.save(story)
    turn.tx.stories.save(replace(story, id="t2", state=StoryState.TOLD, told_at=turn.now))


THERE = (is_marked, is_counted, is_listed, is_visited, is_asked, is_answered, is_told, is_announced)
"""Whatever has a button."""


def test_every_right_is_tried() -> None:
    assert OTHERWISE | set(BUTTONS) == set(AreaRight)


@seated
async def test_a_button_serves_whom_the_table_names_and_refuses_all_others(door: Door, seat: Seat) -> None:
    wrong = []
    for right, buttons in BUTTONS.items():
        for button in buttons:
            answer = await door.tries([*THERE, SEATS[seat]], button)
            if answer.refused is may_there(seat, right):
                wrong.append(f"{right}: {button.value}: {answer}")
    assert not wrong


@seated
async def test_what_is_marked_is_read_and_digests_are_read_by_whom_the_table_lets(door: Door, seat: Seat) -> None:
    shown = await door.tries([is_marked, SEATS[seat]], *BUTTONS[AreaRight.KNOW_TROUBLE])
    assert shown.hears("水管在修") is may_there(seat, AreaRight.KNOW_TROUBLE)
    figure = await door.tries([is_counted, SEATS[seat]], BUTTONS[AreaRight.READ_DIGEST][0])
    assert figure.hears("路灯坏了") is may_there(seat, AreaRight.READ_DIGEST)


def sits_higher_too(turn: Turn[Any], matter_id: str) -> None:
    """马丽 is to sit at the street's desk as well."""
    turn.tx.roster.replace([*turn.tx.roster.all(), Appointment("ma", "street", Role.COORDINATOR)])


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("desk", "gives"), [("community", False), ("street", True)])
async def test_a_link_is_given_by_a_desk_over_all_that_it_opens(door: Door, desk: str, gives: bool) -> None:
    answer = await door.tries([at(desk), sits_higher_too], Choice("ro:", "link:ma"))
    assert answer.refused is not gives
    assert answer.hears("https://t.me/bench?start=i") is gives


def alone_at(area_id: str) -> Arrange:
    """The probe sits at this desk instead of all others, and 王芳, who serves below it, at the street's."""

    def arrange(turn: Turn[Any], matter_id: str) -> None:
        members = [post for post in turn.tx.roster.all() if post.role is Role.MEMBER]
        higher = Appointment("wang", "street", Role.COORDINATOR)
        turn.tx.roster.replace([*members, higher, Appointment("probe", area_id, Role.COORDINATOR)])

    return arrange


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("desk", "grants"), [("community", False), ("street", True)])
async def test_a_link_that_has_expired_is_granted_anew_by_such_a_desk_alone(
    door: Door, desk: str, grants: bool
) -> None:
    answer = await door.tries([alone_at(desk)], Choice("inv:wang", "grant:zhao"))
    assert answer.refused is not grants
    assert answer.changed is grants


@seated
async def test_leave_is_taken_down_for_a_colleague_by_whom_the_table_lets(door: Door, seat: Seat) -> None:
    answer = await door.tries([SEATS[seat]], Text("马丽请假到周日"))
    assert answer.hears("马丽休息") is may_there(seat, AreaRight.TAKE_LEAVE)


@seated
async def test_a_desks_days_are_swapped_by_whoever_sits_at_it(door: Door, seat: Seat) -> None:
    def swaps(turn: Turn[Any], person: Person) -> None:
        swap(turn, person, OpenDialog(person.id, "duty", "community"), (f"{turn.today}", "ma"))

    with pytest.raises(NoLongerPossible if may_there(seat, AreaRight.SWAP_DUTY) else NotAllowed):
        await door.runs([SEATS[seat]], swaps)  # to whoever sits there this is no day of hers


@seated
async def test_what_a_sheet_says_is_put_on_the_lists_for_whom_the_table_lets(door: Door, seat: Seat) -> None:
    for entry in ENTRIES:
        may = may_there(seat, AreaRight.KEEP_LISTS)
        wanted: AbstractContextManager[object] = nullcontext() if may else pytest.raises(NotAllowed)
        with wanted:
            await door.runs([is_listed, is_answered, SEATS[seat]], partial(enter, entry=entry))


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("role", ROLES)
async def test_a_command_is_known_to_those_whom_it_is_for_and_to_nobody_else(door: Door, role: str) -> None:
    for command in COMMANDS:
        answer = await door.tries(ROLES[role], Text(f"/{command.name}"))
        assert answer.hears("不认识") is not _is_for(command, role), command.name


def _is_for(command: Command, role: str) -> bool:
    return any(each.name == command.name and each.role in (None, role) for each in COMMANDS)
