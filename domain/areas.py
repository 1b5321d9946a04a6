"""Areas of duty (district ⊃ street ⊃ community ⊃ grid ⊃ building), talk points, and where a thing is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class AreaKind(StrEnum):
    DISTRICT = "district"  # 区
    STREET = "street"  # 街道
    COMMUNITY = "community"  # 社区
    GRID = "grid"  # 网格
    BUILDING = "building"  # 楼院 / 小区


@dataclass(frozen=True, slots=True)
class Area:
    """One node of the tree. `polygon` is a ring of (lon, lat) WGS-84 degrees, empty when nobody drew it; `lat`/`lon`
    a point inside.
    """

    id: str
    kind: AreaKind
    parent_id: str
    name: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    polygon: tuple[tuple[float, float], ...] = ()
    lat: float | None = None
    lon: float | None = None
    order: int = 0
    used_for: str = "homes"
    """ "homes", or "shops": a grid of shops and offices, in which nobody lives; who reports from there has her home
    elsewhere.
    """

    def called(self, language: str) -> str:
        return self.name_en if language == "en" and self.name_en else self.name


@dataclass(frozen=True, slots=True)
class TalkPoint:
    """居民说事点: a place with a QR code. `code` is opaque and is the deep link's payload.

    `retired`: off the list, but its printed code still works.
    """

    code: str
    area_id: str
    name: str
    name_en: str = ""
    lat: float | None = None
    lon: float | None = None
    retired: bool = False

    def called(self, language: str) -> str:
        return self.name_en if language == "en" and self.name_en else self.name


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a matter is: the grid that answers for it ("" when not known), words for people, the pin if one was sent,
    and the building in that grid ("" when it is in none, or in one that no map names).
    """

    grid_id: str
    label: str
    lat: float | None = None
    lon: float | None = None
    building_id: str = ""

    @property
    def area_id(self) -> str:
        """The smallest area it lies in."""
        return self.building_id or self.grid_id


SURE = 0.8
"""A guess this certain may be taken unasked."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A candidate place for some words: the area (building or grid), a label, the rest of the words, certainty 0–1."""

    area_id: str
    grid_id: str
    label: str
    certainty: float


class Gazetteer(Protocol):
    """Finds places among the areas of the running district; built from `Area`s, pure once built."""

    def find(self, words: str, near_grid: str = "", limit: int = 3) -> Sequence[Guess]:
        """Candidates named in free words, best first: by characters, pinyin and initials; which may be taken
        unasked says SURE.
        """
        ...

    def at(self, lat: float, lon: float) -> Sequence[str]:
        """Ids of the grids whose polygon contains the point: none, one or (a defined case) several."""
        ...

    def nearest(self, lat: float, lon: float) -> tuple[str, float] | None:
        """The id of the grid nearest to a point that no polygon contains, and how many metres off it is."""
        ...

    def wgs84(self, lat: float, lon: float, datum: str) -> tuple[float, float]:
        """The point in WGS-84 degrees; `datum` as in messages.Location."""
        ...


@dataclass(frozen=True, slots=True)
class Tree:
    """All areas of the district with the walks along it that the rules need."""

    areas: dict[str, Area] = field(default_factory=dict)

    def up(self, area_id: str) -> list[Area]:
        """The area itself, then its parents up to the root; empty for an unknown id."""
        line: list[Area] = []
        area = self.areas.get(area_id)
        while area is not None and area not in line:
            line.append(area)
            area = self.areas.get(area.parent_id)
        return line

    def grid_of(self, area_id: str) -> str:
        """The id of the grid that the area lies in or is; "" when there is none."""
        return next((a.id for a in self.up(area_id) if a.kind is AreaKind.GRID), "")

    def within(self, area_id: str, top_id: str) -> bool:
        return any(a.id == top_id for a in self.up(area_id))

    @property
    def only_grid(self) -> str:
        """The id of the grid when there is but one, in which every place must lie; else ""."""
        grids = self.grids()
        return grids[0].id if len(grids) == 1 else ""

    def grids(self) -> list[Area]:
        """In map order."""
        return sorted((a for a in self.areas.values() if a.kind is AreaKind.GRID), key=lambda a: (a.order, a.id))
