"""Drafts: what is gathered before a matter is handed in, and the two friendly reminders of one that was left lying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.matters.draft import Draft
from domain.messages import Edited, Inbound, Location, Media, MediaKind
from domain.open import Due, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Script, advance, begin
from handlers.matters.assigning import first_owner, owner_name
from handlers.matters.command import FileMatter, NotAMatter
from handlers.matters.filing import file_matter
from handlers.matters.ports import MattersTransaction
from handlers.matters.report import run
from handlers.speaking import quiet, send
from handlers.turn import Turn

ALBUM_QUIET = timedelta(seconds=2)
FIRST_NUDGE = timedelta(minutes=10)
MORNING = 8
REFUSED = (MediaKind.DOCUMENT, MediaKind.STICKER)
LARGEST = 20 * 1024 * 1024
"""Bytes; the platform hands nothing larger to a bot."""


def draft_of(inbound: Inbound) -> Draft:
    draft = Draft(inbound.sent_at, inbound.sent_at, media=kept_media(inbound), location=inbound.part(Location))
    return draft.with_words(inbound.handle, inbound.text, inbound.sent_at) if inbound.text else draft


def kept_media(inbound: Inbound) -> tuple[Media, ...]:
    """What can be passed on: no files of unknown content, nothing that is too large, no stickers. Captions stay as words."""
    return tuple(replace(m, caption="") for m in inbound.media if m.kind not in REFUSED and m.size <= LARGEST)


def refuse_files(turn: Turn[Any], person: Person, inbound: Inbound) -> None:
    """Says which part was not kept, and what to do instead."""
    if any(m.size > LARGEST for m in inbound.media):
        send(turn, person, phrase("draft.too_large"))
    elif any(m.kind is MediaKind.DOCUMENT for m in inbound.media):
        send(turn, person, phrase("draft.no_files"))


def start(turn: Turn[MattersTransaction], person: Person, draft: Draft) -> None:
    """Opens a report with this draft, unless she has filed too many within the hour."""
    recent = [
        m.filed_at for m in turn.tx.matters.of_reporter(person.id, 100) if m.filed_at > turn.now - timedelta(hours=1)
    ]
    if len(recent) >= turn.house.reports_per_hour:
        again = min(recent) + timedelta(hours=1)
        send(turn, person, phrase("draft.quota", n=len(recent), time=again, desk=turn.house.contacts.desk))
        return
    begin(turn, person, REPORT, subject=turn.tx.new_id(), draft=draft.to_json())


def gather(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, inbound: Inbound) -> None:
    """More media, words or a pin for the draft, whatever question is open."""
    draft = Draft.from_json(dialog.draft)
    if inbound.text:
        draft = draft.with_words(inbound.handle, inbound.text, inbound.sent_at)
    draft = replace(
        draft,
        media=(*draft.media, *kept_media(inbound)),
        location=inbound.part(Location) or draft.location,
        last_at=inbound.sent_at,
    )
    advance(turn, person, REPORT, replace(dialog, draft=draft.to_json()), in_place=inbound.part(Edited) is not None)


def edited(turn: Turn[MattersTransaction], person: Person, inbound: Inbound) -> bool:
    """An edited message that is part of a draft: the summary follows."""
    for dialog in turn.tx.dialogs.of(person.id):
        if dialog.script == REPORT.name and any(
            said.handle == inbound.handle for said in Draft.from_json(dialog.draft).said
        ):
            gather(
                turn,
                person,
                dialog,
                replace(inbound, parts=tuple(p for p in inbound.parts if not isinstance(p, Media))),
            )
            return True
    return False


def finish(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, result: FileMatter | NotAMatter) -> None:
    turn.tx.schedule.cancel(_subject(dialog), ("draft",))
    if isinstance(result, NotAMatter):
        send(turn, person, phrase(f"draft.{result.why}"))
    else:
        file_matter(turn, person, result)


def hold(dialog: OpenDialog) -> datetime | None:
    """The parts of an album arrive one by one: the summary waits until two seconds have passed without another."""
    draft = Draft.from_json(dialog.draft)
    return draft.last_at + ALBUM_QUIET if draft.album else None


# ---- a draft left lying --------------------------------------------------------------------------------------------


def _subject(dialog: OpenDialog) -> str:
    return f"draft:{dialog.person_id}:{dialog.subject}"


def remember(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> None:
    """Ten minutes after the last question one reminder, the next morning another, then the draft is dropped and that is said."""
    turn.tx.schedule.cancel(_subject(dialog), ("draft",))
    turn.tx.schedule.add(Due("draft", _subject(dialog), f"first:{dialog.prompt}", turn.now + FIRST_NUDGE))


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
            send(turn, person, phrase("draft.dropped", desk=turn.house.contacts.desk), silent=quiet(turn))
            continue
        send(
            turn,
            person,
            phrase("draft.nudge", member=owner_name(first_owner(turn, person.spot_grid))),
            silent=quiet(turn),
        )
        advance(turn, person, REPORT, dialog)
        turn.tx.schedule.cancel(row.subject, ("draft",))
        following = "morning" if stage == "first" else "last"
        turn.tx.schedule.add(Due("draft", row.subject, f"{following}:{dialog.prompt}", _next_morning(turn)))


def _next_morning(turn: Turn[Any]) -> datetime:
    local = turn.now.astimezone(turn.house.zone)
    return (
        (local + timedelta(days=1)).replace(hour=MORNING, minute=0, second=0, microsecond=0).astimezone(turn.now.tzinfo)
    )


REPORT = Script("report", run, finish, gathers=True, opened=remember, hold=hold)
