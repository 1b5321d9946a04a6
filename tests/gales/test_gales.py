"""Gales over the whole bot: whatever goes wrong, nothing is lost, nothing happens twice, and no matter is unowned."""

from __future__ import annotations

import pytest

from tests.gales.running import GALES, run


@pytest.mark.parametrize("seed", range(GALES))
def test_whatever_goes_wrong_nothing_is_lost_and_nothing_happens_twice(seed: int) -> None:
    run(seed)
