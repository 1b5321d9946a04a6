"""Sleeping by the system's clock and by one that the demo moves."""

from __future__ import annotations

import asyncio
from datetime import UTC, timedelta

import pytest

from bot.clock import MovedClock, SystemClock


def test_now_is_aware_and_utc() -> None:
    assert SystemClock().now().tzinfo is UTC


def test_no_two_seeds_are_alike() -> None:
    assert len({SystemClock().seed() for _ in range(100)}) == 100


@pytest.mark.asyncio
async def test_an_instant_that_is_past_is_not_waited_for() -> None:
    clock = SystemClock()
    async with asyncio.timeout(60):
        await clock.sleep_until(clock.now() - timedelta(days=1))


@pytest.mark.asyncio
async def test_an_instant_soon_to_come_is_waited_for() -> None:
    clock = SystemClock()
    instant = clock.now() + timedelta(milliseconds=20)
    await clock.sleep_until(instant)
    assert clock.now() >= instant


@pytest.mark.asyncio
async def test_moving_the_clock_wakes_whoever_waits_for_a_passed_instant() -> None:
    clock = MovedClock()
    sooner = asyncio.create_task(clock.sleep_until(clock.now() + timedelta(hours=1)))
    later = asyncio.create_task(clock.sleep_until(clock.now() + timedelta(hours=3)))
    await asyncio.sleep(0)
    clock.advance(timedelta(hours=2))
    async with asyncio.timeout(60):
        await sooner
    assert not later.done()
    later.cancel()


@pytest.mark.asyncio
async def test_a_moved_clock_still_sleeps_real_seconds() -> None:
    clock = MovedClock(timedelta(days=30))
    before = clock.monotonic()
    await clock.sleep(0.02)
    assert clock.monotonic() - before >= 0.02


def test_a_clock_can_be_moved_to_an_instant() -> None:
    clock = MovedClock()
    instant = clock.now() + timedelta(days=400)
    clock.move_to(instant)
    assert abs((clock.now() - instant).total_seconds()) < 1
