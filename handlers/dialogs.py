"""The script engine: a dialog is a generator of questions, replayed from answers that are kept by key.

A script does no I/O and returns a command. Only the trail of answers and the question as it was shown are stored, so a
restart loses nothing and a question added, dropped or moved by a release needs no migration.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.matters.greetings import chosen_number
from domain.messages import Choice, Inbound, Op, Text
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase
from handlers.keyboard import lasting_keys
from handlers.speaking import Line, Rows, Strong, Tap, send, voice_of
from handlers.turn import Turn

MOST_QUESTIONS = 50
BACK = "<"
SEAL = "~"


class ScriptError(Exception):
    """The script itself is wrong: a key asked twice, or too many questions."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: the canonical value that is stored and the label on the button. `sealed` binds the answer to what was shown."""

    value: str
    label: Phrase | str
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `rows` gives the number of buttons in each row (the last repeats); `read` turns a typed or sent answer into its
    canonical form or None; `valid` says whether a stored value may still stand (default: it is among the options or `read` is there)."""

    key: str
    lines: tuple[Line | Strong, ...]
    options: tuple[Option, ...] = ()
    read: Callable[[Inbound], str | None] | None = None
    valid: Callable[[str], bool] | None = None
    rows: tuple[int, ...] = (1,)
    ask: tuple[str, Phrase] | None = None

    def stands(self, value: str) -> bool:
        if self.valid is not None:
            return self.valid(value)
        return self.read is not None or any(value == option.value for option in self.options)


Asking = Generator[Question, str, Any]


@dataclass(frozen=True, slots=True)
class Script:
    """A kind of dialog. `finish` gets what the generator returned and checks it again against the truth of that moment.

    `gathers`: media, further words and edits go to its draft whatever question is open. `opened` runs after each question shown.
    """

    name: str
    run: Callable[[Turn[Any], Person, OpenDialog], Asking]
    finish: Callable[[Turn[Any], Person, OpenDialog, Any], None]
    gathers: bool = False
    opened: Callable[[Turn[Any], Person, OpenDialog], None] | None = None
    hold: Callable[[OpenDialog], datetime | None] | None = None
    """Until when the question waits for more of the same (the parts of an album come one by one)."""


def ask(
    key: str, *lines: Line | Strong, options: Sequence[Option] = (), request: tuple[str, Phrase] | None = None
) -> Asking:
    """Free words (or one of the options); with `request`, what the one-tap key sends is read by the caller's own `Question`."""
    return (yield Question(key, tuple(lines), tuple(options), read=lambda given: given.text or None, ask=request))


def choose(
    key: str,
    *lines: Line | Strong,
    options: Sequence[Option],
    rows: tuple[int, ...] = (1,),
    valid: Callable[[str], bool] | None = None,
) -> Asking:
    """One of the options, by button, number or label."""
    return (yield Question(key, tuple(lines), tuple(options), rows=rows, valid=valid))


@dataclass(frozen=True, slots=True)
class Replayed:
    """Where a script stands: the open question, or (question None) its result; `trail` holds the answers that still count."""

    trail: tuple[tuple[str, str], ...]
    question: Question | None
    result: Any = None


def replay(script: Asking, trail: Sequence[tuple[str, str]], seal: Callable[[Question], str]) -> Replayed:
    """Feeds the answers in by key. An answer that no longer stands, or whose seal differs from what would be shown now, drops
    out with all given after it. Raises ScriptError for a key asked twice or more than fifty questions."""
    answers, used = dict(trail), list[tuple[str, str]]()
    try:
        question = next(script)
        while True:
            if any(question.key == key for key, _ in used) or len(used) >= MOST_QUESTIONS:
                raise ScriptError(f"{question.key!r} after {len(used)} answers")
            stored = answers.get(question.key)
            value = None if stored is None else _unsealed(stored, question, seal)
            if stored is None or value is None or not question.stands(value):
                script.close()
                return Replayed(tuple(used), question)
            used.append((question.key, stored))
            question = script.send(value)
    except StopIteration as stop:
        return Replayed(tuple(used), None, stop.value)


def begin(
    turn: Turn[Any], person: Person, script: Script, *, subject: str = "", draft: dict[str, object] | None = None
) -> None:
    """Opens the dialog (in front of any other) and asks its first open question."""
    advance(turn, person, script, OpenDialog(person.id, script.name, subject, draft=draft or {}))


def advance(
    turn: Turn[Any],
    person: Person,
    script: Script,
    dialog: OpenDialog,
    *,
    in_place: bool = False,
    asked: Question | None = None,
) -> None:
    """Replays from the trail; asks what is open, or finishes.

    `in_place` edits the last message of the dialog instead of sending one; `asked` is the question that was just answered by a tap.
    """
    state = _replayed(turn, person, script, dialog)
    dialog = replace(dialog, trail=state.trail, front=True, updated_at=turn.now)
    if state.question is not None:
        show(turn, person, script, dialog, state.question, in_place=in_place)
        return
    if asked is not None:
        _put_to_rest(turn, person, dialog, asked)
    turn.tx.dialogs.drop(dialog)
    script.finish(turn, person, dialog, state.result)


def show(
    turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog, question: Question, *, in_place: bool = False
) -> None:
    prompt = "?" + turn.tx.new_id()[:10]
    voice = voice_of(turn, person)
    seal = SEAL + _digest(question)
    options = tuple(
        (o.value + (seal if o.sealed else ""), voice.say(o.label) if isinstance(o.label, Phrase) else o.label)
        for o in question.options
    )
    dialog = replace(dialog, prompt=prompt, key=question.key, options=options)
    turn.tx.dialogs.save(dialog)
    labels = [label for _, label in options]
    send(
        turn, person, *question.lines,
        taps=() if question.ask else _rows(question, labels), prompt=prompt,
        ask=question.ask, keys=(*((label,) for label in labels), *lasting_keys(turn, person)) if question.ask else (),
        op=Op.UPDATE if in_place and not question.ask else Op.SEND, key=_message_key(dialog), purpose="question",
        not_before=script.hold(dialog) if script.hold is not None else None,
    )  # fmt: skip
    if script.opened is not None:
        script.opened(turn, person, dialog)


def show_again(turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog) -> None:
    """The open question once more, below everything said since."""
    advance(turn, person, script, dialog)


def resolve(dialog: OpenDialog, inbound: Inbound) -> str | None:
    """The canonical value of an answer to the options as they were shown: by press, number or label; None when it is none of them."""
    choice = inbound.part(Choice)
    if choice is not None:
        if choice.value == BACK:
            return BACK
        index = int(choice.value) if choice.value.isdecimal() else -1
        return dialog.options[index][0] if 0 <= index < len(dialog.options) else None
    said = inbound.text.strip()
    if not said or not dialog.options:
        return None
    labels = [label.casefold() for _, label in dialog.options]
    if said.casefold() in labels:
        return dialog.options[labels.index(said.casefold())][0]
    number = chosen_number(said)
    return dialog.options[number - 1][0] if number is not None and 1 <= number <= len(dialog.options) else None


def answer(turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog, inbound: Inbound) -> bool:
    """Takes the inbound as the answer to the dialog's open question; False when it does not fit."""
    pressed = inbound.part(Choice) is not None
    value = resolve(dialog, inbound)
    if value == BACK:
        advance(turn, person, script, replace(dialog, trail=dialog.trail[:-1]), in_place=pressed)
        return True
    asked = _replayed(turn, person, script, dialog).question
    if value is None and asked is not None and asked.read is not None and not pressed:
        value = asked.read(inbound)
    if value is None:
        return False
    kept = tuple((key, given) for key, given in dialog.trail if key != dialog.key)
    answered = replace(dialog, trail=(*kept, (dialog.key, value)))
    advance(turn, person, script, answered, in_place=pressed, asked=asked if pressed else None)
    return True


def _replayed(turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog) -> Replayed:
    return replay(script.run(turn, person, dialog), dialog.trail, _digest)


def _put_to_rest(turn: Turn[Any], person: Person, dialog: OpenDialog, asked: Question) -> None:
    """The last question was answered by a tap: its message keeps its words and what was chosen, and loses its buttons."""
    chosen = dict(dialog.trail).get(dialog.key)
    label = next((label for value, label in dialog.options if value == chosen), "")
    send(turn, person, *asked.lines, Text(f"✓ {label}"), op=Op.UPDATE, key=_message_key(dialog))


def _message_key(dialog: OpenDialog) -> str:
    return f"ask:{dialog.script}:{dialog.subject}"


def _rows(question: Question, labels: Sequence[str]) -> Rows:
    taps = [Tap(label, str(index)) for index, label in enumerate(labels)]
    rows, sizes = list[tuple[Tap, ...]](), list(question.rows)
    while taps:
        size = sizes.pop(0) if len(sizes) > 1 else sizes[0]
        rows.append(tuple(taps[:size]))
        taps = taps[size:]
    return tuple(rows)


def _digest(question: Question) -> str:
    """What would be shown, as a short hash; of the phrases, so that a change of language alone voids nothing."""
    return hashlib.sha256(repr(question.lines).encode()).hexdigest()[:12]


def _unsealed(stored: str, question: Question, seal: Callable[[Question], str]) -> str | None:
    value, mark, digest = stored.rpartition(SEAL)
    sealed = {option.value for option in question.options if option.sealed}
    if mark and value in sealed:
        return value if digest == seal(question) else None
    return stored
