"""The rows of the projects, one for each step, against those that are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.intake.columns import APART, PROJECTS
from bot.intake.looking import AT_ONCE, Changes, Look, every
from bot.intake.rows import DONE_TODAY, ProjectRow, one_line
from bot.roster.cells import key_of
from domain.listening.entry import Sort
from domain.listening.project import Project, ProjectState, Step


@dataclass(slots=True)
class _Group:
    """The rows of one project, None for a new one."""

    project: Project | None
    area_id: str
    id: str
    rows: list[ProjectRow] = field(default_factory=list)


def compare_projects(look: Look, rows: Iterable[ProjectRow]) -> dict[str, tuple[str, bool]]:
    """By the key of its name each project that a need may name: its id, and whether it runs."""
    states = tuple(ProjectState)
    known = {each.id: each for each in every(lambda n: look.tx.projects.page(look.reach, states, AT_ONCE, n))}
    groups = list(_grouped(look, rows, known))
    sound = [group for group in groups if _compare(look, group)]
    named = {key_of(each.line): (each.id, each.state is ProjectState.RUNNING) for each in known.values()}
    named |= {key_of(p.line): (p.id, True) for p in known.values() if p.state is ProjectState.RUNNING}
    named |= {key_of(group.rows[0].words): (group.id, True) for group in sound if group.project is None}
    return named


def _grouped(look: Look, rows: Iterable[ProjectRow], known: dict[str, Project]) -> Iterator[_Group]:
    alike = {(each.area_id, key_of(each.line)): each for each in reversed(known.values())}
    groups: dict[str, _Group] = {}
    new: dict[tuple[str, str], str] = {}
    for row in rows:
        if not row.words:
            continue
        project = known.get(row.code.partition(APART)[0])
        if row.code and project is None:
            look.wrong(PROJECTS, row, "code", "code_unknown", value=row.code)
            continue
        area_id = project.area_id if project else look.found(PROJECTS, row, "area", look.places.found, row.area)
        if not area_id:
            continue
        if project is None:
            project = alike.get((area_id, key_of(row.words)))
        if project is None:
            id = new.setdefault((area_id, key_of(row.words)), look.new_id(Sort.PROJECT, row.line))
        else:
            id = project.id
        groups.setdefault(id, _Group(project, area_id, id)).rows.append(row)
    return iter(groups.values())


def _compare(look: Look, group: _Group) -> bool:
    """Whether it can be taken: where one row is wrong, nothing of the project is."""
    project, first = group.project, group.rows[0]
    changes = Changes(look, PROJECTS, first)
    if project is None:
        changes.note("line", "words", first.words, "")
        changes.note("area", "area", group.area_id, "", look.place(group.area_id))
    else:
        _renamed(look, group, project, changes)
    _owned(look, group, changes)
    result = _one(look, group, "result", project.result if project else "")
    steps = {step.id: step for step in look.tx.projects.steps(group.id)} if project else {}
    found = [_step(look, group, row, steps) for row in group.rows]
    _once(
        look, group, [id if id in steps else key_of(row.step) for row, (_, id) in zip(group.rows, found, strict=True)]
    )
    over = project is not None and project.state is not ProjectState.RUNNING
    if over and (changes.fields or result or any(each.fields for each, _ in found)):
        look.wrong(PROJECTS, first, "words", "list_over", value=first.words)
    if not all(look.sound(PROJECTS, row) for row in group.rows):
        return False
    _enter(group, changes, found, steps)
    if result:
        ends = Changes(look, PROJECTS, first)
        ends.note("result", "result", result, project.result if project else "")
        ends.entry(Sort.END, group.id, first.words, new=False)
    return True


def _enter(group: _Group, changes: Changes, found: Sequence[tuple[Changes, str]], steps: Mapping[str, Step]) -> None:
    first = group.rows[0]
    if changes.fields:
        changes.entry(Sort.PROJECT, group.id, first.words, new=group.project is None)
    for row, (step, id) in zip(group.rows, found, strict=True):
        if step.fields or not changes.fields:
            step.entry(Sort.STEP, id, row.step or row.words, new=id not in steps)


def _once(look: Look, group: _Group, keys: Sequence[str]) -> None:
    """Each step stands in one row; `keys` by row, "" for none."""
    lines: dict[str, int] = {}
    for row, key in zip(group.rows, keys, strict=True):
        if key and lines.setdefault(key, row.line) != row.line:
            look.twice(PROJECTS, row, "step", lines[key])


def _renamed(look: Look, group: _Group, project: Project, changes: Changes) -> None:
    words = _one(look, group, "words", project.line)
    if words and project.line and key_of(words) != key_of(project.line):
        changes.note("line", "words", words, project.line)
    row = group.rows[0]
    if row.area and row.area != look.place(project.area_id):
        found = look.found(PROJECTS, row, "area", look.places.found, row.area)
        if found and found != project.area_id:
            look.wrong(PROJECTS, row, "area", "list_project_area")


def _owned(look: Look, group: _Group, changes: Changes) -> None:
    was = group.project.owner_id if group.project else ""
    owner = _one(look, group, "owner", look.name(was))
    if not owner:
        if not was:
            changes.note("owner", "owner", look.reader.person_id, "", look.name(look.reader.person_id))
        return
    found = look.found(PROJECTS, group.rows[0], "owner", look.people.found, owner)
    if found and found != was:
        changes.note("owner", "owner", found, was, owner, look.name(was))


def _one(look: Look, group: _Group, column: str, stands: str) -> str:
    """What the rows of a project say otherwise than it stands, "" for nothing; two of them must not differ."""
    said = {
        getattr(row, column): row for row in reversed(group.rows) if getattr(row, column) not in ("", one_line(stands))
    }
    if len({key_of(each) for each in said}) > 1:
        look.wrong(PROJECTS, next(iter(said.values())), column, "list_differ", value=group.rows[0].words)
    return next(iter(said), "")


def _step(look: Look, group: _Group, row: ProjectRow, steps: dict[str, Step]) -> tuple[Changes, str]:
    """What is different about the row's step, and its id."""
    changes = Changes(look, PROJECTS, row)
    step_id = row.code.partition(APART)[2]
    if step_id and step_id not in steps:
        look.wrong(PROJECTS, row, "code", "code_unknown", value=row.code)
        return changes, step_id
    same = (step.id for step in steps.values() if row.step and key_of(step.line) == key_of(row.step))
    step = steps.get(step_id) or steps.get(next(same, ""))
    if not row.step:
        if row.due or row.done:
            look.wrong(PROJECTS, row, "step", "empty", about=PROJECTS.column("step").about)
        return changes, ""
    if step is None or (step_id and row.step != one_line(step.line) and step.line):
        changes.note("line", "step", row.step, step.line if step else "")
    _when(look, row, step, changes)
    if step is None and changes.fields:
        changes.fields["project"] = group.id
    return changes, step.id if step else look.new_id(Sort.STEP, row.line)


def _when(look: Look, row: ProjectRow, step: Step | None, changes: Changes) -> None:
    due = step.due_on if step else None
    if row.due is None and step is None:
        look.wrong(PROJECTS, row, "due", "list_due")
    elif row.due is not None and row.due != due:
        if row.due < look.today and row.done is None:
            look.wrong(PROJECTS, row, "due", "list_past", value=row.due)
        changes.note("due", "due", row.due.isoformat(), due.isoformat() if due else "")
    if row.done is not None and not (step and step.done_at):
        done: date = look.today if row.done == DONE_TODAY else row.done
        if done > look.today:
            look.wrong(PROJECTS, row, "done", "list_not_yet", value=done)
        changes.note("done", "done", done.isoformat(), "")
