"""The published sending limits: thirty a second over all, one a second in a chat, twenty a minute in a group."""

import math
from collections import deque
from typing import Protocol

from sandbox.chats import Chat
from sandbox.clock import Clock
from sandbox.errors import ApiError

OVERALL_PER_SECOND = 30
CHAT_PER_SECOND = 1
CHAT_BURST = 5
GROUP_PER_MINUTE = 20


class Limit(Protocol):
    """One limit; now is in monotonic seconds."""

    def wait(self, now: float, count: int) -> float:
        """Seconds until count messages fit; 0 when they fit now."""
        ...

    def take(self, now: float, count: int) -> None:
        """Count them."""
        ...


class Bucket:
    """Fills at a rate per second up to its size; a message takes one out. More than the size fit when it is full."""

    def __init__(self, rate: float, size: float, now: float) -> None:
        self._rate = rate
        self._size = self._level = size
        self._at = now

    def wait(self, now: float, count: int) -> float:
        """Seconds until count messages fit."""
        self._level = min(self._size, self._level + (now - self._at) * self._rate)
        self._at = now
        return max(0.0, (min(count, self._size) - self._level) / self._rate)

    def take(self, now: float, count: int) -> None:
        """Take them out."""
        self._level -= count


class Window:
    """At most limit messages within any span of seconds."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._sent: deque[float] = deque()

    def wait(self, now: float, count: int) -> float:
        """Seconds until the oldest messages that are in the way leave the window."""
        while self._sent and now - self._sent[0] >= self._seconds:
            self._sent.popleft()
        over = len(self._sent) + min(count, self._limit) - self._limit
        return self._sent[over - 1] + self._seconds - now if over > 0 else 0.0

    def take(self, now: float, count: int) -> None:
        """Remember them."""
        self._sent.extend([now] * count)


class Limits:
    """Counts what is sent by the clock's monotonic seconds; set on to False to lift every limit."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.on = True
        self.forget()

    def forget(self) -> None:
        """Start counting anew."""
        self._overall = Bucket(OVERALL_PER_SECOND, OVERALL_PER_SECOND, self._clock.monotonic())
        self._chats: dict[int, list[Limit]] = {}

    def spend(self, chat: Chat, count: int = 1) -> None:
        """Count messages against every limit, or refuse with 429 and count nothing."""
        if not self.on:
            return
        now = self._clock.monotonic()
        if chat.id not in self._chats:
            self._chats[chat.id] = _limits_of(chat, now)
        limits = [self._overall, *self._chats[chat.id]]
        wait = max(limit.wait(now, count) for limit in limits)
        if wait > 0:
            seconds = math.ceil(wait)
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        for limit in limits:
            limit.take(now, count)


def _limits_of(chat: Chat, now: float) -> list[Limit]:
    in_chat = Bucket(CHAT_PER_SECOND, CHAT_BURST, now)
    return [in_chat] if chat.private else [in_chat, Window(GROUP_PER_MINUTE, 60)]
