"""A small district in memory in which one person, put into any relation, presses any button; nothing of it stays."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.bootstrap import digest_blocks, reactions
from bot.crafts.places import Places
from domain.areas import Area, AreaKind
from domain.clocks import Clocks
from domain.messages import Address, Choice, Inbound, Part, Reply, ReplyTo, Text
from domain.people.person import Person
from handlers.conversation import Conversation
from handlers.families import FAMILIES
from handlers.turn import Contacts, House, Turn
from storage.database import Database, open_database
from storage.transaction import Transaction
from tests.clock import FakeClock
from tests.stories.desk_people import PLUM
from tests.stories.district import AREAS, settle

DISTRICT = (*AREAS, PLUM, Area("g9", AreaKind.GRID, "plum", "梅园一网格", order=9))
ZHAO, WANG, PROBE = (Address("test", name) for name in ("zhao", "wang", "probe"))
LAMP = "3号楼2单元门口的路灯坏了"
MATTER = "the matter"
"""Stands for its id in a button's data."""
CHANGING = (
    "absences", "agenda", "appointments", "asked", "contents", "dialogs", "duties", "events", "excluded", "guests",
    "helpers", "invitations", "matches", "matters", "meetings", "needs", "notice_questions", "notices", "outbox",
    "projects", "question_answers",
    "questions", "resolutions", "resources", "schedule", "stops", "stories", "story_hearers", "supporters",
    "troubles", "verdicts", "work",
)  # fmt: skip

Arrange = Callable[[Turn[Any], str], None]
"""Puts the probe, a person of the id "probe", into a relation to the matter of this id (or to anything)."""


@dataclass(frozen=True)
class Answer:
    """What came of an attempt: what the press was answered, what the probe was sent, whether anything changed."""

    toast: str
    told: tuple[str, ...]
    changed: bool

    @property
    def refused(self) -> bool:
        return not self.changed and "这件事不在您手上" in self.toast

    def hears(self, words: str) -> bool:
        return any(words in line for line in (self.toast, *self.told))


class _Undone(Exception):
    def __init__(self, answer: Answer) -> None:
        self.answer = answer


class Door:
    """赵奶奶 has reported a lamp at 王芳's; 马丽 sits at the community's desk."""

    def __init__(self, database: Database, clock: FakeClock, house: House) -> None:
        self._database, self._clock, self._house = database, clock, house
        self._conversation, self._count = Conversation(FAMILIES), itertools.count(1)
        self.matter_id = ""

    async def opens(self, *, taken: bool) -> None:
        def people(tx: Transaction) -> None:
            settle(tx, DISTRICT)
            for person in (Person("zhao", "赵奶奶"), Person("probe", "试一试")):
                tx.people.save(person)
            for address in (ZHAO, WANG, PROBE, Address("test", "ma")):
                tx.people.bind(address.account, address)

        await self._database.transact("people", people)
        for words in (LAMP, "1"):
            await self._database.transact("report", partial(self._says, words))
        matters = await self._database.read("filed", lambda tx: tx.matters.in_hand())
        self.matter_id = matters[0].id
        if taken:
            await self._database.transact("taken", lambda tx: self.receives(tx, WANG, self.button("m", "accept")))

    def _says(self, words: str, tx: Transaction) -> None:
        self.receives(tx, ZHAO, Text(words))

    def receives(self, tx: Transaction, address: Address, *parts: Part) -> Reply | None:
        n = next(self._count)
        inbound = Inbound(address, f"e{n}", tx.now, parts, handle=f"in{n}", press=f"p{n}", name="试一试", language="zh")
        return self._conversation.receive(Turn(tx, self._house), inbound)

    async def tries(self, arranges: Sequence[Arrange], *parts: Part) -> Answer:
        """What becomes of it when the probe, so arranged, sends this; then it has not been."""

        def act(tx: Transaction) -> None:
            turn = Turn(tx, self._house)
            for arrange in arranges:
                arrange(turn, self.matter_id)
            before = _all_of(tx)
            reply = self.receives(tx, PROBE, *parts)
            changed = _all_of(tx) != before
            raise _Undone(Answer(reply.text if reply else "", _told(tx), changed))

        try:
            await self._database.transact("try", act)
        except _Undone as undone:
            return undone.answer
        raise AssertionError("unreachable")

    async def runs(self, arranges: Sequence[Arrange], does: Callable[[Turn[Any], Person], object]) -> None:
        """The same, of something that has no button of its own; raises what it raises."""

        def act(tx: Transaction) -> None:
            turn = Turn(tx, self._house)
            for arrange in arranges:
                arrange(turn, self.matter_id)
            does(turn, tx.people.get("probe"))
            raise _Undone(Answer("", (), changed=True))

        with contextlib.suppress(_Undone):
            await self._database.transact("run", act)

    def button(self, room: str, value: str) -> Choice:
        """As its data come in: a matter's own button, or one of a screen."""
        return Choice(f"{room}:{self.matter_id}" if room == "m" else room, value.replace(MATTER, self.matter_id))

    def reply(self, words: str) -> tuple[Part, ...]:
        """A reply to a message about the matter."""
        return ReplyTo("somewhere", f"m:{self.matter_id}"), Text(words)


def _all_of(tx: Transaction) -> dict[str, list[object]]:
    return {table: [tuple(row) for row in _rows(tx, table)] for table in CHANGING}


def _rows(tx: Transaction, table: str) -> Sequence[Any]:
    return tx.statements.all(f"SELECT * FROM {table}")


def _told(tx: Transaction) -> tuple[str, ...]:
    """Words of all that is on its way to the probe."""
    told: list[str] = []
    while parcels := tx.outbox.claim(tx.now, 100):
        for parcel in parcels:
            words = [block.value for block in parcel.outbound.blocks if isinstance(block, Text)]
            told += words if parcel.outbound.to == PROBE else []
            tx.outbox.sent(parcel.id, f"out{parcel.id}")
    return tuple(told)


@contextlib.asynccontextmanager
async def standing(*, taken: bool = True) -> AsyncIterator[Door]:
    """`taken`: 王芳 has said that she does it."""
    clock = FakeClock()
    database = await open_database("sqlite:///:memory:", now=clock.now, seed=clock.seed)
    house = House(
        Clocks(), Contacts("0931-1234567"), Places(DISTRICT), "https://t.me/bench?start=", reactions=reactions(),
        digest_blocks=digest_blocks(),
    )  # fmt: skip
    door = Door(database, clock, house)
    try:
        await door.opens(taken=taken)
        yield door
    finally:
        await database.close()
