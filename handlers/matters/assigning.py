"""Who gets a matter: chosen by rank and availability, handed on by one act, and never nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypedDict

from domain.areas import Spot
from domain.duty.choosing import USUAL, Reason
from domain.events import Content
from domain.matters.matter import Act, Matter, Tier
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.clocks import reckoned
from handlers.matters.owners import level_of, on_night_duty
from handlers.matters.places import mapped
from handlers.matters.ports import MattersTransaction
from handlers.telling import tell
from handlers.texts.say import Named
from handlers.turn import Turn

URGENCY = tuple(Tier)
"""The most urgent first."""
HEIR = "heir"
"""Why it is assigned: it goes on for another household's that it went with."""


def owner_name(person: Person) -> Named | Phrase:
    """What anybody may read of whoever serves; of somebody who has had herself erased, that."""
    return Named(person.name, person.name_en) if person.name else phrase("told.erased")


def assign(
    turn: Turn[MattersTransaction],
    matter: Matter,
    to: Person,
    *,
    by: str,
    why: str,
    spot: Spot | None = None,
    keep_asked: bool = False,
    reason: tuple[str, Content | None] = ("", None),
    because: Reason = USUAL,
) -> Matter:
    """Gives the matter to a new owner.

    `why`: "transfer", "return", "up", "down", "late", "reopened", "gone", "leave", "place", "desk", "taken_over",
    "duty", "trouble" (a known trouble that was none), "alone" (taken out of one), "declined" (she has to do with it),
    "changed" (the resident asked for somebody else), "service" (hers is over), "sweep" (nobody had it), "heir" (it goes
    on for another household's that it went with), "cried" (danger that had just ended).

    `keep_asked`: those who already hold its card may still accept it (the first wins). `reason`: what was said with
    it, as of reasons.kept. `because`: why it is just she, as the choice of an owner has it.
    """
    spot = _on_the_map(turn, spot or matter.spot)
    level = level_of(turn, to, spot)
    night = on_night_duty(turn, to.id, spot)
    moved = matter.after(
        Act.ASSIGN, owner_id=to.id, spot=spot, level=level, came=why, came_for=reason[0], because=str(because),
        contacted_at=None,
        trouble_id="", lead_id="",  # in somebody's own hands it waits for no known trouble and goes with no other's
        show_phone=False,  # her number was for the one owner she said yes to
        watch="", turn=matter.turn + 1,
    )  # fmt: skip
    inherited = _inherited(turn, matter) if why == HEIR else {}
    moved = reckoned(turn, moved, "MatterAssigned", why=why, level=level.value, night=night, **inherited)
    released = [] if keep_asked else [id for id in turn.tx.asked.of(matter.id) if id not in (to.id, matter.owner_id)]
    hand_to(turn, moved, to, keep_asked=keep_asked)
    tell(
        turn,
        matter.subject,
        "MatterAssigned",
        by=by,
        owner=to.id,
        before=matter.owner_id,
        why=why,
        content=reason[1],
        level=level.value,
        grid=spot.grid_id,
        promised=matter.promise_at.isoformat(),
        **deadlines(moved),
        released=" ".join(released),
        reason="" if reason[1] else reason[0],
        because=str(because),
        night=night,
    )
    return moved


def _inherited(turn: Turn[MattersTransaction], matter: Matter) -> dict[str, str]:
    """What was promised to all who waited with the one before, as far as it is still to come."""
    due = {"contact_due": matter.contact_due_at, "result_due": matter.result_due_at}
    return {name: at.isoformat() for name, at in due.items() if at > turn.now}


def _on_the_map(turn: Turn[MattersTransaction], spot: Spot) -> Spot:
    """A grid that is no more is nowhere: what lies there stands on every desk."""
    known = not spot.grid_id or spot.grid_id in turn.tx.areas.tree().areas
    return mapped(turn, spot if known else replace(spot, grid_id=""))


class Deadlines(TypedDict):
    """Instants in ISO form."""

    contact_due: str
    progress_due: str
    result_due: str


def deadlines(matter: Matter) -> Deadlines:
    """When its clocks run out, as facts of an event: figures are counted from events alone, long afterwards."""
    return {
        "contact_due": matter.contact_due_at.isoformat(),
        "progress_due": matter.progress_due_at.isoformat(),
        "result_due": matter.result_due_at.isoformat(),
    }


def hand_to(turn: Turn[MattersTransaction], matter: Matter, to: Person, *, keep_asked: bool = False) -> None:
    """Saves the matter with its owner asked to accept it."""
    if not keep_asked:
        turn.tx.asked.clear(matter.id)
    turn.tx.asked.add(matter.id, to.id)
    turn.tx.matters.save(matter)


def reclassify(turn: Turn[MattersTransaction], matter: Matter, tier: Tier, by: str) -> Matter:
    """Another tier, or the time of its new kind: its clocks are reckoned from its history with it."""
    more_urgent = URGENCY.index(tier) < URGENCY.index(matter.tier)
    type = "MatterRaised" if more_urgent else "MatterRelaxed"
    reclassified = replace(reckoned(turn, matter, type, tier=tier.value), turn=matter.turn + 1)
    turn.tx.matters.save(reclassified)
    tell(
        turn, matter.subject, type, by=by, tier=tier.value, before=matter.promise_at.isoformat(),
        promise=reclassified.promise_at.isoformat(), **deadlines(reclassified),
    )  # fmt: skip
    return reclassified


UNKNOWN_RESIDENT = phrase("who.resident")


def resident_name(turn: Turn[Any], matter: Matter) -> object:
    """What a member may read of the resident: the name she goes by on the channel, or only "a resident"."""
    if matter.anonymous:
        return UNKNOWN_RESIDENT
    person: Person = turn.tx.people.get(matter.reporter_id)
    return Named(person.name, person.name_en) if person.name else UNKNOWN_RESIDENT
