"""Borders of grids from GeoJSON: what is drawn, under which name, and what is wrong with a shape."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shapely.geometry import Polygon
from shapely.validation import explain_validity

from bot.crafts.datum import to_wgs84
from bot.crafts.tables import NO_TEXT, Unreadable

NAMES = ("code", "代码", "id", "grid", "网格", "name", "名称", "网格名称")
"""Properties in which a shape says whose it is, the surest first."""
COMMUNITIES = ("community", "社区")
CHINESE_MAPS = ("gcj", "autonavi", "amap", "tencent", "qq.com", "datav")
"""What a file that was drawn on a Chinese map gives away in its own text."""
LEAST_CORNERS = 3
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One drawn thing. `ring` is empty when something is `wrong`: a key of bot/roster/words.py with its values."""

    number: int
    names: Sequence[str]
    community: str
    ring: Ring = ()
    wrong: tuple[str, Mapping[str, object]] | None = None


@dataclass(frozen=True, slots=True)
class Borders:
    """A map as read, in WGS-84. `doubtful` when it was taken for WGS-84 but speaks of a Chinese map."""

    shapes: Sequence[Shape]
    datum: str
    doubtful: bool = False
    wrong: tuple[str, Mapping[str, object]] | None = None


def read_borders(content: bytes, datum: str) -> Borders:
    """`datum` is that of the file, "WGS-84" or "GCJ-02". Raises Unreadable."""
    try:
        text = content.decode("utf-8-sig")
        body = json.loads(text)
    except UnicodeDecodeError:
        raise Unreadable(*NO_TEXT) from None
    except (json.JSONDecodeError, RecursionError):
        raise Unreadable("JSON 写得不完整，重新导出一次", "the JSON is not whole: export it again") from None
    features = body.get("features") if isinstance(body, dict) else None
    if not isinstance(features, list):
        return Borders((), datum, wrong=("shape_json", {}))
    system = str((body.get("crs") or {}).get("properties", {}).get("name", "")) if isinstance(body, dict) else ""
    if system and not any(known in system.upper() for known in ("CRS84", "4326", "GCJ")):
        return Borders((), datum, wrong=("shape_crs", {"value": system[:60]}))
    doubtful = datum == "WGS-84" and any(word in text[:5000].lower() for word in CHINESE_MAPS)
    return Borders([_shape(number, feature, datum) for number, feature in enumerate(features, 1)], datum, doubtful)


def _shape(number: int, feature: Any, datum: str) -> Shape:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    properties = properties if isinstance(properties, dict) else {}
    names = [str(properties[key]).strip() for key in NAMES if properties.get(key) not in (None, "")]
    community = next((str(properties[key]) for key in COMMUNITIES if properties.get(key)), "")
    if not names:
        return Shape(number, (), "", wrong=("shape_unnamed", {"n": number}))
    found = _ring(feature.get("geometry"), datum)
    if isinstance(found[0], str):
        return Shape(number, names, community, wrong=(found[0], {"value": names[-1], **found[1]}))
    return Shape(number, names, community, ring=found[0])


def _ring(geometry: Any, datum: str) -> tuple[Ring, None] | tuple[str, Mapping[str, object]]:
    """The outer border without its repeated last point, or what is wrong with it."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    rings = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if kind == "MultiPolygon" and isinstance(rings, list):
        if len(rings) != 1:
            return "shape_parts", {"n": len(rings)}
        kind, rings = "Polygon", rings[0]
    if kind != "Polygon" or not isinstance(rings, list) or not rings:
        return "shape_kind", {"kind": str(kind or "?")[:20]}
    if len(rings) > 1:
        return "shape_hole", {}
    points = list(_points(rings[0]))
    strange = next((p for p in points if not (abs(p[0]) <= 180 and abs(p[1]) <= 90)), None)
    if strange:
        return "shape_range", {"at": f"{strange[0]:g}, {strange[1]:g}"}
    ring = tuple(points[:-1] if points and points[0] == points[-1] else points)
    if len(set(ring)) < LEAST_CORNERS:
        return "shape_few", {}
    reason = explain_validity(Polygon(ring))
    if reason != "Valid Geometry":
        return "shape_crosses", {"at": reason.partition("[")[2].rstrip("]").replace(" ", ", ") or "?"}
    return tuple((lon, lat) for lat, lon in (to_wgs84(lat, lon, datum) for lon, lat in ring)), None


def _points(ring: Any) -> Iterator[tuple[float, float]]:
    for point in ring if isinstance(ring, list) else ():
        try:
            lon, lat = float(point[0]), float(point[1])
        except (TypeError, ValueError, IndexError, KeyError):
            yield math.inf, math.inf
        else:
            yield lon, lat
