"""Another kind for a matter: its clocks follow; what turns out to be about a person is hidden from her from then on."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.matters.kinds import KINDS, private
from domain.matters.matter import Act, Matter, Tier
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, choose
from handlers.matters.accused import ABOUT, accused_in, serving_around
from handlers.matters.assigning import assign, owner_name, reclassify
from handlers.matters.cards import card_key
from handlers.matters.noting import NOTE_ROLE
from handlers.matters.owners import about, first_owner
from handlers.matters.ports import MattersTransaction
from handlers.matters.talking import line_as_it_is
from handlers.speaking import take_back
from handlers.telling import tell
from handlers.turn import Turn

NOBODY = "nobody"
MOST_NAMED = 8


def said_in(turn: Turn[MattersTransaction], matter: Matter) -> str:
    """Her words. A coordinator may be the resident too; what she noted for the desk is not what she said."""
    said = [c for c in turn.tx.contents.of(matter.subject) if c.by == matter.reporter_id and c.role != NOTE_ROLE]
    return " ".join(content.text for content in said)


def ask_about_whom(turn: Turn[MattersTransaction], person: Person, matter: Matter, kind: str) -> Asking:
    """Of a voice note only who has heard it can say whom it is about; "" for nobody who serves there.

    Nothing is asked where there are words: they name her or do not.
    """
    if not KINDS[kind].private or private(matter) or said_in(turn, matter).strip():
        return ""
    around = [p for p in serving_around(turn, matter.spot) if p.id not in (matter.reporter_id, person.id)][:MOST_NAMED]
    if not around:
        return ""
    options = [Option(each.id, phrase("more.about_person", member=owner_name(each))) for each in around]
    chosen = yield from choose(
        "about", phrase("more.about_whom", no=matter.number),
        options=[*options, Option(NOBODY, phrase("more.about_nobody"))], rows=(2,), valid=lambda value: True,
    )  # fmt: skip
    return "" if chosen == NOBODY else chosen


def set_kind(turn: Turn[MattersTransaction], person: Person, matter: Matter, code: str, about_whom: str = "") -> None:
    """The clocks follow the kind, but only a desk's own word calls danger off. Raises NoLongerPossible."""
    if code not in KINDS:
        raise NoLongerPossible(f"kind {code}")
    before, matter = matter, replace(matter, kind=code)
    turned = private(matter) and not private(before)
    if private(matter) is not private(before):  # of what is about a person no line is kept for lists
        matter = replace(matter, what=line_as_it_is(turn, matter))
    turn.tx.matters.save(matter)
    tier, results = turn.house.practice.tier_of(code, turn.today), turn.house.clocks.results
    tier = Tier.COMPLEX if matter.wish else tier
    other_time = tier is not matter.tier or results.get(code) != results.get(before.kind)
    moves = matter.in_hand and matter.tier is not Tier.DANGER and other_time
    if moves and matter.joined:  # it may leave what it waits for by this: its new time is told once
        reclassify(turn, matter, tier, person.id)
    tell(turn, matter.subject, "KindSet", by=person.id, kind=code)
    if moves and not matter.joined:
        matter = reclassify(turn, matter, tier, person.id)
    if turned:
        _hide(turn, person, matter, about_whom)


def _hide(turn: Turn[MattersTransaction], person: Person, matter: Matter, about_whom: str) -> None:
    """From whom it is about, and out of the hands of all who work beside or below her, as if it had been known."""
    accused = [*accused_in(turn, said_in(turn, matter), matter.spot), *filter(None, [about_whom])]
    asked = turn.tx.asked.of(matter.id)
    if {*asked} & {*accused}:
        turn.tx.asked.clear(matter.id)
        for person_id in (id for id in asked if id not in accused):
            turn.tx.asked.add(matter.id, person_id)
    for person_id in dict.fromkeys(accused):
        turn.tx.excluded.add(matter.id, person_id, ABOUT, turn.now)
        for key in (card_key(matter, turn.tx.people.get(person_id)), f"material:{matter.id}:{person_id}"):
            take_back(turn, turn.tx.people.get(person_id), key)
    matter = turn.tx.matters.get(matter.id)  # another kind may have taken it out of what it went with
    of = about(turn, matter)
    if accused and matter.owner_id in of.barred and matter.can(Act.ASSIGN):
        to = first_owner(turn, of)
        if to.person.id not in (*accused, matter.owner_id):
            assign(turn, matter, to.person, by=person.id, why="declined", because=to.reason)
