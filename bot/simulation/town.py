"""Everybody of the district with a telephone: who they are, how they join, and how each hears what comes to her."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import count
from random import Random

from bot.district import District
from bot.simulation.agenda import Agenda
from bot.simulation.members import Coordinator, Member
from bot.simulation.residents import Resident
from bot.simulation.somebody import Somebody
from bot.simulation.stage import Stage
from domain.areas import Area, AreaKind
from domain.people.person import Person, Role
from handlers.people.invitations import invite
from sandbox.happenings import Happening
from sandbox.newcomers import newcomer
from sandbox.people import Person as Phone
from storage.transaction import Transaction

HOUSEHOLDS = 60
"""Of each building, as far as they ever report anything."""
AT_ONCE = 200
"""People who open their invitations in the same minutes."""


class Town:
    """`changed` holds the messages that came or were edited since they were last looked at, by chat."""

    def __init__(self, stage: Stage, district: District, agenda: Agenda, seed: int) -> None:
        self.stage, self.agenda, self.seed = stage, agenda, seed
        self.buildings = [area for area in district.areas if area.kind is AreaKind.BUILDING]
        self.people: dict[int, Somebody] = {}
        self.ids: dict[int, str] = {}
        """The roster's ids, by account."""
        self._world = stage.sandbox.world
        self._changed: dict[int, dict[int, None]] = {}
        desks = {post.person_id for post in district.appointments if post.role is Role.COORDINATOR}
        for person in district.people:
            kind = Coordinator if person.id in desks else Member
            phone = self._telephone(person.name)
            self.people[phone.id] = kind(phone, agenda, f"{seed}:{person.id}")
            self.ids[phone.id] = person.id
        self._homes: dict[tuple[str, int], Resident] = {}
        self._world.subscribe(self._happens)

    @property
    def officials(self) -> Sequence[Member]:
        return [person for person in self.people.values() if isinstance(person, Member)]

    def resident(self, building: Area, household: int) -> Resident:
        """Whoever lives there; she gets her telephone when she first needs it."""
        home = (building.id, household)
        if home not in self._homes:
            phone = self._telephone(f"{building.name}{household + 1}户")
            resident = Resident(phone, self.agenda, f"{self.seed}:{home}", building.name)
            self._homes[home] = self.people[phone.id] = resident
        return self._homes[home]

    def _telephone(self, name: str) -> Phone:
        """The account follows from the name, by which she is found again in any sandbox; namesakes are counted."""
        for number in count(1):
            called = name if number == 1 else f"{name}{number}"
            phone = newcomer(self._world, called, "zh")
            if phone.id not in self.people:
                return phone
        raise AssertionError("unreachable")

    def official(self, person_id: str) -> Member:
        return next(person for person in self.officials if self.ids[person.phone.id] == person_id)

    async def joins(self) -> None:
        """Everybody on the roster opens her invitation and says that it is she."""
        officials = self.officials
        for first in range(0, len(officials), AT_ONCE):
            some = officials[first : first + AT_ONCE]
            codes = await self.stage.watch.transact("invite", partial(self._codes, some))
            for person, code in zip(some, codes, strict=True):
                person.phone.starts(code)
            await self.stage.rest()
            for person in some:
                person.taps("是")
            await self.stage.rest()
        self._changed.clear()

    def _codes(self, people: Iterable[Member], tx: Transaction) -> list[str]:
        turn = self.stage.bench.turn(tx)
        known: list[Person] = [tx.people.get(self.ids[person.phone.id]) for person in people]
        return [invite(turn, person) for person in known]

    def looks(self) -> None:
        """Everybody sees what came since."""
        changed, self._changed = self._changed, {}
        for account in sorted(changed):
            person = self.people[account]
            for message_id in changed[account]:
                message = person.phone.chat.find(message_id)
                if message is not None:
                    person.looks(message)

    def begins_day(self) -> None:
        for person in self.officials:
            person.begins_day()

    def _happens(self, happening: Happening) -> None:
        if happening.type in ("message", "edited") and happening.chat is not None:
            message = happening.detail["message"]
            if message["out"]:
                self._changed.setdefault(happening.chat, {})[message["id"]] = None


def somewhere(town: Town, chance: Random) -> Resident:
    building = chance.choice(town.buildings)
    return town.resident(building, chance.randrange(HOUSEHOLDS))
