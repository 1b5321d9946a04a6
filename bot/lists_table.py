"""The lists of some areas as a workbook: needs, what can be had, projects with their steps, venues."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.crafts.sheets import Column, Sheet, Sort, Value, write_xlsx
from bot.intake.columns import APART
from bot.intake.places import Places
from domain.listening.need import Need, NeedState
from domain.listening.project import ProjectState
from domain.phrases import phrase
from domain.reach import Reach
from handlers.texts.say import Voice
from storage.reading import reading
from storage.transaction import Transaction

AT_ONCE = 500
NEEDS = (
    ("lists.col_line", Sort.LONG_TEXT, 40), ("lists.col_kind", Sort.TEXT, 12), ("lists.col_area", Sort.TEXT, 16),
    ("lists.col_heard", Sort.TEXT, 16), ("lists.col_noted", Sort.DAY, 12), ("lists.col_taken", Sort.TEXT, 12),
    ("lists.col_until", Sort.DAY, 12), ("lists.col_in_project", Sort.TEXT, 20), ("lists.col_stands", Sort.TEXT, 12),
    ("lists.col_result", Sort.LONG_TEXT, 40), ("lists.col_code", Sort.TEXT, 18),
)  # fmt: skip
OFFERS = (
    ("lists.col_what", Sort.TEXT, 24), ("lists.col_unit", Sort.TEXT, 20), ("lists.col_much", Sort.TEXT, 14),
    ("lists.col_when", Sort.TEXT, 14), ("lists.col_until", Sort.DAY, 12), ("lists.col_member", Sort.TEXT, 12),
    ("lists.col_code", Sort.TEXT, 18),
)  # fmt: skip
PROJECTS = (
    ("lists.col_project", Sort.TEXT, 30), ("lists.col_area", Sort.TEXT, 16), ("lists.col_owner", Sort.TEXT, 12),
    ("lists.col_begun", Sort.DAY, 12), ("lists.col_step", Sort.LONG_TEXT, 30), ("lists.col_due", Sort.DAY, 12),
    ("lists.col_done", Sort.DAY, 12), ("lists.col_result", Sort.LONG_TEXT, 40), ("lists.col_code", Sort.TEXT, 30),
)  # fmt: skip
VENUES = (
    ("lists.col_venue", Sort.TEXT, 24), ("lists.col_kind", Sort.TEXT, 12), ("lists.col_area", Sort.TEXT, 16),
    ("lists.col_label", Sort.TEXT, 24), ("lists.col_seen", Sort.DAY, 12), ("lists.col_closed", Sort.TEXT, 10),
    ("lists.col_code", Sort.TEXT, 18),
)  # fmt: skip
T = TypeVar("T")


def print_lists(url: str, areas: Sequence[str], language: str, zone: str, now: datetime) -> bytes:
    """XLSX; for the child process. Raises storage's errors."""
    with reading(url, now) as tx:
        out = BytesIO()
        book = _Book(tx, Reach(tuple(areas)), Voice(language, now, ZoneInfo(zone)))
        write_xlsx(out, book.sheets(), ZoneInfo(zone), made_at=now)
    return out.getvalue()


class _Book:
    def __init__(self, tx: Transaction, reach: Reach, voice: Voice) -> None:
        self._tx, self._reach, self._voice = tx, reach, voice
        self._places = Places(tx.areas.tree(), reach.within)

    def sheets(self) -> Iterator[Sheet]:
        yield self._sheet("lists.sheet_needs", NEEDS, self._needs())
        yield self._sheet("lists.sheet_offers", OFFERS, self._offers())
        yield self._sheet("lists.sheet_projects", PROJECTS, self._projects())
        yield self._sheet("lists.sheet_venues", VENUES, self._venues())

    def _sheet(self, name: str, columns: Sequence[tuple[str, Sort, float]], rows: Iterator[Sequence[Value]]) -> Sheet:
        return Sheet(self._say(name), [Column(self._say(key), sort, width) for key, sort, width in columns], rows)

    def _say(self, key: str, **args: object) -> str:
        return self._voice.say(phrase(key, **args))

    def _needs(self) -> Iterator[Sequence[Value]]:
        needs = self._tx.needs
        for need in _all(lambda offset: needs.page(self._reach, tuple(NeedState), AT_ONCE, offset)):
            stands = "" if need.state is NeedState.STRUCK else self._say(f"lists.is_{need.state.value}", result="")
            yield (
                need.line or self._say("lists.erased"), self._say(f"lists.kind_{need.kind.value}"),
                self._area(need.area_id), self._heard(need),
                self._day(need.noted_at), self._name(need.taken_by), need.until_on, self._project(need.project_id),
                stands or self._say("lists.col_struck"), need.result, need.id,
            )  # fmt: skip

    def _heard(self, need: Need) -> str:
        if need.heard_id and need.heard == "matter":
            return self._say("lists.heard_matter", no=self._tx.matters.get(need.heard_id).number)
        return self._say(f"lists.heard_{need.heard.value}")

    def _offers(self) -> Iterator[Sequence[Value]]:
        today = self._day(self._tx.now)
        for each in _all(lambda offset: self._tx.offers.page(self._reach, today, AT_ONCE, offset)):
            yield (
                each.what, each.unit, each.how_much, each.free_when, each.until_on, self._name(each.person_id), each.id
            )  # fmt: skip

    def _projects(self) -> Iterator[Sequence[Value]]:
        """A row for each step; a project without steps has one row."""
        projects = self._tx.projects
        for each in _all(lambda offset: projects.page(self._reach, tuple(ProjectState), AT_ONCE, offset)):
            head = (each.line, self._area(each.area_id), self._name(each.owner_id), self._day(each.begun_at))
            for step in projects.steps(each.id) or (None,):
                done = self._day(step.done_at) if step and step.done_at else None
                code = f"{each.id}{APART}{step.id}" if step else each.id
                yield (*head, step.line if step else None, step.due_on if step else None, done, each.result, code)

    def _venues(self) -> Iterator[Sequence[Value]]:
        """Area by area, by name."""
        for each in sorted(self._tx.venues.known(self._reach), key=lambda venue: (venue.area_id, venue.name)):
            seen = self._day(each.visited_at) if each.visited_at else None
            sort = self._say(f"visits.sort_{each.sort.value}")
            yield each.name, sort, self._area(each.area_id), each.label, seen, None, each.id

    def _area(self, area_id: str) -> str:
        return self._places.written(area_id, self._voice.language)

    def _project(self, project_id: str) -> str:
        return self._tx.projects.get(project_id).line if project_id else ""

    def _name(self, person_id: str) -> str:
        return self._tx.people.get(person_id).called(self._voice.language) if person_id else ""

    def _day(self, at: datetime) -> date:
        return at.astimezone(self._voice.zone).date()


def _all(page: Callable[[int], Sequence[T]]) -> Iterator[T]:
    """Portion by portion, as they were noted."""
    offset = 0
    while rows := page(offset):
        yield from rows
        offset += len(rows)
