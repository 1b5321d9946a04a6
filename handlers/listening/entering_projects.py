"""A project of a sheet: begun, renamed, handed on; its steps added, moved, done; and struck off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from domain.errors import NoLongerPossible
from domain.listening.entry import Entry
from domain.listening.project import Project, ProjectAct, ProjectState, Step
from domain.people.person import Person
from domain.rights import AreaRight
from handlers.listening.founding import PROJECT, STEP, add_step, begin_project
from handlers.listening.ports import ListsTransaction
from handlers.listening.project_words import plan_step
from handlers.listening.projects import strike_off
from handlers.listening.unchanged import day_of, must_read_as, said
from handlers.reach import must
from handlers.telling import new_content, tell
from handlers.turn import Turn

NOON = time(12)
"""Of a step done on a day that only the sheet knows."""


def enter_project(turn: Turn[ListsTransaction], person: Person, entry: Entry) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible, ReadsOtherwise."""
    fields = entry.fields
    if entry.new:
        must(turn, person, fields["area"], AreaRight.KEEP_LISTS)
        begin_project(turn, person, entry.id, fields["area"], fields["line"], fields["owner"])
        return
    project = _running(turn, person, entry.id)
    must_read_as(entry, {"line": project.line, "owner": project.owner_id})
    if "line" in fields:
        content = new_content(turn, project.subject, PROJECT, person.id, text=fields["line"])
        tell(turn, project.subject, "ProjectRenamed", by=person.id, content=content)
        project = replace(project, words_id=content.id, line=content.text)
    if "owner" in fields:
        project = project.after(ProjectAct.HAND_ON, owner_id=fields["owner"])
        tell(turn, project.subject, "ProjectHandedOn", by=person.id, to=project.owner_id)
    turn.tx.projects.save(project)


def enter_step(turn: Turn[ListsTransaction], person: Person, entry: Entry) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible, ReadsOtherwise."""
    fields, done_on = entry.fields, day_of(entry.fields, "done")
    if entry.new:
        project, due_on = _running(turn, person, fields["project"]), day_of(fields, "due")
        assert due_on is not None
        step = add_step(turn, person, project, fields["line"], due_on, entry.id, planned=done_on is None)
    else:
        step = turn.tx.projects.step(entry.id)
        project = _running(turn, person, step.project_id)
        must_read_as(entry, {"line": step.line, "due": said(step.due_on), "done": "done" if step.done_at else ""})
        step = _changed(turn, person, project, step, entry)
    if done_on is not None:
        turn.tx.projects.save_step(replace(step, done_at=_at(turn, done_on)))
        tell(turn, project.subject, "StepDone", by=person.id, step=step.id, on=done_on.isoformat())


def end_project(turn: Turn[ListsTransaction], person: Person, entry: Entry) -> None:
    """Raises NotAllowed, NotFound, NoLongerPossible."""
    strike_off(turn, person, _running(turn, person, entry.id), text=entry.fields["result"])


def _running(turn: Turn[ListsTransaction], person: Person, project_id: str) -> Project:
    project = turn.tx.projects.get(project_id)
    must(turn, person, project.area_id, AreaRight.KEEP_LISTS)
    if project.state is not ProjectState.RUNNING:
        raise NoLongerPossible(project_id)
    return project


def _changed(turn: Turn[ListsTransaction], person: Person, project: Project, step: Step, entry: Entry) -> Step:
    content = None
    if "line" in entry.fields:
        content = new_content(turn, project.subject, STEP, person.id, text=entry.fields["line"])
        step = replace(step, words_id=content.id, line=content.text)
    step = replace(step, due_on=day_of(entry.fields, "due") or step.due_on)
    if content or "due" in entry.fields:
        due = step.due_on.isoformat()
        tell(turn, project.subject, "StepChanged", by=person.id, content=content, step=step.id, due=due)
        turn.tx.projects.save_step(step)
    if "due" in entry.fields and step.done_at is None:
        plan_step(turn, project, step)
    return step


def _at(turn: Turn[ListsTransaction], on: date) -> datetime:
    noon = datetime.combine(on, NOON, turn.house.zone).astimezone(turn.now.tzinfo)
    return min(noon, turn.now)
