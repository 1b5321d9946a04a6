"""Waiting for whatever comes first."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable


async def first_of(event: asyncio.Event, *others: Awaitable[None]) -> None:
    """Returns as soon as the event is set or one of the others is over; the rest is cancelled."""
    tasks = [asyncio.ensure_future(event.wait()), *(asyncio.ensure_future(other) for other in others)]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
