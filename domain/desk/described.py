"""What of a matter may be searched for: its number, what, where and whose it is, and what was said about it.

Never the name of a resident who gave none, nor words about a person, and never a note of the desk's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from domain.areas import Tree
from domain.desk.terms import document, grid_term
from domain.events import Content
from domain.matters.kinds import private
from domain.matters.matter import Matter
from domain.people.person import Person

SEARCHED = ("report", "word", "complaint", "progress", "closing")
"""Roles of the words that are searched."""


def describe(matter: Matter, contents: Sequence[Content], owner: Person, resident: Person, tree: Tree) -> list[str]:
    """The terms of the matter in order, that of its grid among them."""
    above = tree.up(matter.spot.grid_id)
    names, hidden = [owner.name, owner.name_en], private(matter)
    if not matter.anonymous and not hidden:
        names += [resident.name, resident.name_en, matter.on_behalf_of]
    said = [content.text for content in contents if content.role in SEARCHED and content.text and not hidden]
    places = [matter.spot.label, *(name for area in above for name in (area.name, area.name_en, *area.aliases))]
    numbers = [matter.number, matter.hotline_no]
    return [grid_term(matter.spot.grid_id), *document([*numbers, matter.what, *places, *names, *said])]
