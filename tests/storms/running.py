"""How long a storm blows."""

from __future__ import annotations

from tests.storms.acts import next_act
from tests.storms.storm import Storm

STEPS = 250
"""Steps of one storm: more would mostly be about matters that lie about."""


def run(seed: int, steps: int = STEPS) -> Storm:
    """Raises Broken when something did not hold."""
    storm = Storm.of(seed)
    try:
        while storm.steps < steps:
            next_act(storm)
        storm.ends()
    finally:
        storm.rows.close()
    return storm
