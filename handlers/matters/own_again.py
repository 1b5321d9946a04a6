"""Her own second report of the same thing: asked when it is handed in, and added to the first by one tap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.matters.kinds import UNHEARD, private
from domain.matters.matter import Matter, Tier
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Option
from handlers.matters.cards import what_of
from handlers.matters.places import mapped
from handlers.matters.summary import Report
from handlers.speaking import Line
from handlers.turn import Turn

ADD = "add:"
"""Begins the answer that names her earlier matter."""
NEW = "new"
"""Marks a draft of which she has said that it is something new."""


def same_of(turn: Turn[Any], person: Person, report: Report) -> Matter | None:
    """Her newest open matter of the same kind at the same place, unless one of the two has no name."""
    if report.anonymous or report.kind in UNHEARD:
        return None
    spot = mapped(turn, report.spot)
    hers: Sequence[Matter] = turn.tx.matters.of_reporter(person.id)
    for matter in hers:
        here = matter.spot.grid_id == spot.grid_id and (
            matter.spot.label == spot.label or bool(spot.building_id and spot.building_id == matter.spot.building_id)
        )
        plain = not (matter.anonymous or private(matter) or matter.tier is Tier.DANGER)
        if matter.in_hand and plain and here and matter.kind == report.kind:
            return matter
    return None


def same_option(matter: Matter | None) -> tuple[Option, ...]:
    return () if matter is None else (Option(ADD + matter.id, phrase("unite.add", no=matter.number), sealed=True),)


def same_lines(matter: Matter | None) -> tuple[Line, ...]:
    if matter is None:
        return ()
    return (phrase("unite.is_it", no=matter.number, what=what_of(matter), at=matter.filed_at),)
