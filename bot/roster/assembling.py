"""From the rows of a roster to a district, drawn over the one in force: who and what was known keeps its id."""

from __future__ import annotations

from random import Random

from bot.district import District
from bot.roster.areas import Map
from bot.roster.known import Known
from bot.roster.lending import lent
from bot.roster.mistakes import RosterMistakes
from bot.roster.naming import Names
from bot.roster.people import Posts
from bot.roster.points import Points
from bot.roster.reading import Roster
from bot.roster.whole import Whole
from domain.areas import AreaKind, Tree

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Without those that are taken for one another when somebody reads a code out."""
ID_LENGTH, CODE_LENGTH = 12, 10


def assembled(roster: Roster, before: District, chance: Random) -> District:
    """Raises RosterMistakes with everything that is wrong, also what was found while reading."""

    def new_id() -> str:
        return "".join(chance.choices(LETTERS, k=ID_LENGTH))

    mistakes = list(roster.mistakes)
    drawing = Map(before.tree, new_id, mistakes)
    drawing.draw_grids(roster.grids)
    if not drawing.grids:  # nothing else can be right then
        raise RosterMistakes(mistakes)
    drawn = drawing.tree
    grids = Names(drawn, [a for a in drawn.areas.values() if a.kind is AreaKind.GRID])
    communities = Names(drawn, [a for a in drawn.areas.values() if a.kind is AreaKind.COMMUNITY])
    drawing.draw_buildings(roster.buildings, communities, grids)
    tree = drawing.tree
    posts = Posts(tree, mistakes)
    known = Known(before.people, before.appointments, Tree({**before.tree.areas, **tree.areas}))
    people, appointments = posts.appoint(roster.members, roster.desks, known, before.appointments, new_id)
    whole = Whole(tree, posts, mistakes)
    whole.check_grids(drawing.grids)
    whole.check_names()
    resources = before.resources
    if roster.resources is not None:
        known_resources = (
            *before.withdrawn,
            *(before.resources or ()),
        )  # of two that are alike the one in force is meant
        resources = lent(roster.resources, posts.people, known_resources, new_id, mistakes)
    points = Points(tree, drawing.estates, mistakes)
    placed = points.put_up(roster.points, before.talk_points, before.tree, lambda: "p" + new_id()[:CODE_LENGTH])
    if mistakes:
        raise RosterMistakes(mistakes)
    abilities = tuple(posts.abilities(before.abilities))
    return District(tuple(drawing.areas), tuple(placed), tuple(people), tuple(appointments), (), abilities, resources)
