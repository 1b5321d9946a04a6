"""The time as the bot believes it: the machine's, until the platform says plainly that the machine is wrong."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.clock import Clock

BELIEVED_WITHIN = timedelta(minutes=5)
"""The platform's word is whole seconds and takes a while to come; what is further off was set, not drifting."""
_LOOK_AGAIN = 15.0
"""Seconds after which a sleeper looks again: the machine's clock may have been set, or the platform been heard."""


class SteadyClock:
    """A jump of the machine's clock moves nothing here until the platform has said that it was right.

    Between two words of the platform its time is carried on in real seconds, which nobody can set. While nothing was
    heard the machine is believed.
    """

    def __init__(self, machine: Clock) -> None:
        self._machine = machine
        self._heard: tuple[datetime, float] | None = None

    def heard(self, said: datetime) -> None:
        """The platform has just said what time it is."""
        self._heard = said, self._machine.monotonic()

    def now(self) -> datetime:
        machine, word = self._machine.now(), self._word()
        return machine if word is None or abs(machine - word) <= BELIEVED_WITHIN else word

    def ahead(self) -> timedelta:
        """How far the machine's clock is ahead of what is believed; nothing while it is believed itself."""
        machine, word = self._machine.now(), self._word()
        off = machine - word if word is not None else timedelta()
        return off if abs(off) > BELIEVED_WITHIN else timedelta()

    def monotonic(self) -> float:
        return self._machine.monotonic()

    def seed(self) -> int:
        return self._machine.seed()

    async def sleep(self, seconds: float) -> None:
        await self._machine.sleep(seconds)

    async def sleep_until(self, instant: datetime) -> None:
        while (left := (instant - self.now()).total_seconds()) > 0:
            await self._machine.sleep(min(left, _LOOK_AGAIN))

    def _word(self) -> datetime | None:
        """What the platform would say now."""
        if self._heard is None:
            return None
        said, at = self._heard
        return said + timedelta(seconds=self._machine.monotonic() - at)
