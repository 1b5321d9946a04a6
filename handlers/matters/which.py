"""Words without an address: "whom is this for?", or "is this the same or something new?", answered by one tap."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from domain.errors import NoLongerPossible
from domain.matters.draft import Draft
from domain.matters.greetings import is_yes
from domain.matters.kinds import likely_kinds
from domain.matters.matter import Matter
from domain.messages import Inbound
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Question, Script, advance, begin, show_again
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, short_of, what_of
from handlers.matters.drafts import REPORT, cut, hold, short, start
from handlers.matters.filing import media_json
from handlers.matters.gathering import grown, joined
from handlers.matters.help_words import speaks_of
from handlers.matters.judging import disagree
from handlers.matters.metoo_words import whom
from handlers.matters.ports import MattersTransaction
from handlers.matters.talking import Saying, from_member, from_resident
from handlers.speaking import send
from handlers.turn import Turn

_TELLS = re.compile("[好决]了|done|fixed|solved|works|good", re.IGNORECASE)
NEW = "new"
BEFORE = "before"
JUST_NOW = timedelta(minutes=30)
"""So long a question that was asked before these words is still what she may have been at."""
MOST = 6
MOST_SHOWN = 60


def ask_which(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in "new", "draft:<subject>", "do:<matter id>" (as its member), "my:<matter id>" (as its resident) or
    "again:<matter id>" (ended, and not right after all), "before" (for nobody: what was asked before goes on)."""
    said = Draft.from_json(dialog.draft).words
    doing = _likeliest(said, speaks_of(turn, person)[:MOST])
    ended = str(dialog.draft.get("again", "")).split()
    hers = [m for m in turn.tx.matters.of_reporter(person.id) if m.open or m.id in ended][:MOST]
    own = _likeliest(said, hers)
    waiting = [d for d in turn.tx.dialogs.of(person.id) if d.script == REPORT.name][:1]
    options = [_to_resident(turn, m, "which.resident") for m in doing]
    options += [_to_member(turn, m) for m in own]
    options += [Option(f"draft:{d.subject}", phrase("which.draft", what=short(d))) for d in waiting]
    words = phrase("which.whom")
    if len(options) == 1 and doing:
        words, options = _preview(turn, doing[0], Draft.from_json(dialog.draft))
    elif len(options) == 1:
        words = phrase("which.new_or_same", what=what_of(own[0]) if own else short(waiting[0]))
    options.append(Option(NEW, phrase("which.new")))
    meaning = _meaning(options)
    if _before(turn, person, dialog) is not None:
        options.append(Option(BEFORE, phrase("which.before")))
    return (yield Question("which", (words,), tuple(options), valid=lambda value: True, means=meaning))


def _likeliest(words: str, matters: Sequence[Matter]) -> list[Matter]:
    """Of what the words speak of first, otherwise in the order in which they came."""
    weights = dict(likely_kinds(words))
    return sorted(matters, key=lambda matter: -weights.get(matter.kind, 0.0))


def _meaning(options: Sequence[Option]) -> Callable[[str], str | None]:
    """A bare yes to the only one that was offered; 修好了 is no yes but more to pass on."""

    def means(words: str) -> str | None:
        return options[0].value if len(options) == 2 and is_yes(words) and not _TELLS.search(words) else None

    return means


def _preview(turn: Turn[MattersTransaction], matter: Matter, draft: Draft) -> tuple[Phrase, list[Option]]:
    """A member with one thing in hand: what would be passed to whom, and one tap to do it."""
    line = cut(draft.words, MOST_SHOWN) if draft.words else phrase("told.media")
    words = phrase("which.preview", line=line, resident=whom(turn, matter), what=what_of(matter))
    return words, [_to_resident(turn, matter, "which.pass_on")]


def _to_resident(turn: Turn[MattersTransaction], matter: Matter, key: str) -> Option:
    return Option(f"do:{matter.id}", phrase(key, resident=whom(turn, matter), what=short_of(matter)))


def _to_member(turn: Turn[MattersTransaction], matter: Matter) -> Option:
    words = phrase("which.member", member=owner_name(owner_of(turn, matter)), what=short_of(matter))
    return Option(f"{'my' if matter.open else 'again'}:{matter.id}", words)


def pass_on(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, chosen: str) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    draft = Draft.from_json(dialog.draft)
    kind, _, subject = chosen.partition(":")
    saying = Saying(draft.words, draft.media, draft.said[0].handle if draft.said else "")
    match kind:
        case "draft":
            _into_draft(turn, person, subject, draft)
        case "do":
            from_member(turn, person, turn.tx.matters.get(subject), saying)
        case "my":
            from_resident(turn, person, turn.tx.matters.get(subject), saying)
        case "again":
            said = {"text": draft.words, "media": [media_json(m) for m in draft.media]}
            disagree(turn, person, OpenDialog(person.id, "reopen", subject), said)
        case "before":
            _go_on(turn, person, dialog)
        case _:
            start(turn, person, draft, new=True)


def _before(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> OpenDialog | None:
    """What she was being asked when she wrote, if that is open still."""
    script, _, subject = str(dialog.draft.get(BEFORE, "")).partition(" ")
    return turn.tx.dialogs.find(person.id, script, subject) if script else None


def _go_on(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> None:
    """These words were for nobody: what was asked before them is asked again. Raises NoLongerPossible."""
    asked = _before(turn, person, dialog)
    if asked is None or turn.house.ask_again is None:
        raise NoLongerPossible(BEFORE)
    turn.house.ask_again(turn, person, asked)


def _into_draft(turn: Turn[MattersTransaction], person: Person, subject: str, more: Draft) -> None:
    dialog = turn.tx.dialogs.find(person.id, REPORT.name, subject)
    if dialog is None:
        start(turn, person, more)
        return
    both = joined(Draft.from_json(dialog.draft), more)
    advance(turn, person, REPORT, replace(dialog, draft=both.to_json()))


def left(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> None:
    """These words go nowhere; a draft that waits behind them is shown again."""
    waiting = next((d for d in turn.tx.dialogs.of(person.id) if d.script == REPORT.name), None)
    if waiting is not None:
        show_again(turn, person, REPORT, waiting)
    else:
        send(turn, person, phrase("draft.nothing"))


WHICH = Script("which", ask_which, pass_on, gathers=True, left=left, hold=hold)


def ask(turn: Turn[MattersTransaction], person: Person, draft: Draft, again: Sequence[str] = ()) -> None:
    """`again`: ids of ended matters that the words may speak of.

    Whoever was being asked something else just now can go on with that: her words did not fit a button there, and to
    be sent to a resident is the last thing that a line of a notice is for.
    """
    front, body = turn.tx.dialogs.front(person.id), {**draft.to_json(), "again": " ".join(again)}
    if front is not None and front.script not in (REPORT.name, WHICH.name) and _just_asked(turn, front):
        body[BEFORE] = f"{front.script} {front.subject}"
    begin(turn, person, WHICH, subject=turn.tx.new_id(), draft=body)


def _just_asked(turn: Turn[MattersTransaction], dialog: OpenDialog) -> bool:
    return dialog.updated_at is not None and turn.now - dialog.updated_at < JUST_NOW


def add_to(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, inbound: Inbound) -> None:
    """She writes on before she has answered: one question for all of it."""
    more = grown(Draft.from_json(dialog.draft), inbound)
    advance(turn, person, WHICH, replace(dialog, draft={**dialog.draft, **more.to_json()}))
