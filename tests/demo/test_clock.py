"""The demo's clock: moved hours are hours for everything that counts seconds."""

from datetime import timedelta

from bot.demo.clock import StageClock


def test_seconds_pass_with_the_hours_that_are_moved_and_never_run_back() -> None:
    clock = StageClock()
    before = clock.monotonic()
    clock.advance(timedelta(hours=1))
    moved = clock.monotonic()
    assert moved - before >= 3600
    clock.advance(timedelta(days=-1))
    assert clock.monotonic() >= moved
