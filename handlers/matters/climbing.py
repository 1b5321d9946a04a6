"""Nobody accepts in time: the deputy is asked, then the next rung; nothing is ever left without a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.matters.matter import Matter, State, Tier
from domain.open import Due
from domain.people.person import Person
from handlers.matters.apologies import UNANSWERED, own_up
from handlers.matters.assigning import assign
from handlers.matters.clocks import matter_of, meant, plan, reckoned, replan
from handlers.matters.ladder import higher, level_of_rung, rungs_of
from handlers.matters.member_card import show_member
from handlers.matters.ports import MattersTransaction
from handlers.telling import tell
from handlers.turn import Turn


def climb(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """The next one gets the card too; those before may still accept, the first wins."""
    for row in due:
        matter = matter_of(turn, row.subject)
        if matter.state is not State.WAITING or not meant(matter, row):
            continue
        asked = {*turn.tx.asked.of(matter.id), matter.owner_id}
        nexts = [person for person in _ladder(turn, matter) if person.id not in asked]
        if not nexts:
            _nobody_left(turn, matter)
            continue
        if matter.tier is Tier.DANGER:
            for person in nexts[1:]:
                turn.tx.asked.add(matter.id, person.id)
                show_member(turn, matter, person, ring=True)
        assign(turn, matter, nexts[0], by="", why="late", keep_asked=True)


def _ladder(turn: Turn[MattersTransaction], matter: Matter) -> list[Person]:
    """Upwards only: what climbed or was given back does not come down by itself. Danger and a place that nobody
    knows ask everybody.
    """
    everybody = matter.tier is Tier.DANGER or not matter.spot.grid_id
    rungs = [r for r in rungs_of(turn, matter) if everybody or not higher(matter.level, level_of_rung(r))]
    return list({person.id: person for rung in rungs for person in rung.people}.values())


def _nobody_left(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """Everybody has been asked: the resident is told so, once, with a telephone. Danger goes on calling all of them."""
    if matter.contact_due_at > turn.now:  # nothing is broken yet
        later = replace(matter, turn=matter.turn + 1)
        turn.tx.matters.save(later)
        plan(turn, later, "ladder", matter.contact_due_at)
        return
    waiting = reckoned(turn, matter, "MatterUnanswered")
    calling = waiting.contact_due_at != matter.contact_due_at
    if calling:
        waiting = replace(waiting, turn=matter.turn + 1)
    turn.tx.matters.save(waiting)
    own_up(turn, waiting, UNANSWERED, matter.promise_at)
    if calling:
        replan(turn, waiting)
    contact, promise = waiting.contact_due_at.isoformat(), waiting.promise_at.isoformat()
    tell(turn, matter.subject, "MatterUnanswered", owner=matter.owner_id, contact_due=contact, promise=promise)
