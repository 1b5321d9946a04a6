"""Watches the machine's clock: when it seems to have jumped, the platform is asked what time it really is."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.steady import SteadyClock
from domain.errors import DeliveryFailed

_LOGGER = logging.getLogger(__name__)
EVERY = 15.0
"""Seconds between two looks: after a machine has slept, what it says is right, and is believed again so soon."""


class Guard:
    """`ask` makes the platform answer anything; what time it is comes with the answer. `woken` is called when it is
    another time than was believed.
    """

    def __init__(self, clock: SteadyClock, ask: Callable[[], Awaitable[object]], *, woken: Callable[[], None]) -> None:
        self._clock, self._ask, self._woken = clock, ask, woken
        self.ahead = timedelta()
        """How far the machine's clock is ahead (behind when negative), as the platform last confirmed; 0 when right."""

    async def run(self) -> None:
        """Looks for ever. Raises Revoked."""
        while True:
            await self.look()
            await self._clock.sleep(EVERY)

    async def look(self) -> None:
        """A platform that does not answer settles nothing: what was believed is believed on."""
        if self._clock.ahead():
            try:
                await self._ask()  # its last word may be from before the machine slept
            except DeliveryFailed as failed:
                _LOGGER.info("nobody can say what time it is: %s", failed)
                return
        ahead = self._clock.ahead()
        if bool(ahead) != bool(self.ahead):
            self._say(ahead)
            self._woken()
        self.ahead = ahead

    def _say(self, ahead: timedelta) -> None:
        if ahead:
            way = "ahead" if ahead > timedelta() else "behind"
            _LOGGER.error(
                "this machine's clock is %s %s; the platform's time holds until it is set right", abs(ahead), way
            )
        else:
            _LOGGER.warning("this machine's clock is right again")
