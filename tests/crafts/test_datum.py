"""Datums: the shift in Lanzhou, and there and back again."""

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crafts.datum import to_gcj02, to_wgs84

METRES_PER_DEGREE = 111_320.0


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    north, east = one[0] - other[0], (one[1] - other[1]) * cos(radians(one[0]))
    return hypot(north, east) * METRES_PER_DEGREE


def test_in_lanzhou_the_two_lie_about_227_metres_apart() -> None:
    assert metres((36.06, 103.83), to_gcj02(36.06, 103.83)) == pytest.approx(227, abs=10)


@given(st.floats(20, 50), st.floats(80, 130))
def test_there_and_back_is_within_a_centimetre(lat: float, lon: float) -> None:
    assert metres(to_wgs84(*to_gcj02(lat, lon), "GCJ-02"), (lat, lon)) < 0.01


def test_wgs84_stays_as_it_is() -> None:
    assert to_wgs84(36.06, 103.83, "WGS-84") == (36.06, 103.83)


def test_abroad_there_is_no_shift() -> None:
    assert to_gcj02(52.37, 4.9) == (52.37, 4.9)


def test_an_unknown_datum_is_refused() -> None:
    with pytest.raises(ValueError, match="BD-09"):
        to_wgs84(36.06, 103.83, "BD-09")
