"""The platform's side of a gale: updates that wait to be fetched, chats with what arrived in them, and its whims."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from channels.base import Caps, Raw
from domain.errors import DeliveryFailed
from domain.messages import Address, Inbound, Op, Outbound, Reply
from tests.gales.flights import Flights
from tests.gales.machine import Machine
from tests.gales.weather import Died, Sending, Weather
from tests.storms.phones import Phone, too_long, words_of
from tests.storms.stage import CHANNEL

CAPS = Caps(text_limit=4096, count=len, buttons=True, edits=True, keys=True)
HANDED_OUT, REMEMBERED = 20, 10
"""Updates at once; and of those confirmed, among how many one may come again."""
REPEATED = timedelta(days=1)
"""For so long a platform hands an update out."""
SLOWEST = 0.4
"""Seconds for the way there or back."""


@dataclass
class Platform:
    """`moved` says under which account a group lives on."""

    machine: Machine
    weather: Weather
    flights: Flights
    phones: Mapping[str, Phone]
    moved: dict[str, str] = field(default_factory=dict)
    updates: dict[str, Inbound] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    """Ids of updates that the bot has not confirmed."""
    confirmed: list[str] = field(default_factory=list)
    chats: dict[str, set[str]] = field(default_factory=dict)
    _handles: int = 0

    def receives(self, inbound: Inbound) -> None:
        self.updates[inbound.event_id] = inbound
        self.waiting.append(inbound.event_id)

    def batch(self) -> list[str]:
        """What is handed out next: sometimes out of order, sometimes one of them twice, or one of earlier again."""
        batch = self.waiting[:HANDED_OUT]
        if self.weather.now_and_then(0.1):
            self.weather.chance.shuffle(batch)
        if batch and self.weather.now_and_then(0.08):
            batch.append(self.weather.chance.choice(batch))
        if batch and self.weather.now_and_then(0.05):
            since = self.machine.truly() - REPEATED
            late = [id for id in self.confirmed[-REMEMBERED:] if self.updates[id].sent_at > since]
            batch[:0] = late[:1]
        return batch

    def confirms(self, id: str) -> None:
        """The bot says that it has it."""
        if id in self.waiting:
            self.waiting.remove(id)
            self.confirmed.append(id)

    def shows(self, outbound: Outbound, handle: str) -> str:
        """The handle under which it stands now. Raises DeliveryFailed."""
        account = outbound.to.account
        if account in self.moved:
            raise DeliveryFailed("the group became a supergroup", moved_to=self.moved[account])
        if account.startswith("-"):
            return self._fresh(account)
        phone = self.phones[account]
        if phone.blocked:
            raise DeliveryFailed("Forbidden: bot was blocked by the user", gone=True)
        if long := too_long(outbound):
            raise ValueError(f"buttons too long: {long} under {words_of(outbound)}")
        if handle and handle not in self.chats.get(account, ()):
            raise DeliveryFailed("message to edit not found", missing=True)
        if outbound.op is Op.DELETE:
            self.loses(account, handle)
        return phone.arrives(outbound, handle, handle or self._fresh(account))

    def lives_on(self, group: str) -> str:
        """The account under which the group is met now."""
        while group in self.moved:
            group = self.moved[group]
        return group

    def becomes_supergroup(self, group: str) -> None:
        was = self.lives_on(group)
        self.moved[was] = f"{was}0"

    def loses(self, account: str, handle: str) -> None:
        """She takes it away herself."""
        self.chats.get(account, set()).discard(handle)

    def _fresh(self, account: str) -> str:
        self._handles += 1
        handle = f"out{self._handles}"
        self.chats.setdefault(account, set()).add(handle)
        return handle


class Line:
    """Fits channels.base.Channel: one process's way to the platform, until it dies; `heard` is told the true time."""

    name = CHANNEL
    caps = CAPS

    def __init__(self, platform: Platform, heard: Callable[[], None], dies: Callable[[], None]) -> None:
        self._platform, self._heard, self._dies = platform, heard, dies
        self.dead = False

    def parse(self, raw: Raw) -> Inbound | None:
        return self._platform.updates[str(raw["id"])]

    def weight(self, outbound: Outbound) -> int:
        return 1

    def crowded(self, to: Address) -> bool:
        return to.account.startswith("-")

    async def deliver(self, outbound: Outbound, *, handle: str = "", reply_to: str = "") -> str:
        platform, weather = self._platform, self._platform.weather
        flight = platform.flights.begins(outbound)
        await self._way()
        fate = weather.on_the_way()
        if fate is Sending.DIES_BEFORE:
            self._ends()
        if fate is Sending.LOST:
            flight.unsure()
            raise DeliveryFailed("no answer in time", unknown=True)
        if (refusal := _refusal(fate, weather)) is not None:
            if fate is Sending.MISSING:
                platform.loses(outbound.to.account, handle)
            else:
                flight.refused(refusal)
                self._heard()
                raise refusal
        try:
            shown = platform.shows(outbound, handle)
        except DeliveryFailed as refused:
            flight.refused(refused)
            self._heard()
            raise
        if shown != handle and outbound.op is not Op.DELETE:
            platform.flights.arrives(flight, outbound)
        if fate is Sending.DIES_AFTER:
            self._ends()
        await self._way()
        if fate is Sending.ANSWER_LOST:
            flight.unsure()
            raise DeliveryFailed("no answer in time", unknown=True)
        flight.answered()
        self._heard()
        return shown

    async def answer(self, press: str, reply: Reply) -> None:
        if self._platform.weather.now_and_then(0.02):
            raise DeliveryFailed("query is too old", permanent=True)

    async def fetch(self, ref: str) -> bytes:
        return b""

    async def greets(self) -> None:
        """Anything that makes the platform say what time it is."""
        self._must_live()
        if self._platform.weather.now_and_then(0.05):
            raise DeliveryFailed("502 Bad Gateway")
        self._heard()

    async def _way(self) -> None:
        await asyncio.sleep(self._platform.weather.chance.random() * SLOWEST)
        self._must_live()

    def _must_live(self) -> None:
        if self.dead:
            raise Died

    def _ends(self) -> None:
        self.dead = True
        self._dies()
        raise Died


def _refusal(fate: Sending, weather: Weather) -> DeliveryFailed | None:
    match fate:
        case Sending.WAIT:
            return DeliveryFailed("Too Many Requests", retry_after=weather.chance.randrange(1, 40))
        case Sending.TROUBLE:
            return DeliveryFailed("502 Bad Gateway")
        case Sending.REFUSED:
            return DeliveryFailed("Bad Request", permanent=True)
        case Sending.MISSING:
            return DeliveryFailed("", missing=True)
    return None
