"""Open dialogs as a release stores them, one of each script, in a world where everything has the same name every time.

`python -m tests.handlers.record 0.1.0` writes them down once for a release; the tests of later ones replay them.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.crafts.places import Places
from domain.areas import Spot
from domain.clocks import Clocks
from domain.events import Content
from domain.explaining.entry import Entry
from domain.explaining.notice import Notice, NoticeKind, NoticeQuestion
from domain.explaining.story import Story, StoryState
from domain.listening.meeting import Meeting, MeetingKind, MeetingState, Stop
from domain.listening.need import Heard, Need, NeedKind
from domain.listening.project import Project
from domain.listening.question import Question, QuestionState
from domain.listening.slip import Slip
from domain.listening.venue import Venue
from domain.listening.visit import Visit, VisitSort
from domain.mailing import Mailing, Stage
from domain.matters.draft import Draft
from domain.matters.matter import Cause, Level, Matter, State, Tier, Wish, Word
from domain.matters.seasons import Practice, heating_pack
from domain.matters.trouble import Stage as Planned
from domain.matters.trouble import Trouble
from domain.messages import Address, Inbound, Outbound, Text, Urgency
from domain.open import OpenDialog
from domain.people.person import Absence, Appointment, Invitation, Person, Role
from handlers.dialogs import answer, begin
from handlers.families import FAMILIES
from handlers.questions import Script
from handlers.turn import Contacts, House, Turn
from storage.database import open_database
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.stories.district import AREAS, GATE

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
FOLDER = Path(__file__).parent / "recorded"
LI, WANG, BACK = (Address("telegram", account) for account in ("1001", "1002", "1004"))
SCRIPTS: dict[str, Script] = {script.name: script for family in FAMILIES for script in family.scripts}


def said(words: str) -> dict[str, Any]:
    return Draft(NOW, NOW).with_words("7", words, NOW).to_json()


ANNOUNCED = {
    "kind": "policy", "text": "量血压", "media": [], "topics": ["elders"], "danger": False, "area": "community",
    "until": "2026-12-01", "outage": "", "worded": True,
}  # fmt: skip
"""A notice of which every part is known."""
BEGUN: tuple[tuple[str, str, dict[str, Any], tuple[str, ...]], ...] = (
    ("report", "nowhere", said("路灯坏了"), ()),
    ("report", "somewhere", said("路灯坏了"), ("桃源里3号楼",)),
    ("report", "mended", said("3号楼路灯坏了"), ("改一改", "4", "改一改")),
    ("report", "denied", said("3号楼路灯坏了"), ("不是报事",)),
    ("which", "w", said("旁边那个也快不行了"), ()),
    ("close", "taken", {}, ("办好了",)),
    ("reopen", "reported", {}, ()),
    ("hand_on", "taken", {}, ()),
    ("hand_up", "climbed", {}, ()),
    ("hand_down", "climbed", {}, ()),
    ("to_hotline", "taken", {}, ()),
    ("hotline_no", "taken", {}, ()),
    ("number_for_hotline", "taken", {}, ()),
    ("hotline_in", "taken", {}, ("20261123-000123",)),
    ("give", "waiting", {}, ()),
    ("more", "taken", {}, ("是哪一类？",)),
    ("ready", "taken", {}, ()),
    ("mine", "waiting", {}, ("不办了，撤回",)),
    ("call", "waiting", {}, ("13800001111",)),
    ("place", "waiting", {}, ()),
    ("leave", "", {"words": "下周请假"}, ()),
    ("join", "hash", {}, ()),
    ("mark_trouble", "waiting", {}, ("灯杆坏了，六点左右",)),
    ("change_trouble", "leak", {}, ("在等配件",)),
    ("end_trouble", "leak", {}, ()),
    ("withdraw_trouble", "leak", {}, ()),
    ("replan_trouble", "outage", {}, ()),
    ("note", "taken", {}, ()),
    ("pause", "taken", {}, ()),
    ("extend", "taken", {}, ()),
    ("refuse_time", "taken", {"at": 0}, ()),
    ("urgency", "waiting", {}, ()),
    ("go_with", "waiting", {}, ()),
    ("mediate", "quarrel", {}, ()),
    ("split", "taken", {}, ()),
    ("unite", "taken", {}, ()),
    ("help", "taken", {}, ()),
    ("mute", "muted", {}, ()),
    ("season", "cold", {"left": "scope degrees"}, ()),
    ("find", "", {}, ()),
    ("duty", "community", {}, ()),
    ("accept_away", "waiting", {}, ()),
    ("roster_add", "g1", {}, ("李梅 13800000009",)),
    ("roster_order", "g2", {}, ()),
    ("roster_edit", "wang", {"what": "skills"}, ()),
    ("roster_out", "wang", {}, ()),
    ("need", "", {}, ("缺个投影仪",)),
    ("visit", "", {}, ("桃源里3号楼", "楼道灯坏了")),
    ("visit_matter", "v1", {}, ()),
    ("visit_need", "v1", {}, ()),
    ("claim", "slip", {}, ()),
    ("venue_find", "", {}, ()),
    ("venue_add", "", {}, ("老王面馆",)),
    ("venue_rename", "s1", {}, ()),
    ("need_take", "n1", {}, ()),
    ("need_strike", "n1", {}, ()),
    ("need_withdraw", "n1", {}, ()),
    ("offer", "", {}, ("投影仪",)),
    ("project", "n1", {}, ("新立一个", "放电影")),
    ("project_steps", "p1", {}, ()),
    ("project_strike", "p1", {}, ()),
    ("project_drop", "p1", {}, ()),
    ("meeting", "", {}, ("协商议事会", "桃源社区", "活动室", "周六下午3点", "就谈坡道", "就这些", "周敏")),
    ("meeting_move", "e1", {}, ("周日下午3点",)),
    ("meeting_cancel", "e1", {}, ()),
    ("meeting_came", "e2", {}, ()),
    ("meeting_minutes", "e2", {}, ("坡道由物业出料",)),
    ("meeting_find", "e1/1", {}, ()),
    ("meeting_resolve", "e2", {}, ("量好坡道尺寸", "派成任务", "周敏")),
    ("entry", "", {}, ("老年卡在哪办？", "一楼大厅。")),
    ("entry_change", "b1", {}, ("哪一类",)),
    ("book_look", "", {"words": "哪里能学游泳", "found": "", "sure": False}, ()),
    ("question", "", {}, ("活动室开到几点好", "六点/九点")),
    ("question_words", "q1", {}, ()),
    ("question_meant", "q1", said("种点花"), ()),
    ("question_end", "q1", {}, ()),
    ("question_outcome", "q2", {}, ()),
    ("notice", "", {}, ("停水停电", "周四上午停水", "不是")),
    ("notice_sure", "", ANNOUNCED, ()),
    ("notice_ask", "n1", {}, ()),
    ("notice_meant", "n1", said("几楼停？"), ()),
    ("notice_answer", "nq1", {}, ()),
    ("notice_withdraw", "n1", {}, ()),
    ("notice_missed", "n1", {}, ()),
    ("story", "told", {}, ()),
    ("story_edit", "s1", {}, ()),
    ("story_notice", "s2", {}, ()),
    ("tale", "s1", {}, ()),
)
"""Script, subject, draft, and what was typed into it. The one person is resident, member and desk at once."""
OTHERS = {"accept_away": "zhou"}
"""Who has it when it is not she: somebody on leave."""


def world(tx: Transaction) -> None:
    tx.areas.replace(AREAS, [GATE])
    for id, name, address in (("li", "李叔", LI), ("wang", "王芳", WANG)):
        tx.people.save(Person(id, name))
        tx.people.bind(id, address)
    tx.people.save(Person("zhou", "周敏"))
    tx.people.save(Person("boy", "小吴"))
    tx.roster.add_absence(Absence("zhou", tx.now - timedelta(days=1), tx.now + timedelta(days=1)))
    tx.roster.replace(
        [
            Appointment("li", "g1", Role.MEMBER, 1),
            Appointment("wang", "g2", Role.MEMBER, 1),
            Appointment("zhou", "g2", Role.MEMBER, 2),
            Appointment("li", "community", Role.COORDINATOR),
            Appointment("wang", "street", Role.COORDINATOR),
        ]
    )
    tx.roster.invite(Invitation("hash", "wang", tx.now))
    for n, state in enumerate((State.WAITING, State.TAKEN, State.REPORTED)):
        tx.matters.add(_matter(state, n + 1))
    tx.matters.add(
        replace(_matter(State.WAITING, 4), id="climbed", reporter_id="boy", level=Level.COMMUNITY, came="up")
    )
    tx.matters.add(replace(_matter(State.WAITING, 5), id="cold", kind="heating", tier=Tier.UTILITY))
    tx.matters.add(replace(_matter(State.TAKEN, 6), id="quarrel", kind="neighbours", wish=Wish.QUIET_WORD, what=""))
    tx.matters.add(replace(_matter(State.WAITING, 7), id="muted", reporter_id="boy"))
    tx.contents.add(Content("words", "trouble:leak", "trouble", "li", tx.now, "水管爆了"))
    tx.troubles.save(Trouble("leak", "water", "g1", "li", "words", tx.now))
    planned = Trouble("outage", "power", "g1", "li", "words", tx.now, from_at=tx.now + timedelta(days=1))
    tx.troubles.save(replace(planned, stage=Planned.PLANNED))
    tx.contents.add(Content("heard", "visit:v1", "visit", "li", tx.now, "楼道灯坏了"))
    tx.visits.add(Visit("v1", "g1", VisitSort.HOME, "桃源里3号楼", "li", tx.now, words_id="heard"))
    tx.slips.add(Slip("slip", "waiting", "li", tx.now))
    tx.venues.save(Venue("s1", "g1", "老王面馆", VisitSort.SHOP, "东门", "li", tx.now))
    tx.contents.add(Content("lacks", "need:n1", "need", "li", tx.now, "缺个投影仪"))
    tx.contents.add(Content("called", "project:p1", "project", "li", tx.now, "露天电影"))
    tx.projects.save(Project("p1", "g1", "li", "called", tx.now))
    tx.contents.add(Content("asked", "question:q1", "question", "li", tx.now, "活动室开到几点好\n六点\n九点"))
    tx.mailings.add(Mailing("e1", "question", "q1", Stage.DONE))
    question = Question("q1", "community", "g1", "li", "asked", tx.now, NOW.date(), "e1")
    for each in (question, replace(question, id="q2", state=QuestionState.ENDED)):
        tx.questions.save(each)
    tx.contents.add(Content("place", "meeting:e1", "meeting_place", "li", tx.now, "活动室"))
    walk = Meeting("e1", "community", MeetingKind.FIELD, "li", "place", NOW + timedelta(days=5), NOW)
    tx.meetings.save(walk)
    tx.meetings.save_stop(Stop("e1", 1, "place"))
    tx.meetings.save(replace(walk, id="e2", state=MeetingState.HELD, starts_at=NOW - timedelta(days=1)))
    tx.needs.add(Need("n1", "g1", NeedKind.THINGS, Heard.DIRECT, "", "li", tx.now, "lacks"))
    tx.entries.add(
        Entry("b1", "community", "", "li", "li", "老年卡在哪办？", "一楼大厅。", NOW.date(), NOW.date(), NOW)
    )
    tx.contents.add(Content("announced", "notice:n1", "notice", "li", tx.now, "周四上午停水"))
    tx.mailings.add(Mailing("e4", "notice", "n1", Stage.DONE))
    tx.notices.save(Notice("n1", "community", "g1", "li", NoticeKind.OUTAGE, "announced", tx.now, NOW.date(), "e4"))
    tx.contents.add(Content("which", "nq:nq1", "notice_question", "wang", tx.now, "几楼？"))
    tx.people.save(Person("back", "何婶", spot_grid="g1"))
    tx.people.bind("back", BACK)
    tx.outbox.put(Outbound(BACK, (Text("停水"),), urgency=Urgency.NOTICE, key="mailing:e4"))
    for letter in tx.outbox.claim(tx.now, 1):
        tx.outbox.dead(letter.id, "blocked")
    tx.notice_questions.save(NoticeQuestion("nq1", "n1", "wang", "which", tx.now, "li"))
    tx.people.bind("boy", Address("telegram", "1003"))
    ended = replace(_matter(State.ENDED, 8), id="told", reporter_id="boy", cause=Cause.SOLVED, word=Word.SOLVED)
    tx.matters.add(ended)
    tx.contents.add(Content("tale", "story:s1", "story", "wang", tx.now, "一栋楼的灯亮了。"))
    until = NOW + timedelta(days=7)
    story = Story("s1", "muted", "community", "li", "boy", "li", "tale", NOW, until)
    tx.stories.save(story)
    tx.stories.save(replace(story, id="s2", state=StoryState.TOLD, told_at=NOW))


def _matter(state: State, seq: int) -> Matter:
    cause = Cause.SOLVED if state is State.REPORTED else None
    due = NOW + timedelta(hours=1)
    plain = Matter(
        state.value, NOW.date(), seq, "li", "lighting", Tier.ORDINARY, Spot("g1", "桃源里3号楼"), "路灯坏了", state,
        "li", Level.GRID, NOW, NOW, due, due, due, due, cause=cause,
    )  # fmt: skip
    return replace(plain, contacted_at=None if state is State.WAITING else NOW)


def house() -> House:
    return House(
        Clocks(), Contacts("0931-1234567"), Places(AREAS), "https://t.me/bench?start=",
        practice=Practice(packs=(heating_pack(),)),
    )  # fmt: skip


def record(tx: Transaction) -> list[OpenDialog]:
    """Begins each, answers what is typed into it, and takes down the question at which it stands."""
    rows = []
    turn = Turn(tx, house())
    for name, subject, draft, typed in BEGUN:
        person = tx.people.get(OTHERS.get(name, "li"))
        begin(turn, person, SCRIPTS[name], subject=subject, draft=draft)
        for n, words in enumerate(typed):
            inbound = Inbound(LI, f"{name}{subject}{n}", NOW, (Text(words),))
            open_now = tx.dialogs.find(person.id, name, subject)
            assert open_now is not None
            assert answer(turn, person, SCRIPTS[name], open_now, inbound), (name, words)
        row = tx.dialogs.find(person.id, name, subject)
        assert row is not None, name
        rows.append(row)
        tx.dialogs.drop(row)
    return rows


async def in_the_world(act: Callable[[Transaction], Any]) -> Any:
    clock = FakeClock(NOW)
    database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)
    try:
        await database.transact("world", world)
        return await database.transact("act", act)
    finally:
        await database.close()


def main(release: str) -> None:
    rows = asyncio.run(in_the_world(record))
    lines = [json.dumps(asdict(row), ensure_ascii=False, default=str) for row in rows]
    (FOLDER / f"{release}.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
