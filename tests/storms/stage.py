"""The stage of a storm: a small district, its people with their telephones, and the way to a roster that changes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, ClassVar

from bot.bootstrap import digest_blocks, reactions
from bot.crafts.places import Places
from bot.district import District, in_force, load
from bot.loading import put_in_force
from bot.simulation.district import Size, invented
from domain.clocks import Clocks
from domain.digests.rhythm import Rhythm
from domain.messages import Address, Part
from handlers.families import FAMILIES
from handlers.turn import Contacts, House, Turn
from storage.transaction import Transaction
from tests.storms.phones import Phone
from tests.storms.rows import Rows

BEGINS = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, ten in the morning in the district."""
SIZES = (Size(1, 1), Size(2, 4), Size(3, 8), Size(12, 28))
RESIDENTS = 6
CHANNEL = "storm"
REMEMBERED = 12


class Broken(Exception):
    """Something that must hold did not; the words say what, and what was done last."""


@dataclass
class Stage(ABC):
    """`did` holds the last steps in words. Every fall of chance comes from `chance`."""

    seed: int
    chance: Random
    rows: Rows
    house: House
    phones: dict[str, Phone] = field(default_factory=dict)
    did: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    steps: int = 0
    """Acts of people and instants at which something fell due, each followed by a look at what must hold."""

    again: ClassVar[str]
    """The command that repeats it, but for the seed."""

    @abstractmethod
    def receives(self, phone: Phone, *parts: Part, event: str = "") -> None:
        """Something that she sends; whoever has blocked the bot unblocks it by that."""

    @abstractmethod
    def passes(self, span: timedelta) -> None:
        """Every due instant in order."""

    @abstractmethod
    def settles(self) -> None:
        """What is due happens and what is to be sent arrives; then comes the look at what must hold."""

    def peopled(self, district: District) -> None:
        """Everybody of the roster has a telephone and is known; residents have one and are not."""

        def act(tx: Transaction) -> None:
            load(tx, district, self.house.zone)
            for family in FAMILIES:
                if family.plans is not None:
                    family.plans(self.turn(tx))
            for person in district.people:
                tx.people.bind(person.id, Address(CHANNEL, person.id))
                self.phones[person.id] = Phone(Address(CHANNEL, person.id), person.name)

        self.rows.act(act)
        for n in range(RESIDENTS):
            self.phones[f"r{n}"] = Phone(Address(CHANNEL, f"r{n}"), f"居民{n}")

    def turn(self, tx: Transaction) -> Turn[Any]:
        return Turn(tx, self.house)

    def reloads(self, change: Callable[[District], District], what: str) -> None:
        """The roster is changed and put in force as `load` does it."""

        def act(tx: Transaction) -> None:
            before = in_force(tx)
            after = change(before)
            self.house = replace(self.house, gazetteer=Places(after.areas))
            put_in_force(tx, self.house, before, after)

        self.acts(f"roster: {what}", act)

    def acts(self, what: str, act: Callable[[Transaction], None]) -> None:
        self.did.append(what)
        self.does(what, act)
        self.settles()

    def does(self, what: str, act: Callable[[Transaction], Any]) -> Any:
        """Raises Broken when it fails."""
        try:
            return self.rows.act(act)
        except Exception as error:
            raise Broken(self.told(f"{what} failed: {type(error).__name__}: {error}")) from error

    def told(self, wrong: str) -> str:
        steps = "\n".join(f"  {step}" for step in self.did)
        again = f"{self.again} --seed {self.seed}"
        return f"seed {self.seed}, step {self.steps}: {wrong}\nthe last steps:\n{steps}\nagain: {again}"


def house_of(district: District) -> House:
    return House(
        Clocks(), Contacts("0931-1234567", "0931-7654321", {"heating": "0931-2223333"}), Places(district.areas),
        "https://t.me/storm?start=", "zh", reactions(), reports_per_hour=20, digests=Rhythm(),
        digest_blocks=digest_blocks(),
    )  # fmt: skip


def district_of(seed: int) -> District:
    """Of one of several sizes."""
    return invented(SIZES[seed % len(SIZES)], seed)


def shown(parts: Sequence[Part]) -> str:
    return " ".join(str(part) for part in parts)
