"""Looks over the shoulder of every act: at no commit is a matter without an owner who can act."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from domain.matters.matter import Matter, State
from handlers.roles import able, desk_for, on_duty
from handlers.turn import House, Turn
from storage.database import Database
from storage.transaction import Transaction

T = TypeVar("T")


class Watched:
    """A database whose every act is followed by a look at all that is in hand; `found` holds what was wrong."""

    def __init__(self, database: Database, house: House) -> None:
        self._database, self._house = database, house
        self.found: list[str] = []

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        def looked_at(tx: Transaction) -> T:
            result = act(tx)
            self.found += [f"{name}: {line}" for line in unowned(Turn(tx, self._house))]
            return result

        return await self._database.transact(name, looked_at, order=order)

    async def read(self, name: str, query: Callable[[Transaction], T]) -> T:
        return await self._database.read(name, query)

    async def close(self) -> None:
        await self._database.close()


def unowned(turn: Turn[Transaction]) -> list[str]:
    """Matters waiting or in hand whose owner cannot act although somebody could."""
    rows = turn.tx.statements.all("SELECT id FROM matters WHERE state IN ('waiting', 'taken')")
    lines = []
    for matter in (turn.tx.matters.get(row["id"]) for row in rows):
        owner = turn.tx.people.get(matter.owner_id)
        grid_id = matter.spot.grid_id
        others = [*(on_duty(turn, grid_id) if grid_id else []), *desk_for(turn, grid_id)]
        if others and not able(turn, owner) and not _by_her_own_word(turn, matter):
            lines.append(f"{matter.number} is with {owner.name}, who cannot act")
        if matter.state is State.WAITING and owner.id not in turn.tx.asked.of(matter.id):
            lines.append(f"{matter.number} waits, but {owner.name} was not asked")
    return lines


def _by_her_own_word(turn: Turn[Transaction], matter: Matter) -> bool:
    """On leave, she said that she takes it all the same."""
    away = turn.tx.roster.absent(matter.owner_id, turn.now)
    taken_at = matter.contacted_at if matter.state is State.TAKEN else None
    there = turn.tx.people.get(matter.owner_id).reachable
    return there and away is not None and taken_at is not None and away.from_at < taken_at
