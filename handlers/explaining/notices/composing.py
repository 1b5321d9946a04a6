"""What a notice is made of beside its words: its kind, whom it concerns, where they live, and until when it counts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from domain.errors import NoLongerPossible
from domain.explaining.notice import NoticeKind
from domain.explaining.topics import SUBJECTS, Topic
from domain.matters.danger import danger_in
from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import phrase
from handlers.areas import ask_area
from handlers.days import day_said
from handlers.dialogs import Asking, Option, Question, choose
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.explaining.notices.words import may_tell
from handlers.questions import NO, TRIES, YES, until_read
from handlers.reach import places_to_speak_to
from handlers.texts.say import ShortDay
from handlers.turn import Turn

DAYS = {"three": 3, "week": 7, "month": 30}
SOON = {"today": 0, "tomorrow": 1, "three": 3}
"""An outage is over soon."""
_OUTAGE = re.compile(r"[停断][停断水电气暖热、和]+|(?:water|power|gas|heating)(?: off| cut)?|outages?", re.IGNORECASE)
LONGEST_COUNTING = timedelta(days=366)
DONE = "done"
MOST_TAPS = 15


def ask_kind(media: int) -> Asking:
    """Ends in (kind, words): whoever begins with the words themselves has said them. `media`: how many are there."""
    options = tuple(Option(kind.value, phrase(f"notices.kind_{kind.value}")) for kind in NoticeKind)
    asked = phrase("notices.media_noted", n=media) if media else phrase("notices.which_kind")
    words = list[str]()
    for n in range(TRIES):
        said: str = yield Question(
            f"kind.{n}" if n else "kind", (asked,), options, lambda given: given.text or None, lambda value: True,
            rows=(2,), means=_kind_meant,
        )  # fmt: skip
        if said in list(NoticeKind):
            return NoticeKind(said), "\n".join(words)
        asked = phrase("notices.words_noted")
        words.append(said)
    raise NoLongerPossible("kind")


def _kind_meant(words: str) -> str | None:
    """停水 names its sort, though the button says more."""
    return NoticeKind.OUTAGE if _OUTAGE.fullmatch(words.strip()) else None


def ask_topics(kind: NoticeKind) -> Asking:
    """Ends in the topics, none where it concerns everybody; each is one tap, or all are named at once.

    What an outage is about goes without asking.
    """
    if kind is NoticeKind.OUTAGE:
        return (Topic.UTILITIES,)
    chosen: tuple[Topic, ...] = ()
    for n in range(MOST_TAPS):
        said: str = yield Question(
            f"topics.{n}", (phrase("notices.which_topics"),), _topics(chosen), _named, lambda value: True, (2, 2, 2, 1)
        )
        if said == DONE:
            return chosen
        for topic in map(Topic, said.split()):
            chosen = tuple(each for each in chosen if each is not topic) if topic in chosen else (*chosen, topic)
    raise NoLongerPossible("topics")


def _topics(chosen: tuple[Topic, ...]) -> tuple[Option, ...]:
    labels = [
        phrase("notices.chosen" if topic in chosen else "notices.not_chosen", topic=phrase(f"topics.{topic.value}"))
        for topic in SUBJECTS
    ]
    done = Option(DONE, phrase("notices.these_topics" if chosen else "notices.everybody"))
    return (*(Option(topic.value, label) for topic, label in zip(SUBJECTS, labels, strict=True)), done)


def _named(given: Inbound) -> str | None:
    """Topics by their codes or as people name them."""
    found = [topic.value for topic in SUBJECTS if any(word in given.text.casefold() for word in NAMED[topic])]
    return " ".join(found) or None


NAMED: dict[Topic, tuple[str, ...]] = {
    Topic.ELDERS: ("老人", "养老", "elder"),
    Topic.CHILDREN: ("孩子", "儿童", "上学", "child"),
    Topic.HEALTH: ("医", "看病", "健康", "health"),
    Topic.HOMES: ("房", "物业", "home"),
    Topic.UTILITIES: ("水", "电", "气", "暖", "utilit"),
    Topic.WORK: ("工作", "就业", "招工", "work", "job"),
    Topic.EVENTS: ("活动", "event"),
}


def ask_danger(kind: NoticeKind, words: str) -> Asking:
    """Whether nobody's wishes may keep it back; asked only where it may be so."""
    if kind is not NoticeKind.OUTAGE and danger_in(words) is None:
        return False
    options = (Option(NO, phrase("notices.no_danger")), Option(YES, phrase("notices.danger")))
    return (yield from choose("danger", phrase("notices.is_it_danger"), options=options)) == YES


def ask_where(turn: Turn[NoticesTransaction], person: Person) -> Asking:
    """Ends in an area of hers. Raises NotAllowed where she has none."""
    places = places_to_speak_to(turn, person)
    return (
        yield from ask_area(
            turn, person, places, phrase("notices.whom"), lambda area_id: may_tell(turn, person, area_id)
        )
    )


def ask_until(turn: Turn[NoticesTransaction], kind: NoticeKind) -> Asking:
    days = SOON if kind is NoticeKind.OUTAGE else DAYS
    options = [
        Option(day.isoformat(), phrase(f"notices.until_{name}", day=ShortDay(day)))
        for name, day in ((name, turn.today + timedelta(days=n)) for name, n in days.items())
    ]

    def read(said: str) -> str | None:
        found = day_said(turn, said)
        last = (turn.today + LONGEST_COUNTING).isoformat()
        return found if found and turn.today.isoformat() <= found <= last else None

    return date.fromisoformat(
        (
            yield from until_read(
                "until", phrase("notices.which_until"), read, phrase("notices.until_wrong"), options, rows=(1,)
            )
        )
    )
