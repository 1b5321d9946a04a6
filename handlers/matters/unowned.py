"""The one thing that must hold at every commit: what is in hand has one owner who can and may act, and was asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from domain.matters.matter import Matter, State
from handlers.matters.owners import must_not_have
from handlers.matters.ports import MattersTransaction
from handlers.roles import able, rungs
from handlers.turn import Turn


def unowned(turn: Turn[MattersTransaction], matters: Iterable[Matter] | None = None) -> list[str]:
    """A line for each matter (default: all in hand) whose owner cannot or must not act although somebody could.

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
    done = turn.tx.supporters.lead(matter.follows) if matter.follows else matter  # where the work is done
    cannot = done.in_hand and not able(turn, owner) and not by_her_own_word(turn, done)
    must_not = not matter.joined and owner.id in must_not_have(turn, matter)
    if (cannot or must_not) and _others(turn, matter):
        found.append(f"{matter.number} is with {owner.name}, who {'cannot' if cannot else 'must not'} act")
    if matter.state is State.WAITING and owner.id not in turn.tx.asked.of(matter.id):
        found.append(f"{matter.number} waits, but {owner.name} was not asked")
    return found


def _others(turn: Turn[MattersTransaction], matter: Matter) -> bool:
    """Whether somebody around the place could have it."""
    out = must_not_have(turn, matter)
    return any(person.id not in out for rung in rungs(turn, matter.spot) for person in rung.people)


def by_her_own_word(turn: Turn[Any], matter: Matter) -> bool:
    """On leave, she said that she takes it all the same; one leave may follow upon another."""
    taken_at = matter.contacted_at if matter.state is State.TAKEN else None
    if taken_at is None or not turn.tx.people.get(matter.owner_id).reachable:
        return False
    away = turn.tx.roster.absent(matter.owner_id, taken_at)
    if away is None or away.from_at >= taken_at:
        return False
    while away is not None and away.to_at <= turn.now:
        away = turn.tx.roster.absent(matter.owner_id, away.to_at)
    return away is not None
