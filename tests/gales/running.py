"""How long a gale blows."""

from __future__ import annotations

from tests.gales.gale import Gale
from tests.gales.whims import next_act

GALES, STEPS = 20, 250
"""How many of them in every run of the tests, and the steps of each."""


def run(seed: int, steps: int = STEPS) -> Gale:
    """Raises Broken when something did not hold."""
    gale = Gale.of(seed)
    try:
        while gale.steps < steps:
            next_act(gale)
        gale.ends()
    finally:
        gale.close()
    return gale
