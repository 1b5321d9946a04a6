"""Who answers where: members with their order in each grid, coordinators with their weekdays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.roster.areas import find_grid
from bot.roster.cells import digits_of, key_of
from bot.roster.columns import DESKS, GRIDS, MEMBERS, Sheet
from bot.roster.entries import DeskRow, GridRow, MemberRow
from bot.roster.known import Entry, Known, Somebody
from bot.roster.mistakes import Mistake
from bot.roster.naming import Names
from domain.areas import Area, AreaKind, Tree
from domain.people.person import Appointment, Person, Role


class Posts:
    """Appoints people to the areas of a map."""

    def __init__(self, tree: Tree, mistakes: list[Mistake]) -> None:
        self._tree, self._mistakes = tree, mistakes
        kinds = {kind: [a for a in tree.areas.values() if a.kind is kind] for kind in AreaKind}
        self._grids = Names(tree, kinds[AreaKind.GRID])
        self._communities = Names(tree, kinds[AreaKind.COMMUNITY])
        above = (AreaKind.DISTRICT, AreaKind.STREET, AreaKind.COMMUNITY)
        self._desks = Names(tree, [area for kind in above for area in kinds[kind]])
        self._people: list[Somebody] = []
        self._named: dict[str, list[Somebody]] = {}
        self._numbers: dict[str, Somebody] = {}
        self._meant: set[str] = set()
        """What misspelled names seem to mean, so that one mistake does not bring others with it."""
        self._posts: list[tuple[Somebody, Appointment]] = []

    def appoint(
        self, members: Sequence[MemberRow], desks: Sequence[DeskRow], known: Known, new_id: Callable[[], str]
    ) -> tuple[list[Person], list[Appointment]]:
        """The people and their appointments; nobody is taken for somebody of another code."""
        self._members(members)
        self._coordinators(desks)
        known.recognise(self._people, new_id, self._mistakes)
        people = [known.person(somebody) for somebody in self._people]
        return people, [replace(post, person_id=somebody.id) for somebody, post in self._posts]

    # ---- members -------------------------------------------------------------------------------------------------

    def _members(self, rows: Sequence[MemberRow]) -> None:
        wanted: dict[str, list[tuple[MemberRow, Somebody, int]]] = {}
        for row in rows:
            somebody = self._member(row)
            if not row.first and not row.deputy:
                self._wrong(MEMBERS, row, "first", "no_grids", name=row.name)
            named = [(grid, 1, "first") for grid in row.first] + [(grid, n, "deputy") for grid, n in row.deputy]
            for said, rank, column in named:
                grid = find_grid(
                    self._mistakes, MEMBERS, row, column, said, row.community, self._communities, self._grids
                )
                if grid is None:
                    self._meant.update(meant.id for meant in [self._grids.meant(said)] if meant)
                    continue
                if grid.id in somebody.areas:
                    again = "grid_both" if rank != 1 and grid.id in self._firsts(row) else "grid_again"
                    self._wrong(MEMBERS, row, column, again, value=grid.name)
                    continue
                somebody.areas.add(grid.id)
                wanted.setdefault(grid.id, []).append((row, somebody, rank))
        for grid_id, candidates in wanted.items():
            self._in_order(self._tree.areas[grid_id], candidates)

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
        self._people.append(somebody)
        self._named.setdefault(somebody.name, []).append(somebody)
        for number in somebody.phones:
            self._numbers.setdefault(number, somebody)
        return somebody

    def _in_order(self, grid: Area, candidates: list[tuple[MemberRow, Somebody, int]]) -> None:
        """Whose order is written has it; the other deputies follow in the order of the rows."""
        holders: dict[int, MemberRow] = {}
        for row, somebody, rank in sorted(candidates, key=lambda candidate: candidate[2] == 0):
            if rank in holders:
                column, key = ("first", "two_first") if rank == 1 else ("deputy", "rank_twice")
                other = holders[rank]
                self._wrong(MEMBERS, row, column, key, value=grid.name, rank=rank, row=other.line, name=other.name)
                continue
            rank = rank or next(n for n in range(2, len(candidates) + 11) if n not in holders)
            holders[rank] = row
            self._posts.append((somebody, Appointment("", grid.id, Role.MEMBER, rank, row.phone)))

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
                self._posts.append((somebody, post))

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
        self._meant.update(area.id for area in self._tree.up(meant.id if meant else ""))
        return None

    # ---- what must hold of the whole -----------------------------------------------------------------------------

    def check_grids(self, grids: Sequence[tuple[GridRow, Area]]) -> None:
        """Each grid lies under a desk, and where somebody stands in somebody is first."""
        desks = {post.area_id for _, post in self._posts if post.role is Role.COORDINATOR}
        ranks: dict[str, dict[int, str]] = {}
        for somebody, post in self._posts:
            if post.role is Role.MEMBER:
                ranks.setdefault(post.area_id, {})[post.rank] = somebody.name
        for row, grid in grids:
            above = {area.id for area in self._tree.up(grid.id)}
            if desks and row.community and not (desks | self._meant) & above:
                self._wrong(GRIDS, row, "grid", "no_desk")
            here = ranks.get(grid.id, {1: ""})
            if 1 not in here and grid.id not in self._meant:
                names = [name for _, name in sorted(here.items())]
                self._wrong(GRIDS, row, "grid", "no_first", names=("、".join(names), ", ".join(names)))

    def check_names(self) -> None:
        """Two of one name in one community are told apart by their telephones."""
        seen: dict[tuple[str, str], Somebody] = {}
        for somebody in self._people:
            sheet, row = somebody.rows[0]
            for community in {self._community(area) for area in somebody.areas}:
                other = seen.setdefault((community, key_of(somebody.name)), somebody)
                told = (somebody.phones and other.phones) or (somebody.code and other.code)
                if other is not somebody and not told and other.rows[0][0] is sheet:
                    line = other.rows[0][1].line
                    self._wrong(sheet, row, "name", "name_twice", row=line, name=somebody.name)
                    break

    def _community(self, area_id: str) -> str:
        line = self._tree.up(area_id)
        return next((area.id for area in line if area.kind is AreaKind.COMMUNITY), area_id)

    def _wrong(self, sheet: Sheet, row: Entry | GridRow, column: str, key: str, /, **values: object) -> None:
        self._mistakes.append(Mistake(key, values, sheet, row.line, sheet.column(column)))


def is_mobile(digits: str) -> bool:
    return len(digits) == 11 and digits.startswith("1")
