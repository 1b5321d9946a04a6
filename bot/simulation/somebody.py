"""Somebody with a telephone: sees what comes, knows the words on buttons, and does what a person can do there."""

from __future__ import annotations

import re
from datetime import timedelta
from random import Random

from bot.simulation.agenda import Act, Agenda
from sandbox.people import Person
from sandbox.records import Message

NUMBER = re.compile(r"\d{4}-\d{2,}")


class Somebody:
    """`looks` is called with each message of the bot that came or changed; what she will do goes on the agenda."""

    role = "somebody"

    def __init__(self, phone: Person, agenda: Agenda, seed: str) -> None:
        self.phone = phone
        self.agenda = agenda
        self.chance = Random(seed)  # noqa: S311  # the same person for the same seed
        self._done: set[object] = set()

    def looks(self, message: Message) -> None:
        """Decides at once, acts later."""

    def soon(self, act: Act, *, seconds: float = 15) -> None:
        """While she has the telephone in her hand anyway."""
        self.agenda.after(timedelta(seconds=self.chance.uniform(3, 2 * seconds)), act, self.chance, at_once=True)

    def later(self, minutes: float, act: Act, *, at_once: bool = False) -> None:
        """About so many minutes on, sometimes much later."""
        delay = timedelta(minutes=minutes * self.chance.lognormvariate(0, 0.8))
        self.agenda.after(delay, act, self.chance, at_once=at_once)

    def likely(self, part: float) -> bool:
        return self.chance.random() < part

    def first_time(self, what: object) -> bool:
        """True once for each thing."""
        if what in self._done:
            return False
        self._done.add(what)
        return True

    def finds(self, *labels: str, about: str = "") -> Message | None:
        """The newest message with such a button (about the matter of this number)."""
        for message in reversed(self.phone.messages):
            if message.out and about in words_of(message) and label_of(message, *labels):
                return message
        return None

    def taps(self, *labels: str, about: str = "") -> bool:
        """The newest button whose label begins so, if there is one now."""
        message = None if self.phone.chat.blocked else self.finds(*labels, about=about)
        if message is None:
            return False
        self.phone.taps(message.id, label_of(message, *labels))
        return True

    def says(self, words: str, reply_to: int | None = None) -> None:
        if not self.phone.chat.blocked:
            self.phone.says(words, reply_to)


def words_of(message: Message) -> str:
    return f"{message.text}{message.caption}"


def labels_of(message: Message) -> list[str]:
    """Of the buttons that tell the bot something."""
    return [button.text for row in message.buttons for button in row if button.data is not None]


def label_of(message: Message, *beginnings: str) -> str:
    """The first label that begins with one of these, "" for none."""
    return next((label for label in labels_of(message) if label.startswith(beginnings)), "")


def number_in(message: Message) -> str:
    found = NUMBER.search(words_of(message))
    return found.group() if found else ""
