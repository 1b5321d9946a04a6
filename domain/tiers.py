"""How urgent a matter is, and where it is being dealt with."""

from __future__ import annotations

from enum import StrEnum


class Tier(StrEnum):
    DANGER = "danger"
    UTILITY = "utility"
    ORDINARY = "ordinary"
    COMPLEX = "complex"


class Level(StrEnum):
    """Where it is being dealt with, the nearest first; settled there, that is the level recorded."""

    BUILDING = "building"  # 楼院
    GRID = "grid"  # 网格
    COMMUNITY = "community"  # 社区
    STREET = "street"  # 街道
    DISTRICT = "district"  # 区 / 12345

    @property
    def at_a_desk(self) -> bool:
        return self not in (Level.BUILDING, Level.GRID)
