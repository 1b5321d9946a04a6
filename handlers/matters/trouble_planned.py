"""What is known before it begins, such as an announced outage: planned, changed, and in force at its time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from domain.matters.trouble import Stage, Step, Trouble
from domain.open import Due, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_card import BEGIN, ask_desk, must_sit_above, plan, show
from handlers.matters.trouble_like_it import offer
from handlers.matters.trouble_until import announced
from handlers.matters.trouble_words import title_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

A_DAY = timedelta(days=1)
NEXT_DAY, UNREAD = "next_day", "unread"
MOST_TRIES = 5


def plan_trouble(
    turn: Turn[MattersTransaction],
    person: Person,
    kind: str,
    area_id: str,
    from_at: datetime,
    until_at: datetime | None,
    words: str,
    notice_id: str = "",
) -> Trouble:
    """In force from `from_at` on, or at once when that has passed; one planned for these hours is shown instead.

    `words` without their times. The caller has seen to it that she may mark trouble there.
    """
    same = _planned_already(turn, kind, area_id, from_at, until_at)
    if same is not None:
        show(turn, same, person, phrase("trouble.already"))
        return same
    trouble = Trouble(
        turn.tx.new_id(), kind, area_id, person.id, "", turn.now, until_at, Stage.PLANNED, line=words, said_at=turn.now,
        from_at=from_at, notice_id=notice_id,
    )  # fmt: skip
    content = new_content(turn, trouble.subject, "trouble", person.id, text=words)
    tell(
        turn, trouble.subject, "TroublePlanned", by=person.id, content=content, kind=kind, area=area_id,
        begins=from_at.isoformat(), until=until_at.isoformat() if until_at else "", owner=person.id, notice=notice_id,
    )  # fmt: skip
    trouble = replace(trouble, words_id=content.id)
    turn.tx.troubles.save(trouble)
    if from_at <= turn.now:
        return _begin(turn, trouble)
    plan(turn, trouble)
    show(turn, trouble, person, phrase("trouble.planned"))
    return trouble


def _planned_already(
    turn: Turn[MattersTransaction], kind: str, area_id: str, from_at: datetime, until_at: datetime | None
) -> Trouble | None:
    """One of the same kind and area whose hours meet these."""
    for each in turn.tx.troubles.not_over():
        meets = (until_at is None or each.from_at is None or each.from_at < until_at) and (
            each.until_at is None or from_at < each.until_at
        )
        if each.from_at is not None and meets and (each.kind, each.area_id) == (kind, area_id):
            return each
    return None


# ---- its time has come ---------------------------------------------------------------------------------------------


def begins(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """From now on reports are answered with it."""
    for row in due:
        trouble = turn.tx.troubles.get(row.subject.partition(":")[2])
        if trouble.stage is Stage.PLANNED and trouble.from_at == datetime.fromisoformat(row.slot):
            _begin(turn, trouble)


def begin_early(turn: Turn[MattersTransaction], person: Person, trouble: Trouble) -> None:
    """It has come before its time. Raises NoLongerPossible."""
    _begin(turn, replace(trouble, from_at=turn.now), by=person)


def _begin(turn: Turn[MattersTransaction], planned: Trouble, by: Person | None = None) -> Trouble:
    running = planned.after(Step.BEGIN)
    turn.tx.troubles.save(running)
    tell(turn, running.subject, "TroubleBegun", by=by.id if by else "", owner=running.owner_id)
    plan(turn, running)
    to = by or turn.tx.people.get(running.owner_id)
    if running.late(turn.now):  # the bot was away meanwhile
        ask_desk(turn, running)
    else:
        show(turn, running, to, phrase("trouble.begun"))
    offer(turn, running, to)
    return running


# ---- another time --------------------------------------------------------------------------------------------------


def ask_replan(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in (line or "" when it stays, begins, until), instants in ISO form, an end that nobody knows as ""."""
    trouble = turn.tx.troubles.seen(dialog.subject)
    for n in range(MOST_TRIES):
        words = phrase("trouble.replan_again" if n else "trouble.replan", title=title_of(turn, trouble))
        given = yield Question(
            f"when.{n}", (words,), (Option(NEXT_DAY, phrase("trouble.next_day")),), valid=lambda value: True,
            read=lambda said: json.dumps(announced(turn, said.text), ensure_ascii=False) if said.text else None,
        )  # fmt: skip
        if given == NEXT_DAY:
            return NEXT_DAY
        if json.loads(given)["begins"]:
            return given
    return ""


def replan(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, given: str) -> None:
    """Nobody waits with it yet. Raises NotAllowed, NoLongerPossible."""
    before = turn.tx.troubles.get(dialog.subject)
    must_sit_above(turn, person, before)
    assert before.from_at is not None
    if not given:
        show(turn, before, person)
        return
    begins_at, until_at = before.from_at + A_DAY, before.until_at + A_DAY if before.until_at else None
    if given != NEXT_DAY:
        said = json.loads(given)
        begins_at = datetime.fromisoformat(said["begins"])
        until_at = datetime.fromisoformat(said["until"]) if said["until"] else None
    moved = before.after(Step.CHANGE, from_at=begins_at, until_at=until_at)
    turn.tx.troubles.save(moved)
    plan(turn, moved)
    show(turn, moved, person, phrase("trouble.replanned"))
    tell(  # whoever hears of it may ask her something about it, below
        turn, moved.subject, "TroubleChanged", by=person.id, begins=begins_at.isoformat(),
        until=until_at.isoformat() if until_at else "",
    )  # fmt: skip


REPLAN = Script("replan_trouble", ask_replan, replan, calm=True)
TICKS = {BEGIN: begins}
