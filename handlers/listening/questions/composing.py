"""What a question is made of: its words and answers, whose area is asked, and until when."""

from __future__ import annotations

import json
from datetime import date, timedelta

from domain.areas import AreaKind, Tree
from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.question import MOST_ANSWERS
from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question
from handlers.listening.need_words import area_name
from handlers.listening.questions.ports import QuestionsTransaction
from handlers.listening.questions.words import may_ask
from handlers.roles import desks_of
from handlers.roster.asking import day_said, until_read
from handlers.speaking import voice_of
from handlers.texts.say import ShortDay
from handlers.turn import Turn

MOST_PLACES = 8
DAYS = {"three": 3, "week": 7}
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
        said = lines_of(said[0].replace("／", "\n").replace("/", "\n").replace("、", "\n"))
    fit = 2 <= len(said) <= MOST_ANSWERS and len(set(said)) == len(said)
    return json.dumps(said, ensure_ascii=False) if fit else UNREAD


def places_of(turn: Turn[QuestionsTransaction], person: Person) -> list[str]:
    """Her desks' areas, the nearest to people first, then those that lie right in them."""
    tree: Tree = turn.tx.areas.tree()
    desks = [desk for desk in desks_of(turn, person) if desk in tree.areas]
    desks.sort(key=lambda desk: -len(tree.up(desk)))
    below = [area for area in tree.areas.values() if area.parent_id in desks and area.kind is not AreaKind.BUILDING]
    return list(dict.fromkeys([*desks, *(area.id for area in sorted(below, key=lambda area: (area.order, area.id)))]))


def ask_area(turn: Turn[QuestionsTransaction], person: Person) -> Asking:
    places = places_of(turn, person)
    if not places:
        raise NotAllowed("asks nowhere")
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
        yield Question(
            "area", (phrase("asking.whom"),), options, lambda given: meant(given.text),
            lambda area_id: may_ask(turn, person, area_id), rows=(2,),
        )
    )  # fmt: skip


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
