"""The queue of updates waiting for the bot: what it asked for, what has expired, what it confirmed."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sandbox.clock import Clock
from sandbox.names import names
from sandbox.records import Json

MESSAGE_LIFE = timedelta(hours=24)
PRESS_LIFE = 150.0
"""Seconds a button press waits for the bot, and seconds the bot has to answer it."""

KINDS = names(
    "message edited_message channel_post edited_channel_post business_connection business_message "
    "edited_business_message deleted_business_messages message_reaction message_reaction_count inline_query "
    "chosen_inline_result callback_query shipping_query pre_checkout_query purchased_paid_media poll poll_answer "
    "my_chat_member chat_member chat_join_request chat_boost removed_chat_boost managed_bot guest_message"
)
ASKED_FOR_ONLY = frozenset({"message_reaction", "message_reaction_count", "chat_member"})
FUTURE = 10
"""An offset further than this beyond the newest id is taken for a leftover of an older numbering and ignored."""


@dataclass(frozen=True)
class Update:
    """One update; queue names the order it belongs to, life ends by civil time or by the monotonic clock."""

    id: int
    kind: str
    payload: Json
    queue: str
    dies_at: datetime | None = None
    dies_on_tick: float | None = None

    def wire(self) -> Json:
        """The Update object of the Bot API."""
        return {"update_id": self.id, self.kind: self.payload}

    def alive(self, now: datetime, tick: float) -> bool:
        """False once its time is over."""
        by_date = self.dies_at is not None and now >= self.dies_at
        by_tick = self.dies_on_tick is not None and tick >= self.dies_on_tick
        return not by_date and not by_tick


class Updates:
    """Everything not yet confirmed by the bot, oldest first."""

    def __init__(self, clock: Clock, first_id: int) -> None:
        self._clock = clock
        self._pending: list[Update] = []
        self._waiting: set[asyncio.Event] = set()
        self.next_id = first_id
        self.allowed: frozenset[str] = KINDS - ASKED_FOR_ONLY
        self.reappear = 0
        self.shuffled = 0

    def allow(self, kinds: list[str]) -> None:
        """Remember which kinds the bot wants; an empty list is the default set, unknown names are ignored."""
        self.allowed = frozenset(kinds) & KINDS if kinds else KINDS - ASKED_FOR_ONLY

    def push_odd(self, kind: str, payload: Json) -> None:
        """Append an update of whatever shape, asked for or not, in a queue of its own."""
        dies_at = self._clock.now() + MESSAGE_LIFE
        self._pending.append(Update(self.next_id, kind, payload, f"odd {self.next_id}", dies_at))
        self.next_id += 1
        self.wake()

    def push(self, kind: str, payload: Json, queue: str) -> None:
        """Append an update unless the bot did not ask for this kind."""
        if kind not in self.allowed:
            return
        press = kind == "callback_query"
        self._pending.append(
            Update(
                self.next_id,
                kind,
                payload,
                queue,
                dies_at=None if press else self._clock.now() + MESSAGE_LIFE,
                dies_on_tick=self._clock.monotonic() + PRESS_LIFE if press else None,
            )
        )
        self.next_id += 1
        self.wake()

    def waiting(self) -> list[Update]:
        """The living updates, oldest first."""
        now, tick = self._clock.now(), self._clock.monotonic()
        self._pending = [update for update in self._pending if update.alive(now, tick)]
        return list(self._pending)

    def holds(self, update: Update) -> bool:
        """True while this very update is neither confirmed nor expired."""
        return update.alive(self._clock.now(), self._clock.monotonic()) and update in self._pending

    def handed_out(self, limit: int) -> list[Update]:
        """The oldest updates for one answer; out of order once when that was planned."""
        batch = self.waiting()[:limit]
        if self.shuffled and len(batch) > 1:
            self.shuffled -= 1
            batch.reverse()
        return batch

    def forget_before(self, offset: int) -> None:
        """Confirm every update with a lower id; a negative offset keeps only that many of the newest."""
        if offset > self.next_id + FUTURE:
            return
        if offset < 0:
            self._confirm(lambda update: update not in self._pending[offset:])
        elif offset > 0:
            self._confirm(lambda update: update.id < offset)

    def confirm(self, update: Update) -> None:
        """Confirm one update (a webhook answered 2xx)."""
        self._confirm(lambda other: other is update)

    def clear(self) -> None:
        """Drop everything, as drop_pending_updates does."""
        self._pending = []

    def replace(self, pending: list[Update]) -> None:
        """Put back the updates of a snapshot; numbering goes on, so no id is ever used twice."""
        self._pending = list(pending)
        self.wake()

    def listen(self) -> asyncio.Event:
        """An event set whenever the queue grows or shrinks; hand it back to ignore()."""
        event = asyncio.Event()
        self._waiting.add(event)
        return event

    async def drained(self) -> None:
        """Return once nothing waits any more."""
        changed = self.listen()
        try:
            while self.waiting():
                await changed.wait()
                changed.clear()
        finally:
            self.ignore(changed)

    def ignore(self, event: asyncio.Event) -> None:
        """Stop listening."""
        self._waiting.discard(event)

    def wake(self) -> None:
        """Let everybody who listens look again."""
        for event in self._waiting:
            event.set()

    def _confirm(self, done: Callable[[Update], bool]) -> None:
        confirmed = [update for update in self._pending if done(update)]
        again = confirmed[: self.reappear]
        self.reappear -= len(again)
        self._pending = again + [update for update in self._pending if not done(update)]
        self.wake()
