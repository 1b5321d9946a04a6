"""A small bot as a process of its own, which kills itself at the point it is told.

Points: "turn" (within the transaction), "committed" (after it, before the confirmation), "sent" (after sending, before
marking), "never" (lives until it is terminated). It answers each line with the same line, once.
"""

from __future__ import annotations

import asyncio
import os
import signal

from bot.clock import SystemClock
from bot.delivery import Delivery
from bot.dispatch import Dispatch
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from domain.messages import Inbound, Outbound, Text
from storage.database import open_database
from storage.transaction import Transaction

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Fragile(Telegram):
    """Dies as soon as a message has been sent."""

    async def deliver(self, outbound: Outbound, *, handle: str = "", reply_to: str = "") -> str:
        await super().deliver(outbound, handle=handle, reply_to=reply_to)
        die()
        raise AssertionError("unreachable")


async def main(base: str, path: str, point: str) -> None:
    clock = SystemClock()
    database = await open_database(f"sqlite:///{path}", now=clock.now, seed=clock.seed)
    telegram = (Fragile if point == "sent" else Telegram)(TOKEN, clock, api=base)
    await telegram.start()

    def handle(tx: Transaction, inbound: Inbound) -> None:
        if tx.seen.first_time(inbound.address.channel, inbound.event_id, tx.now):
            tx.outbox.put(Outbound(inbound.address, (Text(f"收到：{inbound.text}"),), purpose="echo"))
        if point == "turn":
            die()

    def on_fault(tx: Transaction, inbound: Inbound | None, reference: str) -> None:
        raise AssertionError(reference)

    channels = {telegram.name: telegram}
    delivery = Delivery(
        database, channels, clock, on_gone=lambda tx, to, outbound: None, repeat_line=lambda outbound: "（可能重复）"
    )
    woken = die if point == "committed" else delivery.wake
    dispatch = Dispatch(database, channels, handle, on_fault, clock, woken=woken)
    polling = Polling(telegram, dispatch.accept("telegram"), clock, seconds=1)
    if point == "committed":
        await polling.run()  # with nobody to send, it surely dies before anything has left
    await asyncio.gather(delivery.run(), polling.run())


def lives(base: str, path: str, point: str) -> None:
    """In a process of its own, with the platform at `base` and a database at this path."""
    asyncio.run(main(base, path, point))
