"""The district file: areas, talk points, members, desks and leave in one TOML, taken whole or not at all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.district_checks import contradictions
from bot.district_file import AbsenceEntry, AreaEntry, DistrictFile, Point
from bot.toml_errors import Mistakes, read_toml
from domain.areas import Area, TalkPoint, Tree
from domain.errors import NotFound
from domain.people.person import Absence, Appointment, Person, Role
from storage.transaction import Transaction

SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True, slots=True)
class District:
    """What the file says, as the domain has it. Areas keep the order of the file."""

    areas: tuple[Area, ...]
    talk_points: tuple[TalkPoint, ...]
    people: tuple[Person, ...]
    appointments: tuple[Appointment, ...]
    rests: tuple[AbsenceEntry, ...] = ()

    @property
    def tree(self) -> Tree:
        return Tree({area.id: area for area in self.areas})

    def absences(self, zone: ZoneInfo) -> list[Absence]:
        """The leave of the file as instants of the district's own midnights."""
        return [
            Absence(rest.person, _midnight(rest.from_, zone), _midnight(rest.to + timedelta(days=1), zone))
            for rest in self.rests
        ]


def read_district(path: Path) -> District:
    """Reads and checks the file; raises Mistakes with every error: line, entry, key, what to write instead."""
    source = read_toml(path)
    file = source.parsed(DistrictFile)
    found = [source.told(place, advice) for place, advice in contradictions(file)]
    if found:
        raise Mistakes(found)
    return District(
        tuple(_area(entry, order) for order, entry in enumerate(file.area)),
        tuple(TalkPoint(p.code, p.area, p.name, p.name_en, *_lat_lon(p.at)) for p in file.talk_point),
        tuple({p.id: Person(p.id, p.name, name_en=p.name_en) for p in (*file.member, *file.coordinator)}.values()),
        (*_members(file), *_desks(file)),
        file.absence,
    )


def in_force(tx: Transaction) -> District:
    """What was loaded last, talk points that are off the list included; leave is not part of it."""
    areas = tuple(sorted(tx.areas.tree().areas.values(), key=lambda area: area.order))
    appointments = tuple(tx.roster.all())
    people = tuple(tx.people.get(id) for id in dict.fromkeys(post.person_id for post in appointments))
    return District(areas, tuple(tx.areas.printed_points()), people, appointments)


def load(tx: Transaction, district: District, zone: ZoneInfo = SHANGHAI) -> None:
    """Puts the district in force; people keep their accounts and language, and nobody is removed."""
    tx.areas.replace(district.areas, district.talk_points)
    for person in district.people:
        try:
            known = tx.people.get(person.id)
        except NotFound:
            tx.people.save(person)
        else:
            tx.people.save(replace(known, name=person.name, name_en=person.name_en))
    tx.roster.replace(district.appointments)
    for absence in district.absences(zone):
        tx.roster.add_absence(absence)


def _area(entry: AreaEntry, order: int) -> Area:
    at = entry.at or _middle(entry.polygon)
    names = (entry.name, entry.name_en, entry.aliases)
    return Area(entry.id, entry.kind, entry.parent, *names, entry.polygon, *_lat_lon(at), order)


def _members(file: DistrictFile) -> list[Appointment]:
    return [Appointment(m.id, grid, Role.MEMBER, rank, m.phone) for m in file.member for grid, rank in m.grids.items()]


def _desks(file: DistrictFile) -> list[Appointment]:
    """In the order of the file, which is also the order in which a desk is asked."""
    counts: Counter[str] = Counter()
    desks = []
    for desk in file.coordinator:
        for area in desk.areas:
            counts[area] += 1
            desks.append(Appointment(desk.id, area, Role.COORDINATOR, counts[area], desk.phone, desk.days))
    return desks


def _lat_lon(point: Point | None) -> tuple[float | None, float | None]:
    return (point[1], point[0]) if point else (None, None)


def _middle(polygon: tuple[Point, ...]) -> Point | None:
    if not polygon:
        return None
    return sum(p[0] for p in polygon) / len(polygon), sum(p[1] for p in polygon) / len(polygon)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
