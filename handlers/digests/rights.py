"""Who may read a digest: whoever sits, now, at desks that answer for all of its areas."""

from __future__ import annotations

from collections.abc import Sequence

from domain.areas import Tree
from domain.errors import NotAllowed
from domain.people.person import Person
from domain.rights import AreaRight
from handlers.digests.ports import DigestsTransaction
from handlers.rights import may_at
from handlers.roles import desks_of
from handlers.turn import Turn


def must_read(turn: Turn[DigestsTransaction], person: Person, digest_id: str) -> None:
    """Raises NotAllowed, and NotFound for an unknown digest."""
    if not desks_of(turn, person):  # whatever the digest is about, and were it nothing
        raise NotAllowed(f"{person.id} reads {digest_id}")
    for area_id in turn.tx.digests.scope(digest_id):
        if not may_at(turn, person, area_id, AreaRight.READ_DIGEST):
            raise NotAllowed(f"{person.id} reads {digest_id}")


def scope_of(turn: Turn[DigestsTransaction], person: Person) -> Sequence[str]:
    """Ids of the areas her digest is about: her desks without those that lie within another of hers; may be empty."""
    desks = desks_of(turn, person)
    tree: Tree = turn.tx.areas.tree()
    inner = {desk for desk in desks for other in desks if other != desk and tree.within(desk, other)}
    known = [desk for desk in dict.fromkeys(desks) if desk not in inner and desk in tree.areas]
    return sorted(known, key=lambda desk: (tree.areas[desk].order, desk))
