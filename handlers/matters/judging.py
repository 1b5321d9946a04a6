"""The end as the resident has it: what was done and by whom, her word, her grade if she likes, and opening it again."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from domain.duty.choosing import USUAL
from domain.events import Content
from domain.matters.danger import danger_in
from domain.matters.draft import media_from_json
from domain.matters.matter import Act, Cause, Matter, Tier, Wish, Word
from domain.messages import Op, Reply, Text, Urgency
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Question, Script, begin
from handlers.matters.accused import its_desk
from handlers.matters.assigning import assign, owner_name, reclassify
from handlers.matters.cards import WORDED, end_taps, owner_of, prompt_of, what_of
from handlers.matters.closing import read_line
from handlers.matters.gathered import of_today, send_growing
from handlers.matters.ladder import head_of, next_rung
from handlers.matters.metoo_words import media_for_all, names_another
from handlers.matters.owners import Chosen, about, first_owner, must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.matters.ringing import END, ring
from handlers.matters.still_together import go_on_together, opened_again_beside
from handlers.roles import able
from handlers.speaking import Rows, Tap, send, voice_of
from handlers.telling import new_content, tell
from handlers.texts.say import Several
from handlers.turn import Turn

GRADES = (5, 4, 3, 2, 1)
MOST_NUMBERS = 12
"""In the one line of a day, the newest."""
STOPS = "。.！!，,；;、 \n"
"""Ends of a line that is put into a sentence which brings its own."""


# ---- she hears -----------------------------------------------------------------------------------------------------


def end_key(matter: Matter) -> str:
    return f"end:{matter.id}"


def asked_again_key(matter: Matter) -> str:
    return f"again:{matter.id}"


def report_close(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """What was done, by whom, with the member's photo, and the one question.

    At the end of a known trouble many are asked: nobody else waits for that.
    """
    content = closing_content(turn, matter)
    media = [media_from_json(m) for m in content.media] if content else []
    if content is not None and content.subject == f"matter:{matter.lead_id}":
        media = media_for_all(matter, content)
    urgency = Urgency.NOTICE if matter.trouble_id or matter.lead_id else Urgency.TURN
    words = _closing_words(turn, matter)
    ring(turn, matter, words, *media, taps=end_taps(matter), key=end_key(matter), urgency=urgency, most=END)


def closing_content(turn: Turn[MattersTransaction], matter: Matter) -> Content | None:
    """The newest line of how it ended: the member's, or the desk's for all who waited for the same."""
    return max((c for c in words_of(turn, matter) if c.role == "closing"), key=lambda c: c.at, default=None)


def words_of(turn: Turn[MattersTransaction], matter: Matter) -> list[Content]:
    """What was said about it, about the known trouble whose end it waited for, and to all households it went with."""
    shared = turn.tx.contents.of(f"trouble:{matter.trouble_id}") if matter.trouble_id else ()
    events = turn.tx.events.of(matter.subject)
    told = [str(event.facts["words"]) for event in events if "lead" in event.facts and event.facts.get("words")]
    return [*turn.tx.contents.of(matter.subject), *shared, *(turn.tx.contents.get(id) for id in dict.fromkeys(told))]


def _closing_words(turn: Turn[MattersTransaction], matter: Matter) -> Phrase:
    content = closing_content(turn, matter)
    line = content.text.rstrip(STOPS) if content else ""
    line = "" if line and names_another(turn, matter, line) else line
    cause = matter.cause or Cause.SOLVED
    how = "hotline" if cause is Cause.HANDED_OVER and matter.hotline_at else cause.value
    how = matter.wish.value if cause is Cause.SOLVED and matter.wish is not Wish.NONE else how
    return phrase(
        f"closing.{how}" + ("" if line else "_silent"), member=owner_name(owner_of(turn, matter)), line=line,
        what=what_of(matter), number=matter.hotline_no, desk=turn.house.contacts.desk,
    )  # fmt: skip


def _put_to_rest(turn: Turn[MattersTransaction], person: Person, matter: Matter, taps: Rows, chosen: int) -> None:
    """The questions keep their words and what she chose, and lose their buttons."""
    label = taps[0][chosen].label
    mark = Text(f"✓ {voice_of(turn, person).say(label) if isinstance(label, Phrase) else label}")
    again = phrase("ring.silence", what=what_of(matter))
    for key, words in ((end_key(matter), _closing_words(turn, matter)), (asked_again_key(matter), again)):
        if any(turn.tx.handles.handle(address, key) for address in turn.tx.people.addresses(person.id)):
            send(turn, person, words, mark, op=Op.UPDATE, key=key, about=matter.subject)


# ---- 好了 ----------------------------------------------------------------------------------------------------------


def agree(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """The first word counts; tapping again changes nothing. Raises NoLongerPossible."""
    if matter.word is Word.SOLVED:
        return None
    _put_to_rest(turn, person, matter, end_taps(matter), 0)
    turn.tx.matters.save(matter.after(Act.AGREE, word=Word.SOLVED, ended_at=turn.now))
    tell(turn, matter.subject, "ResidentAgreed", by=person.id)
    grades = tuple(Tap(phrase(f"grade.{n}"), f"grade:{n}") for n in GRADES)
    send(
        turn, person, phrase("end.thanks", member=owner_name(owner_of(turn, matter))),
        taps=(grades[:3], grades[3:]), prompt=prompt_of(matter), key=f"grade:{matter.id}", about=matter.subject,
    )  # fmt: skip
    if not matter.trouble_id:  # of a known trouble many say so; the desk reads it in its digest
        _thank(turn, matter)
    return None


def _thank(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """Her member hears it without a ring: of the first by itself, of all that day in the same message."""
    owner = owner_of(turn, matter)
    name = f"thanked:{owner.id}"
    numbers = of_today(turn, name, matter.number)
    words = phrase("member.said_good", no=matter.number, what=what_of(matter))
    if len(numbers) > 1:
        words = phrase("member.said_good_today", n=len(numbers), numbers=Several(tuple(numbers[-MOST_NUMBERS:])))
    send_growing(turn, owner, words, name, matter.subject, first=len(numbers) == 1)


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


# ---- 还没好 --------------------------------------------------------------------------------------------------------


def not_yet(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """Asks what is wrong; nothing has changed until she has said it."""
    if matter.can(Act.DISAGREE):
        begin(turn, person, REOPEN, subject=matter.id)
    return None


def ask_what_is_wrong(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    matter = turn.tx.matters.get(dialog.subject)
    key = "end.still_wanted" if matter.cause in WORDED else "end.not_yet"
    words = phrase(key, member=owner_name(next_owner(turn, matter).person))
    given = yield Question("line", (words,), read=read_line)
    return json.loads(given)


def next_owner(turn: Turn[MattersTransaction], matter: Matter) -> Chosen:
    """The first time the same member, unless she cannot act now; the second time it goes one level up.

    After a known trouble her own grid's member looks at what is wrong at her place.
    """
    before = owner_of(turn, matter)
    same = not matter.trouble_id and able(turn, before) and before.id not in must_not_have(turn, matter)
    above = next_rung(turn, matter) if matter.reopened and not matter.trouble_id else None
    if above is not None:
        return Chosen(head_of(turn, above), USUAL)
    return Chosen(before, USUAL) if same else first_owner(turn, about(turn, matter))


def disagree(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, said: dict[str, Any]) -> None:
    """Opened again with its history, the desk watching. Raises NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    beside = opened_again_beside(turn, matter, said["text"])
    chosen = next_owner(turn, matter) if beside is None else Chosen(owner_of(turn, beside), USUAL)
    to = chosen.person
    said = {**said, "media": tuple(said["media"])}
    content = new_content(turn, matter.subject, "complaint", person.id, **said)
    reopened = replace(
        matter.after(Act.DISAGREE, word=Word.NOT_SOLVED, cause=None, closed_at=None, ended_at=None),
        reopened=matter.reopened + 1,
    )
    _put_to_rest(turn, person, matter, end_taps(matter), 1)
    turn.tx.matters.save(reopened)
    tell(turn, matter.subject, "MatterReopened", by=person.id, content=content, times=reopened.reopened)
    if beside is None:
        again = assign(turn, reopened, to, by=person.id, why="reopened", because=chosen.reason)
    else:
        again = go_on_together(turn, reopened, beside, person.id)
    danger = danger_in(said["text"])
    if danger is not None and danger.certain and again.tier is not Tier.DANGER:
        again = reclassify(turn, again, Tier.DANGER, person.id)
    key = "end.reopened" if beside is None else "end.reopened_together"
    send(turn, person, phrase(key, member=owner_name(to), until=again.promise_at), about=matter.subject)
    for coordinator in its_desk(turn, matter)[:1]:
        if coordinator.id != to.id:
            _tell_desk(turn, coordinator, matter, to)


def _tell_desk(turn: Turn[MattersTransaction], coordinator: Person, matter: Matter, to: Person) -> None:
    """On the morning after a known trouble fifty households say so: they stand on its list, and in one line."""
    name = f"reopened:{coordinator.id}:day"
    numbers = of_today(turn, name, matter.number)
    words = phrase("desk.reopened", no=matter.number, what=what_of(matter), member=owner_name(to))
    if len(numbers) > 1:
        words = phrase("desk.reopened_today", n=len(numbers), numbers=Several(tuple(numbers[-MOST_NUMBERS:])))
    send_growing(turn, coordinator, words, name, matter.subject, first=len(numbers) == 1)


REOPEN = Script("reopen", ask_what_is_wrong, disagree, calm=True)


def withdraw(turn: Turn[MattersTransaction], person: Person, matter: Matter, *, erased: bool = False) -> None:
    """不办了; `erased`: because she is to be forgotten. Raises NoLongerPossible."""
    turn.tx.matters.save(matter.after(Act.WITHDRAW, cause=Cause.WITHDRAWN, ended_at=turn.now))
    tell(turn, matter.subject, "MatterWithdrawn", by=person.id, busy=matter.contacted_at is not None, erased=erased)
