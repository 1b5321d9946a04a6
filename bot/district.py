"""The district file: areas, talk points, members, desks and leave in one TOML, taken whole or not at all."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.district_checks import contradictions
from bot.district_file import AbsenceEntry, AreaEntry, DistrictFile, Point, ResourceEntry
from bot.toml_errors import Mistakes, read_toml
from domain.areas import Area, TalkPoint, Tree
from domain.errors import NotFound
from domain.people.person import Ability, Absence, Appointment, Person, Resource, Role
from storage.transaction import Transaction

SHANGHAI = ZoneInfo("Asia/Shanghai")
ID_LENGTH = 12

NO_DISTRICT = (
    "this is no roster, which has [[area]], [[member]], [[coordinator]]; the command template makes a sheet for one / "
    "这不是名册，名册里有 [[area]]、[[member]]、[[coordinator]]；用 template 可以要一张名册表"
)


@dataclass(frozen=True, slots=True)
class District:
    """What the file says, as the domain has it. Areas keep the order of the file."""

    areas: tuple[Area, ...]
    talk_points: tuple[TalkPoint, ...]
    people: tuple[Person, ...]
    appointments: tuple[Appointment, ...]
    rests: tuple[AbsenceEntry, ...] = ()
    abilities: tuple[Ability, ...] = ()
    """Of those of whom something is said; what is known of the others stays."""
    resources: tuple[Resource, ...] | None = None
    """None when nothing is said: they stay."""
    withdrawn: tuple[Resource, ...] = ()
    """Of the one in force: what somebody has withdrawn in chat, and no roster brings back."""
    from_chat: frozenset[str] = frozenset()
    """Of the one in force: ids of the resources that were offered in chat, and go only by what is said there."""

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
    if source.body and not DistrictFile.model_fields.keys() & source.body.keys():
        raise Mistakes([f"{path.name}: {NO_DISTRICT}"])
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
        tuple(ability for entry in (*file.member, *file.coordinator) if (ability := entry.ability)),
        None if file.resource is None else tuple(_resource(entry) for entry in file.resource),
    )


def in_force(tx: Transaction) -> District:
    """What runs now, talk points that are off the list included; leave is not part of it."""
    areas = tuple(sorted(tx.areas.tree().areas.values(), key=lambda area: area.order))
    appointments = tuple(tx.roster.all())
    people = {id: tx.people.get(id) for id in dict.fromkeys(post.person_id for post in appointments)}
    abilities = tuple(ability for ability in tx.abilities.all() if ability.person_id in people)
    resources = tuple(resource for resource in tx.resources.all() if resource.person_id in people)
    points = tuple(tx.areas.printed_points())
    return District(
        areas, points, tuple(people.values()), appointments, abilities=abilities, resources=resources,
        withdrawn=tuple(tx.resources.withdrawn()), from_chat=tx.resources.from_chat(),
    )  # fmt: skip


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
    _load_what_they_can(tx, district)
    for absence in district.absences(zone):
        tx.roster.add_absence(absence)


def _load_what_they_can(tx: Transaction, district: District) -> None:
    """Who is on the roster no more keeps neither skills nor resources on it."""
    staying = {person.id for person in district.people}
    for ability in tx.abilities.all():
        if ability.person_id not in staying:
            tx.abilities.save(Ability(ability.person_id))
    for ability in district.abilities:
        tx.abilities.save(ability)
    kept = None if district.resources is None else {resource.id for resource in district.resources}
    for resource in tx.resources.all():
        if resource.person_id not in staying or (kept is not None and resource.id not in kept):
            tx.resources.drop(resource.id)
    for resource in district.resources or ():
        tx.resources.save(resource)


def _area(entry: AreaEntry, order: int) -> Area:
    at = entry.at or _middle(entry.polygon)
    names = (entry.name, entry.name_en, entry.aliases)
    return Area(entry.id, entry.kind, entry.parent, *names, entry.polygon, *_lat_lon(at), order, entry.used_for)


def _members(file: DistrictFile) -> list[Appointment]:
    """Where no rank is written, the order of the file decides."""
    counts: Counter[str] = Counter()
    posts = []
    for entry in file.member:
        for area, rank in entry.places.items():
            counts[area] += 1
            posts.append(
                Appointment(
                    entry.id, area, Role.MEMBER, rank or counts[area], entry.phone, "", entry.from_, entry.to,
                    area in entry.lead, area in entry.night,
                )
            )  # fmt: skip
    return posts


def _resource(entry: ResourceEntry) -> Resource:
    """Without an id of its own in the file: the same thing of the same person has the same one at every load."""
    id = hashlib.sha256(f"{entry.person}|{entry.unit}|{entry.what}".encode()).hexdigest()[:ID_LENGTH]
    return Resource(id, entry.person, entry.what, entry.unit, entry.how_much, entry.when, entry.until)


def _desks(file: DistrictFile) -> list[Appointment]:
    """In the order of the file, which is also the order in which a desk is asked."""
    counts: Counter[str] = Counter()
    desks = []
    for desk in file.coordinator:
        for area in desk.areas:
            counts[area] += 1
            desks.append(
                Appointment(
                    desk.id, area, Role.COORDINATOR, counts[area], desk.phone, desk.days, desk.from_, desk.to,
                    night=area in desk.night,
                )
            )  # fmt: skip
    return desks


def _lat_lon(point: Point | None) -> tuple[float | None, float | None]:
    return (point[1], point[0]) if point else (None, None)


def _middle(polygon: tuple[Point, ...]) -> Point | None:
    if not polygon:
        return None
    return sum(p[0] for p in polygon) / len(polygon), sum(p[1] for p in polygon) / len(polygon)


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)
