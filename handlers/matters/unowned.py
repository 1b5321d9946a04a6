"""The one thing that must hold at every commit: what is in hand has an owner who can act, and was asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from domain.matters.matter import Matter, State
from handlers.matters.ports import MattersTransaction
from handlers.roles import able, desk_for, members_at
from handlers.turn import Turn


def unowned(turn: Turn[MattersTransaction], matters: Iterable[Matter] | None = None) -> list[str]:
    """A line for each matter (default: all in hand) whose owner cannot act although somebody could.

    What looks wrong is read again under its lock: somebody may be taking it at this moment.
    """
    found: list[str] = []
    for matter in turn.tx.matters.in_hand() if matters is None else matters:
        if _wrong(turn, matter):
            found += _wrong(turn, turn.tx.matters.get(matter.id))
    return found


def _wrong(turn: Turn[MattersTransaction], matter: Matter) -> list[str]:
    if not matter.in_hand:
        return []
    found = []
    owner = turn.tx.people.get(matter.owner_id)
    others = [*members_at(turn, matter.spot), *desk_for(turn, matter.spot.grid_id)]
    if others and not able(turn, owner) and not _by_her_own_word(turn, matter):
        found.append(f"{matter.number} is with {owner.name}, who cannot act")
    if matter.state is State.WAITING and owner.id not in turn.tx.asked.of(matter.id):
        found.append(f"{matter.number} waits, but {owner.name} was not asked")
    return found


def _by_her_own_word(turn: Turn[Any], matter: Matter) -> bool:
    """On leave, she said that she takes it all the same."""
    away = turn.tx.roster.absent(matter.owner_id, turn.now)
    taken_at = matter.contacted_at if matter.state is State.TAKEN else None
    there = turn.tx.people.get(matter.owner_id).reachable
    return there and away is not None and taken_at is not None and away.from_at < taken_at
