"""What every channel offers to the bot, what a channel can show, and the clock that channels are given."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.messages import Address, Inbound, MediaKind, Outbound, Reply

Raw = Mapping[str, object]
"""One update as the platform sent it, decoded from JSON and nothing more."""

Accept = Callable[[Raw], Awaitable[None]]
"""Takes one raw update and returns once its effects are committed; raises when the platform must send it again."""


class Unreadable(Exception):
    """This update cannot be parsed; `event_id` names it all the same, so that its repetition is recognised."""

    def __init__(self, event_id: str, reason: str) -> None:
        super().__init__(reason)
        self.event_id = event_id


class Revoked(Exception):
    """The platform no longer takes our credentials: nothing moves until a person has put in new ones."""


class Clock(Protocol):
    """The part of the bot's clock that a channel needs."""

    def now(self) -> datetime: ...
    def seed(self) -> int: ...
    async def sleep(self, seconds: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Caps:
    """What a channel can show; `render` degrades everything else by rule.

    `text_limit` and `caption_limit` are counted by `count` (UTF-16 units or bytes), a caption limit of 0 means none.
    `album` is the largest album (0: none), `asks` what can be asked for by one tap, `datum` the one its map pins use.
    """

    text_limit: int
    count: Callable[[str], int]
    caption_limit: int = 0
    buttons: bool = False
    edits: bool = False
    keys: bool = False
    asks: frozenset[str] = frozenset()
    media: frozenset[MediaKind] = frozenset()
    captioned: frozenset[MediaKind] = frozenset()
    album: int = 0
    pins: bool = False
    datum: str = "WGS-84"


class Channel(Protocol):
    """One platform. Whatever cannot be delivered is raised as `DeliveryFailed`, or as `Revoked` when nothing can."""

    @property
    def name(self) -> str: ...

    @property
    def caps(self) -> Caps: ...

    def parse(self, raw: Raw) -> Inbound | None:
        """What the update means, None when it concerns nobody. Raises Unreadable."""

    def weight(self, outbound: Outbound) -> int:
        """How many platform messages this makes, for pacing."""

    def crowded(self, to: Address) -> bool:
        """Whether the address is a group, where fewer messages a minute are allowed."""

    async def deliver(self, outbound: Outbound, *, handle: str = "", reply_to: str = "") -> str:
        """Sends, edits or deletes. `handle` is the message known by its key, `reply_to` what to hang it under.

        Returns the handle by which this message can be edited later ("" after a delete).
        """

    async def answer(self, press: str, reply: Reply) -> None:
        """Answers a pressed button, which shows the words for a moment and stops its waiting sign."""

    async def fetch(self, ref: str) -> bytes:
        """The bytes behind a media's ref, 20 MB at most."""
