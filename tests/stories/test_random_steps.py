"""Ten thousand random steps of residents, members, desks and clocks: after each one every open matter has its owner.

Half of them are in the gales, where the same is looked at.
"""

from __future__ import annotations

import pytest

from tests.gales import running as gales
from tests.storms.running import STEPS, run

STORMS = 20


@pytest.mark.parametrize("seed", range(STORMS))
def test_whatever_happens_every_open_matter_has_an_owner_who_can_act(seed: int) -> None:
    run(seed)


def test_these_are_ten_thousand_steps() -> None:
    assert STORMS * STEPS + gales.GALES * gales.STEPS >= 10_000
