"""问计: a desk asks the people of an area one question; what they will see and how many they are is shown first."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import NamedTuple

from domain.areas import AreaKind, Tree
from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.peace import A_MONTH, MOST_A_MONTH, Hindrance, hindrance
from domain.listening.question import MOST_ANSWERS, Question
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers import mailing
from handlers.dialogs import Asking, Option, Script, ask, begin, choose
from handlers.dialogs import Question as Step
from handlers.listening.need_words import area_name
from handlers.listening.questions.end import plan_end
from handlers.listening.questions.letters import ASKED, letter
from handlers.listening.questions.page import show_question
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import line_of, may_ask
from handlers.listening.reach import must
from handlers.questions import NO, YES
from handlers.roles import desks_of
from handlers.roster.asking import day_said, until_read
from handlers.speaking import send, voice_of
from handlers.telling import new_content, tell
from handlers.texts.say import Day, Several, ShortDay
from handlers.turn import Turn

QUESTION = "question"
"""The role of question and answers in `contents`, a line each."""
LONGEST, LONGEST_ANSWER = 200, 30
MOST_PLACES = 8
MOST_COUNTED = 10_000
"""Of more people nobody needs the exact number."""
DAYS = {"three": 3, "week": 7}
LONGEST_OPEN = timedelta(days=31)
WORDS = "words"
"""What the draft holds of words that came with the command."""
NONE, AGAIN, UNREAD = "none", "again", "?"
TRIES = 5
OFFERED = {"good": ("asking.good", "asking.bad"), "willing": ("asking.willing", "asking.unwilling", "asking.unsure")}
"""Answers that are had by a tap."""


class Asked(NamedTuple):
    line: str
    answers: tuple[str, ...]
    area_id: str
    until: date


def start(turn: Turn[QuestionsTransaction], person: Person, words: str = "") -> None:
    """`words`: the question, and the answers to it below, if they are known. Raises NotAllowed."""
    hindered = [_hindered(turn, person, area_id) for area_id in _places(turn, person)]
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
    line, *typed = _lines(said)
    answers = tuple(typed) if 2 <= len(typed) <= MOST_ANSWERS else (yield from _ask_answers(turn, person))
    area_id = yield from _ask_area(turn, person)
    wrong = _hindrance_said(turn, person, area_id)
    if wrong is not None:
        yield Step("refused", (wrong,), (Option(NO, phrase("roster.ok")),))
        return None
    until = yield from _ask_until(turn)
    asked = Asked(line[:LONGEST], tuple(each[:LONGEST_ANSWER] for each in answers), area_id, until)
    sure = yield from _ask_sure(turn, person, asked)
    return {YES: asked, AGAIN: AGAIN}.get(sure)


def _lines(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.splitlines() if line.strip()] or [""]


def _ask_answers(turn: Turn[QuestionsTransaction], person: Person) -> Asking:
    """Ends in the answers as people will read them, none where everybody is to say it in her own words."""
    voice = voice_of(turn, person)
    offered = {key: [voice.say(phrase(text)) for text in texts] for key, texts in OFFERED.items()}
    options = [Option(key, " / ".join(words)) for key, words in offered.items()]
    options.append(Option(NONE, phrase("asking.no_answers")))
    words = phrase("asking.answers", most=MOST_ANSWERS)
    for n in range(TRIES):
        said: str = yield Step(f"answers.{n}", (words,), tuple(options), _read_answers, lambda value: True)
        if said in offered:
            return tuple(offered[said])
        if said == NONE:
            return ()
        if said != UNREAD:
            return tuple(json.loads(said))
        words = phrase("asking.answers_wrong", most=MOST_ANSWERS)
    raise NoLongerPossible("answers")


def _read_answers(given: Inbound) -> str | None:
    if not given.text:
        return None
    said = _lines(given.text)
    if len(said) == 1:
        said = _lines(said[0].replace("／", "\n").replace("/", "\n").replace("、", "\n"))
    fit = 2 <= len(said) <= MOST_ANSWERS and len(set(said)) == len(said)
    return json.dumps(said, ensure_ascii=False) if fit else UNREAD


def _places(turn: Turn[QuestionsTransaction], person: Person) -> list[str]:
    """Her desks' areas, the nearest to people first, then those that lie right in them."""
    tree: Tree = turn.tx.areas.tree()
    desks = [desk for desk in desks_of(turn, person) if desk in tree.areas]
    desks.sort(key=lambda desk: -len(tree.up(desk)))
    below = [area for area in tree.areas.values() if area.parent_id in desks and area.kind is not AreaKind.BUILDING]
    return list(dict.fromkeys([*desks, *(area.id for area in sorted(below, key=lambda area: (area.order, area.id)))]))


def _ask_area(turn: Turn[QuestionsTransaction], person: Person) -> Asking:
    places = _places(turn, person)
    if not places:
        raise NotAllowed(QUESTION)
    if len(places) == 1:
        return places[0]
    options = tuple(
        Option(area_id, phrase("lists.area", area=area_name(turn, area_id))) for area_id in places[:MOST_PLACES]
    )

    def meant(words: str) -> str | None:
        """A building stands for its grid: nobody is known by her building."""
        tree: Tree = turn.tx.areas.tree()
        guesses = turn.house.gazetteer.find(words, person.spot_grid) if words else ()
        found = [tree.grid_of(guess.area_id) or guess.area_id for guess in guesses]
        return next((area_id for area_id in found if may_ask(turn, person, area_id)), None)

    return (
        yield Step(
            "area", (phrase("asking.whom"),), options, lambda given: meant(given.text),
            lambda area_id: may_ask(turn, person, area_id), rows=(2,),
        )
    )  # fmt: skip


def _ask_until(turn: Turn[QuestionsTransaction]) -> Asking:
    days = {turn.today + timedelta(days=n): name for name, n in DAYS.items()}
    options = [Option(day.isoformat(), phrase(f"asking.until_{name}", day=ShortDay(day))) for day, name in days.items()]

    def read(said: str) -> str | None:
        found = day_said(turn, said)
        last = (turn.today + LONGEST_OPEN).isoformat()
        return found if found and turn.today.isoformat() <= found <= last else None

    return date.fromisoformat(
        (yield from until_read("until", phrase("asking.until"), read, phrase("asking.until_wrong"), options, rows=(2,)))
    )


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
    return (yield from choose("sure", phrase("asking.seen"), *seen.lines, buttons, whom, options=options, rows=(1, 2)))


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
        id, _desk_over(turn, person, asked.area_id), asked.area_id, person.id, words_id, turn.now, asked.until,
        mailing_id, line=asked.line, answers=asked.answers,
    )  # fmt: skip


def _desk_over(turn: Turn[QuestionsTransaction], person: Person, area_id: str) -> str:
    """The nearest of her desks; raises NotAllowed where none is."""
    desks = desks_of(turn, person)
    found = next((area.id for area in turn.tx.areas.tree().up(area_id) if area.id in desks), None)
    if found is None:
        raise NotAllowed(area_id)
    return found


# ---- why not -------------------------------------------------------------------------------------------------------


def _hindered(turn: Turn[QuestionsTransaction], person: Person, area_id: str) -> Hindrance | None:
    asked = turn.tx.questions.of_desk(_desk_over(turn, person, area_id), turn.now - A_MONTH)
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
