"""One storm: a small district, its telephones, its clock, and what must hold after every act."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from bot.bootstrap import digest_blocks, reactions
from bot.crafts.places import Places
from bot.district import District, in_force, load
from bot.loading import put_in_force
from bot.simulation.district import Size, invented
from domain.clocks import Clocks
from domain.digests.rhythm import Rhythm
from domain.messages import Address, Edited, Inbound, Part
from handlers import faults
from handlers.conversation import Conversation
from handlers.families import FAMILIES
from handlers.ticking import tick
from handlers.turn import Contacts, House, Turn
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.stories.watch import wrong
from tests.storms.phones import Phone, too_long, words_of
from tests.storms.rows import Rows

BEGINS = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, ten in the morning in the district."""
SIZES = (Size(1, 1), Size(2, 4), Size(3, 8), Size(12, 28))
RESIDENTS = 6
CHANNEL = "storm"
AT_ONCE = 8
REMEMBERED = 12


class Broken(Exception):
    """Something that must hold did not; the words say what, and what was done last."""


@dataclass
class Storm:
    """`did` holds the last steps in words. Every fall of chance comes from `chance`."""

    seed: int
    chance: Random
    clock: FakeClock
    rows: Rows
    house: House
    phones: dict[str, Phone] = field(default_factory=dict)
    did: deque[str] = field(default_factory=lambda: deque(maxlen=REMEMBERED))
    steps: int = 0
    """Acts of people and instants at which something fell due, each followed by a look at what must hold."""
    _count: int = 0
    _conversation: Conversation = field(default_factory=lambda: Conversation(FAMILIES))

    @classmethod
    def of(cls, seed: int) -> Storm:
        chance = Random(seed)
        clock = FakeClock(BEGINS)
        rows = Rows(clock, chance)
        district = invented(SIZES[seed % len(SIZES)], seed)
        house = House(
            Clocks(), Contacts("0931-1234567", "0931-7654321", {"heating": "0931-2223333"}), Places(district.areas),
            "https://t.me/storm?start=", "zh", reactions(), reports_per_hour=20, digests=Rhythm(),
            digest_blocks=digest_blocks(),
        )  # fmt: skip
        storm = cls(seed, chance, clock, rows, house)
        storm._settle(district)
        return storm

    def _settle(self, district: District) -> None:
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

    # ---- what happens ----------------------------------------------------------------------------------------------

    def receives(self, phone: Phone, *parts: Part, event: str = "") -> None:
        """Something that she sends; whoever has blocked the bot unblocks it by that."""
        self._count += 1
        self.clock.advance(1)
        phone.blocked = False
        handle = next((part.handle for part in parts if isinstance(part, Edited)), f"in{self._count}")
        if handle.startswith("in"):
            phone.said.append(handle)
        inbound = Inbound(
            phone.address, event or f"e{self._count}", self.clock.now(), parts, handle, name=phone.name, language="zh"
        )
        self._acts(f"{phone.address.account}: {_shown(parts)}", lambda tx: self._receive(tx, inbound))

    def _receive(self, tx: Transaction, inbound: Inbound) -> None:
        self._conversation.receive(self.turn(tx), inbound)

    def passes(self, span: timedelta) -> None:
        """Every due instant in order."""
        end = self.clock.now() + span
        self.did.append(f"{span} later")
        while (due := self.rows.act(lambda tx: tx.schedule.next_at())) is not None and due <= end:
            self._moves_to(due)
        self._moves_to(end)

    def reloads(self, change: Callable[[District], District], what: str) -> None:
        """The roster is changed and put in force as `load` does it."""

        def act(tx: Transaction) -> None:
            before = in_force(tx)
            after = change(before)
            self.house = replace(self.house, gazetteer=Places(after.areas))
            put_in_force(tx, self.house, before, after)

        self._acts(f"roster: {what}", act)

    def _moves_to(self, instant: datetime) -> None:
        self.clock.advance((max(instant, self.clock.now()) - self.clock.now()).total_seconds())
        self._settles()

    def _acts(self, what: str, act: Callable[[Transaction], None]) -> None:
        self.did.append(what)
        self._does(what, act)
        self._settles()

    def _does(self, what: str, act: Callable[[Transaction], Any]) -> Any:
        try:
            return self.rows.act(act)
        except Exception as error:
            raise Broken(self.told(f"{what} failed: {type(error).__name__}: {error}")) from error

    # ---- what was sent ---------------------------------------------------------------------------------------------

    def _settles(self) -> None:
        """What is due has happened and what was to be sent has arrived, as far as one leads to the other."""
        while self._does("tick", self._tick) or self._does("delivery", self._deliver):
            pass
        self.steps += 1
        self._looks()

    def _tick(self, tx: Transaction) -> int:
        return tick(self.turn(tx), FAMILIES, AT_ONCE)

    def _deliver(self, tx: Transaction) -> int:
        parcels = tx.outbox.claim(tx.now, 50)
        for parcel in parcels:
            outbound = parcel.outbound
            phone = self.phones[outbound.to.account]
            if phone.blocked:
                tx.outbox.dead(parcel.id, "blocked")
                tx.people.block(outbound.to, True)
                faults.unreachable(self.turn(tx), outbound.to, outbound, FAMILIES)
                continue
            if too_long(outbound):
                raise ValueError(f"buttons too long: {too_long(outbound)} under {words_of(outbound)}")
            self._count += 1
            known = tx.handles.handle(outbound.to, outbound.key) if outbound.key else None
            tx.outbox.sent(parcel.id, phone.arrives(outbound, known or "", f"out{self._count}"))
        return len(parcels)

    # ---- what must hold --------------------------------------------------------------------------------------------

    def _looks(self) -> None:
        found = self.rows.act(lambda tx: wrong(self.turn(tx)))
        if found:
            raise Broken(self.told("; ".join(found)))

    def ends(self) -> None:
        """What is looked at once: the chains of events, and nothing that is due was left lying."""

        def look(tx: Transaction) -> Sequence[str]:
            broken = [subject for subject in tx.events.subjects(limit=10_000) if tx.events.broken(subject) is not None]
            due = [f"{row.kind} of {row.subject} left lying" for row in tx.schedule.due(tx.now, 10)]
            depth = {state: n for state, n in tx.outbox.depth().items() if state in ("sending", "unknown")}
            return [*broken, *due, *([f"outbox: {depth}"] if depth else [])]

        found = self.rows.act(look)
        if found:
            raise Broken(self.told("; ".join(found)))

    def told(self, wrong: str) -> str:
        steps = "\n".join(f"  {step}" for step in self.did)
        again = f"python -m tests.storms --seed {self.seed}"
        return f"seed {self.seed}, step {self.steps}: {wrong}\nthe last steps:\n{steps}\nagain: {again}"


def _shown(parts: Sequence[Part]) -> str:
    return " ".join(str(part) for part in parts)
