"""What is said of topics: their names, which of them somebody is offered, which a letter has."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from domain.errors import NoLongerPossible
from domain.explaining.topics import Topic
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.explaining.topics.ports import TopicsTransaction
from handlers.roles import posts_of
from handlers.texts.say import Several
from handlers.turn import Turn


def name_of(topic: Topic) -> Phrase:
    return phrase(f"topics.{topic.value}")


def names_of(topics: Sequence[Topic]) -> Several:
    return Several(tuple(name_of(topic) for topic in topics))


def offered_to(turn: Turn[TopicsTransaction], person: Person) -> Sequence[Topic]:
    """Whoever serves is invited because she does, and has no say in it here."""
    serves = bool(posts_of(turn, person.id))
    return [topic for topic in Topic if not (serves and topic is Topic.INVITATIONS)]


def topics_of(turn: Turn[TopicsTransaction], about: str) -> Sequence[Topic]:
    """Of a letter, by what it speaks of. Raises NoLongerPossible, NotFound."""
    kind, _, id = about.partition(":")
    told = turn.house.topics_of.get(kind)
    if told is None:
        raise NoLongerPossible(about)
    return told(turn, id)


def everything(off: Collection[str], topics: Sequence[Topic]) -> bool:
    """Whether none of these comes any more; of no topic at all: only once nothing does."""
    return bool(topics) and all(topic in off for topic in topics)
