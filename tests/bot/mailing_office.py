"""As much of a bot as sends a mailing: heart and outbox, over any channel; as a process of its own to be killed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.clock import Clock, SystemClock
from bot.crafts.places import Places
from bot.delivery import Delivery
from bot.heartbeat import Heartbeat
from bot.pace import Pace, Rates
from channels.base import Channel
from channels.telegram.channel import Telegram
from domain.clocks import Clocks
from domain.mailing import Mailing, Stage
from domain.messages import Address, Inbound, Text
from domain.people.person import Person
from handlers import mailing
from handlers.family import Family
from handlers.mailing import Kind, Letter, MailingTransaction
from handlers.ticking import tick
from handlers.turn import Contacts, House, Turn
from storage.database import Database, open_database
from storage.transaction import Transaction

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
WATER = "明天上午停水"
FIRST = 100_000
"""The first one's account."""
KINDS = {
    "everybody": Kind(
        lambda turn, of, after, limit: turn.tx.mailings.everybody(after, limit),
        lambda turn, of, person: Letter((Text(WATER),)),
    )
}
FAMILY = Family("notices", mailings=KINDS)
HOUSE = House(Clocks(), Contacts("0931-1234567"), Places(()))


def turn_of(tx: Transaction) -> Turn[MailingTransaction]:
    fits: MailingTransaction = tx
    return Turn(fits, HOUSE)


def person_id(number: int) -> str:
    return f"r{number:07}"


async def populated(database: Database, people: int, at_once: int = 500) -> None:
    """So many people with an address each, unless they are there already."""
    for start in range(0, people, at_once):

        def act(tx: Transaction, numbers: Sequence[int] = range(start, min(start + at_once, people))) -> None:
            for number in numbers:
                tx.people.save(Person(person_id(number), f"邻居{number}"))
                tx.people.bind(person_id(number), Address("telegram", str(FIRST + number)))

        await database.transact("people", act)


class Office:
    """`woken` by itself after each beat; `run` until cancelled."""

    def __init__(self, database: Database, channel: Channel, clock: Clock, pace: Pace) -> None:
        self.database = database
        self.delivery = Delivery(
            database, {"telegram": channel}, clock, on_gone=lambda tx, to, outbound: None, pace=pace,
            repeat_line=lambda outbound: "（可能重复）",
        )  # fmt: skip
        self.heartbeat = Heartbeat(
            database, lambda tx, limit: tick(turn_of(tx), [FAMILY], limit), _nobody, clock, woken=self.delivery.wake
        )

    async def run(self) -> None:
        await self.database.transact("plans", lambda tx: mailing.plan(turn_of(tx)))
        await asyncio.gather(self.delivery.run(), self.heartbeat.run())

    async def begins(self) -> str:
        begun = await self.database.transact("begin", lambda tx: mailing.begin(turn_of(tx), "everybody", "", "ma"))
        self.heartbeat.wake()
        return begun.id

    async def mailing(self, mailing_id: str) -> Mailing:
        return await self.database.read("mailing", lambda tx: tx.mailings.get(mailing_id))

    async def is_over(self, mailing_id: str) -> bool:
        """Nothing of it is left to do or to send."""
        over = (await self.mailing(mailing_id)).stage is not Stage.GOING
        depth = await self.database.read("depth", lambda tx: tx.outbox.depth())
        return over and not depth.get("queued") and not depth.get("sending")


def _nobody(tx: Transaction, inbound: Inbound | None, reference: str) -> None:
    raise AssertionError(reference)


async def main(base: str, url: str, people: str) -> None:
    clock = SystemClock()
    database = await open_database(url, now=clock.now, seed=clock.seed)
    telegram = Telegram(TOKEN, clock, api=base)
    await telegram.start()
    office = Office(database, telegram, clock, Pace(Rates(overall=300)))
    if await database.read("new", lambda tx: not tx.mailings.everybody("", 1)):
        await populated(database, int(people))
        await office.begins()
    await office.run()


def lives(base: str, url: str, people: str) -> None:
    """In a process of its own: begins one mailing to so many people of the platform at `base`, or goes on with it."""
    asyncio.run(main(base, url, people))
