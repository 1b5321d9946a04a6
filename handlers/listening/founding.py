"""立项: a need becomes a project of its own, with an owner and dated steps, or goes into one that runs."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from domain.errors import NoLongerPossible
from domain.listening.need import Need, NeedAct
from domain.listening.project import Project, ProjectAct, ProjectState, Step
from domain.open import OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from domain.rights import AreaRight
from handlers.dialogs import Asking, Option, Question, Script, ask, choose
from handlers.listening.need_words import line_of
from handlers.listening.ports import ListsTransaction
from handlers.listening.project_page import show_project
from handlers.listening.project_words import PROMPT, plan_step, title_of
from handlers.listening.steps import ask_steps
from handlers.matters.assigning import owner_name
from handlers.reach import keeps, must
from handlers.speaking import Tap, quiet, send
from handlers.telling import new_content, tell
from handlers.turn import Turn

NEW, SAME, PROJECT, STEP = "new", "same", "project", "step"
"""The last two are roles in `contents`."""
MOST = 5
LONGEST = 60


class Founded(NamedTuple):
    """`into` is a running project's id, or "" with all that a new one begins with."""

    into: str
    line: str = ""
    owner_id: str = ""
    steps: tuple[tuple[str, date], ...] = ()


def ask_project(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Founded."""
    need = turn.tx.needs.get(dialog.subject)
    running = turn.tx.projects.page(keeps(turn, person), (ProjectState.RUNNING,), MOST)
    if running:
        options = [Option(NEW, phrase("lists.project_new"))]
        options += [Option(each.id, phrase("lists.project_into", line=title_of(each))) for each in running]
        into = yield from choose("into", phrase("lists.project_which"), options=options, valid=lambda value: True)
        if into != NEW:
            return Founded(into)
    same = (Option(SAME, phrase("lists.as_reported", what=line_of(need))),)
    line = yield from ask("line", phrase("lists.project_called"), options=same)
    owner_id = yield from _ask_owner(turn, person, need)
    steps = yield from ask_steps(turn, "steps")
    return Founded("", (need.line if line == SAME else line)[:LONGEST], owner_id, steps)


def _ask_owner(turn: Turn[ListsTransaction], person: Person, need: Need) -> Asking:
    ids = dict.fromkeys([person.id, need.taken_by or need.noted_by])
    options = tuple(
        Option(
            id, phrase("who.you") if id == person.id else phrase("lists.word", word=owner_name(turn.tx.people.get(id)))
        )
        for id in ids
    )

    def called(words: str) -> str | None:
        posts = turn.tx.roster.named(person.id, words.strip()) if words else ()
        return next((post.person_id for post in posts), None)

    words = phrase("lists.project_owner")
    return (yield Question("owner", (words,), options, lambda given: called(given.text), lambda value: True, rows=(2,)))


def found(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog, said: Founded) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    need = turn.tx.needs.get(dialog.subject)
    must(turn, person, need.area_id, AreaRight.KEEP_LISTS)
    project = _running(turn, person, said.into) if said.into else _new(turn, person, need, said)
    by = need.taken_by or project.owner_id
    until = _until(turn, need, said)
    turn.tx.needs.save(need.after(NeedAct.JOIN, project_id=project.id, taken_by=by, until_on=until))
    tell(turn, need.subject, "NeedInProject", by=person.id, project=project.id)
    show_project(turn, person, project)
    if not said.into and project.owner_id != person.id:
        owner = turn.tx.people.get(project.owner_id)
        words = phrase("lists.project_yours", member=owner_name(person), line=title_of(project))
        look = ((Tap(phrase("lists.tap_look"), "see"),),)
        send(turn, owner, words, taps=look, prompt=PROMPT + project.id, about=project.subject, silent=quiet(turn))


def _until(turn: Turn[ListsTransaction], need: Need, said: Founded) -> date:
    """Of a need in a project the last step is the day; where no step is planned yet, what was said before."""
    return max((day for _, day in said.steps), default=need.until_on or turn.today)


def _running(turn: Turn[ListsTransaction], person: Person, project_id: str) -> Project:
    project = turn.tx.projects.get(project_id)
    must(turn, person, project.area_id, AreaRight.KEEP_LISTS)
    if project.state is not ProjectState.RUNNING:
        raise NoLongerPossible(project_id)
    return project


def _new(turn: Turn[ListsTransaction], person: Person, need: Need, said: Founded) -> Project:
    project = begin_project(turn, person, turn.tx.new_id(), need.area_id, said.line, said.owner_id)
    for line, day in said.steps:
        add_step(turn, person, project, line, day)
    return project


def begin_project(
    turn: Turn[ListsTransaction], person: Person, project_id: str, area_id: str, line: str, owner_id: str
) -> Project:
    content = new_content(turn, f"project:{project_id}", PROJECT, person.id, text=line)
    project = Project(project_id, area_id, owner_id, content.id, turn.now, line=line)
    tell(turn, project.subject, "ProjectBegun", by=person.id, content=content, owner=owner_id, area=area_id)
    turn.tx.projects.save(project)
    return project


def add_step(
    turn: Turn[ListsTransaction], person: Person, project: Project, line: str, day: date, step_id: str = "",
    *, planned: bool = True,
) -> Step:  # fmt: skip
    """`step_id` where that is settled already; `planned`: its owner is to hear of it on the day.

    Raises NoLongerPossible.
    """
    project.after(ProjectAct.STEP)
    content = new_content(turn, project.subject, STEP, person.id, text=line)
    step = Step(step_id or turn.tx.new_id(), project.id, content.id, day, line=line)
    tell(turn, project.subject, "StepPlanned", by=person.id, content=content, step=step.id, due=day.isoformat())
    turn.tx.projects.save_step(step)
    if planned:
        plan_step(turn, project, step)
    return step


FOUND = Script("project", ask_project, found, calm=True)
