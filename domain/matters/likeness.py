"""Me too (同诉): which matters neighbours may share, and how likely two places of one kind mean the same thing."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta
from math import cos, hypot, radians

from domain.areas import Spot, Tree
from domain.matters.kinds import private
from domain.matters.matter import Cause, Matter, Tier
from domain.matters.trouble import may_be_known

LATELY = timedelta(days=14)
"""Nobody is asked about what was reported longer ago."""
NEAR = 60.0
"""Metres between two pins of the same thing."""
OF_ONE_STAIRWELL = frozenset({"lighting", "lift", "stairs", "security"})
"""Kinds of which every unit of a building has its own."""
AT_HOME = frozenset({"heating", "water", "power", "gas"})
"""Kinds that a member looks at inside somebody's flat: her photographs are for that household only."""
FOR_ALL = frozenset({Cause.SOLVED, Cause.EXPLAINED, Cause.HANDED_OVER})
"""Causes that hold for every household; the others say something of one resident alone."""

SAME_BUILDING, SAME_UNIT, SAME_POINT, BESIDE_IT, OTHER_UNIT = 0.9, 1.0, 0.8, 0.7, 0.6
METRES_OF_A_DEGREE = 111_320.0
_UNIT = re.compile(r"([0-9０-９一二三四五六七八九十]{1,3})\s*单元|\bunit\s*(\d{1,3})", re.IGNORECASE)
_DIGITS = str.maketrans("０１２３４５６７８９一二三四五六七八九", "0123456789123456789")


def may_join(kind: str) -> bool:
    """Whether two households can have the same matter of this kind: nothing discreet, nothing of one's own papers."""
    return may_be_known(kind) and kind != "papers"


def may_be_hinted(kind: str) -> bool:
    """Whether a neighbour may be asked "is it this?" unasked; what is about safety might be about a person."""
    return may_join(kind) and kind != "security"


def may_lead(matter: Matter) -> bool:
    """Whether others may join it now: in hand, for itself, not dangerous, and not without a name."""
    return matter.in_hand and not matter.joined and may_be_shared(matter)


def may_be_shared(matter: Matter) -> bool:
    """Whether neighbours may learn of it at all."""
    discreet = matter.anonymous or matter.tier is Tier.DANGER or private(matter)
    return not discreet and may_join(matter.kind)


def likeness(kind: str, one: Spot, other: Spot, tree: Tree, points: Collection[str] = ()) -> float:
    """How likely both places mean the same thing of this kind, 0 to 1; 0 where they are apart or nothing says so.

    `points` are the names of talk points, which are places though no building.
    """
    if one.building_id and other.building_id:
        return _in_one_building(kind, one, other) if one.building_id == other.building_id else 0.0
    metres = _metres(_pin(one, tree), _pin(other, tree))
    if metres is not None:
        return BESIDE_IT + (1 - BESIDE_IT) * (1 - metres / NEAR) if metres <= NEAR else 0.0
    same_point = one.label == other.label and one.label in points and one.grid_id == other.grid_id
    return SAME_POINT if same_point else 0.0


def apart(one: Spot, other: Spot) -> bool:
    """Whether two places are certainly not the same: other buildings, or other grids."""
    if one.building_id and other.building_id:
        return one.building_id != other.building_id
    return bool(one.grid_id and other.grid_id) and one.grid_id != other.grid_id


def _in_one_building(kind: str, one: Spot, other: Spot) -> float:
    units = {unit for unit in (_unit(one.label), _unit(other.label)) if unit}
    if len(units) == 2:
        return 0.0 if kind in OF_ONE_STAIRWELL else OTHER_UNIT
    return SAME_UNIT if units and _unit(one.label) == _unit(other.label) else SAME_BUILDING


def _unit(label: str) -> str:
    found = _UNIT.search(label)
    return (found[1] or found[2]).translate(_DIGITS) if found else ""


def _pin(spot: Spot, tree: Tree) -> tuple[float, float] | None:
    """Where it is in degrees; a building stands where the map has it."""
    area = tree.areas.get(spot.building_id)
    at = spot if spot.lat is not None else area
    return (at.lat, at.lon) if at is not None and at.lat is not None and at.lon is not None else None


def _metres(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float | None:
    """The way between two points of a town, on a flat map."""
    if one is None or other is None:
        return None
    north = one[0] - other[0]
    east = (one[1] - other[1]) * cos(radians(one[0]))
    return hypot(north, east) * METRES_OF_A_DEGREE


# ---- what may be passed on to all ----------------------------------------------------------------------------------

_NUMBER = re.compile(r"\d{3,}")
_BETWEEN = re.compile(r"(?<=\d)[\s-](?=\d)")
LEAST_NAME = 2


def names_somebody(words: str, names: Collection[str], place: str) -> bool:
    """Whether a member's words say whose home it is: a name or a telephone of `names`, a number that `place` holds."""
    said, written = (_BETWEEN.sub("", text.casefold()) for text in (words, place))
    named = any(name.casefold() in said for name in names if len(name) >= LEAST_NAME)
    return named or bool(set(_NUMBER.findall(written)) & set(_NUMBER.findall(said)))
