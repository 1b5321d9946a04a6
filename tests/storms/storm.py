"""One storm: people and clocks on the stage, every message arriving at once, and a look after every act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import ClassVar

from domain.messages import Edited, Inbound, Part
from handlers import faults
from handlers.conversation import Conversation
from handlers.families import FAMILIES
from handlers.ticking import tick
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.storms.looking import Looking, at_the_end
from tests.storms.phones import Phone, too_long, words_of
from tests.storms.rows import Rows
from tests.storms.stage import BEGINS, Broken, Stage, district_of, house_of, shown

AT_ONCE = 8


@dataclass
class Storm(Stage):
    again: ClassVar[str] = "python -m tests.storms"
    clock: FakeClock = field(default_factory=lambda: FakeClock(BEGINS))
    _count: int = 0
    _conversation: Conversation = field(default_factory=lambda: Conversation(FAMILIES))
    _looking: Looking = field(default_factory=Looking)

    @classmethod
    def of(cls, seed: int) -> Storm:
        chance, clock, district = Random(seed), FakeClock(BEGINS), district_of(seed)
        storm = cls(seed, chance, Rows(clock, chance), house_of(district), clock=clock)
        storm.peopled(district)
        return storm

    # ---- what happens ----------------------------------------------------------------------------------------------

    def receives(self, phone: Phone, *parts: Part, event: str = "") -> None:
        self._count += 1
        self.clock.advance(1)
        phone.blocked = False
        handle = next((part.handle for part in parts if isinstance(part, Edited)), f"in{self._count}")
        if handle.startswith("in"):
            phone.said.append(handle)
        inbound = Inbound(
            phone.address, event or f"e{self._count}", self.clock.now(), parts, handle, name=phone.name, language="zh"
        )
        self.acts(f"{phone.address.account}: {shown(parts)}", lambda tx: self._receive(tx, inbound))

    def _receive(self, tx: Transaction, inbound: Inbound) -> None:
        self._conversation.receive(self.turn(tx), inbound)

    def passes(self, span: timedelta) -> None:
        end = self.clock.now() + span
        self.did.append(f"{span} later")
        while (due := self.rows.act(lambda tx: tx.schedule.next_at())) is not None and due <= end:
            self._moves_to(due)
        self._moves_to(end)

    def _moves_to(self, instant: datetime) -> None:
        self.clock.advance((max(instant, self.clock.now()) - self.clock.now()).total_seconds())
        self.settles()

    # ---- what was sent ---------------------------------------------------------------------------------------------

    def settles(self) -> None:
        """As far as one leads to the other."""
        while self.does("tick", self._tick) or self.does("delivery", self._deliver):
            pass
        self.steps += 1
        self._fails(self.rows.act(lambda tx: self._looking.at(self.turn(tx))))

    def _tick(self, tx: Transaction) -> bool:
        return bool(tick(self.turn(tx), FAMILIES, AT_ONCE))

    def _deliver(self, tx: Transaction) -> int:
        parcels = tx.outbox.claim(tx.now, 50)
        for parcel in parcels:
            outbound = parcel.outbound
            phone = self.phones[outbound.to.account]
            if phone.blocked:
                tx.outbox.dead(parcel.id, "blocked")
                faults.unreachable(self.turn(tx), outbound.to, outbound, FAMILIES)
                continue
            if too_long(outbound):
                raise ValueError(f"buttons too long: {too_long(outbound)} under {words_of(outbound)}")
            self._count += 1
            known = tx.handles.handle(outbound.to, outbound.key) if outbound.key else None
            tx.outbox.sent(parcel.id, phone.arrives(outbound, known or "", f"out{self._count}"))
        return len(parcels)

    def ends(self) -> None:
        self._fails(self.rows.act(at_the_end))

    def _fails(self, found: Sequence[str]) -> None:
        if found:
            raise Broken(self.told("; ".join(found)))
