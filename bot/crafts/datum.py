"""WGS-84 (satellites, Telegram) and GCJ-02 (maps and WeChat in mainland China), some 227 m apart in Lanzhou."""

from __future__ import annotations

from math import cos, pi, sin, sqrt

_SEMI_MAJOR = 6378245.0
"""Metres, of the Krasovsky 1940 ellipsoid on which the shift is defined."""
_ECCENTRICITY_SQUARED = 0.00669342162296594323
_ROUNDS = 5
"""The inverse is a fixed point; each round gains about three digits."""


def to_wgs84(lat: float, lon: float, datum: str) -> tuple[float, float]:
    """(lat, lon) in WGS-84 degrees of a point given in "WGS-84" or "GCJ-02"; ValueError for another datum."""
    if datum == "WGS-84":
        return lat, lon
    if datum != "GCJ-02":
        raise ValueError(f"unknown datum {datum!r}")
    true_lat, true_lon = lat, lon
    for _ in range(_ROUNDS):
        shown_lat, shown_lon = to_gcj02(true_lat, true_lon)
        true_lat, true_lon = true_lat + lat - shown_lat, true_lon + lon - shown_lon
    return true_lat, true_lon


def to_gcj02(lat: float, lon: float) -> tuple[float, float]:
    """(lat, lon) in GCJ-02 degrees of a WGS-84 point; unchanged outside mainland China, where there is no shift."""
    if not (0.8293 <= lat <= 55.8271 and 72.004 <= lon <= 137.8347):
        return lat, lon
    north, east = _shift(lon - 105.0, lat - 35.0)
    slope = 1 - _ECCENTRICITY_SQUARED * sin(lat / 180 * pi) ** 2
    meridian = _SEMI_MAJOR * (1 - _ECCENTRICITY_SQUARED) / (slope * sqrt(slope))
    parallel = _SEMI_MAJOR / sqrt(slope) * cos(lat / 180 * pi)
    return lat + north * 180 / (meridian * pi), lon + east * 180 / (parallel * pi)


def _shift(x: float, y: float) -> tuple[float, float]:
    """Metres north and east by which GCJ-02 moves the point (x, y), degrees from 105° E, 35° N."""
    ripple = (20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + ripple
    north += (20 * sin(y * pi) + 40 * sin(y / 3 * pi)) * 2 / 3
    north += (160 * sin(y / 12 * pi) + 320 * sin(y * pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + ripple
    east += (20 * sin(x * pi) + 40 * sin(x / 3 * pi)) * 2 / 3
    east += (150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)) * 2 / 3
    return north, east
