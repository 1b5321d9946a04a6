"""Whether each grid has somebody at a desk above it, today and on every day to come."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from bot.district import District
from bot.roster.mistakes import Mistake, RosterMistakes
from domain.duty.cover import uncovered_from
from domain.people.person import Appointment, Role


def must_be_covered(district: District, today: date) -> None:
    """Raises RosterMistakes, one for each day from which on somebody is missing."""
    tree, desks = district.tree, defaultdict[str, list[Appointment]](list)
    for post in district.appointments:
        if post.role is Role.COORDINATOR:
            desks[post.area_id].append(post)
    lost: dict[date, list[str]] = defaultdict(list)
    for grid in tree.grids():
        day = uncovered_from([post for area in tree.up(grid.id) for post in desks[area.id]], today)
        if day is not None:
            lost[day].append(grid.name)
    if lost:
        raise RosterMistakes([_mistake(day, names) for day, names in sorted(lost.items())])


def _mistake(day: date, names: list[str]) -> Mistake:
    """Names as many as can be read."""
    few = names[:4]
    more = ("等" if len(names) > len(few) else "", ", …" if len(names) > len(few) else "")
    said = ("、".join(few) + more[0], ", ".join(few) + more[1])
    return Mistake("desk_ends", {"day": day.isoformat(), "names": said})
