"""Who answers where: members with their order in each grid, coordinators with their weekdays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from bot.roster.areas import find_grid
from bot.roster.cells import digits_of
from bot.roster.columns import DESKS, MEMBERS, Sheet
from bot.roster.entries import DeskRow, GridRow, MemberRow
from bot.roster.known import Entry, Known, Somebody
from bot.roster.mistakes import Mistake
from bot.roster.naming import Names
from bot.roster.serving import Terms, ability, in_force_by_place
from domain.areas import Area, AreaKind, Tree
from domain.people.person import Ability, Appointment, Person, Role


class Posts:
    """Appoints people to the areas of a map."""

    def __init__(self, tree: Tree, mistakes: list[Mistake]) -> None:
        self._tree, self._mistakes = tree, mistakes
        kinds = {kind: [a for a in tree.areas.values() if a.kind is kind] for kind in AreaKind}
        self._grids = Names(tree, kinds[AreaKind.GRID])
        self._communities = Names(tree, kinds[AreaKind.COMMUNITY])
        above = (AreaKind.DISTRICT, AreaKind.STREET, AreaKind.COMMUNITY)
        self._desks = Names(tree, [area for kind in above for area in kinds[kind]])
        self._others = Names(tree, [area for kind, them in kinds.items() if kind is not AreaKind.GRID for area in them])
        self.people: list[Somebody] = []
        self._named: dict[str, list[Somebody]] = {}
        self._numbers: dict[str, Somebody] = {}
        self.meant: set[str] = set()
        """What misspelled names seem to mean, so that one mistake does not bring others with it."""
        self.posts: list[tuple[Somebody, Entry, Appointment]] = []

    def appoint(
        self, members: Sequence[MemberRow], desks: Sequence[DeskRow], known: Known, before: Sequence[Appointment],
        new_id: Callable[[], str],
    ) -> tuple[list[Person], list[Appointment]]:  # fmt: skip
        """The people and their appointments; nobody is taken for somebody of another code."""
        self._members(members)
        self._coordinators(desks)
        known.recognise(self.people, new_id, self._mistakes)
        in_force = in_force_by_place(before)
        of_row: dict[int, list[Appointment]] = defaultdict(list)
        for somebody, row, post in self.posts:
            of_row[id(row)].append(replace(post, person_id=somebody.id))
        for post in before:
            self._keep(post, of_row)
        terms = [
            Terms(self._tree, sheet, row, of_row[id(row)], self._mistakes)
            for somebody in self.people
            for sheet, row in somebody.rows
        ]
        people = [known.person(somebody) for somebody in self.people]
        return people, [post for each in terms for post in each.applied(in_force)]

    def _keep(self, post: Appointment, of_row: dict[int, list[Appointment]]) -> None:
        """Whose row has no column for buildings has those that are hers now."""
        area = self._tree.areas.get(post.area_id)
        row = next((row for row in self._rows.get(post.person_id, ()) if isinstance(row, MemberRow)), None)
        if row and row.places is None and area and area.kind is not AreaKind.GRID and post.role is Role.MEMBER:
            of_row[id(row)].append(replace(post, phone=row.phone))

    @cached_property
    def _rows(self) -> dict[str, list[Entry]]:
        """By person, once they are recognised."""
        return {somebody.id: [row for _, row in somebody.rows] for somebody in self.people}

    def abilities(self, before: Sequence[Ability]) -> list[Ability]:
        """Of those whose row has a column for any of it."""
        known = {each.person_id: each for each in before}
        rows = [(somebody, row) for somebody in self.people for _, row in somebody.rows if isinstance(row, MemberRow)]
        return [found for somebody, row in rows if (found := ability(row, somebody.id, known))]

    # ---- members -------------------------------------------------------------------------------------------------

    def _members(self, rows: Sequence[MemberRow]) -> None:
        wanted: dict[str, list[tuple[MemberRow, Somebody, int]]] = {}
        for row in rows:
            somebody = self._member(row)
            if not row.first and not row.deputy and not row.places:
                self._wrong(MEMBERS, row, "first", "no_grids", name=row.name)
            for said, rank, column in _places_of(row):
                area = self._place(row, column, said)
                if area is None:
                    continue
                if area.id in somebody.areas:
                    again = "grid_both" if column == "deputy" and area.id in self._firsts(row) else "grid_again"
                    self._wrong(MEMBERS, row, column, again, value=area.name)
                    continue
                somebody.areas.add(area.id)
                wanted.setdefault(area.id, []).append((row, somebody, rank))
        for area_id, candidates in wanted.items():
            self._in_order(self._tree.areas[area_id], candidates)

    def _place(self, row: MemberRow, column: str, said: str) -> Area | None:
        """The grid, or in its own column the building or wider area, that a cell names."""
        if column != "places":
            grid = find_grid(self._mistakes, MEMBERS, row, column, said, row.community, self._communities, self._grids)
            if grid is None:
                self.meant.update(meant.id for meant in [self._grids.meant(said)] if meant)
            return grid
        around = self._communities.called(row.community) if row.community else []
        found = (self._others.called(said, around[0].id) if around else ()) or self._others.called(said)
        if len(found) == 1:
            return found[0]
        if found:
            self._wrong(MEMBERS, row, column, "place_which", value=said, these=self._others.told_apart(found))
        elif self._grids.called(said):
            self._wrong(MEMBERS, row, column, "place_is_grid", value=said)
        else:
            self._wrong(MEMBERS, row, column, "post_unknown", value=said, near=self._others.near(said))
        return None

    def _firsts(self, row: MemberRow) -> set[str]:
        return {grid.id for said in row.first for grid in self._grids.called(said)}

    def _member(self, row: MemberRow) -> Somebody:
        other = self._numbers.get(digits_of(row.phone))
        if other is not None:
            before = other.rows[0][1]
            same = "person_twice" if before.name == row.name else "phone_twice"
            self._wrong(MEMBERS, row, "phone", same, row=before.line, name=before.name)
        return self._new(Somebody(row.name, row.code, [(MEMBERS, row)]))

    def _new(self, somebody: Somebody) -> Somebody:
        self.people.append(somebody)
        self._named.setdefault(somebody.name, []).append(somebody)
        for number in somebody.phones:
            self._numbers.setdefault(number, somebody)
        return somebody

    def _in_order(self, area: Area, candidates: list[tuple[MemberRow, Somebody, int]]) -> None:
        """Whose order is written has it; the other deputies follow in the order of the rows."""
        holders: dict[int, MemberRow] = {}
        for row, somebody, rank in sorted(candidates, key=lambda candidate: candidate[2] == 0):
            if rank in holders:
                column, key = ("first", "two_first") if rank == 1 else ("deputy", "rank_twice")
                column, key = (column, key) if area.kind is AreaKind.GRID else ("places", "rank_twice")
                other = holders[rank]
                self._wrong(MEMBERS, row, column, key, value=area.name, rank=rank, row=other.line, name=other.name)
                continue
            lowest = 2 if area.kind is AreaKind.GRID else 1
            rank = rank or next(n for n in range(lowest, len(candidates) + 11) if n not in holders)
            holders[rank] = row
            self.posts.append((somebody, row, Appointment("", area.id, Role.MEMBER, rank, row.phone)))

    # ---- coordinators --------------------------------------------------------------------------------------------

    def _coordinators(self, rows: Sequence[DeskRow]) -> None:
        lines: dict[tuple[int, str], int] = {}
        counts: dict[str, int] = {}
        for row in rows:
            somebody = self._coordinator(row)
            for area in filter(None, [self._desk_area(row, said) for said in row.area]):
                first = lines.setdefault((id(somebody), area.id), row.line)
                if first != row.line:
                    self._wrong(DESKS, row, "area", "desk_twice", name=row.name, value=area.name, row=first)
                    continue
                somebody.areas.add(area.id)
                counts[area.id] = counts.get(area.id, 0) + 1
                post = Appointment("", area.id, Role.COORDINATOR, counts[area.id], row.phone, row.days)
                self.posts.append((somebody, row, post))

    def _coordinator(self, row: DeskRow) -> Somebody:
        """The one of the same code or number, also among the members; an office's number may be shared."""
        number = digits_of(row.phone)
        alike = self._named.get(row.name, [])
        for other in alike:
            if (row.code and row.code == other.code) or (number and number in other.phones):
                return self._joined(other, row)
        holder = self._numbers.get(number)
        if holder is not None and is_mobile(number):
            sheet, before = holder.rows[0]
            key = "phone_twice" if sheet is DESKS else "phone_other"
            self._wrong(DESKS, row, "phone", key, sheet=sheet.title, row=before.line, name=before.name)
        if len(alike) == 1 and self._may_be(alike[0], row):
            return self._joined(alike[0], row)
        return self._new(Somebody(row.name, row.code, [(DESKS, row)]))

    def _may_be(self, other: Somebody, row: DeskRow) -> bool:
        """The same name where they both answer, without two mobile numbers that say otherwise."""
        areas = [area.id for said in row.area for area in self._desks.called(said)]
        here = any(self._tree.within(mine, area) or mine == area for mine in other.areas for area in areas)
        mobiles = {phone for phone in (*other.phones, digits_of(row.phone)) if is_mobile(phone)}
        return here and len(mobiles) < 2 and not (row.code and other.code)

    def _joined(self, other: Somebody, row: DeskRow) -> Somebody:
        other.rows.append((DESKS, row))
        other.code = other.code or row.code
        return other

    def _desk_area(self, row: DeskRow, said: str) -> Area | None:
        found = self._desks.called(said)
        if len(found) == 1:
            return found[0]
        if found:
            self._wrong(DESKS, row, "area", "area_which", value=said, these=self._desks.told_apart(found))
        elif self._grids.called(said):
            self._wrong(DESKS, row, "area", "area_is_grid", value=said)
        else:
            self._wrong(DESKS, row, "area", "area_unknown", value=said, near=self._desks.near(said))
        meant = self._desks.meant(said) or self._grids.meant(said)
        self.meant.update(area.id for area in self._tree.up(meant.id if meant else ""))
        return None

    def _wrong(self, sheet: Sheet, row: Entry | GridRow, column: str, key: str, /, **values: object) -> None:
        self._mistakes.append(Mistake(key, values, sheet, row.line, sheet.column(column)))


def _places_of(row: MemberRow) -> Iterator[tuple[str, int, str]]:
    """(name, rank or 0, column) of every area in her row."""
    yield from ((said, 1, "first") for said in row.first)
    yield from ((said, rank, "deputy") for said, rank in row.deputy)
    yield from ((said, rank, "places") for said, rank in row.places or ())


def is_mobile(digits: str) -> bool:
    return len(digits) == 11 and digits.startswith("1")
