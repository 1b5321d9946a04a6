"""The running bot follows what a short command beside it has changed: the map, the roster, rows that wait."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from bot.clock import Clock
from bot.crafts.places import Places, growing
from domain.areas import Area, Tree
from handlers.turn import House
from storage.database import Database
from storage.errors import DatabaseDamaged, StorageError
from storage.transaction import Transaction

_LOGGER = logging.getLogger(__name__)
CHANGED = "beside.changed"
EVERY = 1.0
"""Seconds between two looks; a look is two small queries beside the writer, on either engine."""


class Bench(Protocol):
    """As much of a running bot as is followed for."""

    house: House

    @property
    def database(self) -> Database: ...

    def wake(self) -> None: ...


def changed(tx: Transaction) -> None:
    """To be called in the same transaction by a command that leaves something for a running bot to notice."""
    tx.notes.set(CHANGED, tx.new_id())


class Following:
    """Looks every second whether a command was here; if so, what waits for rows looks again and the map is redrawn."""

    def __init__(self, bench: Bench, drawn: Tree, clock: Clock) -> None:
        """`drawn` is the tree that the house's gazetteer was made from."""
        self._bench = bench
        self._drawn = drawn
        self._clock = clock
        self._seen: str | None = None

    async def run(self) -> None:
        """Follows for ever. Raises DatabaseDamaged, which ends the bot: it is the one that looks every second."""
        while True:
            try:
                await self.look()
            except DatabaseDamaged:
                raise
            except StorageError as error:  # whoever has to write says so louder
                _LOGGER.info("not followed for now: %s", error)
            await self._clock.sleep(EVERY)

    async def look(self) -> None:
        """Raises StorageError."""
        changed, tree = await self._bench.database.read("follow", lambda tx: (tx.notes.get(CHANGED), tx.areas.tree()))
        if tree is not self._drawn:
            places = await _places(tree.areas.values())
            self._bench.house = replace(self._bench.house, gazetteer=places)
            self._drawn = tree
            _LOGGER.info("the map in force now has %d grids", len(tree.grids()))
        if changed != self._seen:
            self._seen = changed
            self._bench.wake()


async def _places(areas: Iterable[Area]) -> Places:
    """Drawn in small steps, between which everybody else is served: a district of 3,000 buildings takes 0.4 s."""
    steps = growing(areas)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            drawn: Places = done.value
            return drawn
        await asyncio.sleep(0)
