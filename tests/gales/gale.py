"""One gale: the stage of the storms, with the real edges of the bot on one thread and bad weather around them."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, ClassVar

from domain.messages import Address, Edited, Inbound, Part
from storage.errors import StorageError
from storage.transaction import Transaction
from storage.values import at_text
from tests.gales.disk import Disk
from tests.gales.flights import Flights
from tests.gales.life import Life
from tests.gales.loop import Loop, Stuck
from tests.gales.machine import Machine
from tests.gales.once import Once
from tests.gales.platform import Platform
from tests.gales.weather import Died, Weather
from tests.storms.looking import Looking, at_the_end
from tests.storms.phones import Phone
from tests.storms.stage import BEGINS, Broken, Stage, district_of, house_of, shown

CANNOT = "who cannot act"
SWEEP_EVERY = timedelta(minutes=61)
MOST_LIVES = 50
"""Processes that may end one after the other before one comes to rest."""


@dataclass
class Gale(Stage):
    again: ClassVar[str] = "python -m tests.gales"
    disk: Disk = field(kw_only=True)
    loop: Loop = field(kw_only=True)
    machine: Machine = field(kw_only=True)
    weather: Weather = field(kw_only=True)
    once: Once = field(kw_only=True)
    flights: Flights = field(kw_only=True)
    platform: Platform = field(init=False)
    life: Life = field(init=False)
    lives: int = 0
    _count: int = 0
    _latest: datetime = BEGINS
    _swept_by: datetime = BEGINS
    _looking: Looking = field(default_factory=Looking)

    @classmethod
    def of(cls, seed: int) -> Gale:
        chance, district, loop = Random(seed), district_of(seed), Loop()
        loop.set_exception_handler(_unless_it_died)
        machine, weather = Machine(loop, BEGINS, chance), Weather(chance)
        disk, once = Disk(machine, chance), Once()
        gale = cls(
            seed, chance, disk, house_of(district), disk=disk, loop=loop, machine=machine, weather=weather,
            once=once, flights=Flights(disk, once),
        )  # fmt: skip
        gale.platform = Platform(machine, weather, gale.flights, gale.phones)
        try:
            gale.peopled(district)
            gale.begins()
        except BaseException:
            loop.close()
            raise
        return gale

    # ---- lives -----------------------------------------------------------------------------------------------------

    def begins(self) -> None:
        """A new process, as often as it takes."""
        for _ in range(MOST_LIVES):
            self.flights.drains()
            self.lives += 1
            self.flights.life = self.lives
            self.life = Life(self.disk, self.platform, self.machine, self.once, lambda: self.house)
            if self._during(self._comes_up()):
                return
        raise Broken(self.told("it does not come up"))

    async def _comes_up(self) -> None:
        try:
            await self.life.begins()
        except StorageError:  # the program ends with an error, and whoever starts programs starts it again
            self.life.died.set()

    def dies(self, why: str, *, away: timedelta = timedelta()) -> None:
        """kill -9, and after so long another one is started."""
        self.did.append(f"the process ends: {why}; {away} later it is started again")
        self._finished(self.life.ends())
        self.loop.leap(away.total_seconds())
        self.begins()

    def restarts(self) -> None:
        """SIGTERM: what is in flight is let through, and nothing is left on its way."""
        self.did.append("the process is stopped in order and started again")
        if self._during(self.life.stops()):
            self.flights.drains()
            self._fails(self.flights.at_rest())
            self._finished(self.life.ends())
        self.begins()

    def _during(self, does: Coroutine[Any, Any, None]) -> bool:
        """Whether the process has lived to its end."""
        with suppress(Died):
            self._finished(self._or_death(does))
        if self.life.died.is_set():
            self._finished(self.life.ends())
        return not self.life.died.is_set()

    async def _or_death(self, does: Coroutine[Any, Any, None]) -> None:
        doing, dying = asyncio.create_task(does), asyncio.create_task(self.life.died.wait())
        await asyncio.wait([doing, dying], return_when=asyncio.FIRST_COMPLETED)
        for task in (doing, dying):
            task.cancel()
        results = await asyncio.gather(doing, dying, return_exceptions=True)
        if isinstance(results[0], Exception):
            raise results[0]

    def _finished(self, does: Coroutine[Any, Any, None]) -> None:
        try:
            self.loop.run_until_complete(does)
        except Stuck:
            raise Broken(self.told("everybody waits, and nothing is coming")) from None
        except Exception as error:
            raise Broken(self.told(f"{type(error).__name__}: {error}")) from error

    # ---- what happens ----------------------------------------------------------------------------------------------

    def receives(self, phone: Phone, *parts: Part, event: str = "") -> None:
        """Sometimes it is on its way for a while, and comes together with what follows."""
        self._count += 1
        self.loop.leap(1.0)
        phone.blocked = False
        handle = next((part.handle for part in parts if isinstance(part, Edited)), f"in{self._count}")
        if handle.startswith("in"):
            phone.said.append(handle)
        self._is_sent(phone.address, event, parts, handle, phone.name)
        if self.weather.now_and_then(0.06):
            self.did.append("  (which is on its way)")
            return
        self.settles()

    def calls_in_a_group(self, group: Address, *parts: Part) -> None:
        self._count += 1
        self._is_sent(group, "", parts, f"in{self._count}", "")

    def _is_sent(self, to: Address, event: str, parts: tuple[Part, ...], handle: str, name: str) -> None:
        self.did.append(f"{to.account}: {shown(parts)}")
        self.platform.receives(
            Inbound(
                to, event or f"e{self._count}", self.machine.truly(), parts, handle,
                private=not to.account.startswith("-"), name=name, language="zh",
            )
        )  # fmt: skip

    def passes(self, span: timedelta) -> None:
        end = self.machine.truly() + span
        self.did.append(f"{span} later")
        while (left := (end - self.machine.truly()).total_seconds()) > 0:
            ahead = [(due - self.life.clock.now()).total_seconds() for due in self.disk.act(_coming)]
            self.loop.leap(max(0.001, min([left, *ahead])))
            self.settles()

    def settles(self) -> None:
        for _ in range(MOST_LIVES):
            if self._during(self._settles()):
                break
            self.did.append("the process ends in the middle of it")
            self.begins()
        else:
            raise Broken(self.told("it does not come to rest"))
        self.steps += 1
        self._looks()

    async def _settles(self) -> None:
        await self.life.pulse.begin()
        await self.life.settles()

    # ---- what must hold --------------------------------------------------------------------------------------------

    def _looks(self) -> None:
        self.flights.drains()
        set_aside = [f"set aside: {row['reason']}" for row in self.disk.asked("SELECT reason FROM quarantine")]
        self._fails([*self.once.wrong, *self.flights.wrong, *self.flights.at_rest(), *set_aside])
        found = self.disk.act(lambda tx: self._looking.at(self.turn(tx)))
        excused = self._minutes_come_again()
        self._fails([line for line in found if not (excused and CANNOT in line)])

    def _minutes_come_again(self) -> bool:
        """The clock was set back by minutes, and who went on leave in them is there again until they are over: what
        she is given meanwhile, the hourly sweep finds.
        """
        now = self.life.clock.now()
        if now < self._latest:
            self._swept_by = self._latest + SWEEP_EVERY
        self._latest = max(self._latest, now)
        return now < self._swept_by

    def ends(self) -> None:
        """The weather clears up: what waits may leave, and all that was said is taken in."""
        self.weather.calm, self.weather.outage, self.machine.off = True, 0, timedelta()
        self.passes(timedelta(minutes=10))
        self._fails([*self.disk.act(at_the_end), *self.flights.at_the_end(at_text(self.life.clock.now()))])
        self._fails([f"update {id} was never taken in" for id in self.platform.waiting])

    def _fails(self, found: Sequence[str]) -> None:
        if found:
            raise Broken(self.told("; ".join(found)))

    def close(self) -> None:
        try:
            self.loop.run_until_complete(self.life.ends())
        finally:
            self.rows.close()
            self.loop.close()


def _coming(tx: Transaction) -> list[datetime]:
    """When something falls due, or what was put off may leave."""
    return [due for due in (tx.schedule.next_at(), tx.outbox.next_at(tx.now)) if due is not None]


def _unless_it_died(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    if not isinstance(context.get("exception"), Died):
        loop.default_exception_handler(context)
