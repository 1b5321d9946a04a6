"""A district of any size: areas with borders, desks at each level that take turns, members of each grid, heads of
buildings. The same one for the same seed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from math import isqrt
from random import Random

from bot.district import District
from bot.simulation.names import estate_names, person_name
from domain.areas import Area, AreaKind, TalkPoint
from domain.people.person import Appointment, Person, Role

GRIDS, MEMBERS = 325, 986
GRIDS_A_COMMUNITY, GRIDS_A_STREET = 8, 41
BUILDINGS = 3
DAYS = ("135", "2467")
"""The weekdays of the two who take turns at a desk."""
CORNER, SIDE = (103.70, 36.00), 0.004
"""South-western corner of the first grid (lon, lat) and the side of a grid, in degrees."""
A_POINT_EVERY, SHOPS_EVERY = 4, 20
"""How many grids come to one talk point, and to one grid of shops in which nobody lives."""


@dataclass(frozen=True, slots=True)
class Size:
    """At least one grid and as many members as grids."""

    grids: int = GRIDS
    members: int = MEMBERS

    @property
    def communities(self) -> int:
        return max(1, round(self.grids / GRIDS_A_COMMUNITY))

    @property
    def streets(self) -> int:
        return max(1, round(self.grids / GRIDS_A_STREET))


def invented(size: Size, seed: int) -> District:
    """Members beyond whole rows of the grids' roster are heads of buildings."""
    chance = Random(seed)  # noqa: S311  # the same district for the same seed
    areas = tuple(_areas(chance, size))
    appointments = (*_desks(areas), *_members(areas, size))
    people = tuple(Person(id, person_name(chance)) for id in dict.fromkeys(post.person_id for post in appointments))
    return District(areas, tuple(_talk_points(areas)), people, appointments)


def _areas(chance: Random, size: Size) -> Iterator[Area]:
    names, order = iter(estate_names(chance)), count()
    yield Area("d", AreaKind.DISTRICT, "", "河湾区", "Riverbend", order=next(order))
    for n in range(size.streets):
        yield Area(f"s{n}", AreaKind.STREET, "d", f"{next(names)}街道", order=next(order))
    communities = [f"{next(names)}社区" for _ in range(size.communities)]
    for n, name in enumerate(communities):
        yield Area(f"k{n}", AreaKind.COMMUNITY, f"s{n % size.streets}", name, order=next(order))
    across = isqrt(size.grids - 1) + 1
    for n in range(size.grids):
        community, estate = n % size.communities, next(names)
        shops = n % SHOPS_EVERY == SHOPS_EVERY - 1
        ring = _square(n % across, n // across)
        yield Area(
            f"g{n}", AreaKind.GRID, f"k{community}",
            f"{communities[community][:-2]}{n // size.communities + 1}网格", aliases=(estate,), polygon=ring,
            lat=ring[0][1] + SIDE / 2, lon=ring[0][0] + SIDE / 2, order=next(order),
            used_for="shops" if shops else "homes",
        )  # fmt: skip
        for number in range(1, BUILDINGS + 1):
            called = f"{estate}{number}号{'铺' if shops else '楼'}"
            yield Area(f"b{n}-{number}", AreaKind.BUILDING, f"g{n}", called, order=next(order))


def _square(column: int, row: int) -> tuple[tuple[float, float], ...]:
    west, south = round(CORNER[0] + column * SIDE, 6), round(CORNER[1] + row * SIDE, 6)
    east, north = round(west + SIDE, 6), round(south + SIDE, 6)
    return ((west, south), (east, south), (east, north), (west, north))


def _talk_points(areas: tuple[Area, ...]) -> Iterator[TalkPoint]:
    grids = [area for area in areas if area.kind is AreaKind.GRID]
    for grid in grids[::A_POINT_EVERY]:
        yield TalkPoint(f"point-{grid.id}", grid.id, f"{grid.aliases[0]}大门口", lat=grid.lat, lon=grid.lon)


def _desks(areas: tuple[Area, ...]) -> Iterator[Appointment]:
    for area in areas:
        if area.kind in (AreaKind.DISTRICT, AreaKind.STREET, AreaKind.COMMUNITY):
            for rank, days in enumerate(DAYS, 1):
                yield Appointment(f"c-{area.id}-{rank}", area.id, Role.COORDINATOR, rank, days=days)


def _members(areas: tuple[Area, ...], size: Size) -> Iterator[Appointment]:
    """By turns a member for each grid; the first leads, the one after is the deputy, and so on."""
    grids = [area.id for area in areas if area.kind is AreaKind.GRID]
    buildings = [area.id for area in areas if area.kind is AreaKind.BUILDING][::BUILDINGS]
    rows = size.members // size.grids
    for rank in range(1, rows + 1):
        for grid in grids:
            yield Appointment(f"m-{grid}-{rank}", grid, Role.MEMBER, rank, lead=rank == 1)
    for building in buildings[: size.members - rows * size.grids]:
        yield Appointment(f"h-{building}", building, Role.MEMBER)
