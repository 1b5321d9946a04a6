"""getUpdates: long polling by one poller at a time."""

import asyncio
from typing import Any

from sandbox.call import Call
from sandbox.errors import ApiError
from sandbox.records import Json

LONGEST_POLL = 50
OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


class Poller:
    """At most one waiting getUpdates, and none while webhook holds an url; a newer one sends the older away."""

    def __init__(self) -> None:
        self.webhook = ""
        self._current: asyncio.Future[ApiError] | None = None

    def end(self, refusal: ApiError) -> None:
        """Answer the waiting poll, if there is one, with this refusal."""
        if self._current is not None and not self._current.done():
            self._current.set_result(refusal)

    async def get_updates(self, call: Call) -> list[Json]:
        """Confirm below offset, remember allowed_updates, wait up to timeout seconds for up to limit updates."""
        args, updates = call.args, call.world.updates
        if self.webhook:
            raise ApiError(409, WEBHOOK_ACTIVE)
        limit = args.integer("limit", 100)
        limit = limit if 1 <= limit <= 100 else 100
        allowed = args.list("allowed_updates")
        self.end(ApiError(409, OTHER_POLLER))
        if allowed is not None:
            updates.allow([str(kind) for kind in allowed])
        updates.forget_before(args.integer("offset"))
        mine: asyncio.Future[ApiError] = asyncio.get_running_loop().create_future()
        self._current = mine
        try:
            await self._wait(call, mine, min(max(args.integer("timeout"), 0), LONGEST_POLL))
        finally:
            if self._current is mine:
                self._current = None
        return [update.wire() for update in updates.handed_out(limit)]

    async def _wait(self, call: Call, mine: asyncio.Future[ApiError], seconds: int) -> None:
        updates = call.world.updates
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while not updates.waiting() and (left := until - loop.time()) > 0:
            changed = updates.listen()
            woken = asyncio.ensure_future(changed.wait())
            waits: list[asyncio.Future[Any]] = [woken, mine]
            try:
                await asyncio.wait(waits, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            finally:
                woken.cancel()
                updates.ignore(changed)
            if mine.done():
                raise mine.result()
