"""Ten thousand random steps of residents, members, desks and clocks: after each one every open matter has its owner."""

from __future__ import annotations

import pytest

from tests.storms.running import STEPS, run

STORMS = 40


@pytest.mark.parametrize("seed", range(STORMS))
def test_whatever_happens_every_open_matter_has_an_owner_who_can_act(seed: int) -> None:
    run(seed)


def test_these_are_ten_thousand_steps() -> None:
    assert STORMS * STEPS >= 10_000
