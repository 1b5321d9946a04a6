"""Joining a known trouble: which one a report falls under, and what becomes of a matter that waits for its end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from domain.areas import Spot
from domain.matters.matter import Act, Matter, State
from domain.matters.trouble import Trouble, may_be_known
from domain.people.person import Person
from handlers.matters.owners import anybody, level_of
from handlers.matters.places import mapped
from handlers.matters.ports import MattersTransaction
from handlers.roles import able, desk_for
from handlers.telling import tell
from handlers.turn import Turn


def covering(turn: Turn[Any], spot: Spot, kinds: Collection[str]) -> list[Trouble]:
    """The running troubles of these kinds that cover the place: the one of the smallest area first, then the newest."""
    not_over: Sequence[Trouble] = turn.tx.troubles.not_over()
    running = [t for t in not_over if t.running and t.kind in kinds and may_be_known(t.kind)]
    if not running:
        return []
    tree = turn.tx.areas.tree()
    building = mapped(turn, spot).building_id
    found = [trouble for trouble in running if trouble.covers(tree, spot.grid_id, building)]
    return sorted(found, key=lambda trouble: -len(tree.up(trouble.area_id)))


def still_running(turn: Turn[Any], trouble_id: str) -> Trouble | None:
    """The trouble if it can still be joined."""
    if not trouble_id:
        return None
    trouble: Trouble = turn.tx.troubles.get(trouble_id)
    return trouble if trouble.running else None


def watcher(turn: Turn[Any], trouble: Trouble) -> Person:
    """Who marked it, as long as she can act; else whoever is on duty at the desk."""
    owner: Person = turn.tx.people.get(trouble.owner_id)
    if able(turn, owner):
        return owner
    return next(iter(desk_for(turn, trouble.area_id)), None) or anybody(turn)


def word_by(turn: Turn[Any], trouble: Trouble) -> datetime:
    """By when who waits hears something: its end, or while nobody knows that, the next day's word."""
    if trouble.until_at is None or trouble.late(turn.now):
        return turn.house.clocks.next_daily(turn.now)
    return trouble.until_at


def waiting_with(turn: Turn[Any], matter: Matter, trouble: Trouble) -> Matter:
    """The matter in the hands of whoever watches over the trouble: answered, and with no clock of its own."""
    free = matter.after(Act.ASSIGN) if matter.state is State.TAKEN else matter
    owner, by = watcher(turn, trouble), word_by(turn, trouble)
    return free.after(
        Act.ACCEPT, owner_id=owner.id, level=level_of(turn, owner, matter.spot), trouble_id=trouble.id, lead_id="",
        contacted_at=matter.contacted_at or turn.now, promise_at=by, progress_due_at=by, result_due_at=by,
        show_phone=matter.show_phone and matter.owner_id == owner.id, turn=matter.turn + 1,
    )  # fmt: skip


def adopt(turn: Turn[MattersTransaction], matter: Matter, trouble: Trouble) -> Matter:
    """An open matter waits with the others from now on; its number and its own question at the end stay."""
    waits = waiting_with(turn, matter, trouble)
    held = turn.tx.asked.of(matter.id)
    turn.tx.asked.clear(matter.id)
    turn.tx.matters.save(waits)
    turn.tx.troubles.join(trouble, matter.id)
    tell(
        turn, matter.subject, "MatterJoined", by=waits.owner_id, trouble=trouble.id, owner=waits.owner_id,
        before=matter.owner_id, level=waits.level.value, released=" ".join(held),
    )  # fmt: skip
    return waits
