"""What a question is made of: its words and answers, whose area is asked, and until when."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

from domain.errors import NoLongerPossible
from domain.listening.question import MOST_ANSWERS
from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import phrase
from handlers.days import day_said
from handlers.dialogs import Asking, Option, Question
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.questions import until_read
from handlers.speaking import voice_of
from handlers.texts.say import ShortDay
from handlers.turn import Turn

DAYS = {"three": 3, "week": 7}
_BETWEEN = re.compile("[／/、；;]")
LONGEST_OPEN = timedelta(days=31)
NONE, UNREAD = "none", "?"
TRIES = 5
OFFERED = {"good": ("asking.good", "asking.bad"), "willing": ("asking.willing", "asking.unwilling", "asking.unsure")}
"""Answers that are had by a tap."""


def lines_of(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.splitlines() if line.strip()] or [""]


def ask_answers(turn: Turn[QuestionsTransaction], person: Person) -> Asking:
    """Ends in the answers as people will read them, none where everybody is to say it in her own words."""
    voice = voice_of(turn, person)
    offered = {key: [voice.say(phrase(text)) for text in texts] for key, texts in OFFERED.items()}
    options = [Option(key, " / ".join(words)) for key, words in offered.items()]
    options.append(Option(NONE, phrase("asking.no_answers")))
    words = phrase("asking.answers", most=MOST_ANSWERS)
    for n in range(TRIES):
        said: str = yield Question(f"answers.{n}", (words,), tuple(options), _read_answers, lambda value: True)
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
    said = lines_of(given.text)
    if len(said) == 1:
        said = lines_of(_BETWEEN.sub("\n", said[0]))
    fit = 2 <= len(said) <= MOST_ANSWERS and len(set(said)) == len(said)
    return json.dumps(said, ensure_ascii=False) if fit else UNREAD


def ask_until(turn: Turn[QuestionsTransaction]) -> Asking:
    days = {turn.today + timedelta(days=n): name for name, n in DAYS.items()}
    options = [Option(day.isoformat(), phrase(f"asking.until_{name}", day=ShortDay(day))) for day, name in days.items()]

    def read(said: str) -> str | None:
        found = day_said(turn, said)
        last = (turn.today + LONGEST_OPEN).isoformat()
        return found if found and turn.today.isoformat() <= found <= last else None

    return date.fromisoformat(
        (yield from until_read("until", phrase("asking.until"), read, phrase("asking.until_wrong"), options, rows=(2,)))
    )
