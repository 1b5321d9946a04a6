"""Replaying a script: answers are fed in by key until a question is open or the script has ended."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.phrases import Phrase
from handlers.questions import Asking, Question
from handlers.speaking import Line, Strong

MOST_QUESTIONS = 50
SEAL = "~"
"""Parts an answer from the digest of what was shown when it was given."""


class ScriptError(Exception):
    """The script itself is wrong: a key asked twice, or too many questions."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """Where a script stands: the open question, or (question None) its result; `trail` holds the answers that count."""

    trail: tuple[tuple[str, str], ...]
    question: Question | None
    result: Any = None


def replay(script: Asking, trail: Sequence[tuple[str, str]]) -> Replayed:
    """Feeds the answers in by key.

    An answer that no longer stands, or whose seal differs from what would be shown now, drops out with all given after
    it. Raises ScriptError for a key asked twice or more than fifty questions.
    """
    answers, used = dict(trail), list[tuple[str, str]]()
    try:
        question = next(script)
        while True:
            if any(question.key == key for key, _ in used) or len(used) >= MOST_QUESTIONS:
                raise ScriptError(f"{question.key!r} after {len(used)} answers")
            stored = answers.get(question.key)
            value = None if stored is None else _unsealed(stored, question)
            if stored is None or value is None or not question.stands(value):
                script.close()
                return Replayed(tuple(used), question)
            used.append((question.key, stored))
            question = script.send(value)
    except StopIteration as stop:
        return Replayed(tuple(used), None, stop.value)


def digest(question: Question) -> str:
    """What would be shown, as a short hash: of the phrases, so that a change of language voids nothing, and without
    instants, since a promise that has moved on while she thought is told by the receipt."""
    return hashlib.sha256(repr([_timeless(line) for line in question.lines]).encode()).hexdigest()[:12]


def _timeless(line: Line | Strong) -> object:
    match line:
        case Phrase():
            return line.key, [(name, _timeless_value(value)) for name, value in sorted(line.args.items())]
        case Strong():
            return _timeless(line.phrase)
        case _:
            return line


def _timeless_value(value: object) -> object:
    if isinstance(value, Phrase):
        return _timeless(value)
    return "" if isinstance(value, datetime) else value


def _unsealed(stored: str, question: Question) -> str | None:
    value, mark, seal = stored.rpartition(SEAL)
    sealed = {option.value for option in question.options if option.sealed}
    if mark and value in sealed:
        return value if seal == digest(question) else None
    return stored
