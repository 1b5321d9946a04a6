"""问计: a desk asks the people of an area one question; what they will see and how many they are is shown first."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.peace import A_MONTH, MOST_A_MONTH, Hindrance, hindrance
from domain.listening.question import MOST_ANSWERS, Question
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers import mailing
from handlers.areas import area_name, ask_area
from handlers.dialogs import Asking, Option, Script, ask, begin, choose
from handlers.dialogs import Question as Step
from handlers.listening.questions.composing import ask_answers, ask_until, lines_of
from handlers.listening.questions.end import plan_end
from handlers.listening.questions.letters import ASKED, letter
from handlers.listening.questions.page import show_question
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import line_of, may_ask
from handlers.questions import NO, YES
from handlers.reach import must, own_desk_over, places_to_speak_to
from handlers.speaking import send
from handlers.telling import new_content, tell
from handlers.texts.say import Day, Several
from handlers.turn import Turn

QUESTION = "question"
"""The role of question and answers in `contents`, a line each."""
LONGEST, LONGEST_ANSWER = 200, 30
MOST_COUNTED = 10_000
"""Of more people nobody needs the exact number."""
WORDS = "words"
"""What the draft holds of words that came with the command."""
AGAIN = "again"


class Asked(NamedTuple):
    line: str
    answers: tuple[str, ...]
    area_id: str
    until: date


def start(turn: Turn[QuestionsTransaction], person: Person, words: str = "") -> None:
    """`words`: the question, and the answers to it below, if they are known. Raises NotAllowed."""
    hindered = [_hindered(turn, person, area_id) for area_id in places_to_speak_to(turn, person)]
    if not hindered:
        raise NotAllowed(QUESTION)
    if all(hindered):
        send(turn, person, _why_not(turn, hindered[0]))
        return
    begin(turn, person, ASK, draft={WORDS: words.strip()})


# ---- what, whom, until when ----------------------------------------------------------------------------------------


def ask_question(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in an Asked, in AGAIN, or in None. Raises NotAllowed."""
    said = str(dialog.draft.get(WORDS) or "") or (yield from ask("line", phrase("asking.what")))
    line, *typed = lines_of(said)
    answers = tuple(typed) if 2 <= len(typed) <= MOST_ANSWERS else (yield from ask_answers(turn, person))
    area_id = yield from ask_area(
        turn,
        person,
        places_to_speak_to(turn, person),
        phrase("asking.whom"),
        lambda area_id: may_ask(turn, person, area_id),
    )
    wrong = _hindrance_said(turn, person, area_id)
    if wrong is not None:
        yield Step("refused", (wrong,), (Option(NO, phrase("roster.ok")),))
        return None
    until = yield from ask_until(turn)
    asked = Asked(line[:LONGEST], tuple(each[:LONGEST_ANSWER] for each in answers), area_id, until)
    sure = yield from _ask_sure(turn, person, asked)
    return {YES: asked, AGAIN: AGAIN}.get(sure)


def _ask_sure(turn: Turn[QuestionsTransaction], person: Person, asked: Asked) -> Asking:
    n = turn.tx.questions.reaches(asked.area_id, person.id, MOST_COUNTED + 1)
    if not n:
        yield Step("nobody", (phrase("asking.nobody"),), (Option(NO, phrase("roster.ok")),))
        return NO
    seen = letter(turn, _question(turn, person, asked))
    buttons = phrase("asking.buttons", answers=Several((*asked.answers, phrase("asking.tap_own"))))
    people = phrase("asking.people", n=n) if n <= MOST_COUNTED else phrase("asking.many", n=MOST_COUNTED)
    whom = phrase("asking.sure", people=people, area=area_name(turn, asked.area_id), day=Day(asked.until))
    options = (
        Option(YES, phrase("asking.yes_send"), sealed=True), Option(AGAIN, phrase("asking.anew")),
        Option(NO, phrase("asking.not_sent")),
    )  # fmt: skip
    unwilling = turn.tx.questions.unwilling(asked.area_id, person.id, MOST_COUNTED)
    also = [phrase("asking.not_wanted", n=unwilling)] if unwilling else []
    lines = (phrase("asking.seen"), *seen.lines, buttons, whom, *also)
    return (yield from choose("sure", *lines, options=options, rows=(1, 2)))


def _question(
    turn: Turn[QuestionsTransaction],
    person: Person,
    asked: Asked,
    *,
    id: str = "",
    words_id: str = "",
    mailing_id: str = "",
) -> Question:
    """As it will be; the ids are known once it is asked."""
    return Question(
        id, own_desk_over(turn, person, asked.area_id), asked.area_id, person.id, words_id, turn.now, asked.until,
        mailing_id, line=asked.line, answers=asked.answers,
    )  # fmt: skip


# ---- why not -------------------------------------------------------------------------------------------------------


def _hindered(turn: Turn[QuestionsTransaction], person: Person, area_id: str) -> Hindrance | None:
    asked = turn.tx.questions.of_desk(own_desk_over(turn, person, area_id), turn.now - A_MONTH)
    return hindrance(asked, area_id, turn.tx.areas.tree(), turn.now)


def _hindrance_said(turn: Turn[QuestionsTransaction], person: Person, area_id: str) -> Phrase | None:
    found = _hindered(turn, person, area_id)
    return _why_not(turn, found) if found is not None else None


def _why_not(turn: Turn[QuestionsTransaction], found: Hindrance | None) -> Phrase:
    assert found is not None
    if found.open_one is not None:
        return phrase("asking.one_is_open", line=line_of(found.open_one), day=Day(found.open_one.until_on))
    assert found.again_at is not None
    day = Day(found.again_at.astimezone(turn.house.zone).date())
    return phrase("asking.enough", n=MOST_A_MONTH, day=day)


# ---- asked ---------------------------------------------------------------------------------------------------------


def asked(turn: Turn[QuestionsTransaction], person: Person, dialog: OpenDialog, said: Asked | str | None) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    if said == AGAIN:
        start(turn, person)
        return
    if not isinstance(said, Asked):
        send(turn, person, phrase("asking.left"), silent=True)
        return
    must(turn, person, said.area_id, AreaRight.ASK_AREA)
    if _hindered(turn, person, said.area_id) is not None:
        raise NoLongerPossible(said.area_id)
    show_question(turn, person, send_out(turn, person, said))


def send_out(turn: Turn[QuestionsTransaction], person: Person, said: Asked) -> Question:
    """On its way to everybody there; the caller has looked whether she may."""
    question_id = turn.tx.new_id()
    words = "\n".join([said.line, *said.answers])
    content = new_content(turn, f"question:{question_id}", QUESTION, person.id, text=words)
    on_its_way = mailing.begin(turn, ASKED, question_id, person.id)
    question = _question(turn, person, said, id=question_id, words_id=content.id, mailing_id=on_its_way.id)
    tell(
        turn, question.subject, "QuestionAsked", by=person.id, content=content, desk=question.desk_id,
        area=question.area_id, until=question.until_on.isoformat(), mailing=on_its_way.id,
    )  # fmt: skip
    turn.tx.questions.save(question)
    plan_end(turn, question)
    return question


ASK = Script("question", ask_question, asked, calm=True)
