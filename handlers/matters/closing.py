"""The end: the member's cause and line, two minutes to undo, the resident's word, and her grade if she likes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from domain.events import Content
from domain.matters.draft import media_from_json
from domain.matters.matter import Act, Cause, Matter, State, Word
from domain.messages import Inbound, MediaKind, Op, Reply
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, begin, choose
from handlers.matters.accepting import must_work_on
from handlers.matters.assigning import assign, owner_name
from handlers.matters.cards import owner_of, prompt_of, resident_key, what_of
from handlers.matters.filing import media_json
from handlers.matters.ports import MattersTransaction
from handlers.roles import desk_for
from handlers.speaking import Line, Tap, quiet, send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

CAUSES = (Cause.SOLVED, Cause.EXPLAINED, Cause.HANDED_OVER, Cause.UNREACHABLE, Cause.WITHDRAWN, Cause.JOINED)
SHOWN_AT_THE_END = (MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.VOICE, MediaKind.ROUND_VIDEO)
GRADES = (5, 4, 3, 2, 1)


# ---- the member closes ---------------------------------------------------------------------------------------------


def ask_how_it_ended(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    options = tuple(Option(cause.value, phrase(f"cause.{cause.value}")) for cause in CAUSES)
    cause = yield from choose("cause", phrase("close.cause"), options=options, rows=(2,))
    given = yield Question("line", (phrase(f"close.line_{cause}"),), read=read_line)
    return Cause(cause), json.loads(given)


def read_line(given: Inbound) -> str | None:
    """One line, or a photo, voice or video with or without a caption, as JSON."""
    media = [media_json(m) for m in given.media if m.kind in SHOWN_AT_THE_END]
    return json.dumps({"text": given.text, "media": media}, ensure_ascii=False) if given.text or media else None


def close(
    turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, result: tuple[Cause, dict[str, Any]]
) -> None:
    """Notes the end; the resident hears it in two minutes unless it is undone. Raises NoLongerPossible, NotAllowed."""
    cause, given = result
    matter = turn.tx.matters.get(dialog.subject)
    must_work_on(turn, person, matter)
    if not matter.can(Act.CLOSE):
        send(turn, person, phrase("member.already_closed", no=matter.number), about=matter.subject)
        return
    closed = matter.after(
        Act.CLOSE,
        cause=cause,
        owner_id=person.id,
        contacted_at=matter.contacted_at or turn.now,
        closed_at=turn.now,
        turn=matter.turn + 1,
    )
    turn.tx.matters.save(closed)
    content = new_content(turn, matter.subject, "closing", person.id, text=given["text"], media=tuple(given["media"]))
    tell(
        turn, matter.subject, "MatterClosed", by=person.id, content=content, cause=cause.value, level=matter.level.value
    )
    send(
        turn, person, phrase("close.waiting", no=matter.number), taps=((Tap(phrase("tap.undo"), "undo"),),),
        prompt=prompt_of(matter), key=f"closing:{matter.id}", about=matter.subject,
    )  # fmt: skip


CLOSE = Script("close", ask_how_it_ended, close)


def undo(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    must_work_on(turn, person, matter)
    open_again = matter.after(Act.UNDO, cause=None, closed_at=None, turn=matter.turn + 1)
    turn.tx.matters.save(open_again)
    tell(turn, matter.subject, "ClosingUndone", by=person.id)
    return Reply(voice_of(turn, person).say(phrase("close.undone")))


# ---- the resident hears --------------------------------------------------------------------------------------------


def closing_words(turn: Turn[MattersTransaction], matter: Matter) -> Content | None:
    return next((c for c in reversed(turn.tx.contents.of(matter.subject)) if c.role == "closing"), None)


def report_close(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """What was done, by whom, with the member's photo, and the one question."""
    resident = turn.tx.people.get(matter.reporter_id)
    content = closing_words(turn, matter)
    text = content.text if content else ""
    media: list[Line] = [media_from_json(m) for m in content.media] if content else []
    cause = matter.cause or Cause.SOLVED
    words = phrase(
        f"closing.{cause.value}" + ("" if text else "_silent"), member=owner_name(owner_of(turn, matter)), line=text,
        what=what_of(matter), desk=turn.house.contacts.desk,
    )  # fmt: skip
    send(
        turn, resident, words, *media, taps=((Tap(phrase("tap.good"), "good"), Tap(phrase("tap.not_yet"), "not_yet")),),
        prompt=prompt_of(matter), key=f"end:{matter.id}", about=matter.subject,
        reply_to=resident_key(matter, resident), purpose="ring", silent=quiet(turn),
    )  # fmt: skip


def agree(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """好了: the first word counts; tapping again changes nothing."""
    if matter.state is State.ENDED and matter.word is Word.SOLVED:
        return None
    turn.tx.matters.save(matter.after(Act.AGREE, word=Word.SOLVED, ended_at=turn.now))
    tell(turn, matter.subject, "ResidentAgreed", by=person.id)
    grades = tuple(Tap(phrase(f"grade.{n}"), f"grade:{n}") for n in GRADES)
    send(
        turn, person, phrase("end.thanks", member=owner_name(owner_of(turn, matter))),
        taps=(grades[:3], grades[3:]), prompt=prompt_of(matter), key=f"grade:{matter.id}", about=matter.subject,
    )  # fmt: skip
    send(
        turn,
        owner_of(turn, matter),
        phrase("member.said_good", no=matter.number, what=what_of(matter)),
        about=matter.subject,
        silent=quiet(turn),
    )
    return None


def grade(turn: Turn[MattersTransaction], person: Person, matter: Matter, given: int) -> Reply | None:
    """The first grade counts."""
    if matter.word is not Word.SOLVED or given not in GRADES:
        return None
    if matter.grade == 0:
        turn.tx.matters.save(replace(matter, grade=given))
        tell(turn, matter.subject, "MatterRated", by=person.id, grade=given)
    words = phrase("end.graded")
    send(turn, person, words, op=Op.UPDATE, key=f"grade:{matter.id}")
    return Reply(voice_of(turn, person).say(words))


def ask_what_is_wrong(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    matter = turn.tx.matters.get(dialog.subject)
    given = yield Question(
        "line", (phrase("end.not_yet", member=owner_name(next_owner(turn, matter))),), read=read_line
    )
    return json.loads(given)


def next_owner(turn: Turn[MattersTransaction], matter: Matter) -> Person:
    """The same member the first time; the second time it goes one level up."""
    if matter.reopened == 0:
        return owner_of(turn, matter)
    above = [p for p in desk_for(turn, matter.spot.grid_id) if p.id != matter.owner_id]
    return above[0] if above else owner_of(turn, matter)


def disagree(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, given: dict[str, Any]) -> None:
    """还没好: reopened with its history. Raises NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    to = next_owner(turn, matter)
    content = new_content(turn, matter.subject, "complaint", person.id, text=given["text"], media=tuple(given["media"]))
    reopened = replace(
        matter.after(Act.DISAGREE, word=Word.NOT_SOLVED, cause=None, closed_at=None, ended_at=None),
        reopened=matter.reopened + 1,
    )
    turn.tx.matters.save(reopened)
    tell(turn, matter.subject, "MatterReopened", by=person.id, content=content, times=reopened.reopened)
    assign(turn, reopened, to, by=person.id, why="reopened")
    send(
        turn,
        person,
        phrase("end.reopened", member=owner_name(to), until=turn.tx.matters.get(matter.id).promise_at),
        about=matter.subject,
    )
    for coordinator in desk_for(turn, matter.spot.grid_id)[:1]:
        if coordinator.id != to.id:
            send(
                turn,
                coordinator,
                phrase("desk.reopened", no=matter.number, what=what_of(matter), member=owner_name(to)),
                about=matter.subject,
                silent=quiet(turn),
            )


REOPEN = Script("reopen", ask_what_is_wrong, disagree)


def not_yet(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    if matter.can(Act.DISAGREE):
        begin(turn, person, REOPEN, subject=matter.id)
    return None


def withdraw(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    turn.tx.matters.save(matter.after(Act.WITHDRAW, cause=Cause.WITHDRAWN, ended_at=turn.now))
    tell(turn, matter.subject, "MatterWithdrawn", by=person.id)
