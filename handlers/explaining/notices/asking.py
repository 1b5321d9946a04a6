"""我想问: what somebody asks under a notice goes to its author, or to who is at her desk where she cannot answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.errors import NoLongerPossible
from domain.events import Content
from domain.explaining.notice import MOST_UNANSWERED, Notice, NoticeQuestion
from domain.matters.draft import media_from_json
from domain.messages import Inbound, Op, Reply
from domain.open import Known, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.areas import area_name
from handlers.dialogs import Asking, Question, Script, begin
from handlers.explaining.notices.letters import ASK
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.reminding import plan_reminder
from handlers.explaining.notices.words import CARD, LETTER, answers_for, asker_of, line_of
from handlers.matters.assigning import owner_name
from handlers.matters.closing import read_line
from handlers.matters.danger import alarming
from handlers.speaking import Line, Rows, Strong, Tap, quiet, send, voice_of
from handlers.telling import new_content, tell
from handlers.turn import Turn

ASKED = "notice_question"
"""The role of what she asks, in `contents`."""
LONGEST = 1000


def pressed(
    turn: Turn[NoticesTransaction], person: Person, notice_id: str, value: str, inbound: Inbound
) -> Reply | None:
    """A button below a notice, or below its preview. Raises NotFound, NoLongerPossible."""
    if notice_id == "preview":
        return Reply(voice_of(turn, person).say(phrase("notices.only_preview")))
    notice = turn.tx.notices.get(notice_id)
    if value != ASK:
        raise NoLongerPossible(value)
    begin_to_ask(turn, person, notice)
    return None


def begin_to_ask(turn: Turn[NoticesTransaction], person: Person, notice: Notice) -> None:
    if not _too_late_or_too_many(turn, person, notice):
        begin(turn, person, ASK_ABOUT, subject=notice.id)


def _too_late_or_too_many(turn: Turn[NoticesTransaction], person: Person, notice: Notice) -> bool:
    """Says why nothing can be asked about it just now; false when something can."""
    desk = turn.house.contacts.desk
    if notice.withdrawn:
        send(turn, person, phrase("notices.void_to_ask", line=line_of(notice), desk=desk), silent=True)
    elif turn.tx.notice_questions.waiting(notice.id, person.id) >= MOST_UNANSWERED:
        send(turn, person, phrase("notices.asked_enough", n=MOST_UNANSWERED, desk=desk), silent=True)
    else:
        return False
    return True


def ask_what(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in words, a photo or a voice note, as `read_line` has them."""
    notice = turn.tx.notices.get(dialog.subject)
    words = phrase("notices.what_to_ask", line=line_of(notice), desk=area_name(turn, notice.desk_id))
    return (yield Question("words", (words,), read=read_line))


def said(turn: Turn[NoticesTransaction], person: Person, dialog: OpenDialog, words: str) -> None:
    """Raises NotFound."""
    say(turn, person, turn.tx.notices.get(dialog.subject), json.loads(words))


def say(turn: Turn[NoticesTransaction], person: Person, notice: Notice, given: Mapping[str, Any]) -> None:
    """Asks it, or says why not."""
    if not _too_late_or_too_many(turn, person, notice):
        ask(turn, person, notice, given)


ASK_ABOUT = Script("notice_ask", ask_what, said)


def replied(turn: Turn[NoticesTransaction], person: Person, known: Known, inbound: Inbound) -> bool:
    """What she replies to a notice she asks about it, unless it is a cry for help. Raises NotFound."""
    notice = turn.tx.notices.get(known.about.partition(":")[2])
    words = read_line(inbound)
    if alarming(inbound) is not None or words is None:
        return False
    say(turn, person, notice, json.loads(words))
    return True


def album_goes_on(turn: Turn[NoticesTransaction], person: Person, inbound: Inbound) -> bool:
    """A further picture of an album goes to whoever has the question that came with the first."""
    group, said = next((media.group for media in inbound.media), ""), read_line(inbound)
    first = turn.tx.contents.by_group(person.id, group) if group else None
    if first is None or said is None or first.role != ASKED or inbound.text:
        return False
    question = turn.tx.notice_questions.by_content(first.id)
    if question is None or not question.open:
        return False
    media = tuple(json.loads(said)["media"])
    whole = replace(first, media=(*first.media, *media))
    turn.tx.contents.save(whole)
    tell(
        turn, turn.tx.notices.get(question.notice_id).subject, "NoticeQuestionEdited", by=person.id,
        question=question.id, words=whole.id, commitment=whole.commitment(),
    )  # fmt: skip
    holder = turn.tx.people.get(question.to_id)
    send(turn, holder, *map(media_from_json, media), about=CARD + question.id, silent=True, purpose="material")
    return True


def ask(turn: Turn[NoticesTransaction], person: Person, notice: Notice, given: Mapping[str, Any]) -> NoticeQuestion:
    """`given` are the arguments of `new_content`."""
    to, question_id = answers_for(turn, notice), turn.tx.new_id()
    content = new_content(
        turn, f"nq:{question_id}", ASKED, person.id,
        **{**given, "text": str(given["text"])[:LONGEST], "media": tuple(given["media"])},
    )  # fmt: skip
    question = NoticeQuestion(
        question_id, notice.id, person.id, content.id, turn.now, to.id, words=content.text, media=content.media
    )
    tell(turn, notice.subject, "NoticeAsked", by=person.id, content=content, question=question.id, to=to.id)
    turn.tx.notice_questions.save(question)
    plan_reminder(turn, question)
    show_card(turn, to, notice, question)
    _confirm(turn, person, notice, to)
    return question


def _confirm(turn: Turn[NoticesTransaction], person: Person, notice: Notice, to: Person) -> None:
    words = phrase("notices.passed_on", to=owner_name(to), desk=turn.house.contacts.desk)
    send(turn, person, words, about=LETTER + notice.id, silent=True)


# ---- the card ------------------------------------------------------------------------------------------------------


def show_card(
    turn: Turn[NoticesTransaction], to: Person, notice: Notice, question: NoticeQuestion, op: Op = Op.SEND
) -> bool:
    """With the notice's first line beside it; one that has its answer keeps no buttons. False when nothing arrives."""
    lines: list[Line | Strong] = [Strong(phrase("notices.card", line=line_of(notice), name=asker_of(turn, question)))]
    if question.words:
        lines.append(phrase("notices.card_words", words=question.words))
    lines += [media_from_json(each) for each in question.media]
    taps: Rows = ()
    if question.open:
        lines.append(phrase("notices.card_how"))
        taps = ((Tap(phrase("notices.tap_answer"), "answer"), Tap(phrase("notices.tap_matter"), "matter")),)
    elif question.matter_id:
        lines.append(phrase("notices.card_matter", no=turn.tx.matters.get(question.matter_id).number))
    elif question.answer_id:
        lines.append(phrase("notices.card_answered", answer=question.answer or phrase("notices.without_words")))
    return send(
        turn, to, *lines, taps=taps, prompt=CARD + question.id, about=CARD + question.id, op=op,
        key=f"{CARD}{question.id}", silent=op is Op.UPDATE or quiet(turn),
    )  # fmt: skip


def edited(turn: Turn[NoticesTransaction], person: Person, inbound: Inbound) -> bool:
    """Her question, put otherwise in the message that she sent: the card follows; one that has its answer stays."""
    content: Content | None = turn.tx.contents.by_handle(person.id, inbound.handle)
    question = (
        turn.tx.notice_questions.by_content(content.id) if content is not None and content.role == ASKED else None
    )
    if content is None or question is None or not inbound.text:
        return False
    if question.open:
        content = replace(content, text=inbound.text[:LONGEST])
        turn.tx.contents.save(content)
        notice = turn.tx.notices.get(question.notice_id)
        tell(
            turn, notice.subject, "NoticeQuestionEdited", by=person.id, question=question.id, words=content.id,
            commitment=content.commitment(),
        )  # fmt: skip
        holder = turn.tx.people.get(question.to_id)
        show_card(turn, holder, notice, replace(question, words=content.text), Op.UPDATE)
    return True
