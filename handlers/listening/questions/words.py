"""What is said of a question wherever it stands at a desk: how many answered, what they chose, how it stands."""

from __future__ import annotations

from typing import Any

from domain.listening.question import FEW, Question, QuestionState, Tally
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.reach import must
from handlers.rights import may_at
from handlers.texts.say import ShortDay
from handlers.turn import Turn

PROMPT = "question:"


def line_of(question: Question) -> object:
    """Its words, as long as they are kept."""
    return question.line or phrase("lists.erased")


def outcome_of(question: Question) -> object:
    return question.outcome or phrase("lists.erased")


def got(turn: Turn[Any], person: Person, question_id: str) -> Question:
    """A question that she may look at and go on with. Raises NotAllowed, NotFound."""
    question: Question = turn.tx.questions.get(question_id)
    must(turn, person, question.area_id, AreaRight.ASK_AREA)
    return question


def may_ask(turn: Turn[Any], person: Person, area_id: str) -> bool:
    return may_at(turn, person, area_id, AreaRight.ASK_AREA)


def counted(question: Question, tally: Tally) -> list[Phrase]:
    """A line for each answer, and one for what was said in own words; none as long as that could tell who it was."""
    if not tally.shown(question):
        return []
    lines = [phrase("asking.count", answer=words, n=n) for words, n in zip(question.answers, tally.chosen, strict=True)]
    if not tally.own:
        return lines
    both = sum(tally.chosen) + tally.own > tally.answered  # or the figures would seem not to agree
    return [*lines, phrase("asking.count_own_too" if both else "asking.count_own", n=tally.own)]


def how_many(question: Question, tally: Tally) -> Phrase:
    """How many answered; by number only where what they said may be looked at too."""
    if tally.answered and not tally.shown(question):
        return phrase("asking.few_answered", few=FEW)
    return phrase("asking.answered", n=tally.answered)


def stands(turn: Turn[QuestionsTransaction], question: Question) -> Phrase:
    match question.state:
        case QuestionState.OPEN:
            return phrase("asking.is_open", day=ShortDay(question.until_on))
        case QuestionState.ENDED:
            return phrase("asking.is_ended")
        case _ if question.outcome_id:
            return phrase("asking.is_told", outcome=outcome_of(question))
        case _:
            return phrase("asking.is_silent")
