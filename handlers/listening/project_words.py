"""What is said of a project, and how far it has come."""

from __future__ import annotations

from datetime import datetime, time

from domain.listening.project import Project, ProjectState, Step
from domain.open import Due
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.areas import area_name
from handlers.listening.need_words import line_of
from handlers.listening.ports import ListsTransaction
from handlers.listening.proposing import asked_lines
from handlers.matters.assigning import owner_name
from handlers.rights import may_at
from handlers.texts.say import ShortDay
from handlers.turn import Turn

PROMPT = "project:"
REMIND = "project_step"
SLOT = "@"
MORNING = time(9)
"""When the owner hears of what is due that day, in the district."""


def title_of(project: Project) -> object:
    return project.line or phrase("lists.erased")


def may_keep(turn: Turn[ListsTransaction], person: Person, project: Project) -> bool:
    return project.owner_id == person.id or may_at(turn, person, project.area_id, AreaRight.KEEP_LISTS)


def may_see(turn: Turn[ListsTransaction], person: Person, project: Project) -> bool:
    return project.owner_id == person.id or may_at(turn, person, project.area_id, AreaRight.READ_LISTS)


def about(turn: Turn[ListsTransaction], person: Person, project: Project) -> list[Phrase]:
    owner = phrase("who.you") if project.owner_id == person.id else owner_name(turn.tx.people.get(project.owner_id))
    begun = ShortDay(project.begun_at.astimezone(turn.house.zone).date())
    lines = [phrase("lists.project_of", area=area_name(turn, project.area_id), member=owner, day=begun)]
    for need in turn.tx.needs.of_project(project.id):
        lines += [phrase("lists.project_need", line=line_of(need)), *asked_lines(turn, need)]
    lines += [step_line(step, n) for n, step in enumerate(turn.tx.projects.steps(project.id), 1)]
    if project.state is not ProjectState.RUNNING:
        lines.append(phrase(f"lists.project_{project.state.value}", result=project.result))
    return lines


def step_line(step: Step, n: int) -> Phrase:
    key = "lists.step_done" if step.done_at else "lists.step"
    return phrase(key, n=n, line=step.line or phrase("lists.erased"), day=ShortDay(step.due_on))


def line_in_list(turn: Turn[ListsTransaction], project: Project, n: int) -> Phrase:
    owner = owner_name(turn.tx.people.get(project.owner_id))
    if project.state is not ProjectState.RUNNING:
        return phrase("lists.project_line_over", n=n, line=title_of(project), member=owner, result=project.result)
    steps = turn.tx.projects.steps(project.id)
    coming = next((step for step in steps if step.done_at is None), None)
    args = {"n": n, "line": title_of(project), "member": owner}
    if coming is None:
        return phrase("lists.project_line", **args)
    return phrase("lists.project_line_step", **args, step=coming.line, day=ShortDay(coming.due_on))


def plan_step(turn: Turn[ListsTransaction], project: Project, step: Step) -> None:
    """Its owner hears of it on the morning of the day; of today's at once, by the heartbeat."""
    at = datetime.combine(step.due_on, MORNING, turn.house.zone)
    slot = f"{step.id}{SLOT}{step.due_on.isoformat()}"
    turn.tx.schedule.add(Due(REMIND, project.subject, slot, max(at.astimezone(turn.now.tzinfo), turn.now)))


def due_of(slot: str) -> tuple[str, str]:
    """The step's id and the day that it was due on when this was planned ("" in rows of an earlier release)."""
    step_id, _, day = slot.partition(SLOT)
    return step_id, day
