"""并成一件: what the desk does with matters that neighbours share: joins them later, looks at them, takes one out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed
from domain.matters.likeness import may_lead
from domain.matters.matter import Matter
from domain.messages import Reply
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, choose
from handlers.matters.assigning import owner_name
from handlers.matters.cards import how_it_stands, owner_of, prompt_of, short_of, what_of
from handlers.matters.lists import open_taps
from handlers.matters.metoo_joining import join, separate
from handlers.matters.metoo_reporting import alike
from handlers.matters.metoo_words import title_of
from handlers.matters.owners import must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import at_its_desk, must_work_on
from handlers.speaking import Strong, Tap, send, voice_of
from handlers.turn import Turn

MOST, MOST_SHOWN = 6, 8
NEITHER = "neither"
LONG_AGO = timedelta(days=60)
"""The desk knows better than the clock what is the same; older ones are hardly looked for."""


def may_go_with_another(turn: Turn[MattersTransaction], matter: Matter) -> bool:
    return may_lead(matter) and bool(likely(turn, matter))


def likely(turn: Turn[Any], matter: Matter) -> list[Matter]:
    """What other households have open of the same kind at the same place, then elsewhere in the grid."""
    near = alike(turn, matter.reporter_id, matter.kind, matter.spot)
    since = turn.now - LONG_AGO
    around: Sequence[Matter] = turn.tx.supporters.alike(
        matter.kind, matter.spot.grid_id, since, matter.reporter_id, MOST
    )
    found = {each.id: each for each in (*near, *around) if each.id != matter.id and may_go(turn, matter, each)}
    return list(found.values())[:MOST]


def may_go(turn: Turn[Any], matter: Matter, other: Matter) -> bool:
    """Whether they can be one: of two households, neither discreet, in hands that the one that follows may be in."""
    follows, leads = in_order(matter, other)
    apart = leads.reporter_id != follows.reporter_id and not follows.hotline_no
    return apart and may_lead(follows) and may_lead(leads) and leads.owner_id not in must_not_have(turn, follows)


# ---- joined later --------------------------------------------------------------------------------------------------


def ask_with_which(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the other matter's id, or None."""
    matter = turn.tx.matters.get(dialog.subject)
    others = likely(turn, matter)
    options = [
        Option(each.id, phrase("metoo.option", no=each.number, what=short_of(each), place=each.spot.label))
        for each in others
    ]
    options.append(Option(NEITHER, phrase("metoo.neither")))
    words = phrase("metoo.with_which", no=matter.number, what=what_of(matter))
    chosen = yield from choose("which", words, options=options, valid=lambda value: True)
    if chosen == NEITHER:
        return None
    sure = Option("yes", phrase("metoo.yes"), sealed=True)
    lines = _preview(turn, matter, turn.tx.supporters.lead(chosen))
    decision = yield Question("sure", lines, (sure, Option("no", phrase("metoo.neither"))), rows=(2,))
    return chosen if decision == "yes" else None


def in_order(matter: Matter, other: Matter) -> tuple[Matter, Matter]:
    """(who follows, who leads): the elder leads, and what has a number and a clock at the 12345 hotline before that."""
    first, second = sorted((matter, other), key=lambda each: (not each.hotline_no, each.filed_at, each.seq))
    return second, first


def _preview(turn: Turn[MattersTransaction], matter: Matter, other: Matter) -> tuple[Any, ...]:
    follows, leads = in_order(matter, other)
    named = {"no": follows.number, "lead": leads.number, "member": owner_name(owner_of(turn, leads))}
    return (phrase("metoo.preview", **named), phrase("metoo.line", **title_of(leads)), how_it_stands(turn, leads))


def go_with(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, chosen: str | None) -> None:
    """Each household keeps its number, its words and its question. Raises NotAllowed, NoLongerPossible."""
    if chosen is None:
        send(turn, person, phrase("metoo.kept"))
        return
    matter, other = turn.tx.matters.get(dialog.subject), turn.tx.matters.get(chosen)
    for each in (matter, other):
        must_work_on(turn, person, each)
    follows, leads = in_order(matter, other)
    if not may_go(turn, follows, leads):
        raise NoLongerPossible(f"{follows.id} with {leads.id}")
    join(turn, follows, leads, person.id)
    n = turn.tx.supporters.waiting(leads.id) + 1
    words = phrase("metoo.joined", no=follows.number, lead=leads.number, n=n)
    taps = ((Tap(phrase("metoo.alone"), "alone"),),)
    send(turn, person, words, taps=taps, prompt=prompt_of(follows), about=leads.subject, silent=True)


GO_WITH = Script("go_with", ask_with_which, go_with)


# ---- looked at, and taken out --------------------------------------------------------------------------------------


def show_households(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """Each one a tap away, with what can be done about it there."""
    if not at_its_desk(turn, person, matter):
        raise NotAllowed(matter.id)
    waiting = turn.tx.supporters.of(matter.id, MOST_SHOWN)
    title = Strong(phrase("metoo.go_along", n=turn.tx.supporters.waiting(matter.id), **title_of(matter)))
    send(turn, person, title, taps=open_taps(waiting), prompt="m:", silent=True)


def take_out(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply:
    """单独办: one tap. Raises NoLongerPossible."""
    alone = separate(turn, matter, person.id)
    words = phrase("metoo.is_alone", no=alone.number, member=owner_name(owner_of(turn, alone)))
    return Reply(voice_of(turn, person).say(words))
