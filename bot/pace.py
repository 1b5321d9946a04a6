"""How fast messages may leave: token buckets over all, by chat and by group, and the pauses a platform asks for."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Rates:
    """Messages a second over all, a second in a chat (after a burst), and a minute in a group."""

    overall: float = 30.0
    chat: float = 1.0
    burst: float = 3.0
    group_minute: float = 20.0


@dataclass(slots=True)
class Bucket:
    """Fills at `rate` a second up to `size`. May be overdrawn: whoever comes next waits for what was borrowed."""

    rate: float
    size: float
    level: float
    at: float

    def look(self, now: float) -> float:
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return self.level

    def take(self, count: float, now: float) -> float:
        """Takes count out and returns the seconds until so many were in; more than the size means full."""
        wait = max(0.0, (min(count, self.size) - self.look(now)) / self.rate)
        self.level -= count
        return wait


class Pace:
    """Pure: every method is told the monotonic `now` in seconds."""

    def __init__(self, rates: Rates | None = None) -> None:
        self._rates = rates or Rates()
        self._overall = Bucket(self._rates.overall, self._rates.overall, self._rates.overall, 0.0)
        self._chats: dict[Hashable, list[Bucket]] = {}
        self._refused: dict[Hashable, float] = {}
        self._paused_until = 0.0

    def allowance(self, now: float) -> int:
        """How many messages may begin to leave now."""
        return 0 if now < self._paused_until else max(0, int(self._overall.look(now) + _ROUNDING))

    def resume_in(self, now: float) -> float:
        """Seconds until one may leave."""
        short = max(0.0, (1.0 - self._overall.look(now)) / self._rates.overall)
        return max(self._paused_until - now, short)

    def reserve(self, chat: Hashable, count: int, now: float, *, group: bool) -> float:
        """Books count messages to a chat; they may leave after this many seconds."""
        if len(self._chats) > 1000:
            self._forget(now)
        buckets = self._chats.setdefault(chat, self._new(now, group=group))
        self._overall.take(count, now)
        return max(bucket.take(count, now) for bucket in buckets)

    def refused(self, chat: Hashable, seconds: float, now: float) -> None:
        """The platform wants a pause, and does not say whether for this chat or for all: two chats at once mean all."""
        self._refused = {other: until for other, until in self._refused.items() if until > now}
        if any(other != chat for other in self._refused):
            self._paused_until = max(self._paused_until, now + seconds)
        self._refused[chat] = now + seconds

    def _new(self, now: float, *, group: bool) -> list[Bucket]:
        buckets = [Bucket(self._rates.chat, self._rates.burst, self._rates.burst, now)]
        if group:
            a_minute = self._rates.group_minute
            buckets.append(Bucket(a_minute / 60, a_minute, a_minute, now))
        return buckets

    def _forget(self, now: float) -> None:
        """Chats whose buckets are full again are as good as new."""
        self._chats = {
            chat: buckets for chat, buckets in self._chats.items() if any(b.look(now) < b.size for b in buckets)
        }
