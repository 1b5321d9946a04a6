"""Looks over the shoulder of every act: how long it took, and whether every matter it touched still has its owner."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from domain.errors import NotFound
from domain.events import Event
from handlers.matters.unowned import unowned
from handlers.turn import House, Turn
from storage.database import Database
from storage.transaction import Transaction

T = TypeVar("T")
MATTER, DELIVERY = "matter", "delivery"
WHOLLY_EVERY = 2000
"""Acts after which all that is in hand is looked at, not only what was touched."""


class _Witnessed(dict[str, tuple[Callable[[Turn[Any], Event], None], ...]]):
    """The house's reactions, with the witness behind those of every type."""

    witness: Callable[[Turn[Any], Event], None]

    def get(self, type: str, default: object = ()) -> tuple[Callable[[Turn[Any], Event], None], ...]:
        return (*super().get(type, ()), self.witness)


class Watch:
    """A database. `found` holds what was wrong, `took` the milliseconds of each act that people waited for.

    Nothing leaves before `may_send`: what people do in the same second is all taken in first, so that what they hear
    does not hang on how fast the machine is.
    """

    def __init__(self, database: Database, house: House) -> None:
        reactions = _Witnessed({type: tuple(follow) for type, follow in house.reactions.items()})
        reactions.witness = self._saw
        self.house = replace(house, reactions=reactions)
        self.found: list[str] = []
        self.took: dict[str, list[float]] = {}
        self.acts = 0
        self.may_send = asyncio.Event()
        self._database = database
        self._touched: dict[str, None] = {}

    def _saw(self, turn: Turn[Any], event: Event) -> None:
        self._touched[event.subject] = None

    async def transact(self, name: str, act: Callable[[Transaction], T], *, order: str = "") -> T:
        def looked_at(tx: Transaction) -> T:
            self._touched.clear()
            begun = time.perf_counter()
            result = act(tx)
            self.took.setdefault(name, []).append(1000 * (time.perf_counter() - begun))
            self.acts += 1
            self._look(tx, name, wholly=self.acts % WHOLLY_EVERY == 0)
            return result

        if name == DELIVERY:
            await self.may_send.wait()
        return await self._database.transact(name, looked_at, order=order)

    def _look(self, tx: Transaction, name: str, *, wholly: bool) -> None:
        turn, touched = Turn(tx, self.house), []
        for room, _, id in (subject.partition(":") for subject in self._touched):
            if room == MATTER:
                try:
                    touched.append(tx.matters.get(id))
                except NotFound:  # told of before it is kept
                    continue
        found = unowned(turn, None if wholly else touched)
        self.found += [f"{tx.now.isoformat()} {name}: {line}" for line in found]

    async def look_wholly(self) -> None:
        await self._database.transact("look", lambda tx: self._look(tx, "at the end", wholly=True))

    async def read(self, name: str, query: Callable[[Transaction], T]) -> T:
        return await self._database.read(name, query)

    async def close(self) -> None:
        await self._database.close()
