"""The small district of the stories: two grids, two buildings, a talk point, two members and a desk."""

from __future__ import annotations

from dataclasses import replace

from domain.areas import Area, AreaKind, TalkPoint
from domain.people.person import Appointment, Person, Role
from storage.transaction import Transaction

WEST, EAST = (103.73, 36.06), (103.74, 36.06)
"""South-western corners of the two grids (lon, lat), each 0.01 degrees wide."""


def _square(corner: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    lon, lat = corner
    return ((lon, lat), (lon + 0.01, lat), (lon + 0.01, lat + 0.01), (lon, lat + 0.01))


AREAS = (
    Area("street", AreaKind.STREET, "", "河湾街道", "Riverbend"),
    Area("community", AreaKind.COMMUNITY, "street", "桃源社区", "Peach"),
    Area("g1", AreaKind.GRID, "community", "桃源一网格", "Peach grid 1", polygon=_square(WEST), order=1),
    Area("g2", AreaKind.GRID, "community", "桃源二网格", "Peach grid 2", polygon=_square(EAST), order=2),
    Area("b3", AreaKind.BUILDING, "g1", "桃源里3号楼", "Peach Court 3", aliases=("桃源里三号楼",)),
    Area("b8", AreaKind.BUILDING, "g2", "杏林苑8号楼", "Apricot Court 8"),
)
GATE = TalkPoint("gate1", "g1", "桃源里东门", "Peach Court east gate")
ROSTER = {
    "wang": ("王芳", "Wang Fang", 201, (("g1", Role.MEMBER, 1),)),
    "chen": ("陈亮", "Chen Liang", 202, (("g2", Role.MEMBER, 1), ("g1", Role.MEMBER, 2))),
    "ma": ("马丽", "Ma Li", 203, (("community", Role.COORDINATOR, 1),)),
}


def settle(tx: Transaction, areas: tuple[Area, ...]) -> None:
    tx.areas.replace(areas, [GATE])
    for id, (name, name_en, _, _) in ROSTER.items():
        tx.people.save(replace(Person(id, name), name_en=name_en))
    tx.roster.replace(appointments())


def appointments() -> list[Appointment]:
    return [Appointment(id, area, role, rank) for id, (*_, places) in ROSTER.items() for area, role, rank in places]
