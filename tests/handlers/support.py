"""One person who talks to a script over the real conversation, on a database in memory."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.crafts.places import Places
from domain.clocks import Clocks
from domain.messages import Address, Choice, Choices, Edited, Inbound, Op, Outbound, Part, Reply, Text
from domain.open import OpenDialog
from domain.people.person import Person
from handlers.conversation import Conversation
from handlers.dialogs import begin
from handlers.family import Command, Family
from handlers.questions import Asking, Script
from handlers.turn import Contacts, House, Turn
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.clock import FakeClock

LI = Address("test", "li")


@dataclass
class Shown:
    """One message of the bot as it stands in the chat."""

    outbound: Outbound
    handle: str

    @property
    def words(self) -> str:
        return "\n".join(block.value for block in self.outbound.blocks if isinstance(block, Text))

    @property
    def buttons(self) -> dict[str, Choice]:
        choices = [block for block in self.outbound.blocks if isinstance(block, Choices)]
        return {b.label: Choice(c.prompt, b.value) for c in choices for row in c.rows for b in row}


@dataclass
class Talk:
    """The chat of one person with the house: what she sends, and what stands there after all edits and deletions."""

    database: Database
    clock: FakeClock
    house: House
    families: list[Family]
    finished: list[object] = field(default_factory=list)
    chat: list[Shown] = field(default_factory=list)
    _count: int = 0
    _sent: int = 0
    _dialogs: list[OpenDialog] = field(default_factory=list)

    async def opens(self, script: Script, subject: str = "", **draft: object) -> None:
        await self._turn(lambda turn, person: begin(turn, person, script, subject=subject, draft=draft))

    async def says(self, words: str) -> None:
        await self.sends(Text(words))

    async def sends(self, *parts: Part) -> None:
        await self._receive(parts)

    async def presses(self, choice: Choice | str) -> Reply | None:
        """A button as it was once shown, or the label of one that stands there now."""
        if isinstance(choice, str):
            choice = next(shown.buttons[choice] for shown in reversed(self.chat) if choice in shown.buttons)
        return await self._receive((choice,))

    @property
    def last(self) -> str:
        return self.chat[-1].words

    @property
    def dialogs(self) -> list[OpenDialog]:
        """As they are stored, the one in front first."""
        return self._dialogs

    async def _receive(self, parts: Sequence[Part]) -> Reply | None:
        self._count += 1
        edited = next((part.handle for part in parts if isinstance(part, Edited)), "")
        handle, event = edited or f"in{self._count}", f"event{self._count}"
        inbound = Inbound(LI, event, self.clock.now(), tuple(parts), handle=handle, name="李叔", language="zh")
        conversation = Conversation(self.families)
        reply: Reply | None = await self.database.transact(
            "receive", lambda tx: conversation.receive(self._of(tx), inbound)
        )
        await self._delivered()
        return reply

    async def _turn(self, act: Callable[[Turn[Any], Person], None]) -> None:
        def run(tx: Transaction) -> None:
            person = tx.people.at(LI)
            assert person is not None
            act(self._of(tx), person)

        await self.database.transact("turn", run)
        await self._delivered()

    def _of(self, tx: Transaction) -> Turn[Any]:
        return Turn(tx, self.house)

    async def _delivered(self) -> None:
        while await self.database.transact("deliver", self._deliver):
            pass

    def _deliver(self, tx: Transaction) -> int:
        parcels = tx.outbox.claim(tx.now, 10)
        for parcel in parcels:
            known = tx.handles.handle(parcel.outbound.to, parcel.outbound.key) if parcel.outbound.key else None
            tx.outbox.sent(parcel.id, self._arrives(parcel.outbound, known))
        person = tx.people.at(LI)
        self._dialogs = list(tx.dialogs.of(person.id)) if person is not None else []
        return len(parcels)

    def _arrives(self, outbound: Outbound, known: str | None) -> str:
        standing = next((shown for shown in self.chat if shown.handle == known), None)
        if outbound.op is Op.DELETE:
            if standing is not None:
                self.chat.remove(standing)
            return ""
        if outbound.op is Op.UPDATE and standing is not None:
            standing.outbound = outbound
            return standing.handle
        self._sent += 1
        self.chat.append(Shown(outbound, f"out{self._sent}"))
        return self.chat[-1].handle


def script(name: str, run: Callable[[Talk], Asking], talk: Talk, **more: Any) -> Script:
    """A script whose results are collected in `talk.finished`; `run` may look at the talk as its facts."""
    made = Script(
        name,
        lambda turn, person, dialog: run(talk),
        lambda turn, person, dialog, result: talk.finished.append(result),
        **more,
    )
    talk.families[0] = replace(talk.families[0], scripts=(*talk.families[0].scripts, made))
    return made


@contextlib.asynccontextmanager
async def talking() -> AsyncIterator[Talk]:
    clock = FakeClock()
    database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)
    house = House(Clocks(), Contacts("0931-1234567"), Places(()))
    talk = Talk(database, clock, house, [Family("test")])

    def free(turn: Turn[Any], person: Person, inbound: Inbound) -> bool:
        talk.finished.append(f"free: {inbound.text or [media.ref for media in inbound.media]}")
        return True

    def settle(tx: Transaction) -> None:
        tx.people.save(Person("li", "李叔"))
        tx.people.bind("li", LI)

    command = Command("hello", ("你好",), lambda turn, person, inbound, rest: None)
    talk.families[0] = replace(talk.families[0], free=free, commands=(command,))
    await database.transact("settle", settle)
    try:
        yield talk
    finally:
        await database.close()
