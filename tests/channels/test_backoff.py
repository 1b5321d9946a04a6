"""Waiting between tries."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from channels.backoff import backoff


@given(st.integers(0, 10_000), st.integers())
def test_waits_stay_between_half_and_the_whole_of_the_doubled_time(attempt: int, seed: int) -> None:
    longest = min(60.0, 2.0 ** min(max(attempt - 1, 0), 30))
    assert longest / 2 <= backoff(attempt, Random(seed), cap=60.0) <= longest
