"""Somebody with a telephone: sees what comes, knows the words on buttons, and does what a person can do there."""

from __future__ import annotations

import re
from datetime import timedelta
from random import Random

from bot.simulation.agenda import Act, Agenda
from bot.simulation.ways import Way
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
        self._way: Way = ()

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

    def goes(self, way: Way) -> None:
        """From the next question on; what she had in mind before is forgotten."""
        self._way = way

    def goes_on(self, message: Message) -> bool:
        """Whether this is a question of the way that she goes, and hers to answer now. A step may be passed over."""
        words = words_of(message)
        step = next((n for n, step in enumerate(self._way) if any(asked in words for asked in step.asked)), None)
        if step is None or not self.first_time(("step", message.id, words)):
            return False
        now, self._way = self._way[step], self._way[step + 1 :]
        if now.say:
            line = self.chance.choice(now.say)
            self.soon(lambda: self.says(line))
        else:
            self.soon(lambda: self.taps(*self.chance.sample(now.press, len(now.press))))
        return True

    def finds(self, *labels: str, about: str = "") -> Message | None:
        """The newest message with such a button (about the matter of this number)."""
        for message in reversed(self.phone.messages):
            if message.out and about in words_of(message) and label_of(message, *labels):
                return message
        return None

    def taps(self, *labels: str, about: str = "") -> bool:
        """The newest message's button whose label begins so (the first of these that is there), if there is one now."""
        message = None if self.phone.chat.blocked else self.finds(*labels, about=about)
        if message is None:
            return False
        label = next(found for begins in labels if (found := label_of(message, begins)))
        self.phone.taps(message.id, label)
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
