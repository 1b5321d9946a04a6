"""Puts the house together (database, channel, handlers, delivery, heartbeat, work) and lets the parts run."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.book_prints import BookPrints
from bot.clock import Clock
from bot.copies import Copies
from bot.crafts.sounds import syllables
from bot.delivery import Delivery
from bot.digests import ForAll, ForOne, Room, Table
from bot.dispatch import Dispatch
from bot.downloads import DOWNLOAD, NO_PICTURE, Download, Fetched
from bot.erasing import Erasing, ForgetFile
from bot.finding import Finding
from bot.flyers import Flyers
from bot.heartbeat import Heartbeat, WaitUntil
from bot.lists import Lists
from bot.lists_in import LookAtLists, TakeLists
from bot.made import Made
from bot.menus import Menus
from bot.observing import Observed, Timed
from bot.packets import Packets
from bot.press import Press
from bot.slips import Slips
from bot.work import Kind, Work
from channels.base import Accept, Channel
from channels.telegram.channel import Telegram
from domain.events import Event
from domain.messages import Address, Inbound, Outbound, Reply
from domain.open import Due
from handlers import faults, mailing
from handlers.conversation import Conversation
from handlers.desk.finding import WORK as FIND
from handlers.dialogs import asking_again
from handlers.digests.asking import MAKE_ONE, MAKE_TABLE
from handlers.digests.ports import DigestsTransaction
from handlers.digests.schedule import MAKE_ALL
from handlers.explaining.book.printing import WORK as PRINT_BOOK
from handlers.explaining.notices.flyers import WORK as MAKE_FLYER
from handlers.families import FAMILIES
from handlers.listening.handing_in import READ as READ_LISTS
from handlers.listening.handing_in import TAKE as TAKE_LISTS
from handlers.listening.sheet import WORK as MAKE_LISTS
from handlers.listening.visits.slips import WORK as MAKE_SLIP
from handlers.matters.packet_sending import WORK as MAKE_PACKET
from handlers.matters.unreadable import picture_unreadable
from handlers.people.menu import MENU
from handlers.safety.erasing import ERASE
from handlers.safety.me import COPY
from handlers.safety.ports import SafetyTransaction
from handlers.ticking import tick
from handlers.turn import DigestBlock, House, Turn
from storage.database import Database
from storage.files import FORGET
from storage.transaction import Transaction
from storage.work import Job

_LOGGER = logging.getLogger(__name__)
FETCHED_FOR = 14
"""Days: so long somebody may mend whatever keeps a photo from coming home; the platform keeps it far longer."""
LETS_THROUGH = 5.0
"""Seconds for what is in flight at the end; whoever stops programs for us kills them after ten."""


def reactions() -> Mapping[str, Sequence[Callable[[Turn[Any], Event], None]]]:
    """What follows from each type of event, joined from all families; for their mailings last."""
    joined: dict[str, list[Callable[[Turn[Any], Event], None]]] = {}
    kinds = {name: kind for family in FAMILIES for name, kind in family.mailings.items()}
    for reactions in (*(family.reactions for family in FAMILIES), mailing.reactions(kinds)):
        for type, follow in reactions.items():
            joined.setdefault(type, []).extend(follow)
    return joined


def digest_blocks() -> Sequence[DigestBlock]:
    """What each family has to say in a digest, in the families' order."""
    return [family.digest_block for family in FAMILIES if family.digest_block is not None]


def at_home(house: House) -> House:
    """The house with what its families offer each other."""
    with_matter = {option: offer for family in FAMILIES for option, offer in family.with_matter.items()}
    kept = [family.kept for family in FAMILIES if family.kept is not None]
    of_hers = [of_hers for family in FAMILIES for of_hers in family.of_hers]
    answers = next((family.answers for family in FAMILIES if family.answers is not None), None)
    stands = [family.stands for family in FAMILIES if family.stands is not None]
    handouts = [family.handouts for family in FAMILIES if family.handouts is not None]
    in_privacy = [family.in_privacy for family in FAMILIES if family.in_privacy is not None]
    figures = {name: figure for family in FAMILIES for name, figure in family.figures.items()}
    topics_of = {kind: told for family in FAMILIES for kind, told in family.topics_of.items()}
    return replace(
        house, with_matter=with_matter, kept=kept, of_hers=of_hers, stands=stands, in_privacy=in_privacy,
        handouts=handouts, topics_of=topics_of, figures=figures, answers=answers, sounds=syllables,
        ask_again=asking_again(script for family in FAMILIES for script in family.scripts),
    )  # fmt: skip


def _remember_file(tx: Transaction, subject: str, fetched: Fetched) -> None:
    """`subject` is "file:<the platform's ref>"; the name under which its bytes lie is kept beside it."""
    tx.notes.set(subject, fetched.name)


class LittleBench:
    """One running bot. `receive` runs until cancelled and hands each raw update to `accept`.

    `url` is the database's, for the child process. `wait_until` is how the heartbeat waits for an instant: the alarm's
    in real running, the clock's own otherwise.
    """

    def __init__(
        self,
        database: Database,
        telegram: Telegram,
        house: House,
        clock: Clock,
        media: Path,
        *,
        url: str,
        wait_until: WaitUntil | None = None,
        press: Press | None = None,
    ) -> None:
        self.observed = Observed()
        database = Timed(database, self.observed, clock)
        self.database: Database = database
        self.house = at_home(house)
        self._clock = clock
        channels: dict[str, Channel] = {telegram.name: telegram}
        conversation = Conversation(FAMILIES)

        def handle(tx: Transaction, inbound: Inbound) -> Reply | None:
            return conversation.receive(self.turn(tx), inbound)

        def on_fault(tx: Transaction, inbound: Inbound | None, reference: str) -> None:
            faults.apologise(self.turn(tx), inbound, reference)

        def on_gone(tx: Transaction, address: Address, outbound: Outbound) -> None:
            faults.unreachable(self.turn(tx), address, outbound, FAMILIES)

        def beat(tx: Transaction, limit: int) -> Sequence[Due]:
            return tick(self.turn(tx), FAMILIES, limit)

        self.dispatch = Dispatch(
            database, channels, handle, on_fault, clock, woken=self.wake, observed=self.observed
        )  # fmt: skip
        self.delivery = Delivery(
            database, channels, clock, on_gone=on_gone, repeat_line=faults.repeat_line, observed=self.observed
        )
        self.heartbeat = Heartbeat(
            database, beat, on_fault, clock, woken=self.wake, wait_until=wait_until, late=self.observed.came_late
        )
        self.press = press or Press()
        self.planned = asyncio.Event()
        """What the house itself wants done is in the schedule."""
        kinds = self._kinds(channels, telegram, media, url)
        self.work = Work(database, kinds, clock, woken=self.wake, rarely={DOWNLOAD: FETCHED_FOR})
        self.accept: Accept = self.dispatch.accept(telegram.name)

    def _kinds(self, channels: Mapping[str, Channel], telegram: Telegram, media: Path, url: str) -> Mapping[str, Kind]:
        """What is done outside every transaction."""
        download = Download(channels, media, self.press, fetched=_remember_file, lost=self._lost)
        finding = Finding(self.database, self.turn)
        made = Made(media)
        room = Room(self.database, url, self.press, made, self._clock, lambda: self.house)
        return {
            FIND: finding, MENU: Menus(telegram), DOWNLOAD: download,
            MAKE_ALL: ForAll(room), MAKE_ONE: ForOne(room), MAKE_TABLE: Table(room),
            MAKE_LISTS: Lists(room), READ_LISTS: LookAtLists(room, channels), TAKE_LISTS: TakeLists(room),
            MAKE_SLIP: Slips(room), MAKE_FLYER: Flyers(room, media), PRINT_BOOK: BookPrints(room),
            COPY: Copies(self.database, self._of_safety, self.press, made, media, self._clock),
            ERASE: Erasing(self.database, made, media, self._clock), FORGET: ForgetFile(self.database, media),
            MAKE_PACKET: Packets(self.database, self.turn, self.press, made, media, self._clock),
        }  # fmt: skip

    def _lost(self, tx: Transaction, job: Job, reason: str) -> None:
        _LOGGER.error("%s could not be brought home and is only on the platform now: %s", job.subject, reason)
        if reason == NO_PICTURE:
            sender, about = job.args.get("by", ""), job.args.get("about", "")  # "" in jobs of an earlier release
            picture_unreadable(self.turn(tx), str(sender), str(about))

    def turn(self, tx: Transaction) -> Turn[DigestsTransaction]:
        """The transaction as the handlers see it; here mypy checks that storage fits their ports."""
        fits: DigestsTransaction = tx
        return Turn(fits, self.house)

    def _of_safety(self, tx: Transaction) -> Turn[SafetyTransaction]:
        fits: SafetyTransaction = tx
        return Turn(fits, self.house)

    def _plan(self, tx: Transaction) -> None:
        """What the house itself wants done is in the schedule before the heartbeat looks there."""
        for family in FAMILIES:
            if family.plans is not None:
                family.plans(self.turn(tx))
        fits: mailing.MailingTransaction = tx
        mailing.plan(Turn(fits, self.house))

    def wake(self) -> None:
        """Something was committed: what waits for rows looks again."""
        self.delivery.wake()
        self.heartbeat.wake()
        self.work.wake()

    async def run(self, *receive: Callable[[], Awaitable[None]]) -> None:
        """Runs everything until cancelled or until one part fails, then lets what is in flight end. Raises Revoked."""
        await self.database.transact("plans", self._plan)
        self.planned.set()
        parts = [*receive, self.heartbeat.run, self.work.run]
        delivery = asyncio.create_task(self.delivery.run())
        tasks = [asyncio.ensure_future(part()) for part in parts]
        try:
            done, _ = await asyncio.wait([delivery, *tasks], return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.press.close()
            self.delivery.close()
            with suppress(TimeoutError):
                in_flight = asyncio.gather(self.dispatch.close(), delivery, return_exceptions=True)
                await asyncio.wait_for(in_flight, LETS_THROUGH)
