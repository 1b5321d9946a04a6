"""转调解: somebody whom both sides can trust is asked; she reads nothing before she has said that she stands apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from domain.errors import NoLongerPossible
from domain.matters.accusing import ABOUT_PEOPLE
from domain.matters.matter import Act, Matter, State, Wish
from domain.messages import Reply
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Script, choose
from handlers.matters.accepting import accept, taken
from handlers.matters.assigning import assign, owner_name
from handlers.matters.complaint_cards import asked_to_mediate
from handlers.matters.owners import Chosen, about, first_owner, must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.matters.rights import MEDIATION, must_work_on
from handlers.matters.whom import first_of, neighbours
from handlers.roles import able, desk_for, members_at
from handlers.speaking import send
from handlers.telling import tell
from handlers.turn import Turn

ME, NOBODY = "me", "nobody"
MOST, GRIDS_NEAR = 6, 4


def may_be_mediated(matter: Matter) -> bool:
    return matter.in_hand and (matter.wish is not Wish.NONE or matter.kind in ABOUT_PEOPLE)


def ask_whom(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a person's id, "me" or "nobody". Raises NoLongerPossible for what has ended."""
    matter = turn.tx.matters.get(dialog.subject)
    if not may_be_mediated(matter):
        raise NoLongerPossible(matter.id)
    others = islice(_near(turn, person, matter), MOST)
    options = [Option(other.id, phrase("mediate.to", member=owner_name(other))) for other in others]
    options += [Option(ME, phrase("mediate.me")), Option(NOBODY, phrase("mediate.nobody"))]
    words = phrase("mediate.whom", no=matter.number)
    return (yield from choose("whom", words, options=options, valid=lambda value: True))


def _near(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Iterator[Person]:
    """Her colleagues of the place, those of the grids around, then the desk; nobody who must not have it."""
    seen = {person.id, *must_not_have(turn, matter)}
    beside = [first_of(turn, grid, matter).person for grid in neighbours(turn, matter)[:GRIDS_NEAR]]
    for other in (*members_at(turn, matter.spot), *beside, *desk_for(turn, matter.spot.grid_id)):
        if other.id not in seen:
            seen.add(other.id)
            yield other


def ask_to_mediate(turn: Turn[MattersTransaction], person: Person, dialog: OpenDialog, chosen: str) -> None:
    """From now on it is to be mediated. Raises NotAllowed, NoLongerPossible."""
    matter = turn.tx.matters.get(dialog.subject)
    if chosen == NOBODY:
        return
    must_work_on(turn, person, matter)
    if matter.wish is not Wish.MEDIATION:
        matter = replace(matter, wish=Wish.MEDIATION)
        turn.tx.matters.save(matter)
        tell(turn, matter.subject, "WishSet", by=person.id, wish=Wish.MEDIATION.value)
    if chosen == ME:
        _declare(turn, person, matter)
        return
    to = turn.tx.people.get(chosen)
    if not able(turn, to) or to.id in must_not_have(turn, matter):
        raise NoLongerPossible(chosen)
    assign(turn, matter, to, by=person.id, why=MEDIATION)
    send(turn, person, phrase("mediate.asked", no=matter.number, member=owner_name(to)), about=matter.subject)


MEDIATE = Script("mediate", ask_whom, ask_to_mediate)


# ---- whoever is asked ----------------------------------------------------------------------------------------------


def stand_apart(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """我与两边没有关系: only now she has it, and reads it. Raises NotAllowed, NoLongerPossible."""
    if not asked_to_mediate(matter) or person.id != matter.owner_id:
        raise NoLongerPossible(matter.id)
    tell(turn, matter.subject, "StoodApart", by=person.id)
    return accept(turn, person, matter)


def _declare(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    """She mediates herself."""
    tell(turn, matter.subject, "StoodApart", by=person.id)
    if matter.state is State.WAITING:
        taken(turn, person, matter)
    send(turn, person, phrase("mediate.yours", no=matter.number), about=matter.subject, silent=True)


def unfit(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> Reply | None:
    """我不合适: back to whoever asked her, who asks another; why is nobody's business. Raises NoLongerPossible."""
    if not asked_to_mediate(matter) or not matter.can(Act.ASSIGN) or person.id != matter.owner_id:
        raise NoLongerPossible(matter.id)
    turn.tx.excluded.add(matter.id, person.id, "member", turn.now)
    to = _who_asked(turn, matter)
    assign(turn, matter, to.person, by=person.id, why="declined", because=to.reason)
    send(turn, person, phrase("mediate.declined", no=matter.number), about=matter.subject)
    return None


def _who_asked(turn: Turn[MattersTransaction], matter: Matter) -> Chosen:
    asked = [e for e in turn.tx.events.of(matter.subject) if e.facts.get("why") == MEDIATION]
    before = turn.tx.people.get(str(asked[-1].facts["before"])) if asked else None
    there = before is not None and able(turn, before) and before.id not in must_not_have(turn, matter)
    chosen = first_owner(turn, about(turn, matter))
    return replace(chosen, person=before) if before is not None and there else chosen
