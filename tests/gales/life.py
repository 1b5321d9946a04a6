"""One process's life: the real dispatch, delivery, heartbeat, guard and work over the door, until it dies."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bot.away import see_to_absence
from bot.delivery import Delivery
from bot.digests import ForAll, ForOne, Room
from bot.dispatch import Dispatch, HeldBack
from bot.finding import Finding
from bot.guard import Guard
from bot.heartbeat import Heartbeat
from bot.made import Made
from bot.pulse import Pulse
from bot.steady import SteadyClock
from bot.work import Kind, Work
from domain.messages import Address, Inbound, Outbound, Reply
from domain.open import Due
from handlers import faults
from handlers.conversation import Conversation
from handlers.desk.finding import WORK as FIND
from handlers.digests.asking import MAKE_ONE
from handlers.digests.schedule import MAKE_ALL
from handlers.families import FAMILIES
from handlers.ticking import tick
from handlers.turn import House, Turn
from storage.errors import StorageError
from storage.transaction import Transaction
from tests.gales.disk import Disk, Door
from tests.gales.machine import Machine
from tests.gales.once import Once
from tests.gales.platform import Line, Platform
from tests.gales.press import PressHere
from tests.gales.weather import Died
from tests.storms.stage import CHANNEL

ROUNDS = 200
"""Within which everything that leads from one to the other comes to rest."""


class Life:
    """`house` is the one in force; it may be changed while this runs."""

    def __init__(
        self, disk: Disk, platform: Platform, machine: Machine, once: Once, house: Callable[[], House]
    ) -> None:
        self._platform, self._once, self._house = platform, once, house
        self.died = asyncio.Event()
        self.clock = SteadyClock(machine)
        self.door = Door(disk, self.clock, platform.weather, once.kept, self._dies)
        self.line = Line(platform, lambda: self.clock.heard(machine.truly()), self._dies)
        self.clock.heard(machine.truly())
        self._conversation = Conversation(FAMILIES)
        channels = {CHANNEL: self.line}
        self.dispatch = Dispatch(self.door, channels, self._handle, self._on_fault, self.clock, woken=self._wake)
        self.delivery = Delivery(
            self.door, channels, self.clock, on_gone=self._on_gone, repeat_line=faults.repeat_line
        )  # fmt: skip
        self.heartbeat = Heartbeat(self.door, self._tick, self._on_fault, self.clock, woken=self._wake)
        self.guard = Guard(self.clock, self.line.greets, woken=self._wake)
        self.pulse = Pulse(self.door, self.clock.now, self.clock)
        room = Room(self.door, "", PressHere(self.door), Made(Path()), self.clock, house)
        kinds: dict[str, Kind] = {
            FIND: Finding(self.door, self.turn), MAKE_ALL: ForAll(room), MAKE_ONE: ForOne(room)
        }  # fmt: skip
        self.work = Work(self.door, kinds, self.clock, woken=self._wake)
        self._tasks: list[asyncio.Task[None]] = []

    # ---- from the beginning to the end -----------------------------------------------------------------------------

    async def begins(self) -> None:
        await see_to_absence(self.door, self.turn)
        await self.pulse.begin()
        await self.door.transact("plans", self._plan)
        self._tasks = [asyncio.create_task(self.delivery.run()), asyncio.create_task(self.work.run())]

    async def ends(self) -> None:
        """Whatever was in hand is gone. Raises what a part has failed of."""
        self._dies()
        for task in self._tasks:
            task.cancel()
        for over in await asyncio.gather(*self._tasks, return_exceptions=True):
            if over is not None and not isinstance(over, Died | asyncio.CancelledError):
                raise over

    async def stops(self) -> None:
        """In order: nothing more is begun, and what is in flight is let through and written down."""
        delivering, working = self._tasks
        working.cancel()
        self.delivery.close()
        await self.dispatch.close()
        await delivering

    def _dies(self) -> None:
        self.door.dead = self.line.dead = True
        self.died.set()

    # ---- what it does ----------------------------------------------------------------------------------------------

    async def settles(self) -> None:
        """Everything received is taken in, everything due has fired, everything to be sent has left."""
        for _ in range(ROUNDS):
            await self.guard.look()
            taken = await self._takes()
            try:
                fired = await self.heartbeat.beat()
            except StorageError:
                continue
            await self.work.idle()
            await self.delivery.idle()
            if not (taken or fired):
                return
        raise AssertionError("it does not come to rest")

    async def _takes(self) -> int:
        """As polling does: what was received is confirmed up to the first that could not be kept."""
        batch = self._platform.batch()
        results = await asyncio.gather(
            *(self.dispatch.take(CHANNEL, {"id": id}) for id in batch), return_exceptions=True
        )  # fmt: skip
        for id, result in zip(batch, results, strict=True):
            if isinstance(result, StorageError | HeldBack):
                break
            if result is not None:
                raise result
            self._platform.confirms(id)
            self._once.confirmed(id)
        return len(batch)

    def _handle(self, tx: Transaction, inbound: Inbound) -> Reply | None:
        self.door.taking = inbound.event_id
        return self._conversation.receive(self.turn(tx), inbound)

    def _on_fault(self, tx: Transaction, inbound: Inbound | None, reference: str) -> None:
        faults.apologise(self.turn(tx), inbound, reference)

    def _on_gone(self, tx: Transaction, address: Address, outbound: Outbound) -> None:
        faults.unreachable(self.turn(tx), address, outbound, FAMILIES)

    def _tick(self, tx: Transaction, limit: int) -> Sequence[Due]:
        return tick(self.turn(tx), FAMILIES, limit)

    def _plan(self, tx: Transaction) -> None:
        for family in FAMILIES:
            if family.plans is not None:
                family.plans(self.turn(tx))

    def turn(self, tx: Transaction) -> Turn[Any]:
        return Turn(tx, self._house())

    def _wake(self) -> None:
        self.delivery.wake()
        self.heartbeat.wake()
        self.work.wake()
