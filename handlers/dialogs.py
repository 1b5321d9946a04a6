"""The script engine: a dialog is a generator of questions, replayed from answers that are kept by key.

A script does no I/O and returns a command. Only the trail of answers and the question as it was shown are stored, so a
restart loses nothing and a question added, dropped or moved by a release needs no migration.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed, NotFound
from domain.matters.greetings import chosen_number, leaves
from domain.messages import Choice, Inbound, Keys, Op, Text
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.keyboard import lasting_keys
from handlers.questions import Asking as Asking
from handlers.questions import Option as Option
from handlers.questions import Question as Question
from handlers.questions import Script as Script
from handlers.questions import ask as ask
from handlers.questions import choose as choose
from handlers.replaying import SEAL, Replayed, digest, replay
from handlers.replaying import ScriptError as ScriptError
from handlers.speaking import Line, Rows, Tap, send, take_back, voice_of
from handlers.turn import AskAgain, Turn

BACK = "<"
BACK_WORDS = ("返回", "上一步", "back")
TYPED = "typed"
"""Where a dialog's draft keeps which message answered which question."""
BASE = 11
"""How much of a prompt names the message; what follows counts how often it was edited."""


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
    lead: Line | None = None,
    silent: bool = False,
) -> None:
    """Replays from the trail; asks what is open, or finishes.

    `in_place` edits the last message of the dialog instead of sending one; `asked` is the question that was just
    answered; `lead` is said before the question.
    """
    state = _replayed(turn, person, script, dialog)
    dialog = replace(dialog, trail=state.trail, front=True, updated_at=turn.now)
    question = state.question
    edits = question is not None and in_place and question.ask is None and bool(dialog.prompt)
    if not edits and asked is not None:
        _put_to_rest(turn, person, dialog, asked)
    if question is not None:
        show(turn, person, script, dialog, question, in_place=edits, lead=lead, silent=silent)
        return
    turn.tx.dialogs.drop(dialog)
    with turn.tx.whole():  # whoever comes too late is refused, and nothing of it stays
        script.finish(turn, person, dialog, state.result)


def show(
    turn: Turn[Any],
    person: Person,
    script: Script,
    dialog: OpenDialog,
    question: Question,
    *,
    in_place: bool = False,
    lead: Line | None = None,
    silent: bool = False,
) -> None:
    """Asks. The same question asked again moves down: its earlier message is taken away, so that only one stands."""
    if not in_place and dialog.prompt and dialog.key == question.key:
        take_back(turn, person, _message_key(dialog))
    prompt = _next_prompt(turn, dialog.prompt if in_place else "")
    voice = voice_of(turn, person)
    seal = SEAL + digest(question)
    options = tuple(
        (o.value + (seal if o.sealed else ""), voice.say(o.label) if isinstance(o.label, Phrase) else o.label)
        for o in question.options
    )
    dialog = replace(dialog, prompt=prompt, key=question.key, options=options)
    turn.tx.dialogs.save(dialog)
    labels = [label for _, label in options]
    send(
        turn, person, *((lead,) if lead is not None else ()), *question.lines,
        taps=() if question.ask else _rows(question, labels), prompt=prompt,
        ask=question.ask, keys=(*((label,) for label in labels), *lasting_keys(turn, person)) if question.ask else (),
        op=Op.UPDATE if in_place else Op.SEND, key=_message_key(dialog), purpose="question",
        silent=silent,
        not_before=script.hold(dialog) if script.hold is not None else None,
    )  # fmt: skip
    if script.opened is not None:
        script.opened(turn, person, dialog)


def withdraw(turn: Turn[Any], person: Person, dialog: OpenDialog) -> None:
    """The question is not open any more: dialog and message go, as if it had not been asked."""
    take_back(turn, person, _message_key(dialog))
    turn.tx.dialogs.drop(dialog)


def stands(turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog) -> bool:
    """Whether its questions can still be asked: what it is about may have ended or gone to somebody else meanwhile."""
    try:
        _replayed(turn, person, script, dialog)
    except (NoLongerPossible, NotAllowed, NotFound):
        return False
    return True


def show_again(turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog) -> None:
    """The open question once more, below everything said since."""
    advance(turn, person, script, dialog)


def asking_again(scripts: Iterable[Script]) -> AskAgain:
    """For a family that knows nothing of the dialog it came between."""
    known = {script.name: script for script in scripts}

    def again(turn: Turn[Any], person: Person, dialog: OpenDialog) -> None:
        show_again(turn, person, known[dialog.script], dialog)

    return again


def resolve(dialog: OpenDialog, inbound: Inbound) -> str | None:
    """The canonical value of an answer to the options as they were shown, by press, number or label; else None."""
    choice = inbound.part(Choice)
    if choice is not None:
        index = int(choice.value) if choice.value.isdecimal() else -1
        return dialog.options[index][0] if 0 <= index < len(dialog.options) else None
    said = inbound.text.casefold()
    labels = [label.casefold() for _, label in dialog.options]
    if said in labels:
        return dialog.options[labels.index(said)][0]
    if said in BACK_WORDS:
        return BACK
    number = chosen_number(said) if dialog.options else None
    return dialog.options[number - 1][0] if number is not None and 1 <= number <= len(dialog.options) else None


def answer(turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog, inbound: Inbound) -> bool:
    """Takes the inbound as the answer to the dialog's open question; False when it does not fit."""
    if script.gathers and inbound.media:
        return False
    pressed = inbound.part(Choice) is not None
    asked = _replayed(turn, person, script, dialog).question
    value = resolve(dialog, inbound)
    if value is None and asked is not None and not pressed:
        value = _meant(dialog, asked, inbound)
        if value is None and leaves(inbound.text) and not inbound.media:
            leave(turn, person, script, dialog, asked)
            return True
        value = value or (asked.read(inbound) if asked.read is not None else None)
    if value is None:
        return False
    if value == BACK:
        _go_back(turn, person, script, dialog, asked)
        return True
    kept = tuple((key, given) for key, given in dialog.trail if key != dialog.key)
    answered = replace(dialog, trail=(*kept, (dialog.key, value)), draft=_typed(dialog, inbound))
    lead = phrase("core.changed") if _another(value, asked) else None
    advance(turn, person, script, answered, in_place=pressed, asked=asked, lead=lead)
    return True


def _another(value: str, asked: Question | None) -> bool:
    """Whether a yes was meant for the question as it stood before: it is asked again, and why is said."""
    if asked is None:
        return False
    meant, _, seal = value.rpartition(SEAL)
    return any(option.sealed and option.value == meant for option in asked.options) and seal != digest(asked)


def _typed(dialog: OpenDialog, inbound: Inbound) -> Mapping[str, object]:
    """The draft, with the message that answers the open question, so that an edit of it is known."""
    if inbound.part(Choice) is not None or not inbound.handle:
        return dialog.draft
    known = dialog.draft.get(TYPED)
    return {**dialog.draft, TYPED: {**(known if isinstance(known, Mapping) else {}), inbound.handle: dialog.key}}


def answered_by(dialog: OpenDialog, handle: str) -> str:
    """The key of the question that the message with this handle answered; "" for none."""
    known = dialog.draft.get(TYPED)
    return str(known.get(handle, "")) if isinstance(known, Mapping) else ""


def answer_anew(turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog, inbound: Inbound) -> bool:
    """A typed answer that was edited counts as it reads now; what was answered after it is asked again."""
    key, keys = answered_by(dialog, inbound.handle), [key for key, _ in dialog.trail]
    if key not in keys:
        return False
    before = replace(dialog, trail=dialog.trail[: keys.index(key)])
    asked = _replayed(turn, person, script, before).question
    value = asked.read(inbound) if asked is not None and asked.key == key and asked.read is not None else None
    if value is None:
        return False
    advance(turn, person, script, replace(before, trail=(*before.trail, (key, value))))
    return True


def _meant(dialog: OpenDialog, asked: Question, inbound: Inbound) -> str | None:
    """The option that the words stand for, as it was shown with its seal."""
    meant = asked.means(inbound.text) if dialog.options and inbound.text else None
    return next((value for value, _ in dialog.options if meant and value.partition(SEAL)[0] == meant), None)


def leave(turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog, asked: Question) -> None:
    """取消, said to any question: the dialog ends as if it had not been begun, and that is said."""
    _put_to_rest(turn, person, replace(dialog, trail=()), asked)
    turn.tx.dialogs.drop(dialog)
    if script.left is not None:
        script.left(turn, person, dialog)
    else:
        keys = (Keys(lasting_keys(turn, person)),) if asked.ask is not None else ()
        send(turn, person, phrase("small.left"), *keys)


def _go_back(turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog, asked: Question | None) -> None:
    """To the question before. Before the first there is nothing: the dialog is left, unless it holds a draft."""
    if dialog.trail or script.gathers:
        advance(turn, person, script, replace(dialog, trail=dialog.trail[:-1]), asked=asked if dialog.trail else None)
        return
    if asked is not None:
        _put_to_rest(turn, person, dialog, asked)
    turn.tx.dialogs.drop(dialog)
    send(turn, person, phrase("small.ok"))


def _replayed(turn: Turn[Any], person: Person, script: Script, dialog: OpenDialog) -> Replayed:
    return replay(script.run(turn, person, dialog), dialog.trail)


def _put_to_rest(turn: Turn[Any], person: Person, dialog: OpenDialog, asked: Question) -> None:
    """The question was answered: its message keeps its words and what was chosen, and loses its buttons."""
    if not asked.options or asked.ask is not None:
        return
    chosen = dict(dialog.trail).get(dialog.key)
    label = next((label for value, label in dialog.options if value == chosen), "")
    mark = (Text(f"✓ {label}"),) if label else ()
    send(turn, person, *asked.lines, *mark, op=Op.UPDATE, key=_message_key(dialog))


def _message_key(dialog: OpenDialog) -> str:
    return f"ask:{dialog.prompt[:BASE]}"


def _next_prompt(turn: Turn[Any], edited: str) -> str:
    """A new name for a new message; the same with a higher count for an edited one, so that older presses show."""
    if edited:
        return f"{edited[:BASE]}{int(edited[BASE:] or 0) + 1}"
    return f"?{turn.tx.new_id()[: BASE - 1]}"


def _rows(question: Question, labels: Sequence[str]) -> Rows:
    taps = [Tap(label, str(index)) for index, label in enumerate(labels)]
    rows, sizes = list[tuple[Tap, ...]](), list(question.rows)
    while taps:
        size = sizes.pop(0) if len(sizes) > 1 else sizes[0]
        rows.append(tuple(taps[:size]))
        taps = taps[size:]
    return tuple(rows)
