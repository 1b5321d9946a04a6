"""One question on a screen of the desk, what people said in their own words, and the list of all."""

from __future__ import annotations

from domain.errors import NoLongerPossible
from domain.events import Event
from domain.listening.question import FEW, Question, Tally
from domain.mailing import Mailing, Stage
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.areas import area_name
from handlers.door import listed
from handlers.listening.questions.letters import ASKED
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import PROMPT, counted, got, how_many, line_of, may_ask, stands
from handlers.reach import keeps
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import ShortDay
from handlers.turn import Turn

AT_BENCH = "ls:"
PAGE = 8
A_ROW = 4


def tap_outcome(question: Question) -> Tap:
    """Of one that has been told, what more came of it."""
    return Tap(phrase("asking.tap_more" if question.outcome_id else "asking.tap_outcome"), "outcome")


def tap_words() -> Tap:
    return Tap(phrase("asking.tap_words"), "words:0")


def show_question(turn: Turn[QuestionsTransaction], person: Person, question: Question, op: Op = Op.SEND) -> None:
    """With its counts, as far as they may be looked at."""
    tally = turn.tx.question_answers.tally(question)
    on_its_way = turn.tx.mailings.get(question.mailing_id)
    going = on_its_way.stage is Stage.GOING
    day = ShortDay(question.asked_at.astimezone(turn.house.zone).date())
    lines: list[Line | Strong] = [
        Strong(phrase("asking.title", line=line_of(question))),
        phrase("asking.about", area=area_name(turn, question.area_id), day=day, stands=stands(turn, question)),
        phrase("asking.so_far", sent=_sent(on_its_way), answered=how_many(question, tally)),
        *counted(question, tally),
    ]
    if tally.answered and not tally.shown(question):
        lines.append(phrase("asking.not_yet" if question.open else "asking.not_at_all", few=FEW))
    send(
        turn, person, *lines, taps=_taps(question, tally, going=going), prompt=PROMPT + question.id, op=op,
        key=_key(question, person), silent=True,
    )  # fmt: skip


def _taps(question: Question, tally: Tally, *, going: bool) -> Rows:
    taps: list[tuple[Tap, ...]] = []
    if tally.shown(question) and tally.own:
        taps.append((tap_words(),))
    if question.has_hearers:
        taps.append((tap_outcome(question),))
    if question.open:
        stop = (Tap(phrase("asking.tap_stop"), "stop"),) if going else ()
        taps.append((Tap(phrase("asking.tap_look"), "look"), *stop, Tap(phrase("asking.tap_end"), "end")))
    return tuple(taps)


def _sent(on_its_way: Mailing) -> Phrase:
    return phrase("asking.going" if on_its_way.stage is Stage.GOING else "asking.reached", n=on_its_way.reached)


def _key(question: Question, person: Person) -> str:
    return f"question:{question.id}:{person.id}"


def has_gone_out(turn: Turn[QuestionsTransaction], event: Event) -> None:
    """Everybody has it, or it was stopped: her page says how many; the message is not rung for."""
    ended = turn.tx.mailings.get(event.subject.partition(":")[2])
    if ended.kind == ASKED:
        question = turn.tx.questions.get(ended.about)
        asker = turn.tx.people.get(question.asked_by)
        if may_ask(turn, asker, question.area_id):
            show_question(turn, asker, question, Op.UPDATE)


def show_words(turn: Turn[QuestionsTransaction], person: Person, question: Question, start: int) -> None:
    """What was said of their own, without whose it is. Raises NoLongerPossible where it may not be looked at yet."""
    if not turn.tx.question_answers.tally(question).shown(question):
        raise NoLongerPossible(question.id)
    found = turn.tx.question_answers.own_words(question.id, PAGE + 1, start)
    lines: list[Line | Strong] = [Strong(phrase("asking.words", line=line_of(question)))]
    lines += [phrase("asking.words_line", n=start + n, words=words) for n, words in enumerate(found[:PAGE], 1)]
    more = ((Tap(phrase("lists.tap_more"), f"words:{start + PAGE}"),),) if len(found) > PAGE else ()
    send(turn, person, *lines, taps=more, prompt=PROMPT + question.id, silent=True)


# ---- all of them ---------------------------------------------------------------------------------------------------


def see(turn: Turn[QuestionsTransaction], person: Person, question_id: str) -> None:
    """Raises NotAllowed, NotFound."""
    show_question(turn, person, got(turn, person, question_id))


def show_list(turn: Turn[QuestionsTransaction], person: Person, start: int, op: Op = Op.SEND) -> None:
    """What waits for its outcome, what is being asked, then the newest; with the button for another."""
    found = turn.tx.questions.page(keeps(turn, person), PAGE + 1, start)
    lines: list[Line | Strong] = [Strong(phrase("asking.list"))]
    lines += [line_in_list(turn, question, start + n) for n, question in enumerate(found[:PAGE], 1)]
    taps = [Tap(phrase("lists.tap_number", n=start + n), f"question:{q.id}") for n, q in enumerate(found[:PAGE], 1)]
    rows: Rows = tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
    more = ((Tap(phrase("lists.tap_more"), f"questions:{start + PAGE}"),),) if len(found) > PAGE else ()
    last = ((Tap(phrase("asking.tap_new"), "question_new"),),)
    key = f"questions:{person.id}"
    send(
        turn, person, *lines, taps=(*rows, *more, *last), prompt=AT_BENCH, op=op, key=key,
        about=listed(AT_BENCH, taps, start), silent=True,
    )  # fmt: skip


def line_in_list(turn: Turn[QuestionsTransaction], question: Question, n: int) -> Phrase:
    tally = turn.tx.question_answers.tally(question)
    return phrase(
        "asking.list_line", n=n, line=line_of(question), area=area_name(turn, question.area_id),
        stands=stands(turn, question), answered=how_many(question, tally),
    )  # fmt: skip
