"""The district file: areas, talk points, members and desks in one TOML, read whole or not at all."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.toml_errors import Mistakes, mistakes_of
from domain.areas import Area, AreaKind, TalkPoint, Tree
from domain.errors import NotFound
from domain.people.person import Appointment, Person, Role
from storage.transaction import Transaction

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]
Point = tuple[float, float]
LEAST_CORNERS = 3


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
    name: str = Field(min_length=1, max_length=60)
    name_en: str = ""


class _Area(_Entry):
    kind: AreaKind
    parent: str = ""
    aliases: tuple[str, ...] = ()
    polygon: tuple[Point, ...] = ()
    at: Point | None = None


class _TalkPoint(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    code: Annotated[str, Field(pattern=r"^p[A-Za-z0-9_-]{1,62}$")]
    area: str
    name: str = Field(min_length=1, max_length=60)
    name_en: str = ""
    at: Point | None = None


class _Person(_Entry):
    phone: str = ""


class _Member(_Person):
    grids: dict[str, Annotated[int, Field(ge=1, le=9)]] = Field(min_length=1)


class _Coordinator(_Person):
    areas: tuple[str, ...] = Field(min_length=1)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    area: tuple[_Area, ...] = Field(min_length=1)
    talk_point: tuple[_TalkPoint, ...] = ()
    member: tuple[_Member, ...] = ()
    coordinator: tuple[_Coordinator, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class District:
    """What the file says, as the domain has it."""

    areas: tuple[Area, ...]
    talk_points: tuple[TalkPoint, ...]
    people: tuple[Person, ...]
    appointments: tuple[Appointment, ...]

    @property
    def tree(self) -> Tree:
        return Tree({area.id: area for area in self.areas})


def read_district(path: Path) -> District:
    """Reads and checks the file; raises Mistakes with every error, by entry and key, and what to write instead."""
    try:
        body = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise Mistakes([f"{path}: there is no such file / 没有这个文件"]) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Mistakes([f"{path}: {error}"]) from None
    try:
        file = _File.model_validate(body)
    except ValidationError as error:
        raise Mistakes(mistakes_of(error, body)) from None
    found = [*_doubles(file), *_dangling(file), *_broken(file)]
    if found:
        raise Mistakes(found)
    return _district(file)


def _doubles(file: _File) -> list[str]:
    people = (*file.member, *file.coordinator)
    kinds = {
        "area.id": [area.id for area in file.area],
        "talk_point.code": [point.code for point in file.talk_point],
        "member/coordinator.id": [person.id for person in people],
        "member/coordinator.phone": [person.phone for person in people if person.phone],
    }
    return [
        f"{key}: {value!r} stands here {count} times; each may appear once / 重复了{count}次，只能写一次"
        for key, values in kinds.items()
        for value, count in Counter(values).items()
        if count > 1
    ]


def _dangling(file: _File) -> list[str]:
    known = {area.id: area.kind for area in file.area}
    missing = [(f"area {a.id}: parent", a.parent) for a in file.area if a.parent]
    missing += [(f"talk_point {p.code}: area", p.area) for p in file.talk_point]
    missing += [(f"member {m.id}: grids", grid) for m in file.member for grid in m.grids]
    missing += [(f"coordinator {c.id}: areas", area) for c in file.coordinator for area in c.areas]
    return [f"{where}: {id!r} is the id of no area here / 没有这个区域" for where, id in missing if id not in known]


def _broken(file: _File) -> list[str]:
    from shapely.geometry import Polygon  # heavy, and only needed while a file is loaded

    found = []
    for area in file.area:
        corners = len(area.polygon)
        if corners and (corners < LEAST_CORNERS or not Polygon(area.polygon).is_valid):
            found.append(f"area {area.id}: polygon crosses itself or has too few corners / 边界自己交叉了，或者点太少")
    return found


def _district(file: _File) -> District:
    areas = tuple(
        Area(
            a.id, a.kind, a.parent, a.name, a.name_en, a.aliases, a.polygon,
            lon_lat[1] if (lon_lat := a.at or _middle(a.polygon)) else None, lon_lat[0] if lon_lat else None, order,
        )
        for order, a in enumerate(file.area)
    )  # fmt: skip
    points = tuple(
        TalkPoint(p.code, p.area, p.name, p.name_en, p.at[1] if p.at else None, p.at[0] if p.at else None)
        for p in file.talk_point
    )
    people = tuple(Person(p.id, p.name, name_en=p.name_en) for p in (*file.member, *file.coordinator))
    appointments = [
        Appointment(m.id, grid, Role.MEMBER, rank, m.phone) for m in file.member for grid, rank in m.grids.items()
    ]
    appointments += [
        Appointment(c.id, area, Role.COORDINATOR, 1, c.phone) for c in file.coordinator for area in c.areas
    ]
    return District(areas, points, people, tuple(appointments))


def _middle(polygon: tuple[Point, ...]) -> Point | None:
    if not polygon:
        return None
    return sum(p[0] for p in polygon) / len(polygon), sum(p[1] for p in polygon) / len(polygon)


def load(tx: Transaction, district: District) -> None:
    """Puts the district in force; people keep their accounts, language and leave, and nobody is removed."""
    tx.areas.replace(district.areas, district.talk_points)
    for person in district.people:
        try:
            known = tx.people.get(person.id)
        except NotFound:
            tx.people.save(person)
        else:
            tx.people.save(replace(known, name=person.name, name_en=person.name_en))
    tx.roster.replace(district.appointments)
