"""One project on a screen, and the list of all."""

from __future__ import annotations

from domain.listening.project import Project, ProjectState
from domain.messages import Op
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.door import listed
from handlers.listening.ending import pictures_of
from handlers.listening.ports import ListsTransaction
from handlers.listening.project_words import PROMPT, about, line_in_list, may_keep, title_of
from handlers.reach import reach_of
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

AT_LISTS = "ls:"
PAGE = 8
A_ROW = 4


def show_project(turn: Turn[ListsTransaction], person: Person, project: Project, lead: Phrase | None = None) -> None:
    """`lead` is said above it; what was sent with its result follows."""
    title = phrase("lists.project", line=title_of(project))
    lines: list[Line | Strong] = [*([lead] if lead else []), Strong(title), *about(turn, person, project)]
    send(
        turn, person, *lines, taps=_taps(turn, person, project), prompt=PROMPT + project.id,
        key=f"project:{project.id}:{person.id}", about=project.subject, silent=True,
    )  # fmt: skip
    pictures = pictures_of(turn, project.result_id)
    if pictures:
        send(turn, person, *pictures, about=project.subject, silent=True, purpose="material")


def _taps(turn: Turn[ListsTransaction], person: Person, project: Project) -> Rows:
    if project.state is not ProjectState.RUNNING or not may_keep(turn, person, project):
        return ()
    steps = turn.tx.projects.steps(project.id)
    done = [Tap(phrase("lists.tap_done", n=n), f"done:{s.id}") for n, s in enumerate(steps, 1) if s.done_at is None]
    rows = tuple(tuple(done[n : n + A_ROW]) for n in range(0, len(done), A_ROW))
    last = (
        Tap(phrase("lists.tap_step"), "step"), Tap(phrase("lists.tap_strike"), "strike"),
        Tap(phrase("lists.tap_drop"), "drop"),
    )  # fmt: skip
    return (*rows, last)


def projects(turn: Turn[ListsTransaction], person: Person, start: int = 0, op: Op = Op.SEND) -> None:
    """项目清单: those that run, the oldest first, then what is struck off."""
    states = (ProjectState.RUNNING, ProjectState.STRUCK)
    found = turn.tx.projects.page(reach_of(turn, person), states, PAGE + 1, start)
    shown = found[:PAGE]
    lines: list[Line | Strong] = [Strong(phrase("lists.projects" if shown else "lists.no_projects"))]
    lines += [line_in_list(turn, project, start + n) for n, project in enumerate(shown, 1)]
    taps = [Tap(phrase("lists.tap_number", n=start + n), f"project:{each.id}") for n, each in enumerate(shown, 1)]
    more = ((Tap(phrase("lists.tap_more"), f"projects:{start + PAGE}"),),) if len(found) > PAGE else ()
    rows = tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
    send(
        turn, person, *lines, taps=(*rows, *more), prompt=AT_LISTS, op=op, key=f"projects:{person.id}",
        about=listed(AT_LISTS, taps, start), silent=True,
    )  # fmt: skip
