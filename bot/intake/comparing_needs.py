"""The rows of the needs against those that are known: which are new, and what is different about the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bot.intake.columns import NEEDS
from bot.intake.looking import AT_ONCE, Changes, Look, every
from bot.intake.naming import named
from bot.intake.rows import NeedRow, one_line
from bot.roster.cells import key_of
from domain.listening.entry import Sort
from domain.listening.kinds import likely_kind
from domain.listening.need import Need, NeedAct, NeedState
from domain.phrases import phrase
from handlers.texts.say import Voice

Projects = Mapping[str, tuple[str, bool]]
"""By the key of its name: the id of a project, and whether it runs."""


def compare_needs(look: Look, rows: Iterable[NeedRow], projects: Projects) -> None:
    known = {
        need.id: need for need in every(lambda n: look.tx.needs.page(look.reach, tuple(NeedState), AT_ONCE, n))
    }  # fmt: skip
    written = (row for row in rows if row.words)
    for row, need, area_id in named(look, NEEDS, "words", written, known, lambda need: need.line):
        _Compared(look, row, need, area_id, projects).entered()


class _Compared:
    """One row with the need that it is about, None for a new one."""

    def __init__(self, look: Look, row: NeedRow, need: Need | None, area_id: str, projects: Projects) -> None:
        self._look, self._row, self._need, self._area_id, self._projects = look, row, need, area_id, projects
        self._changes = Changes(look, NEEDS, row)

    def entered(self) -> None:
        row, need = self._row, self._need
        self._words()
        self._taken()
        self._joined()
        self._result()
        if not self._look.sound(NEEDS, row):
            return
        if need is not None and not need.standing and self._changes.fields:
            self._wrong("words", "list_over", value=row.words)
            return
        id = need.id if need else self._look.new_id(Sort.NEED, row.line)
        self._changes.entry(Sort.NEED, id, row.words, new=need is None)

    def _words(self) -> None:
        row, need = self._row, self._need
        stands = (one_line(need.line) or self._erased()) if need else ""
        if need is None or (row.code and row.words != stands):  # without a code it was found by its words
            self._changes.note("line", "words", row.words, need.line if need else "")
        if need is None or (row.kind is not None and row.kind is not need.kind):
            kind = row.kind or likely_kind(row.words)
            was = need.kind.value if need else ""
            self._changes.note("kind", "kind", kind.value, was, self._kind(kind.value), was and self._kind(was))
        if need is None or self._area_id != need.area_id:
            was = need.area_id if need else ""
            place = self._look.place
            self._changes.note("area", "area", self._area_id, was, place(self._area_id), was and place(was))

    def _erased(self) -> str:
        return self._say("lists.erased")

    def _kind(self, kind: str) -> str:
        return self._say(f"lists.kind_{kind}")

    def _say(self, key: str) -> str:
        look = self._look
        return Voice(look.reader.language, look.tx.now, look.zone).say(phrase(key))

    def _taken(self) -> None:
        row, need = self._row, self._need
        was = need.taken_by if need else ""
        taken = was
        if row.taken and row.taken != self._look.name(was):
            taken = self._look.found(NEEDS, row, "taken", self._look.people.found, row.taken)
            if taken and taken != was:
                self._changes.note("taken", "taken", taken, was, row.taken, self._look.name(was))
        until_was = need.until_on if need else None
        if row.until is not None and row.until != until_was:
            self._until(row.until, until_was, taken)
        elif taken and taken != was and until_was is None:
            self._wrong("until", "list_until")

        if need is not None and need.project_id and {"taken", "until"} & self._changes.fields.keys():
            self._wrong("taken" if "taken" in self._changes.fields else "until", "list_with_project")

    def _until(self, until: date, was: date | None, taken: str) -> None:
        if not taken and not self._row.taken:
            self._wrong("taken", "list_taker")
        elif until < self._look.today and not self._row.result:
            self._wrong("until", "list_past", value=until)
        else:
            self._changes.note("until", "until", until.isoformat(), was.isoformat() if was else "")

    def _joined(self) -> None:
        row, need = self._row, self._need
        if not row.project:
            return
        project_id, runs = self._projects.get(key_of(row.project), ("", False))
        was = need.project_id if need else ""
        if not project_id:
            self._wrong("project", "list_project", value=row.project)
        elif project_id == was:
            return
        elif not runs or (need is not None and not need.can(NeedAct.JOIN)):
            self._wrong("project", "list_joins_not", value=row.project)
        else:
            self._changes.note("project", "project", project_id, was, row.project)

    def _result(self) -> None:
        row, need = self._row, self._need
        if not row.result or (need is not None and row.result == one_line(need.result)):
            return
        if row.project or (need is not None and need.project_id):
            self._wrong("result", "list_in_project")
        else:
            self._changes.note("result", "result", row.result, need.result if need else "")

    def _wrong(self, column: str, key: str, **values: object) -> None:
        self._look.wrong(NEEDS, self._row, column, key, **values)
