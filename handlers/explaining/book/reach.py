"""Whose book it is: what counts where somebody lives or serves, and what she keeps of it."""

from __future__ import annotations

from domain.areas import AreaKind, Tree
from domain.errors import NotAllowed
from domain.explaining.entry import Entry
from domain.people.person import Person, Role
from domain.reach import Reach
from domain.rights import AreaRight
from handlers.explaining.book.ports import BookTransaction
from handlers.reach import right_below
from handlers.rights import may_at
from handlers.roles import desks_of, posts_of
from handlers.turn import Turn


def reads(turn: Turn[BookTransaction], person: Person) -> Reach:
    """What counts around her place and around where she serves, there also in what lies below; as long as nothing is
    known of her place everything, for an entry says where it counts.
    """
    tree: Tree = turn.tx.areas.tree()
    served = [post.area_id for post in posts_of(turn, person.id)]
    around = {area.id for own in (*served, person.spot_grid) for area in tree.up(own)}
    widest = [] if around else [area.id for area in tree.areas.values() if not area.parent_id]
    return Reach(tuple(dict.fromkeys([*served, *widest])), tuple(sorted(around)))


def may_keep(turn: Turn[BookTransaction], person: Person, entry: Entry) -> bool:
    """At its desk or above, or she is the one who answers for it and serves still."""
    if entry.owner_id == person.id and posts_of(turn, person.id):
        return True
    return may_at(turn, person, entry.area_id, AreaRight.KEEP_BOOK)


def kept(turn: Turn[BookTransaction], person: Person, entry_id: str) -> Entry:
    """Raises NotAllowed, NotFound."""
    entry = turn.tx.entries.get(entry_id)
    if not may_keep(turn, person, entry):
        raise NotAllowed(entry_id)
    return entry


def may_read(turn: Turn[BookTransaction], person: Person, entry: Entry) -> bool:
    """What counts is for everybody, from wherever it was handed on; the rest is for who keeps it or wrote it."""
    return entry.live or entry.added_by == person.id or may_keep(turn, person, entry)


def places_to_write(turn: Turn[BookTransaction], person: Person) -> list[str]:
    """Ids of the areas that an entry of hers may count in, the most likely first: her desks', the nearest before
    what lies around it, and those right in them; or the communities that she serves in.
    """
    tree: Tree = turn.tx.areas.tree()
    known = [desk for desk in desks_of(turn, person) if desk in tree.areas]
    desks = sorted(known, key=lambda desk: -len(tree.up(desk)))
    if desks:
        return list(dict.fromkeys([*desks, *right_below(tree, desks)]))
    served = [post.area_id for post in posts_of(turn, person.id) if post.role is Role.MEMBER]
    around = [area for own in served for area in tree.up(own)]
    return list(dict.fromkeys(area.id for area in around if area.kind is AreaKind.COMMUNITY)) or served
