"""A talk of one person with scripts made for the test."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.handlers.support import Talk, talking


@pytest_asyncio.fixture
async def talk() -> AsyncIterator[Talk]:
    async with talking() as talk:
        yield talk
