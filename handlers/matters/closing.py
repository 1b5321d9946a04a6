"""办结: the member's cause and line, and two minutes to take it back before the resident hears."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from domain.events import Content
from domain.matters.matter import Act, Cause, Matter
from domain.messages import Inbound, Media, MediaKind, Reply
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, choose
from handlers.matters.assigning import assign, deadlines
from handlers.matters.clocks import reckoned
from handlers.matters.closing_into import ask_into_which, put_into
from handlers.matters.closing_note import note_end
from handlers.matters.filing import media_json
from handlers.matters.going import next_able
from handlers.matters.member_card import show_member
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import must_work_on
from handlers.roles import able
from handlers.speaking import send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

CAUSES = (Cause.SOLVED, Cause.EXPLAINED, Cause.HANDED_OVER, Cause.UNREACHABLE, Cause.WITHDRAWN, Cause.JOINED)
INTO = "into"
"""Names what it is put to, where that is how it ends."""
SHOWN_AT_THE_END = (MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.VOICE, MediaKind.ROUND_VIDEO)


def ask_how_it_ended(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    options = tuple(Option(cause.value, phrase(f"cause.{cause.value}")) for cause in CAUSES)
    cause = yield from choose("cause", phrase("close.cause"), options=options, rows=(2,))
    if cause == Cause.JOINED:
        other_id = yield from ask_into_which(turn, person, turn.tx.matters.get(dialog.subject))
        return Cause.JOINED, {INTO: other_id}
    given = yield Question("line", (phrase(f"close.line_{cause}"),), read=read_line)
    return Cause(cause), json.loads(given)


def read_line(given: Inbound) -> str | None:
    """One line, or a photo, voice or video with or without a caption, as the JSON of `new_content`'s arguments."""
    media = [media_json(replace(m, caption="")) for m in given.media if m.kind in SHOWN_AT_THE_END]
    if not given.text and not media:
        return None
    group = given.media[0].group if media else ""
    said = {"text": given.text, "media": media, "group": group, "handle": given.handle}
    return json.dumps(said, ensure_ascii=False)


def close(
    turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, result: tuple[Cause, dict[str, Any]]
) -> None:
    """Notes the end; the resident hears it in two minutes unless it is undone. Raises NotAllowed."""
    cause, said = result
    if INTO in said:
        put_into(turn, person, dialog, said[INTO])
        return
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    if not matter.can(Act.CLOSE):
        send(turn, person, phrase("member.closed_meanwhile", no=matter.number), about=matter.subject)
        show_member(turn, matter, person, ring=True)
        return
    closed = matter.after(
        Act.CLOSE,
        cause=cause,
        owner_id=person.id,
        contacted_at=matter.contacted_at or turn.now,
        closed_at=turn.now,
        turn=matter.turn + 1,
    )
    closed = reckoned(turn, closed, "MatterClosed")
    turn.tx.matters.save(closed)
    content = new_content(turn, matter.subject, "closing", person.id, **{**said, "media": tuple(said["media"])})
    tell(
        turn, matter.subject, "MatterClosed", by=person.id, content=content,
        cause=cause.value, level=matter.settled_at.value, before=matter.owner_id,
        promise=closed.promise_at.isoformat(), **deadlines(closed),
    )  # fmt: skip
    note_end(turn, person, matter, phrase("close.waiting", no=matter.number))


def add_to_end(turn: Turn[MattersTransaction], matter: Matter, end: Content, media: tuple[Media, ...]) -> None:
    """The rest of an album whose first part closed the matter goes with it, as long as the resident has not heard."""
    whole = replace(end, media=(*end.media, *map(media_json, media)))
    turn.tx.contents.save(whole)
    tell(turn, matter.subject, "WordEdited", by=end.by, words=end.id, commitment=whole.commitment())


CLOSE = Script("close", ask_how_it_ended, close, calm=True)


def undo(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """Within the two minutes it is open again, as if nothing had been said. Raises NotAllowed, NoLongerPossible."""
    must_work_on(turn, person, matter)
    alone = {"trouble_id": "", "lead_id": "", "into_id": ""}
    open_again = matter.after(Act.UNDO, cause=None, closed_at=None, turn=matter.turn + 1, **alone)
    open_again = reckoned(turn, open_again, "ClosingUndone")
    turn.tx.matters.save(open_again)
    tell(turn, matter.subject, "ClosingUndone", by=person.id, **deadlines(open_again))
    owner = turn.tx.people.get(matter.owner_id)
    if not able(turn, owner):  # she went on leave, or off the roster, in these two minutes
        to = next_able(turn, owner, open_again)
        assign(turn, open_again, to.person, by="", why="leave", because=to.reason)
    return Reply(voice_of(turn, person).say(phrase("close.undone")))
