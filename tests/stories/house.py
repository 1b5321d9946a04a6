"""The stage of the stories: the whole bot over the real sandbox, a small district, and people who speak and hear."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.bootstrap import LittleBench, digest_blocks, reactions
from bot.crafts.places import Places
from channels.telegram.channel import Telegram
from channels.telegram.polling import Polling
from domain.areas import Area
from domain.clocks import Clocks
from domain.digests.rhythm import NEVER, Rhythm
from domain.matters.seasons import Practice
from domain.messages import Address
from domain.people.person import Absence
from domain.workdays import Weekdays, Workdays
from handlers.duty.sweep import SWEEP
from handlers.matters.going import gone
from handlers.turn import Contacts, House
from sandbox.people import Person as Phone
from sandbox.records import BotAccount, Message
from sandbox.server import Sandbox
from storage.database import open_database
from storage.transaction import Transaction
from storage.values import at_text
from tests.clock import FakeClock
from tests.empty import made
from tests.stories.district import AREAS, ROSTER, appointments, settle
from tests.stories.press import SharedPress
from tests.stories.watch import Watched

TOKEN = "424242:story-token"
MONDAY_MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, ten in the morning in the district."""


class Somebody:
    """One person with a telephone in the story."""

    def __init__(self, play: Play, phone: Phone) -> None:
        self.play = play
        self.phone = phone
        self._heard = 0

    async def says(self, text: str) -> int:
        return await self._after(self.phone.says(text))

    async def replies(self, to: str, text: str) -> int:
        """Answers the newest message that holds these words."""
        return await self._after(self.phone.says(text, reply_to=self.finds(to).id))

    async def starts(self, payload: str = "") -> int:
        return await self._after(self.phone.starts(payload))

    async def sends_photo(self, asset: str = "lamp", caption: str = "") -> int:
        return await self._after(self.phone.sends_photo(asset, caption))

    async def sends_album(self, *assets: str, caption: str = "") -> None:
        self.phone.sends_album(list(assets), caption)
        await self.play.settled()

    async def sends_voice(self) -> int:
        return await self._after(self.phone.sends_voice(self.play.voice))

    async def sends(self, message_id: int) -> int:
        """Whatever else her telephone can send: `await li.sends(li.phone.sends_video())`."""
        return await self._after(message_id)

    async def shares_number(self) -> int:
        return await self._after(self.phone.sends_contact(own=True))

    async def edits(self, message_id: int, text: str) -> None:
        self.phone.edits(message_id, text)
        await self.play.settled()

    async def pins(self, lon: float, lat: float) -> int:
        return await self._after(self.phone.sends_location(lat, lon))

    async def taps(self, label: str, under: str = "") -> None:
        """Presses the newest button whose label holds these words (of the newest message that holds `under`)."""
        for message in reversed(self.phone.messages):
            if under and under not in told(message):
                continue
            for button in (button for row in message.buttons for button in row):
                if label in button.text:
                    self.phone.taps(message.id, button.text)
                    await self.play.settled()
                    return
        raise AssertionError(f"no button {label!r}; last heard: {self.last}")

    def button(self, label: str, *under: str) -> tuple[int, str]:
        """A button as it is shown now (of the newest message with these words), to be pressed with `taps_old` later."""
        message = self.finds(*under)
        data = next(b.data for row in message.buttons for b in row if label in b.text)
        assert data is not None
        return message.id, data

    async def taps_old(self, button: tuple[int, str]) -> None:
        """Presses a button as it was once shown, though it may be gone by now."""
        self.phone.taps_late(*button)
        await self.play.settled()

    async def files(self, words: str = "3号楼2单元门口的路灯坏了") -> None:
        """Says what is wrong and hands it in, as another matter where a neighbour's is like it."""
        await self.says(words)
        await self.taps("另报一件" if "有邻居报过" in self.last else "交给")

    async def _after(self, message_id: int) -> int:
        await self.play.settled()
        return message_id

    # ---- what was heard --------------------------------------------------------------------------------------------

    @property
    def inbox(self) -> list[Message]:
        return [message for message in self.phone.messages if message.out]

    @property
    def last(self) -> str:
        return told(self.inbox[-1]) if self.inbox else ""

    def hears(self, *words: str) -> bool:
        """Whether one message of the bot (as it reads now) holds all these words."""
        return any(all(word in told(message) for word in words) for message in self.inbox)

    @property
    def toast(self) -> str:
        """What the last pressed button answered."""
        return self.phone.toasts[-1].text if self.phone.toasts else ""

    def finds(self, *words: str) -> Message:
        """The newest message of the bot with all these words."""
        for message in reversed(self.inbox):
            if all(word in told(message) for word in words):
                return message
        raise AssertionError(f"nothing with {words} in {[told(m) for m in self.inbox]}")

    def rings(self) -> list[str]:
        """What rang since this was last asked."""
        rung = [message for message in self.inbox if message.id > self._heard and not message.silent]
        self._heard = max((message.id for message in self.inbox), default=0)
        return [told(message) for message in rung]

    @property
    def keys(self) -> list[str]:
        """The labels of the keyboard below her chat."""
        return [label for row in self.phone.keyboard for label in row]

    def buttons(self, *words: str) -> list[str]:
        return [button.text for row in self.finds(*words).buttons for button in row]


def told(message: Message) -> str:
    return f"{message.text}{message.caption}"


@dataclass(frozen=True)
class Left:
    """What is still to be done now: rows of the schedule and work, messages by number, when one more is due."""

    fires: bool
    works: bool
    leaves: frozenset[int]
    held: datetime | None

    @classmethod
    def of(cls, tx: Transaction) -> Left:
        next_at, now = tx.schedule.next_at(), at_text(tx.now)
        works = tx.statements.one(
            "SELECT 1 FROM work WHERE state = 'working' OR (state = 'queued' AND due_at <= :now) LIMIT 1", now=now
        )
        leaves = tx.statements.all(
            "SELECT number FROM outbox WHERE state = 'sending' OR (state = 'queued' AND due_at <= :now)", now=now
        )
        return cls(
            next_at is not None and next_at <= tx.now,
            works is not None,
            frozenset(row["number"] for row in leaves),
            tx.outbox.next_at(tx.now),
        )


class Play:
    """The running house with its clock; `settled` returns when nothing that is due is left to be done."""

    voice = "voice-heating"

    def __init__(
        self,
        sandbox: Sandbox,
        url: str,
        directory: Path,
        clock: FakeClock,
        areas: tuple[Area, ...] = AREAS,
        rhythm: Rhythm = NEVER,
    ) -> None:
        self.sandbox, self.url, self.directory, self.clock, self.areas = sandbox, url, directory, clock, areas
        self.database_url = f"sqlite:///{directory}/bench.db"
        self._running: list[asyncio.Task[None]] = []
        self.rhythm = rhythm
        self.practice = Practice()
        self.workdays: Workdays = Weekdays()
        self.contacts = Contacts("0931-1234567", "0931-7654321", {"heating": "0931-2223333"})

    async def open(self) -> None:
        self.telegram = Telegram(TOKEN, self.clock, api=self.url)
        me = await self.telegram.start()
        house = House(
            Clocks(workdays=self.workdays),
            self.contacts,
            Places(self.areas),
            f"https://t.me/{me.username}?start=",
            reactions=reactions(),
            reports_per_hour=20,
            digests=self.rhythm,
            digest_blocks=digest_blocks(),
            practice=self.practice,
        )
        await made(self.database_url)
        database = await open_database(self.database_url, now=self.clock.now, seed=self.clock.seed)
        self.database = Watched(database, house)
        self.bench = LittleBench(
            self.database, self.telegram, house, self.clock, self.directory / "media", url=self.database_url,
            press=SharedPress(),
        )  # fmt: skip
        polling = Polling(self.telegram, self.bench.accept, self.clock, seconds=20)
        self._running = [asyncio.create_task(self.bench.run(polling.run))]
        planned = asyncio.create_task(self.bench.planned.wait())
        await asyncio.wait([planned, *self._running], return_when=asyncio.FIRST_COMPLETED)
        planned.cancel()

    async def close(self) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        await self.telegram.stop()
        await self.database.close()

    async def restart(self, **down: float) -> None:
        """The process ends and is started again, after so much time."""
        await self.close()
        self.clock.advance(**down)
        await self.open()
        await self.settled()

    async def settled(self) -> None:
        """Everything said has been taken in, everything due has fired, everything to be sent has arrived."""
        tried: frozenset[int] = frozenset()
        for _ in range(100):
            await self.sandbox.drained()
            await self.bench.dispatch.close()
            left = await self.database.read("left", Left.of)
            if left.fires:
                await self.bench.heartbeat.beat()
            elif left.works:
                await self.bench.work.idle()
            elif left.leaves - tried:  # what stays behind what is held leaves later
                tried = left.leaves
                await self.bench.delivery.idle()
            elif left.held is not None and left.held <= self.clock.now() + timedelta(seconds=3):
                tried = frozenset()
                self.clock.advance((left.held - self.clock.now()).total_seconds() + 0.01)
            elif not self.sandbox.pending_updates:
                assert not self.database.found, self.database.found
                assert not self.database.promises.owed, f"moved and not told: {self.database.promises.owed}"
                return
        raise AssertionError("the house does not come to rest")

    async def passes(self, **span: float) -> None:
        """Time passes, every due instant in order.

        Only the sweeps come with what is due after them: the look after every act finds more than they do, and a week
        has hundreds of them.
        """
        end = self.clock.now() + timedelta(**span)
        while True:
            ahead = await self.database.read("ahead", lambda tx: tx.schedule.ahead(2))
            next_at = min((row.due_at for row in ahead if row.kind != SWEEP), default=None)
            if next_at is None or next_at > end:
                break
            self.clock.advance(max(0.0, (next_at - self.clock.now()).total_seconds()))
            await self.settled()
        self.clock.advance(max(0.0, (end - self.clock.now()).total_seconds()))
        await self.settled()

    async def at(self, hour: int, minute: int = 0, days: int = 0) -> None:
        """Goes on to this time of day in the district (today, or so many days on)."""
        local = self.clock.now().astimezone(self.bench.house.zone)
        then = (local + timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)
        if then <= local:
            then += timedelta(days=1)
        await self.passes(seconds=(then - local).total_seconds())

    def newcomer(self, id: int, name: str, language: str = "zh-hans") -> Somebody:
        return Somebody(self, self.sandbox.world.add_person(id, name, language_code=language, phone="+8613912345678"))

    async def member(self, id: str) -> Somebody:
        """Somebody on the roster who has joined already."""
        name, _, account, _ = ROSTER[id]
        phone = self.sandbox.world.add_person(account, name, language_code="zh-hans")
        phone.starts()
        await self.settled()

        def bind(tx: Transaction) -> None:
            tx.people.bind(id, Address("telegram", str(account)))

        await self.database.transact("bind", bind)
        somebody = Somebody(self, phone)
        somebody.rings()
        return somebody

    async def dismisses(self, id: str) -> None:
        """Somebody is taken off the roster."""

        def act(tx: Transaction) -> None:
            tx.roster.replace([a for a in appointments() if a.person_id != id])
            gone(self.bench.turn(tx), tx.people.get(id))

        await self.database.transact("dismiss", act)
        self.bench.wake()
        await self.settled()

    async def on_leave(self, id: str, days: int = 7) -> None:
        now = self.clock.now()
        await self.database.transact(
            "leave", lambda tx: tx.roster.add_absence(Absence(id, now, now + timedelta(days=days)))
        )


@contextlib.asynccontextmanager
async def raised(
    directory: Path,
    areas: tuple[Area, ...] = AREAS,
    database_url: str = "",
    rhythm: Rhythm = NEVER,
    practice: Practice | None = None,
) -> AsyncIterator[Play]:
    """A house with nothing in it but its areas and roster; `database_url` for another engine than SQLite."""
    clock = FakeClock(MONDAY_MORNING)
    sandbox = Sandbox(TOKEN, BotAccount(424242, "小板凳", "little_bench_bot"), clock=clock)
    play = Play(sandbox, await sandbox.start(), directory, clock, areas, rhythm)
    play.database_url = database_url or play.database_url
    play.practice = practice or play.practice
    await play.open()
    await play.database.transact("roster", lambda tx: settle(tx, areas))
    try:
        yield play
    finally:
        await play.close()
        await sandbox.stop()
