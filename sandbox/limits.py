"""The published sending limits: thirty a second over all, one a second in a chat, twenty a minute in a group."""

import math
from dataclasses import dataclass

from sandbox.chats import Chat
from sandbox.clock import Clock
from sandbox.errors import ApiError

OVERALL_PER_SECOND = 30.0
CHAT_PER_SECOND = 1.0
CHAT_BURST = 5.0
GROUP_PER_MINUTE = 20.0


@dataclass
class Bucket:
    """Fills at a rate (per second) up to its size; a message takes one out."""

    rate: float
    size: float
    level: float
    at: float

    def wait(self, now: float, count: int) -> float:
        """Seconds until this many fit; 0 when they fit now. More than the size fit as soon as it is full."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (min(count, self.size) - self.level) / self.rate)


class Limits:
    """Counts what is sent by the clock's monotonic seconds; set on to False to lift every limit."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.on = True
        self.forget()

    def forget(self) -> None:
        """Start counting anew."""
        now = self._clock.monotonic()
        self._overall = Bucket(OVERALL_PER_SECOND, OVERALL_PER_SECOND, OVERALL_PER_SECOND, now)
        self._chats: dict[int, list[Bucket]] = {}

    def spend(self, chat: Chat, count: int = 1) -> None:
        """Take count messages out of every bucket, or refuse with 429 and take none."""
        if not self.on:
            return
        now = self._clock.monotonic()
        buckets = [self._overall, *self._chats.setdefault(chat.id, _buckets(chat, now))]
        wait = max(bucket.wait(now, count) for bucket in buckets)
        if wait > 0:
            seconds = math.ceil(wait)
            raise ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        for bucket in buckets:
            bucket.level -= count


def _buckets(chat: Chat, now: float) -> list[Bucket]:
    buckets = [Bucket(CHAT_PER_SECOND, CHAT_BURST, CHAT_BURST, now)]
    if not chat.private:
        buckets.append(Bucket(GROUP_PER_MINUTE / 60, GROUP_PER_MINUTE, GROUP_PER_MINUTE, now))
    return buckets
