"""A district of any size: areas with borders, desks at each level that take turns, members of each grid, heads of
buildings. The same one for the same seed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import isqrt
from random import Random

from bot.district import District
from bot.simulation.names import estate_names, person_name
from domain.areas import Area, AreaKind, TalkPoint
from domain.people.person import Ability, Appointment, Person, Role

GRIDS, MEMBERS = 325, 986
GRIDS_A_COMMUNITY, GRIDS_A_STREET = 8, 41
BUILDINGS = 3
DAYS = ("135", "2467")
"""The weekdays of the two who take turns at a desk."""
CORNER, SIDE = (103.70, 36.00), 0.004
"""South-western corner of the first grid (lon, lat) and the side of a grid, in degrees."""
A_POINT_EVERY, SHOPS_EVERY = 4, 20
"""How many grids come to one talk point, and to one grid of shops in which nobody lives."""
HEADS_FROM = 3
"""From this rank on a grid's members are heads of its buildings."""
SKILLS = ("plumbing", "electric", "building", "law", "accounting", "mediation", "sign_language", "media")
SKILLED, FULL_HANDS, FULL = 0.2, 0.03, 6
"""Part of the members who can do something special, part who take only so many at once, and how many that is."""


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
    """About three members to a grid: one leads, one is the deputy, the others are heads of its buildings."""
    chance = Random(seed)  # noqa: S311  # the same district for the same seed
    areas = tuple(_areas(chance, size))
    appointments = (*_desks(areas), *_members(areas, size))
    people = tuple(Person(id, person_name(chance)) for id in dict.fromkeys(post.person_id for post in appointments))
    abilities = tuple(_abilities(chance, appointments))
    return District(areas, tuple(_talk_points(areas)), people, appointments, abilities=abilities)


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
    """By turns one for each grid."""
    grids = [area.id for area in areas if area.kind is AreaKind.GRID]
    for n in range(size.members):
        rank, grid = n // len(grids) + 1, grids[n % len(grids)]
        if rank < HEADS_FROM:
            yield Appointment(f"m-{grid}-{rank}", grid, Role.MEMBER, rank, lead=rank == 1)
        else:
            building = f"b{grid[1:]}-{(rank - HEADS_FROM) % BUILDINGS + 1}"
            yield Appointment(f"h-{building}-{rank}", building, Role.MEMBER)


def _abilities(chance: Random, posts: Sequence[Appointment]) -> Iterator[Ability]:
    for post in posts:
        skilled = chance.random() < SKILLED
        most = FULL if chance.random() < FULL_HANDS else 0
        if post.role is Role.MEMBER and (skilled or most):
            yield Ability(post.person_id, (chance.choice(SKILLS),) if skilled else (), most)
