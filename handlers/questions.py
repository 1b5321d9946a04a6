"""What a dialog is made of: questions with their options, and the script that asks them."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.errors import NoLongerPossible
from domain.matters.greetings import is_no, is_yes
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase
from handlers.speaking import Line, Strong
from handlers.turn import Turn

YES, NO = "yes", "no"
UNREAD = "?"
TRIES = 5
"""How often something is asked that cannot be read."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: the canonical value that is stored and the label. `sealed` binds the answer to what was shown."""

    value: str
    label: Phrase | str
    sealed: bool = False


def yes_or_no(words: str) -> str | None:
    """The option that a typed yes or no stands for."""
    return YES if is_yes(words) else NO if is_no(words) else None


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    `rows` gives the number of buttons in each row (the last repeats). `read` turns a typed or sent answer into its
    canonical form or None. `valid` says whether a stored value may still stand (default: it is among the options, or
    `read` is there). `means` gives the value of the option that some words stand for though they are not its label.
    """

    key: str
    lines: tuple[Line | Strong, ...]
    options: tuple[Option, ...] = ()
    read: Callable[[Inbound], str | None] | None = None
    valid: Callable[[str], bool] | None = None
    rows: tuple[int, ...] = (1,)
    ask: tuple[str, Phrase] | None = None
    means: Callable[[str], str | None] = yes_or_no

    def stands(self, value: str) -> bool:
        if self.valid is not None:
            return self.valid(value)
        return self.read is not None or any(value == option.value for option in self.options)


Asking = Generator[Question, str, Any]


@dataclass(frozen=True, slots=True)
class Script:
    """A kind of dialog. `finish` gets what the generator returned and checks it again against the truth of that moment.

    `gathers`: media go to its draft whatever question is open, never to the question. `calm`: danger words in its
    answers speak of a matter that somebody has already, and raise no alarm. `opened` runs after each question shown.
    """

    name: str
    run: Callable[[Turn[Any], Person, OpenDialog], Asking]
    finish: Callable[[Turn[Any], Person, OpenDialog, Any], None]
    gathers: bool = False
    calm: bool = False
    opened: Callable[[Turn[Any], Person, OpenDialog], None] | None = None
    left: Callable[[Turn[Any], Person, OpenDialog], None] | None = None
    """What is said when somebody wants out (default: that nothing was changed)."""
    hold: Callable[[OpenDialog], datetime | None] | None = None
    """Until when the question waits for more of the same (the parts of an album come one by one)."""


def ask(key: str, *lines: Line | Strong, options: Sequence[Option] = ()) -> Asking:
    """Free words, or one of the options."""
    return (yield Question(key, tuple(lines), tuple(options), read=lambda given: given.text or None))


def choose(
    key: str,
    *lines: Line | Strong,
    options: Sequence[Option],
    rows: tuple[int, ...] = (1,),
    valid: Callable[[str], bool] | None = None,
) -> Asking:
    """One of the options, by button, number or label."""
    return (yield Question(key, tuple(lines), tuple(options), rows=rows, valid=valid))


def until_read(
    key: str, words: Phrase, read: Callable[[str], str | None], hint: Phrase, options: Sequence[Option] = (),
    rows: tuple[int, ...] = (1,), below: Sequence[Phrase] = (),
) -> Asking:  # fmt: skip
    """An option, or typed words as `read` understands them; what it does not is asked again, with the hint.

    `below` are lines that stand below the question.
    """
    for n in range(TRIES):
        said: str = yield Question(
            f"{key}.{n}", (words, *below), tuple(options), typed(lambda given: read(given) or UNREAD + given),
            valid=lambda value: True, rows=rows,
        )  # fmt: skip
        if not said.startswith(UNREAD):
            return said
        words = hint
    raise NoLongerPossible(key)


def typed(read: Callable[[str], str | None]) -> Callable[[Inbound], str | None]:
    return lambda given: read(given.text.strip()) if given.text else None
