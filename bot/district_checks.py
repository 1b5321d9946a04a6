"""What entries of a district file allow by themselves but not together: doubles, unknown ids, broken polygons."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from shapely.geometry import Polygon

from bot.district_file import AreaEntry, DistrictFile
from domain.areas import Area, AreaKind, Tree
from domain.matters.kinds import KINDS

Place = tuple[int | str, ...]
Trouble = tuple[Place, str]
Entry = TypeVar("Entry")
LEAST_CORNERS = 3
RANKS = list(AreaKind)
"""From the district down; an area lies in one of a kind further up."""
DESKS = (AreaKind.DISTRICT, AreaKind.STREET, AreaKind.COMMUNITY)


def contradictions(file: DistrictFile) -> list[Trouble]:
    """(place in the file, what to write instead) for everything that is wrong."""
    checks = (_doubles, _areas, _grids_without_desk, _talk_points, _people, _terms, _abilities, _absences)
    return [trouble for check in checks for trouble in check(file)]


def _repeated(table: str, entries: Sequence[Entry], key: str, value: Callable[[Entry], Hashable]) -> Iterator[Trouble]:
    seen: dict[Hashable, int] = {}
    for index, entry in enumerate(entries):
        first = seen.setdefault(value(entry), index)
        if value(entry) and first != index:
            yield (
                (table, index, key),
                f"the same as in {table} {first + 1}; write another / 和第{first + 1}个重复了，换一个",
            )


def _doubles(file: DistrictFile) -> Iterator[Trouble]:
    yield from _repeated("area", file.area, "id", lambda area: area.id)
    yield from _repeated("talk_point", file.talk_point, "code", lambda point: point.code)
    yield from _repeated("member", file.member, "id", lambda member: member.id)
    yield from _repeated("coordinator", file.coordinator, "id", lambda desk: desk.id)
    yield from _repeated("member", file.member, "phone", lambda member: member.phone)


def _areas(file: DistrictFile) -> Iterator[Trouble]:
    known = {area.id: area for area in file.area}
    for index, area in enumerate(file.area):
        parent = known.get(area.parent)
        if area.parent and parent is None:
            yield ("area", index, "parent"), _unknown(area.parent)
        elif parent is None and area.kind not in DESKS:
            yield ("area", index, "parent"), f"a {area.kind} lies in another area; write its id / 要写上一级的id"
        elif parent is not None and RANKS.index(parent.kind) >= RANKS.index(area.kind):
            yield ("area", index, "parent"), f"a {area.kind} cannot lie in a {parent.kind} / 上一级写错了"
        if area.polygon and not _drawable(area):
            yield ("area", index, "polygon"), "crosses itself or has too few corners / 边界自己交叉了，或者点太少"


def _drawable(area: AreaEntry) -> bool:
    return len(set(area.polygon)) >= LEAST_CORNERS and bool(Polygon(area.polygon).is_valid)


def _grids_without_desk(file: DistrictFile) -> Iterator[Trouble]:
    """What nobody takes goes to the desk above: a grid without one would leave matters unowned."""
    tree = Tree({area.id: Area(area.id, area.kind, area.parent, area.name) for area in file.area})
    covered = {area_id for desk in file.coordinator for area_id in desk.areas}
    for index, area in enumerate(file.area):
        if area.kind is AreaKind.GRID and not covered & {above.id for above in tree.up(area.id)}:
            yield ("area", index), "no coordinator answers for it or for what it lies in / 上面没有协调员负责"


def _talk_points(file: DistrictFile) -> Iterator[Trouble]:
    known = {area.id: area.kind for area in file.area}
    for index, point in enumerate(file.talk_point):
        if point.area not in known:
            yield ("talk_point", index, "area"), _unknown(point.area)
        elif known[point.area] in DESKS:
            yield (
                ("talk_point", index, "area"),
                "write the id of the grid or building it stands in / 写所在网格或楼的id",
            )


def _people(file: DistrictFile) -> Iterator[Trouble]:
    known = {area.id: area.kind for area in file.area}
    taken: dict[tuple[str, int], str] = {}
    for index, member in enumerate(file.member):
        if not member.places:
            yield ("member", index, "grids"), "is needed, or buildings or areas / 要写，或写 buildings、areas"
        wanted = (("grids", AreaKind.GRID, member.grids), ("buildings", AreaKind.BUILDING, member.buildings))
        for key, kind, ids in wanted:
            for area in ids:
                if known.get(area) is not kind:
                    advice = f"{area} is no {kind} / 不是{'网格' if kind is AreaKind.GRID else '楼'}"
                    yield ("member", index, key), _unknown(area) if area not in known else advice
        for area, rank in (*member.grids.items(), *member.areas.items()):
            place: Place = ("member", index, "grids" if area in member.grids else "areas")
            if area not in known and area in member.areas:
                yield place, _unknown(area)
            elif (area, rank) in taken:
                yield place, f"{taken[area, rank]} is {rank} in {area} already; write another number / 名次重复了"
            taken.setdefault((area, rank), member.name)
    for index, desk in enumerate(file.coordinator):
        for area in desk.areas:
            if known.get(area) not in DESKS:
                advice = (
                    _unknown(area)
                    if area not in known
                    else f"{area} is no community, street or district / 不是社区、街道或区"
                )
                yield ("coordinator", index, "areas"), advice
    yield from _one_name_each(file)


def _terms(file: DistrictFile) -> Iterator[Trouble]:
    """Days that come in order; who leads a grid or has its nights is appointed there."""
    for table, index, entry, hers, lead in (
        *(("member", n, member, tuple(member.places), member.lead) for n, member in enumerate(file.member)),
        *(("coordinator", n, desk, desk.areas, ()) for n, desk in enumerate(file.coordinator)),
    ):
        if entry.from_ and entry.to and entry.to < entry.from_:
            yield (table, index, "to"), "is before `from` / 比开始的日子还早"
        for key, area in (*(("night", area) for area in entry.night), *(("lead", area) for area in lead)):
            if area not in hers:
                yield (table, index, key), f"{area} is none of her areas / 她不管 {area}"


def _abilities(file: DistrictFile) -> Iterator[Trouble]:
    known = {person.id for person in (*file.member, *file.coordinator)}
    for table, entries in (("member", file.member), ("coordinator", file.coordinator)):
        for index, entry in enumerate(entries):
            for key, kinds in (("takes", entry.takes), ("refuses", entry.refuses)):
                unknown = [kind for kind in kinds or () if kind not in KINDS]
                if unknown:
                    yield (table, index, key), f"{unknown[0]} is no kind; one of / 没有这一类，选: {' '.join(KINDS)}"
    for index, resource in enumerate(file.resource or ()):
        if resource.person not in known:
            yield ("resource", index, "person"), f"{resource.person} is the id of nobody here / 没有这个人"


def _one_name_each(file: DistrictFile) -> Iterator[Trouble]:
    """Somebody may be both member and coordinator: the same id, then, and the same name."""
    names = {member.id: member.name for member in file.member}
    for index, desk in enumerate(file.coordinator):
        if names.get(desk.id, desk.name) != desk.name:
            yield (
                ("coordinator", index, "id"),
                f"is {names[desk.id]}'s already; write another / 这个id是{names[desk.id]}的，换一个",
            )


def _absences(file: DistrictFile) -> Iterator[Trouble]:
    known = {person.id for person in (*file.member, *file.coordinator)}
    for index, absence in enumerate(file.absence):
        if absence.person not in known:
            yield ("absence", index, "person"), f"{absence.person} is the id of nobody here / 没有这个人"
        if absence.to < absence.from_:
            yield ("absence", index, "to"), "is before `from` / 比开始的日子还早"


def _unknown(area_id: str) -> str:
    return f"{area_id} is the id of no area here / 没有这个区域"
