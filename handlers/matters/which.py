"""Words without an address: "whom is this for?", or "is this the same or something new?", answered by one tap."""

from __future__ import annotations

from dataclasses import replace

from domain.matters.draft import Draft
from domain.matters.matter import Matter
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.dialogs import Asking, Option, Script, advance, begin, choose
from handlers.matters.assigning import owner_name, resident_name
from handlers.matters.cards import owner_of, what_of
from handlers.matters.drafts import REPORT, start
from handlers.matters.ports import MattersTransaction
from handlers.matters.talking import Saying, from_member, from_resident
from handlers.turn import Turn

NEW = "new"
DRAFT = "draft:"
MOST = 6
MOST_SHOWN = 60


def ask_which(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in "new", "draft:<subject>", "do:<matter id>" (as its member) or "my:<matter id>" (as its resident)."""
    draft = Draft.from_json(dict(dialog.draft))
    doing = turn.tx.matters.of_owner(person.id)[:MOST]
    own = [m for m in turn.tx.matters.of_reporter(person.id) if m.open][:MOST]
    waiting = [d for d in turn.tx.dialogs.of(person.id) if d.script == REPORT.name]
    options = [
        Option(f"do:{m.id}", phrase("which.resident", resident=resident_name(turn, m), what=what_of(m))) for m in doing
    ]
    options += [
        Option(f"my:{m.id}", phrase("which.member", member=owner_name(owner_of(turn, m)), what=what_of(m))) for m in own
    ]
    options += [Option(DRAFT + d.subject, phrase("which.draft", what=_short(d))) for d in waiting[:1]]
    words = phrase("which.whom")
    if len(options) == 1 and doing:
        words, options = _preview(turn, doing[0], draft)
    elif len(options) == 1:
        words = phrase("which.new_or_same", what=what_of(own[0]) if own else _short(waiting[0]))
    options.append(Option(NEW, phrase("which.new")))
    return (yield from choose("which", words, options=options, valid=lambda value: True))


def _preview(turn: Turn[MattersTransaction], matter: Matter, draft: Draft) -> tuple[Phrase, list[Option]]:
    """A member with one thing in hand: what would be passed to whom, and one tap to do it."""
    line = _cut(draft.words, MOST_SHOWN) if draft.words else phrase("told.media")
    resident = resident_name(turn, matter)
    words = phrase("which.preview", line=line, resident=resident, what=what_of(matter))
    return words, [Option(f"do:{matter.id}", phrase("which.pass_on", resident=resident))]


def _short(dialog: OpenDialog) -> str:
    return _cut(Draft.from_json(dialog.draft).words, 14)


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most] + "…"


def pass_on(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, chosen: str) -> None:
    draft = Draft.from_json(dialog.draft)
    kind, _, subject = chosen.partition(":")
    saying = Saying(draft.words, draft.media, draft.said[0].handle if draft.said else "")
    if chosen == NEW:
        start(turn, person, draft)
    elif kind == "draft":
        _into_draft(turn, person, subject, draft)
    elif kind == "do":
        from_member(turn, person, _matter(turn, subject), saying)
    else:
        from_resident(turn, person, _matter(turn, subject), saying)


def _matter(turn: Turn[MattersTransaction], matter_id: str) -> Matter:
    return turn.tx.matters.get(matter_id)


def _into_draft(turn: Turn[MattersTransaction], person: Person, subject: str, more: Draft) -> None:
    dialog = turn.tx.dialogs.find(person.id, REPORT.name, subject)
    if dialog is None:
        start(turn, person, more)
        return
    draft = Draft.from_json(dialog.draft)
    for said in more.said:
        draft = draft.with_words(said.handle, said.text, more.last_at)
    advance(turn, person, REPORT, replace(dialog, draft=replace(draft, media=(*draft.media, *more.media)).to_json()))


WHICH = Script("which", ask_which, pass_on)


def ask(turn: Turn[MattersTransaction], person: Person, draft: Draft) -> None:
    begin(turn, person, WHICH, subject=turn.tx.new_id(), draft=draft.to_json())
