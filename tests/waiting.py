"""Waiting in a test until something has become true."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


async def until(true: Callable[[], object], seconds: float = 60) -> None:
    """Raises TimeoutError when it does not become true in time."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 (what is waited for knows nothing of tests)
            await asyncio.sleep(0.005)
