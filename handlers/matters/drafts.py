"""Drafts: what is gathered before a matter is handed in, and the two friendly reminders of one that was left lying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.matters.danger import danger_in
from domain.matters.draft import Draft
from domain.matters.kinds import kind_of
from domain.messages import Edited, Inbound, Keys, Location
from domain.open import Due, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Script, advance, begin
from handlers.keyboard import lasting_keys
from handlers.matters.answered import ANSWERS, NOT_FOUND, heard, looked
from handlers.matters.command import (
    REPORT_NAME,
    AddTo,
    FileMatter,
    FileSeveral,
    NotAMatter,
    SayAnew,
    WasAnswered,
    line_of,
)
from handlers.matters.danger import file_danger
from handlers.matters.filing import file_matter
from handlers.matters.gathering import grown
from handlers.matters.nagging import NAGGED, begin_hour, free_at
from handlers.matters.own_again import NEW
from handlers.matters.ports import MattersTransaction
from handlers.matters.report import run
from handlers.matters.season_questions import after_filing
from handlers.matters.talking import Saying, from_resident
from handlers.speaking import quiet, send
from handlers.turn import Turn

Handed = FileMatter | FileSeveral | AddTo | NotAMatter | WasAnswered | SayAnew
"""What a report ends in."""
ALBUM_QUIET = timedelta(seconds=2)
FIRST_NUDGE = timedelta(minutes=10)
MORNING = 8
APART = timedelta(hours=2)
ASKS_WHERE = ".words"
"""Ends the keys of questions where it is: neither a voice note nor a picture answers them."""
SHORT = 14
"""Characters of a draft's words by which she will know it."""


def start(
    turn: Turn[MattersTransaction], person: Person, draft: Draft, *, new: bool = False, unanswered: str | None = None
) -> None:
    """Opens a report with this draft, unless she has filed too many within the hour. Danger is filed as it is.

    `new`: she has said that it is none of her other matters. `unanswered`: it is a question, and what was
    shown to her ("" for nothing) did not answer it.
    """
    danger = danger_in(draft.words)
    if danger is not None and danger.certain:
        file_danger(turn, person, draft, danger)
        return
    recent = [
        m.filed_at for m in turn.tx.matters.of_reporter(person.id, 100) if m.filed_at > turn.now - timedelta(hours=1)
    ]
    if len(recent) >= turn.house.reports_per_hour:
        again = min(recent) + timedelta(hours=1)
        send(turn, person, phrase("draft.quota", n=len(recent), time=again, desk=turn.house.contacts.desk))
        return
    known = {ANSWERS: NOT_FOUND + unanswered} if unanswered is not None else looked(turn, person, draft)
    kept = {**draft.to_json(), **known, **({NEW: True} if new else {})}
    begin(turn, person, REPORT, subject=turn.tx.new_id(), draft=kept)


def gather(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, inbound: Inbound) -> None:
    """More media, words or a pin for the draft, whatever question is open."""
    before = Draft.from_json(dialog.draft)
    more = grown(before, inbound)
    known = {} if before.words else looked(turn, person, more)
    still_where = bool(inbound.media) and dialog.key.endswith(ASKS_WHERE) and inbound.part(Location) is None
    advance(
        turn, person, REPORT, replace(dialog, draft={**dialog.draft, **more.to_json(), **known}),
        in_place=inbound.part(Edited) is not None, lead=phrase("place.still") if still_where else None,
    )  # fmt: skip


def holding(turn: Turn[MattersTransaction], person: Person, handle: str) -> list[OpenDialog]:
    """The drafts that hold the message with this handle."""
    found = [dialog for dialog in turn.tx.dialogs.of(person.id) if dialog.script == REPORT_NAME]
    return [d for d in found if any(said.handle == handle for said in Draft.from_json(d.draft).said)]


def edited(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """An edited message that is part of a draft: the summary follows."""
    found = holding(turn, person, inbound.handle) if inbound.text else []
    for dialog in found:
        gather(turn, person, dialog, inbound)
    return bool(found)


def finish(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, result: Handed) -> None:
    turn.tx.schedule.cancel(_subject(dialog), ("draft",))
    match result:
        case FileMatter():
            matter = file_matter(turn, person, result)
            if result.unanswered:
                heard(turn, person, result.unanswered, matter.id)
            after_filing(turn, person, matter)
        case FileSeveral():
            for command in result.commands:
                file_matter(turn, person, command)
            if result.rest is not None:
                start(turn, turn.tx.people.get(person.id), result.rest, new=True)
        case WasAnswered():
            heard(turn, person, result.shown, "")
        case AddTo():
            _add(turn, person, result)
        case SayAnew():
            before = Draft.from_json(dialog.draft)
            start(turn, person, replace(before, sent_at=turn.now, last_at=turn.now, said=(), media=(), location=None))
        case NotAMatter():
            send(turn, person, phrase(f"draft.{result.why}"), Keys(lasting_keys(turn, person)))


def _add(turn: Turn[MattersTransaction], person: Person, command: AddTo) -> None:
    draft = command.draft
    handle = draft.said[0].handle if draft.said else ""
    from_resident(turn, person, turn.tx.matters.get(command.matter_id), Saying(draft.words, draft.media, handle))


def hold(dialog: OpenDialog) -> datetime | None:
    """The parts of an album arrive one by one: the summary waits until two seconds have passed without another."""
    draft = Draft.from_json(dialog.draft)
    return draft.last_at + ALBUM_QUIET if draft.album else None


# ---- a draft left lying --------------------------------------------------------------------------------------------


def _subject(dialog: OpenDialog) -> str:
    return f"draft:{dialog.person_id}:{dialog.subject}"


def remember(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> None:
    """Ten minutes after the last question one reminder, the next morning another, then the draft is dropped and that
    is said.
    """
    turn.tx.schedule.cancel(_subject(dialog), ("draft",))
    at = turn.house.clocks.next_awake(turn.now + FIRST_NUDGE)
    turn.tx.schedule.add(Due("draft", _subject(dialog), f"first:{dialog.prompt}", at))


def remind(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    for row in due:
        _, person_id, subject = row.subject.split(":")
        dialog = turn.tx.dialogs.find(person_id, REPORT.name, subject)
        if dialog is None:
            continue
        person = turn.tx.people.get(person_id)
        stage = row.slot.partition(":")[0]
        if stage == "last":
            turn.tx.dialogs.drop(dialog)
            words = phrase("draft.dropped", what=short(dialog), desk=turn.house.contacts.desk)
            send(turn, person, words, silent=quiet(turn))
            continue
        free = turn.house.clocks.next_awake(free_at(turn, NAGGED, person_id))
        if free > turn.now:  # she has just been asked about something else
            turn.tx.schedule.add(Due("draft", row.subject, f"{stage}:{turn.tx.new_id()}", free))
            continue
        begin_hour(turn, NAGGED, person_id)
        lead = phrase("draft.nudge" if stage == "first" else "draft.nudge_morning")
        advance(turn, person, REPORT, dialog, lead=lead)
        turn.tx.schedule.cancel(row.subject, ("draft",))
        following = "morning" if stage == "first" else "last"
        turn.tx.schedule.add(Due("draft", row.subject, f"{following}:{dialog.prompt}", _next_morning(turn)))


def short(dialog: OpenDialog) -> object:
    """What a draft is about, in a few words."""
    draft = Draft.from_json(dialog.draft)
    if not draft.words:
        return phrase(kind_of(draft.unheard).name_key)
    return cut(line_of(draft.words), SHORT)


def cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most] + "…"


def _next_morning(turn: Turn[Any]) -> datetime:
    """Eight o'clock; who was asked at seven is left alone until tomorrow."""
    local = turn.now.astimezone(turn.house.zone)
    morning = local.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    if morning <= local + APART:
        morning += timedelta(days=1)
    return morning.astimezone(turn.now.tzinfo)


def left(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> None:
    finish(turn, person, dialog, NotAMatter("nothing"))


REPORT = Script(REPORT_NAME, run, finish, gathers=True, opened=remember, left=left, hold=hold)
