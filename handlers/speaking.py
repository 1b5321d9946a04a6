"""Speaking to one person: phrases become words in her language here, when the message enters the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from domain.messages import Ask, Block, Button, Choices, Keys, Location, Media, Op, Outbound, Text, Urgency
from domain.people.person import Person
from domain.phrases import Phrase
from handlers.keyboard import lasting_keys
from handlers.texts.say import Voice
from handlers.turn import Turn

ASKED = "asked"
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
    below: Sequence[tuple[str, Rows]] = (),
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
    not_after: datetime | None = None,
) -> bool:
    """Puts one message into the outbox; False when the person has no address that can be reached.

    `below` are further buttons, each block with a prompt of its own. `ask` is ("location" | "contact", label): a
    one-tap way to send it, shown above the rows of `keys` in place of the lasting keyboard, which comes back with the
    next message that can carry it.
    """
    addresses = turn.tx.people.addresses(to.id)
    if not addresses:
        return False
    voice = voice_of(turn, to)
    if op is Op.UPDATE and key:
        voice = replace(voice, dated=turn.tx.handles.older(addresses[0], key, _midnight(turn)))
    blocks = [_block(line, voice) for line in lines]
    choices = [(prompt, taps), *below]
    if any(rows for _, rows in choices):
        blocks += [_choices(prompt, rows, voice) for prompt, rows in choices if rows]
    elif ask:
        blocks.append(Ask(ask[0], voice.say(ask[1]), keys))
    elif op is Op.SEND and not key and keys_displaced(turn, to):
        blocks.append(Keys(lasting_keys(turn, to)))  # not under one that is edited later: platforms refuse that
    _note_keys(turn, to, blocks)
    turn.tx.outbox.put(
        Outbound(
            addresses[0], tuple(blocks), op, purpose, urgency, silent,
            key=key, about=about, reply_to=reply_to, dedupe=dedupe, not_before=not_before,
            not_after=not_after,
        ),
        maybe_repeat=turn.maybe_repeat,
    )  # fmt: skip
    return True


def _midnight(turn: Turn[Any]) -> datetime:
    """When today began."""
    return datetime.combine(turn.today, time(), turn.house.zone)


def keys_displaced(turn: Turn[Any], person: Person) -> bool:
    """Whether a one-tap key stands where the lasting keyboard should be; the next plain message puts that back."""
    standing: str | None = turn.tx.notes.get(f"keys:{person.id}")
    return standing == ASKED


def _note_keys(turn: Turn[Any], to: Person, blocks: Sequence[Block]) -> None:
    if any(isinstance(block, Ask) for block in blocks):
        turn.tx.notes.set(f"keys:{to.id}", ASKED)
    elif any(isinstance(block, Keys) for block in blocks) and keys_displaced(turn, to):
        turn.tx.notes.set(f"keys:{to.id}", "")


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


def _choices(prompt: str, rows: Rows, voice: Voice) -> Choices:
    return Choices(prompt, tuple(tuple(_button(tap, voice) for tap in row) for row in rows))


def _button(tap: Tap, voice: Voice) -> Button:
    return Button(voice.say(tap.label) if isinstance(tap.label, Phrase) else tap.label, tap.value, tap.url)
