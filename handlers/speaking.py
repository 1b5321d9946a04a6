"""Speaking to one person: phrases become words in her language here, when the message enters the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.messages import Ask, Block, Button, Choices, Keys, Location, Media, Op, Outbound, Text, Urgency
from domain.people.person import Person
from domain.phrases import Phrase
from handlers.texts.say import Voice
from handlers.turn import Turn

Line = Phrase | Text | Media | Location | Keys


@dataclass(frozen=True, slots=True)
class Strong:
    """A phrase to be set as a title."""

    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Tap:
    """A button before it is worded; a label that is text already (a name, a place) is shown as it is."""

    label: Phrase | str
    value: str = ""
    url: str = ""


Rows = tuple[tuple[Tap, ...], ...]


def voice_of(turn: Turn[Any], person: Person) -> Voice:
    return Voice(person.language, turn.now, turn.house.zone)


def send(
    turn: Turn[Any],
    to: Person,
    *lines: Line | Strong,
    taps: Rows = (),
    prompt: str = "",
    ask: tuple[str, Phrase] | None = None,
    keys: tuple[tuple[str, ...], ...] = (),
    op: Op = Op.SEND,
    purpose: str = "",
    urgency: Urgency = Urgency.TURN,
    silent: bool = False,
    key: str = "",
    about: str = "",
    reply_to: str = "",
    dedupe: str = "",
    not_before: datetime | None = None,
) -> bool:
    """Puts one message into the outbox; False when the person has no address that can be reached.

    `ask` is ("location" | "contact", label): a one-tap way to send it, shown above the rows of `keys`.
    """
    addresses = turn.tx.people.addresses(to.id)
    if not addresses:
        return False
    voice = voice_of(turn, to)
    blocks = [_block(line, voice) for line in lines]
    if taps:
        blocks.append(Choices(prompt, tuple(tuple(_button(tap, voice) for tap in row) for row in taps)))
    if ask:
        blocks.append(Ask(ask[0], voice.say(ask[1]), keys))
    turn.tx.outbox.put(
        Outbound(
            addresses[0], tuple(blocks), op, purpose, urgency, silent,
            key=key, about=about, reply_to=reply_to, dedupe=dedupe, not_before=not_before,
        )
    )  # fmt: skip
    return True


def take_back(turn: Turn[Any], to: Person, key: str) -> None:
    """Unsends the message with this key: cancelled while it waits, deleted once it has left."""
    for address in turn.tx.people.addresses(to.id):
        if not turn.tx.outbox.cancel(address, key):
            turn.tx.outbox.put(Outbound(address, (), Op.DELETE, key=key))


def quiet(turn: Turn[Any]) -> bool:
    """Whether it is a time at which nothing but danger should ring."""
    return not turn.house.clocks.awake(turn.now)


def _block(line: Line | Strong, voice: Voice) -> Block:
    match line:
        case Phrase():
            return Text(voice.say(line))
        case Strong():
            return Text(voice.say(line.phrase), "strong")
        case _:
            return line


def _button(tap: Tap, voice: Voice) -> Button:
    return Button(voice.say(tap.label) if isinstance(tap.label, Phrase) else tap.label, tap.value, tap.url)
