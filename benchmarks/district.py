"""A district of the size to design for: 8 streets, 41 communities, 325 grids, 975 buildings, its members and desks.

`python -m benchmarks.district --url sqlite:////tmp/big.db [--matters 100000] [--seed 7]` fills a new database with it
and with a year of matters, each with its events and words, the same ones for the same seed.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.simulation.names import AFTER, BEFORE, person_name
from domain.areas import Area, AreaKind
from domain.people.person import Appointment, Person, Role

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, ten in the morning in the district: where the year ends."""
STREETS, COMMUNITIES, GRIDS, BUILDINGS = 8, 41, 325, 3
RESIDENTS = 20_000
DAYS = ("135", "2467")


@dataclass(frozen=True, slots=True)
class District:
    areas: Sequence[Area]
    people: Sequence[Person]
    """Members and coordinators first, then the residents; all of them can be reached."""
    appointments: Sequence[Appointment]
    members: dict[str, list[str]] = field(default_factory=dict)
    """Ids by grid, by rank."""
    desks: dict[str, list[str]] = field(default_factory=dict)
    """Ids of the community's coordinators by grid."""
    labels: dict[str, list[str]] = field(default_factory=dict)
    """Names of the buildings by grid."""

    @property
    def grids(self) -> list[str]:
        return [area.id for area in self.areas if area.kind is AreaKind.GRID]

    @property
    def residents(self) -> list[str]:
        return [person.id for person in self.people if person.id.startswith("r")]


def district(seed: int = 7) -> District:
    chance = random.Random(seed)
    made = District(_areas(chance), [], [])
    people: list[Person] = []
    appointments: list[Appointment] = []

    def appoint(id: str, area_id: str, role: Role, rank: int, days: str = "") -> str:
        people.append(Person(id, person_name(chance)))
        appointments.append(Appointment(id, area_id, role, rank, days=days))
        return id

    parents = {area.id: area.parent_id for area in made.areas}
    desks: dict[str, list[str]] = {}
    for area in made.areas:
        if area.kind is AreaKind.GRID:
            made.members[area.id] = [appoint(f"m-{area.id}-{n}", area.id, Role.MEMBER, n) for n in (1, 2, 3)]
        elif area.kind is AreaKind.BUILDING:
            made.labels.setdefault(area.parent_id, []).append(area.name)
        else:
            desks[area.id] = [
                appoint(f"c-{area.id}-{n}", area.id, Role.COORDINATOR, n, days) for n, days in enumerate(DAYS, 1)
            ]
    made.desks.update({grid: desks[parents[grid]] for grid in made.members})
    people += [Person(f"r{n}", person_name(chance)) for n in range(RESIDENTS)]
    return District(made.areas, people, appointments, made.members, made.desks, made.labels)


def _areas(chance: random.Random) -> list[Area]:
    estates = [a + b for a in BEFORE for b in AFTER]
    chance.shuffle(estates)
    areas = [Area("d", AreaKind.DISTRICT, "", "河湾区", "Riverbend", order=0)]
    areas += [Area(f"s{n}", AreaKind.STREET, "d", f"{estates[n]}街道", order=n) for n in range(STREETS)]
    for n in range(COMMUNITIES):
        areas.append(Area(f"k{n}", AreaKind.COMMUNITY, f"s{n % STREETS}", f"{estates[50 + n]}社区", order=n))
    for n in range(GRIDS):
        community = areas[1 + STREETS + n % COMMUNITIES]
        number = n // COMMUNITIES + 1
        areas.append(Area(f"g{n}", AreaKind.GRID, community.id, f"{community.name[:-2]}{number}网格", order=n))
    for n in range(GRIDS * BUILDINGS):
        estate = estates[100 + n % GRIDS % 260]
        name_of = f"{estate}{n // GRIDS + 1 + BUILDINGS * (n % GRIDS // 260)}号楼"
        areas.append(Area(f"b{n}", AreaKind.BUILDING, f"g{n % GRIDS}", name_of, order=n))
    return areas


def main() -> None:
    from benchmarks.filling import fill

    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--url", required=True, help="a database that does not exist yet")
    arguments.add_argument("--matters", type=int, default=100_000)
    arguments.add_argument("--seed", type=int, default=7)
    given = arguments.parse_args()
    begun = time.perf_counter()
    asyncio.run(fill(given.url, given.matters, given.seed))
    print(f"{given.matters} matters in {time.perf_counter() - begun:.0f} s: {given.url}")


if __name__ == "__main__":
    main()
