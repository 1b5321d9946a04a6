"""What somebody answers is written down: it takes the place of what she answered before, and her letter says it."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NotAllowed
from domain.listening.question import OWN, Answer, Question
from domain.messages import Op
from domain.people.person import Person
from handlers.listening.questions.letters import letter
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.speaking import send
from handlers.telling import new_content, tell
from handlers.turn import Turn

ANSWER = "answer"
"""The role of what somebody said, in `contents`."""
LONGEST = 500


def answer(
    turn: Turn[QuestionsTransaction],
    person: Person,
    question: Question,
    *,
    choice: int = OWN,
    words: str = "",
    handle: str = "",
) -> None:
    """Takes the place of what she answered before; what she says of her own stays beside what she taps."""
    before = turn.tx.question_answers.find(question.id, person.id)
    given = before or Answer(turn.tx.new_id(), question.id, person.id, OWN, "", turn.now)
    given = replace(given, choice=choice or given.choice, at=turn.now)
    content = None
    if words:
        _forget(turn, given.words_id)
        content = new_content(turn, given.subject, ANSWER, person.id, text=words[:LONGEST], handle=handle)
        given = replace(given, words_id=content.id, words=content.text)
    tell(turn, given.subject, "QuestionAnswered", by=person.id, content=content, question=question.id)
    turn.tx.question_answers.save(given)
    show(turn, person, question, given)


def show(turn: Turn[QuestionsTransaction], person: Person, question: Question, given: Answer) -> None:
    """What she was asked says what she answered."""
    shown = letter(turn, question, given)
    send(
        turn, person, *shown.lines, taps=shown.taps, prompt=shown.prompt, below=shown.below, about=shown.about,
        op=Op.UPDATE, key=f"mailing:{question.mailing_id}", silent=True,
    )  # fmt: skip


def _forget(turn: Turn[QuestionsTransaction], words_id: str) -> None:
    """What she has put otherwise is nobody's to read."""
    if words_id:
        turn.tx.contents.save(replace(turn.tx.contents.get(words_id), text=""))


def is_asked(turn: Turn[QuestionsTransaction], person: Person, question: Question) -> bool:
    """She got it, or lives there."""
    key = f"mailing:{question.mailing_id}"
    if any(turn.tx.handles.handle(address, key) for address in turn.tx.people.addresses(person.id)):
        return True
    return bool(person.spot_grid) and turn.tx.areas.tree().within(person.spot_grid, question.area_id)


def must_be_asked(turn: Turn[QuestionsTransaction], person: Person, question: Question) -> None:
    """Raises NotAllowed."""
    if not is_asked(turn, person, question):
        raise NotAllowed(question.id)
