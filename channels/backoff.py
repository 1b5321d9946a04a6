"""How long to wait before the next try: longer each time, never the same for two that failed together."""

from __future__ import annotations

from random import Random


def backoff(attempt: int, chance: Random, *, first: float = 1.0, cap: float = 300.0) -> float:
    """Seconds after try number `attempt` (from 1): doubled each time up to the cap, by chance up to half less."""
    longest = min(cap, first * 2.0 ** min(max(attempt - 1, 0), 30))
    return longest * (0.5 + chance.random() / 2)
