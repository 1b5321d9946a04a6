"""What is done with a project: a step is done or added, it is struck off with its result and photo, or dropped."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from domain.errors import NoLongerPossible, NotAllowed
from domain.listening.need import NeedAct
from domain.listening.project import Project, ProjectAct, ProjectState
from domain.messages import Inbound
from domain.open import Due, OpenDialog
from domain.people.person import Person
from domain.phrases import phrase
from handlers.dialogs import Asking, Option, Question, Script, begin, choose
from handlers.listening.ending import open_again, struck_off
from handlers.listening.founding import add_step
from handlers.listening.ports import ListsTransaction
from handlers.listening.project_page import show_project
from handlers.listening.project_words import PROMPT, REMIND, due_of, may_keep, may_see, title_of
from handlers.listening.steps import ask_steps
from handlers.matters.closing import read_line
from handlers.questions import NO, YES
from handlers.roles import able, desk_for
from handlers.speaking import Tap, quiet, send
from handlers.telling import new_content, tell
from handlers.turn import Turn

RESULT = "result"


def see(turn: Turn[ListsTransaction], person: Person, project_id: str) -> None:
    """Raises NotAllowed, NotFound."""
    project = turn.tx.projects.get(project_id)
    if not may_see(turn, person, project):
        raise NotAllowed(project_id)
    show_project(turn, person, project)


def pressed(turn: Turn[ListsTransaction], person: Person, project_id: str, value: str, inbound: Inbound) -> None:
    """A button of a project's page. Raises NotAllowed, NotFound, NoLongerPossible."""
    act, _, step_id = value.partition(":")
    if act == "see":
        see(turn, person, project_id)
        return
    project = must_keep(turn, person, project_id)
    match act:
        case "done":
            done(turn, person, project, step_id)
        case "step":
            begin(turn, person, MORE_STEPS, subject=project.id)
        case "strike":
            begin(turn, person, STRIKE, subject=project.id)
        case "drop":
            begin(turn, person, DROP, subject=project.id)
        case _:
            raise NoLongerPossible(value)


def must_keep(turn: Turn[ListsTransaction], person: Person, project_id: str) -> Project:
    """Raises NotAllowed, NotFound, and NoLongerPossible where it is over."""
    project = turn.tx.projects.get(project_id)
    if not may_keep(turn, person, project):
        raise NotAllowed(project_id)
    if project.state is not ProjectState.RUNNING:
        raise NoLongerPossible(project_id)
    return project


# ---- steps ---------------------------------------------------------------------------------------------------------


def done(turn: Turn[ListsTransaction], person: Person, project: Project, step_id: str) -> None:
    """Raises NotFound, NoLongerPossible."""
    step = turn.tx.projects.step(step_id)
    if step.project_id != project.id or step.done_at is not None:
        raise NoLongerPossible(step_id)
    turn.tx.projects.save_step(replace(step, done_at=turn.now))
    tell(turn, project.subject, "StepDone", by=person.id, step=step.id)
    show_project(turn, person, project)


def ask_more(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    return (yield from ask_steps(turn, "steps"))


def more(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog, steps: tuple[tuple[str, date], ...]) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    project = must_keep(turn, person, dialog.subject)
    for line, day in steps:
        add_step(turn, person, project, line, day)
    show_project(turn, person, project)


MORE_STEPS = Script("project_steps", ask_more, more, calm=True)


def remind(turn: Turn[ListsTransaction], due: Sequence[Due]) -> None:
    """A step is due today: its owner hears of it, or whoever is at the desk where she cannot act."""
    for row in due:
        project = turn.tx.projects.get(row.subject.partition(":")[2])
        step_id, day = due_of(row.slot)
        step = turn.tx.projects.step(step_id)
        moved = day not in ("", step.due_on.isoformat())
        if moved or step.done_at is not None or project.state is not ProjectState.RUNNING:
            continue
        owner = turn.tx.people.get(project.owner_id)
        for person in [owner] if able(turn, owner) else desk_for(turn, project.area_id)[:1]:
            words = phrase("lists.step_due", line=title_of(project), step=step.line)
            taps = ((Tap(phrase("lists.tap_step_done"), f"done:{step.id}"), Tap(phrase("lists.tap_look"), "see")),)
            send(turn, person, words, taps=taps, prompt=PROMPT + project.id, about=project.subject, silent=quiet(turn))
            tell(turn, project.subject, "StepReminded", step=step.id, to=person.id)


# ---- its end -------------------------------------------------------------------------------------------------------


def ask_result(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in the line, with a photo where there is one."""
    project = turn.tx.projects.get(dialog.subject)
    given = yield Question("result", (phrase("lists.strike_how", line=title_of(project)),), read=read_line)
    return json.loads(given)


def strike(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog, said: dict[str, Any]) -> None:
    """Raises NotAllowed, NoLongerPossible."""
    project = must_keep(turn, person, dialog.subject)
    show_project(turn, person, strike_off(turn, person, project, **{**said, "media": tuple(said["media"])}))


def strike_off(turn: Turn[ListsTransaction], person: Person, project: Project, **said: Any) -> Project:
    """With it go its needs; who noted them and who lent something hears of it. `said` are the text and media of what
    came of it, as handlers.telling.new_content takes them. Raises NoLongerPossible.
    """
    content = new_content(turn, project.subject, RESULT, person.id, **said)
    struck = project.after(ProjectAct.STRIKE, result_id=content.id, ended_at=turn.now, result=content.text)
    tell(turn, project.subject, "ProjectStruckOff", by=person.id, content=content)
    turn.tx.projects.save(struck)
    turn.tx.schedule.cancel(project.subject, [REMIND])
    for need in turn.tx.needs.of_project(project.id):
        over = need.after(NeedAct.STRIKE, result_id=content.id, ended_at=turn.now, result=content.text)
        turn.tx.needs.save(over)
        tell(turn, need.subject, "NeedStruckOff", by=person.id, project=project.id)
        struck_off(turn, person, over)
    return struck


STRIKE = Script("project_strike", ask_result, strike, calm=True)


def ask_sure(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog) -> Asking:
    project = turn.tx.projects.get(dialog.subject)
    options = (Option(YES, phrase("lists.yes_drop")), Option(NO, phrase("lists.no_go_on")))
    return (yield from choose("sure", phrase("lists.drop_sure", line=title_of(project)), options=options, rows=(2,)))


def drop(turn: Turn[ListsTransaction], person: Person, dialog: OpenDialog, sure: str) -> None:
    """Its needs are open again. Raises NotAllowed, NoLongerPossible."""
    project = must_keep(turn, person, dialog.subject)
    if sure == YES:
        project = project.after(ProjectAct.DROP, ended_at=turn.now)
        turn.tx.projects.save(project)
        turn.tx.schedule.cancel(project.subject, [REMIND])
        tell(turn, project.subject, "ProjectDropped", by=person.id)
        for need in turn.tx.needs.of_project(project.id):
            open_again(turn, person, need, title_of(project))
    show_project(turn, person, project)


DROP = Script("project_drop", ask_sure, drop, calm=True)
