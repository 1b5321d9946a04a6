"""What a roster would change in the district in force, found by comparing the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.district import District
from bot.roster.cells import digits_of
from bot.roster.differing import USES, Detail, ability_details, days_in_words, resource_details, term_details
from bot.roster.outcome import TITLES, Changed, Changes, Group
from domain.areas import Area, AreaKind, Tree
from domain.people.person import Ability, Appointment, Role


def changes(before: District, after: District) -> Changes:
    trees = before.tree, after.tree
    groups = [_areas(kind, *trees) for kind in AreaKind]
    groups += [_people(role, before, after, trees) for role in Role]
    known = {point.code for point in after.talk_points}
    stopping = [point for point in before.talk_points if point.code not in known]
    return Changes([*groups, _points(before, after, trees[1]), _lent(before, after)], stopping)


def _areas(kind: AreaKind, before: Tree, after: Tree) -> Group:
    old, new = ({area.id: area for area in tree.areas.values() if area.kind is kind} for tree in (before, after))
    group = Group(TITLES[kind])
    group.added = [area.name for id, area in new.items() if id not in old]
    group.removed = [(id, area.name) for id, area in old.items() if id not in new]
    for id, area in new.items():
        details = list(_area_details(old[id], area, before, after)) if id in old else []
        if details:
            group.changed.append(Changed(area.name, details))
    if kind is AreaKind.GRID:
        stay = [id for id in old if id in new]
        if sorted(stay, key=lambda id: old[id].order) != sorted(stay, key=lambda id: new[id].order):
            group.changed.append(Changed("", [("order", {})]))
    return group


def _area_details(old: Area, new: Area, before: Tree, after: Tree) -> Iterator[Detail]:
    if old.name != new.name:
        yield "renamed", {"old": old.name, "new": new.name}
    if old.parent_id != new.parent_id:
        parents = (before.areas.get(old.parent_id), after.areas.get(new.parent_id))
        yield "moved", {"old": parents[0].name if parents[0] else "—", "new": parents[1].name if parents[1] else "—"}
    if old.aliases != new.aliases:
        yield "aliases", {"new": "、".join(new.aliases) or "—"}
    if old.name_en != new.name_en:
        yield "english", {"new": new.name_en or "—"}
    if old.used_for != new.used_for:
        yield "used_for", {"new": USES[new.used_for]}
    if old.polygon != new.polygon:
        yield "borders", {}
    elif (old.lat, old.lon) != (new.lat, new.lon):
        yield "position", {}


def _people(role: Role, before: District, after: District, trees: tuple[Tree, Tree]) -> Group:
    names = ({p.id: p for p in before.people}, {p.id: p for p in after.people})
    old, new = (_posts(role, district) for district in (before, after))
    group = Group(TITLES[role])
    group.added_ids = [id for id in new if id not in old]
    group.added = [names[1][id].name for id in group.added_ids]
    group.removed = [(id, names[0][id].name) for id in old if id not in new]
    can = ({each.person_id: each for each in before.abilities}, {each.person_id: each for each in after.abilities})
    for id, posts in new.items():
        if id not in old:
            continue
        details: list[Detail] = []
        was, now = names[0][id], names[1][id]
        if was.name != now.name:
            details.append(("person_renamed", {"old": was.name, "new": now.name}))
        if was.name_en != now.name_en:
            details.append(("english", {"new": now.name_en or "—"}))
        details += _post_details(role, old[id], posts, *trees)
        if id in can[1] and (role is Role.MEMBER or id not in _posts(Role.MEMBER, after)):
            details += ability_details(can[0].get(id, Ability(id)), can[1][id])
        if details:
            group.changed.append(Changed(now.name, details, id))
    if role is Role.COORDINATOR:
        group.changed += _other_order(before, after, trees[1])
    return group


def _other_order(before: District, after: District, tree: Tree) -> Iterator[Changed]:
    """Desks whose people stand in another order than before."""
    old, new = (_asked_in_order(district) for district in (before, after))
    for area_id, people in new.items():
        stay = [id for id in people if id in old.get(area_id, ())]
        if stay != [id for id in old.get(area_id, ()) if id in people]:
            yield Changed(tree.areas[area_id].name, [("order", {})])


def _asked_in_order(district: District) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for post in sorted(district.appointments, key=lambda post: (post.rank, post.person_id)):
        if post.role is Role.COORDINATOR:
            found.setdefault(post.area_id, []).append(post.person_id)
    return found


def _posts(role: Role, district: District) -> dict[str, dict[str, Appointment]]:
    """By person and area; a coordinator's rank is her place in the order of her desk."""
    found: dict[str, dict[str, Appointment]] = {}
    for post in district.appointments:
        if post.role is role:
            found.setdefault(post.person_id, {})[post.area_id] = post
    return found


def _post_details(
    role: Role, old: Mapping[str, Appointment], new: Mapping[str, Appointment], before: Tree, after: Tree
) -> Iterator[Detail]:
    phones = [next((p.phone for p in posts.values() if p.phone), "") for posts in (old, new)]
    if digits_of(phones[0]) != digits_of(phones[1]):
        yield "phone", {"old": phones[0] or "—", "new": phones[1] or "—"}
    for id, post in new.items():
        area = after.areas[id].name
        if id not in old:
            yield ("first_in" if post.rank == 1 or role is Role.COORDINATOR else "deputy_in"), {"area": area}
        elif role is Role.MEMBER and old[id].rank != post.rank:
            yield "rank", {"area": area, "old": old[id].rank, "new": post.rank}
        elif old[id].days != post.days:
            yield "days", {"area": area, "old": days_in_words(old[id].days), "new": days_in_words(post.days)}
        yield from term_details(area, old.get(id, Appointment(post.person_id, id, role)), post)
    for id in old:
        if id not in new:
            known = before.areas.get(id)
            yield "not_in", {"area": known.name if known else "—"}


def _points(before: District, after: District, tree: Tree) -> Group:
    old = {point.code: point for point in before.talk_points}
    group = Group(TITLES["points"])
    for point in after.talk_points:
        was = old.get(point.code)
        if was is None:
            group.added.append(point.name)
            continue
        details: list[Detail] = []
        if was.name != point.name:
            details.append(("renamed", {"old": was.name, "new": point.name}))
        if was.area_id != point.area_id and not point.retired:
            details.append(("put_at", {"area": tree.areas[point.area_id].name}))
        if was.name_en != point.name_en:
            details.append(("english", {"new": point.name_en or "—"}))
        if was.retired != point.retired:
            details.append(("retired" if point.retired else "back", {}))
        if details:
            group.changed.append(Changed(point.name, details))
    return group


def _lent(before: District, after: District) -> Group:
    """What people and their employers lend; nothing changes where nothing is said of it."""
    group = Group(TITLES["resources"])
    if after.resources is None:
        return group
    names = {person.id: person.name for person in (*before.people, *after.people)}
    old, new = ({each.id: each for each in resources or ()} for resources in (before.resources, after.resources))
    group.added = [f"{each.what} · {names[each.person_id]}" for id, each in new.items() if id not in old]
    group.removed = [(id, f"{each.what} · {names[each.person_id]}") for id, each in old.items() if id not in new]
    alone = old.keys() ^ new.keys()
    group.added_ids = [each.person_id for each in (*old.values(), *new.values()) if each.id in alone]
    for id, each in new.items():
        details = list(resource_details(old[id], each)) if id in old else []
        if id in old and old[id].person_id != each.person_id:
            details.append(("renamed", {"old": names[old[id].person_id], "new": names[each.person_id]}))
        if details:
            group.changed.append(Changed(each.what, details, each.person_id))
    return group
