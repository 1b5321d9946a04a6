"""A need of a sheet: noted, changed, taken for somebody, put into a project, struck off."""

from __future__ import annotations

from dataclasses import replace

from domain.errors import NoLongerPossible
from domain.listening.entry import Entry
from domain.listening.need import Need, NeedAct, NeedKind
from domain.listening.project import ProjectState
from domain.people.person import Person
from domain.rights import AreaRight
from handlers.listening.duty import RESULT
from handlers.listening.ending import struck_off
from handlers.listening.needs import NEED, note_need
from handlers.listening.ports import ListsTransaction
from handlers.listening.unchanged import day_of, must_read_as, said
from handlers.reach import must
from handlers.telling import new_content, tell
from handlers.turn import Turn


def enter_need(turn: Turn[ListsTransaction], person: Person, entry: Entry) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible, ReadsOtherwise."""
    fields = entry.fields
    need = _noted(turn, person, entry) if entry.new else _changed(turn, person, entry)
    if "taken" in fields or "until" in fields:
        need = _taken(turn, person, need, entry)
    if "project" in fields:
        need = _joined(turn, person, need, fields["project"])
    if "result" in fields:
        _struck(turn, person, need, fields["result"])


def _noted(turn: Turn[ListsTransaction], person: Person, entry: Entry) -> Need:
    fields = entry.fields
    must(turn, person, fields["area"], AreaRight.KEEP_LISTS)
    kind = NeedKind(fields["kind"])
    return note_need(turn, person, area_id=fields["area"], kind=kind, line=fields["line"], need_id=entry.id)


def _changed(turn: Turn[ListsTransaction], person: Person, entry: Entry) -> Need:
    need, fields = turn.tx.needs.get(entry.id), entry.fields
    must(turn, person, need.area_id, AreaRight.KEEP_LISTS)
    must_read_as(entry, _stands(need))
    if not need.standing:
        raise NoLongerPossible(need.id)
    named = [name for name in ("line", "kind", "area") if name in fields]
    if not named:
        return need
    content = None
    if "line" in fields:
        content = new_content(turn, need.subject, NEED, person.id, text=fields["line"])
        need = replace(need, words_id=content.id, line=content.text)
    if "area" in fields:
        must(turn, person, fields["area"], AreaRight.KEEP_LISTS)
    need = replace(need, kind=NeedKind(fields.get("kind", need.kind)), area_id=fields.get("area", need.area_id))
    tell(turn, need.subject, "NeedChanged", by=person.id, content=content, kind=need.kind.value, area=need.area_id)
    turn.tx.needs.save(need)
    return need


def _stands(need: Need) -> dict[str, str]:
    return {
        "line": need.line, "kind": need.kind.value, "area": need.area_id, "taken": need.taken_by,
        "until": said(need.until_on), "project": need.project_id, "result": need.result,
    }  # fmt: skip


def _taken(turn: Turn[ListsTransaction], person: Person, need: Need, entry: Entry) -> Need:
    taker = entry.fields.get("taken", need.taken_by)
    until = day_of(entry.fields, "until") or need.until_on or turn.today
    need = need.after(NeedAct.TAKE, taken_by=taker, until_on=until)
    turn.tx.needs.save(need)
    tell(turn, need.subject, "NeedTaken", by=person.id, to=taker, until=until.isoformat())
    return need


def _joined(turn: Turn[ListsTransaction], person: Person, need: Need, project_id: str) -> Need:
    project = turn.tx.projects.get(project_id)
    must(turn, person, project.area_id, AreaRight.KEEP_LISTS)
    if project.state is not ProjectState.RUNNING:
        raise NoLongerPossible(project_id)
    last = max((step.due_on for step in turn.tx.projects.steps(project_id)), default=need.until_on or turn.today)
    taker = need.taken_by or project.owner_id
    need = need.after(NeedAct.JOIN, project_id=project_id, taken_by=taker, until_on=need.until_on or last)
    turn.tx.needs.save(need)
    tell(turn, need.subject, "NeedInProject", by=person.id, project=project_id)
    return need


def _struck(turn: Turn[ListsTransaction], person: Person, need: Need, result: str) -> None:
    content = new_content(turn, need.subject, RESULT, person.id, text=result)
    need = need.after(
        NeedAct.STRIKE, result_id=content.id, ended_at=turn.now, result=content.text,
        taken_by=need.taken_by or person.id,
    )  # fmt: skip
    tell(turn, need.subject, "NeedStruckOff", by=person.id, content=content)
    turn.tx.needs.save(need)
    struck_off(turn, person, need)
