"""写通知: a desk writes a notice part by part, sees it as people will and how many they are, and sends it or not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed
from domain.explaining.notice import NoticeDraft, NoticeKind, holds_print, relative_day
from domain.explaining.topics import Topic
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from domain.rights import AreaRight
from handlers.dialogs import Asking, Option, Script, advance, begin, choose, withdraw
from handlers.explaining.notices.composing import ask_danger, ask_kind, ask_topics, ask_until, ask_where
from handlers.explaining.notices.counting import counted, told_today
from handlers.explaining.notices.letters import letter
from handlers.explaining.notices.material import ALBUM_AT, MEDIA, TEXT, ask_material, hold, refused, with_media
from handlers.explaining.notices.outage import ask_outage, goes_with, last_day, outage_of, plan_outage
from handlers.explaining.notices.page import show_notice
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.sending import as_it_will_be, send_out
from handlers.explaining.notices.words import LETTER
from handlers.questions import NO, YES
from handlers.reach import must
from handlers.roles import desks_of
from handlers.speaking import Line, Strong, send
from handlers.turn import Turn

NAME, SURE_NAME = "notice", "notice_sure"
OFF = "outage"
WORDED = "worded"
"""Marks a draft whose words are settled, though there be none."""
PARTS: Mapping[str, tuple[str, ...]] = {
    "kind": ("kind", "danger", OFF),
    "words": (TEXT, MEDIA, ALBUM_AT, WORDED, "danger", OFF),
    "topics": ("topics",),
    "area": ("area",),
    "until": ("until",),
    "outage": (OFF, "until"),
}
"""What can be changed in the end, and what of the draft is asked for anew by that."""
PREVIEW = f"{LETTER}preview"
"""The prompt of buttons that only show what they will be."""


def start(turn: Turn[NoticesTransaction], person: Person, words: str = "") -> None:
    """`words`: what it says, if that is known. Raises NotAllowed."""
    if not desks_of(turn, person):
        raise NotAllowed(NAME)
    begin(turn, person, WRITE, draft={TEXT: words.strip()} if words.strip() else {})


# ---- part by part --------------------------------------------------------------------------------------------------


def write(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Asks for what the draft does not hold yet; ends in the whole draft. Raises NotAllowed."""
    draft: Mapping[str, Any] = dialog.draft
    kind, begun = (
        (NoticeKind(draft["kind"]), "") if "kind" in draft else (yield from ask_kind(len(draft.get(MEDIA, ()))))
    )
    text = draft[TEXT] if WORDED in draft else (yield from ask_material(draft, begun))
    topics = draft["topics"] if "topics" in draft else [*(yield from ask_topics(kind))]
    danger = draft["danger"] if "danger" in draft else (yield from ask_danger(kind, text))
    area_id = draft["area"] if "area" in draft else (yield from ask_where(turn, person))
    off = draft.get(OFF, "")
    if kind is NoticeKind.OUTAGE and OFF not in draft:
        off = yield from ask_outage(turn, person, text)
    until = draft.get("until") or last_day(turn, off) or (yield from ask_until(turn, kind)).isoformat()
    return {
        "kind": kind.value, TEXT: text, MEDIA: [*draft.get(MEDIA, ())], "topics": [str(topic) for topic in topics],
        "danger": danger, "area": area_id, "until": until, OFF: off, WORDED: True,
    }  # fmt: skip


def gather(turn: Turn[NoticesTransaction], person: Person, inbound: Inbound) -> bool:
    """Pictures and files go to the notice that is being written, whatever is asked just now; then it is seen anew."""
    front = turn.tx.dialogs.front(person.id)
    if front is None or front.script not in (NAME, SURE_NAME):
        return False
    if refused(turn, person, front.draft, inbound):
        return True
    draft = with_media(front, inbound)
    if front.script == NAME:
        advance(turn, person, WRITE, replace(front, draft=draft))
    else:
        withdraw(turn, person, front)
        begin(turn, person, WRITE, draft=draft)
    return True


def draft_of(said: Mapping[str, Any]) -> NoticeDraft:
    return NoticeDraft(
        NoticeKind(said["kind"]), said[TEXT], said["area"], date.fromisoformat(said["until"]), tuple(said[MEDIA]),
        tuple(Topic(topic) for topic in said["topics"]), said["danger"],
    )  # fmt: skip


def preview(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog, said: dict[str, object]) -> None:
    """As people will read it; below, whom it reaches, and whether it is right so. Raises NotAllowed."""
    draft = draft_of(said)
    seen = letter(turn, as_it_will_be(turn, person, draft))
    send(turn, person, phrase("notices.seen"), silent=True)
    buttons = (*seen.taps, *(row for _, rows in seen.below for row in rows))
    send(turn, person, *seen.lines, taps=buttons, prompt=PREVIEW, silent=True)
    begin(turn, person, SURE, draft=said)


WRITE = Script(NAME, write, preview, calm=True, hold=hold)


# ---- sure ----------------------------------------------------------------------------------------------------------


def ask_sure(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in YES, NO, or the part that is to be changed. Raises NotAllowed, NoLongerPossible."""
    draft = draft_of(dialog.draft)
    must(turn, person, draft.area_id, AreaRight.TELL_AREA)
    if draft.until_on < turn.today:
        raise NoLongerPossible("until")
    lines: list[Line | Strong] = [*counted(turn, person, draft)]
    if told_today(turn, draft):
        lines.append(phrase("notices.told_today"))
    if holds_print(draft.media):
        lines.append(phrase("notices.print_tells"))
    day = relative_day(draft.text) if draft.until_on > turn.today else ""
    if day:
        lines.append(phrase("notices.relative_day", word=day))
    outage = outage_of(str(dialog.draft.get(OFF, "")))
    if outage is not None:
        lines.append(goes_with(outage))
    options = (
        Option(YES, phrase("notices.yes_send"), sealed=True), Option("change", phrase("notices.change")),
        Option(NO, phrase("notices.not_sent")),
    )  # fmt: skip
    sure = yield from choose("sure", *lines, options=options, rows=(3,))
    if sure != "change":
        return sure
    parts = tuple(Option(part, phrase(f"notices.part_{part}")) for part in _parts(draft))
    return (yield from choose("part", phrase("notices.which_part"), options=parts, rows=(2,)))


def _parts(draft: NoticeDraft) -> list[str]:
    """What an outage is about goes without asking; nothing else has hours."""
    unasked = "topics" if draft.kind is NoticeKind.OUTAGE else OFF
    return [part for part in PARTS if part != unasked]


def settled(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog, sure: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    if sure in PARTS:
        begin(turn, person, WRITE, draft={key: part for key, part in dialog.draft.items() if key not in PARTS[sure]})
    elif sure == YES:
        draft = draft_of(dialog.draft)
        must(turn, person, draft.area_id, AreaRight.TELL_AREA)
        notice = send_out(turn, person, draft)
        show_notice(turn, person, notice)
        plan_outage(turn, person, notice, outage_of(str(dialog.draft.get(OFF, ""))))
    else:
        send(turn, person, phrase("notices.left"), silent=True)


SURE = Script(SURE_NAME, ask_sure, settled, calm=True)
