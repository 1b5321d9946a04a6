"""All that somebody may be told unasked, with a tap for each: one message that changes as she taps."""

from __future__ import annotations

from collections.abc import Collection

from domain.errors import NoLongerPossible
from domain.explaining.topics import ALL, Topic, again, wants, without
from domain.messages import Inbound, Op
from domain.people.person import Person
from domain.phrases import phrase
from handlers.explaining.topics.choosing import choose, off_of
from handlers.explaining.topics.ports import TopicsTransaction
from handlers.explaining.topics.words import name_of, offered_to
from handlers.roles import posts_of
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn
from handlers.unasked import PROMPT

ABOUT = "topics"
NOTHING, EVERYTHING = "nothing", "everything"
A_ROW = 2


def command(turn: Turn[TopicsTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    show(turn, person)


def show(turn: Turn[TopicsTransaction], person: Person, op: Op = Op.SEND) -> None:
    off = off_of(turn, person)
    lines: list[Line | Strong] = [phrase("topics.which")]
    if ALL in off:
        lines.append(phrase("topics.nothing_comes"))
    lines.append(phrase("topics.always_serving" if posts_of(turn, person.id) else "topics.always"))
    send(
        turn, person, *lines, taps=taps(turn, person, off), prompt=PROMPT, op=op, key=f"topics:{person.id}",
        about=ABOUT, silent=True,
    )  # fmt: skip


def taps(turn: Turn[TopicsTransaction], person: Person, off: Collection[str]) -> Rows:
    each = [_tap(topic, comes=wants(off, topic)) for topic in offered_to(turn, person)]
    rows = tuple(tuple(each[n : n + A_ROW]) for n in range(0, len(each), A_ROW))
    last = [] if ALL in off else [(Tap(phrase("topics.tap_nothing"), NOTHING),)]
    if off:
        last.append((Tap(phrase("topics.tap_everything"), EVERYTHING),))
    return (*rows, *last)


def _tap(topic: Topic, *, comes: bool) -> Tap:
    """Says what it is to become, so that a second tap of a slow finger does not undo the first."""
    words = phrase("topics.on" if comes else "topics.off", topic=name_of(topic))
    return Tap(words, f"-{topic}" if comes else f"+{topic}")


def chosen(turn: Turn[TopicsTransaction], person: Person, value: str, op: Op) -> None:
    """Raises NoLongerPossible."""
    off = off_of(turn, person)
    sign, name = value[:1], value[1:]
    if value == NOTHING:
        off |= {ALL}
    elif value == EVERYTHING:
        off = frozenset()
    elif sign in "+-" and name in list(Topic):
        topics = [Topic(name)]
        if wants(off, topics[0]) == (sign == "-"):
            off = without(off, topics, offered_to(turn, person)) if sign == "-" else again(off, topics)
    else:
        raise NoLongerPossible(value)
    choose(turn, person, off)
    show(turn, person, op)
