"""A matter that waits for the end of a known trouble turns out to be something else, or to lie somewhere else."""

from __future__ import annotations

from domain.events import Event
from handlers.matters.assigning import assign
from handlers.matters.clocks import matter_of
from handlers.matters.owners import about, first_owner
from handlers.matters.places import mapped
from handlers.matters.ports import MattersTransaction
from handlers.turn import Turn


def covered_no_more(turn: Turn[MattersTransaction], event: Event) -> None:
    """It is looked after for itself: its end would not be that one's."""
    matter = matter_of(turn, event.subject)
    if not matter.joined or matter.follows:
        return
    trouble = turn.tx.troubles.seen(matter.trouble_id)
    inside = trouble.covers(turn.tx.areas.tree(), matter.spot.grid_id, mapped(turn, matter.spot).building_id)
    if inside and trouble.kind == matter.kind:
        return
    to = first_owner(turn, about(turn, matter))
    assign(turn, matter, to.person, by=event.by, why="alone" if inside else "place", because=to.reason)
