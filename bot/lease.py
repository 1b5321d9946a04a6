"""Keeping the lease of a database that others could take over, and silence towards the platform once it has run out."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from telegram.error import NetworkError

from bot.clock import Clock
from channels.telegram.request import AiohttpRequest
from storage.errors import LeaseLost, StorageError

if TYPE_CHECKING:
    from storage.lease import Lease

_LOGGER = logging.getLogger(__name__)
RENEWALS = 3
"""So many within the time for which a lease holds: one may fail."""


class Holding:
    """One lease, seen from the process that has it."""

    def __init__(self, lease: Lease, clock: Clock) -> None:
        self._lease, self._clock = lease, clock
        self._renewed_at = clock.monotonic()

    @property
    def holds(self) -> bool:
        """Nobody else can have taken it yet. A process that was stopped does not know better."""
        return self._clock.monotonic() - self._renewed_at < self._lease.lasts

    async def during(self, work: Coroutine[Any, Any, None]) -> None:
        """Renews it while the work goes on, which ends when it is lost. Raises LeaseLost and what the work raises."""
        working, keeping = asyncio.create_task(work), asyncio.create_task(self._keep())
        try:
            await asyncio.wait([working, keeping], return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (working, keeping):  # what is in flight at the end is still let through under the lease
                task.cancel()
                await asyncio.wait([task])
        for task in (keeping, working):
            if not task.cancelled():
                task.result()

    async def _keep(self) -> None:
        while True:
            at = self._clock.monotonic()
            try:
                await self._lease.renew()
                self._renewed_at = at
            except LeaseLost:
                raise
            except StorageError as error:  # nobody else can take it there meanwhile either
                _LOGGER.warning("the lease of the database cannot be renewed: %s", error)
            await self._clock.sleep(self._lease.lasts / RENEWALS)


class HeldRequest(AiohttpRequest):
    """Nothing goes to the platform unless the lease holds: whoever has it now sends, and asks for updates."""

    def __init__(self, holding: Holding, **more: Any) -> None:
        super().__init__(**more)
        self._holding = holding

    async def do_request(self, *args: Any, **more: Any) -> tuple[int, bytes]:
        """As the plain one does. Raises NetworkError too when the lease has run out: nothing was sent then."""
        if not self._holding.holds:
            raise NetworkError("the lease of the database has run out")
        return await super().do_request(*args, **more)
