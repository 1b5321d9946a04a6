"""What somebody does not want to be told, for /privacy and for her own copy."""

from __future__ import annotations

from domain.explaining.topics import ALL, Topic
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.explaining.topics.choosing import off_of
from handlers.explaining.topics.ports import TopicsTransaction
from handlers.explaining.topics.words import name_of, names_of
from handlers.turn import Besides, Chosen, Turn
from handlers.unasked import OPEN, PROMPT

NAME = "unwanted"
"""The key in the file for programs."""


def of_hers(turn: Turn[TopicsTransaction], person: Person) -> Besides:
    off = turn.tx.topics.unwanted(person.id)
    return Besides(
        NAME,
        phrase("topics.hers"),
        [(at, _name(topic)) for topic, at in off.items()],
        [{"at": at.isoformat(), "topic": topic} for topic, at in off.items()],
    )


def _name(topic: str) -> Phrase:
    return phrase("topics.hers_all") if topic == ALL else name_of(Topic(topic))


def in_privacy(turn: Turn[TopicsTransaction], person: Person) -> Chosen:
    off = off_of(turn, person)
    topics = [topic for topic in Topic if topic in off]
    line = phrase("topics.kept", topics=names_of(topics)) if topics else None
    if ALL in off:
        line = phrase("topics.kept_nothing")
    return Chosen(line, phrase("topics.tap_choose"), PROMPT, OPEN)
