"""How somebody serves, as her row says it: nights, the group she leads, her days of service, what she can do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.roster.cells import key_of
from bot.roster.columns import Sheet
from bot.roster.entries import DeskRow, MemberRow
from bot.roster.mistakes import Mistake
from bot.roster.terms import DATED, EVERYWHERE
from domain.areas import AreaKind, Tree
from domain.people.person import Ability, Appointment

Before = Mapping[tuple[str, str, str], Appointment]
"""The appointments in force by person, area and role."""


def in_force_by_place(appointments: Iterable[Appointment]) -> Before:
    return {(post.person_id, post.area_id, post.role.value): post for post in appointments}


class Terms:
    """One row with the appointments that follow from it. What has no column stays as it is now."""

    def __init__(
        self, tree: Tree, sheet: Sheet, row: MemberRow | DeskRow, posts: Sequence[Appointment], mistakes: list[Mistake]
    ) -> None:
        self._tree, self._sheet, self._row, self._posts, self._mistakes = tree, sheet, row, posts, mistakes

    def applied(self, before: Before) -> list[Appointment]:
        """The appointments with their terms."""
        nights = self._places("night", self._row.night, self._posts)
        leads = self._leads()
        since, until = self._days("since", self._row.since), self._days("until", self._row.until)
        found = []
        for post in self._posts:
            was = before.get((post.person_id, post.area_id, post.role.value), post)
            post = replace(
                post,
                night=was.night if nights is None else post.area_id in nights,
                lead=was.lead if leads is None else post.area_id in leads,
                from_on=was.from_on if since is None else since.get(post.area_id),
                to_on=was.to_on if until is None else until.get(post.area_id),
            )
            if post.from_on and post.to_on and post.to_on < post.from_on:
                self._wrong("until", "until_early", since=post.from_on, until=post.to_on)
            found.append(post)
        return found

    def _leads(self) -> set[str] | None:
        """A bare yes is meant of the grids in which she is first."""
        said = self._row.lead if isinstance(self._row, MemberRow) else ()
        grids = [post for post in self._posts if self._tree.areas[post.area_id].kind is AreaKind.GRID]
        firsts = [post for post in grids if post.rank == 1]
        return self._places("lead", said, (firsts or grids) if said == (EVERYWHERE,) else grids)

    def _places(self, column: str, said: tuple[str, ...] | None, hers: Sequence[Appointment]) -> set[str] | None:
        if said is None:
            return None
        if said == (EVERYWHERE,):
            return {post.area_id for post in hers}
        return {area for each in said for area in self._called(column, each, hers)}

    def _called(self, column: str, said: str, hers: Sequence[Appointment]) -> list[str]:
        """Those of her areas that go by this name, with or without what lies above them."""
        found = []
        for post in hers:
            line = self._tree.up(post.area_id)
            spellings = {line[0].name, "".join(area.name for area in reversed(line[:2]))}
            if key_of(said) in map(key_of, spellings):
                found.append(post.area_id)
        if not found:
            self._wrong(column, "not_hers", name=self._row.name, value=said)
        return found

    def _days(self, column: str, said: DATED | None) -> dict[str, date] | None:
        if said is None:
            return None
        found: dict[str, date] = {}
        for name, on in said:
            areas = self._called(column, name, self._posts) if name else [post.area_id for post in self._posts]
            found.update(dict.fromkeys(areas, on))
        return found

    def _wrong(self, column: str, key: str, /, **values: object) -> None:
        self._mistakes.append(Mistake(key, values, self._sheet, self._row.line, self._sheet.column(column)))


def ability(row: MemberRow, person_id: str, before: Mapping[str, Ability]) -> Ability | None:
    """What the row says she can do and takes on; None when there is no column for any of it."""
    said = {key: getattr(row, key) for key in ("skills", "most", "takes", "refuses")}
    known = {key: value for key, value in said.items() if value is not None}
    return replace(before.get(person_id, Ability(person_id)), **known) if known else None
