"""Meetings of the three weeks: one council that was held, with what was agreed, and a small bench meeting to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from domain.listening.meeting import Answer, MeetingKind
from domain.listening.resolution import Becomes
from domain.open import OpenDialog
from handlers.listening.meetings.attending import hold
from handlers.listening.meetings.becoming import Resolved, make
from handlers.listening.meetings.calling import Called, call
from handlers.listening.meetings.inviting import answered
from handlers.listening.meetings.minutes import keep_minutes
from handlers.turn import Turn

Act = Callable[[Turn[Any]], object]
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ROOM, GATE = ("社区活动室", "the community room"), ("桃源里东门", "the east gate of Peach Court")
RAMP, CLOTHES = ("w:3号楼门口的坡道", "w:The ramp at Building 3"), ("w:楼下晾衣的地方", "w:Where to hang the washing")
CAME = ("王芳、陈亮、赵奶奶等11人", "Wang Fang, Chen Liang and nine others")
MINUTES = (
    '{"text": "坡道大家都赞成，料由物业出，工由志愿者出。", "media": []}',
    '{"text": "All want the ramp: the caretakers give the material, volunteers the work.", "media": []}',
)
ASKED, LINES = (
    ("问清坡道要办什么手续", "Find out which permit the ramp needs"),
    ("晾衣架每月查一次", "Look at the lines monthly"),
)


def met(opening: datetime, which: int) -> list[tuple[datetime, Act]]:
    """At which instants what was done, in the order of time; `which` language of each pair."""
    ids = dict[str, str]()
    council_at = opening - 13 * DAY + 5 * HOUR

    def calls(name: str, by: str, said: Called) -> Act:
        def act(turn: Turn[Any]) -> None:
            call(turn, turn.tx.people.get(by), OpenDialog(by, "meeting", ""), said)
            ids[name] = turn.tx.statements.one("SELECT id FROM meetings ORDER BY number DESC LIMIT 1")["id"]

        return act

    def answers(name: str, by: str, answer: Answer) -> Act:
        return lambda turn: answered(turn, turn.tx.people.get(by), turn.tx.meetings.get(ids[name]), answer)

    def is_over(turn: Turn[Any]) -> None:
        ma, subject = turn.tx.people.get("ma"), ids["council"]
        hold(turn, ma, OpenDialog("ma", "meeting_came", subject), CAME[which])
        keep_minutes(turn, ma, OpenDialog("ma", "meeting_minutes", subject), (MINUTES[which],))
        meeting = turn.tx.meetings.get(subject)
        task = Resolved(ASKED[which], Becomes.TASK, owner_id="chen", due=turn.today + 18 * DAY)
        for resolved in (task, Resolved(LINES[which], Becomes.NOTED)):
            make(turn, ma, meeting, resolved)

    council = Called(
        MeetingKind.COUNCIL, "taoyuan", ROOM[which], council_at, (), (RAMP[which], CLOTHES[which]), ("p:wang chen",)
    )
    bench = Called(
        MeetingKind.BENCH, "g1", GATE[which], opening + DAY + 5 * HOUR, (), (CLOTHES[which],), ("p:chen", "living")
    )  # fmt: skip
    return [
        (council_at - 4 * DAY, calls("council", "ma", council)),
        (council_at - 4 * DAY + HOUR, answers("council", "wang", Answer.COMES)),
        (council_at + 2 * HOUR, is_over),
        (opening - DAY, calls("bench", "wang", bench)),
        (opening - DAY + HOUR, answers("bench", "chen", Answer.COMES)),
    ]
