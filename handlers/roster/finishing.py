"""The end of a change made in chat: what was done, where to see it, and the way back."""

from __future__ import annotations

from domain.people.person import Person
from domain.phrases import phrase
from handlers.roster.areas_page import PROMPT
from handlers.roster.changing import Plan, carry_out
from handlers.roster.ports import RosterTransaction
from handlers.roster.undoing import done_key, remember, standing
from handlers.speaking import Tap, send
from handlers.turn import Turn


def done(turn: Turn[RosterTransaction], person: Person, plan: Plan | None) -> bool:
    """Carries the plan out and says so; False when there was none. Raises NotAllowed."""
    if plan is None:
        send(turn, person, phrase("small.left"))
        return False
    before = standing(turn, plan)
    moved = carry_out(turn, person, plan)
    back = Tap(phrase("roster.tap_undo"), f"undo:{remember(turn, person, plan, before, moved)}")
    taps = (back, Tap(phrase("roster.tap_see"), _to_see(turn, plan)))
    heard = any(turn.tx.people.get(id).reachable for id in plan.lines if id != person.id)
    words = phrase("roster.done_told") if heard else phrase("roster.done")
    words = phrase("roster.done_moved", n=moved) if moved else words
    send(turn, person, words, taps=(taps,), prompt=PROMPT, key=done_key(person))
    return True


def _to_see(turn: Turn[RosterTransaction], plan: Plan) -> str:
    """Her page; the area's where several are concerned, or she answers nowhere any more."""
    whom = next(iter(plan.lines))
    alone = len(plan.lines) == 1 and turn.tx.roster.of_person(whom)
    return f"see:{whom}" if alone else f"area:{plan.areas[0]}"
