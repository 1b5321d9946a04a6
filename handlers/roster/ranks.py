"""The order in which people of one area are asked, counted from 1 again whenever somebody comes, goes or moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from domain.areas import Area
from domain.people.person import Appointment, Role
from domain.phrases import Phrase, phrase
from handlers.matters.assigning import owner_name
from handlers.roster.ports import RosterTransaction
from handlers.texts.say import Named
from handlers.turn import Turn


def counted(
    turn: Turn[RosterTransaction], area: Area, order: Sequence[Appointment]
) -> tuple[tuple[Appointment, ...], dict[str, Phrase]]:
    """Those whose place changes in this order, with their new one, and a line for each by her id."""
    moved = [(post, replace(post, rank=rank)) for rank, post in enumerate(order, 1) if post.rank != rank]
    lines = {new.person_id: _line(turn, area, old, new) for old, new in moved}
    return tuple(new for _, new in moved), lines


def _line(turn: Turn[RosterTransaction], area: Area, old: Appointment, new: Appointment) -> Phrase:
    member = owner_name(turn.tx.people.get(new.person_id))
    key = "roster.moved_desk" if new.role is Role.COORDINATOR else "roster.moved"
    return phrase(key, member=member, area=Named(area.name, area.name_en), old=old.rank, n=new.rank)
