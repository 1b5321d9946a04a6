"""我的任务 and 案头: what is in a member's hands and what a desk should look at, page by page, each a tap away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from domain.errors import NotAllowed
from domain.matters.matter import Matter, State
from domain.messages import Inbound, Keys
from domain.people.person import Person, Role
from domain.phrases import Phrase, phrase
from handlers.keyboard import lasting_keys
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, place_of, what_of
from handlers.matters.lists import open_taps
from handlers.matters.ports import MattersTransaction
from handlers.roles import grids_of_desk, holds
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

PAGE = 8
TASKS, DESK = "tasks", "desk"
MOST = 400


def falls_due(matter: Matter) -> datetime:
    """The clock that runs out first."""
    if matter.state is State.WAITING:
        return matter.contact_due_at
    return min(matter.progress_due_at, matter.result_due_at)


def _order(matter: Matter) -> tuple[datetime, date, int]:
    """By what falls due, then by number."""
    return falls_due(matter), matter.filed_on, matter.seq


def next_page(turn: Turn[MattersTransaction], person: Person, act: str, start: int) -> None:
    """The asking person's own tasks or desk from the `start`-th line on. Raises NotAllowed."""
    if act == TASKS:
        _tasks_from(turn, person, start)
    elif holds(turn, person, Role.COORDINATOR):
        _desk_from(turn, person, start)
    else:
        raise NotAllowed(act)


def _more_tap(act: str, shown: int, of: int) -> Rows:
    return ((Tap(phrase("list.more", n=of - shown), f"{act}:{shown}"),),) if of > shown else ()


# ---- 我的任务 ------------------------------------------------------------------------------------------------------


def tasks(turn: Turn[MattersTransaction], person: Person, inbound: Inbound | None = None, rest: str = "") -> None:
    """Overdue first, then by what falls due; what others may take before her is hers to see too."""
    _tasks_from(turn, person, 0)


def _tasks_from(turn: Turn[MattersTransaction], person: Person, start: int) -> None:
    own = turn.tx.matters.of_owner(person.id)
    asked = [turn.tx.matters.get(matter_id) for matter_id in turn.tx.asked.of_person(person.id)]
    matters = sorted([*own, *(m for m in asked if m.owner_id != person.id)], key=_order)
    if not matters:
        send(turn, person, phrase("tasks.none"), Keys(lasting_keys(turn, person)))
        return
    late = sum(falls_due(matter) <= turn.now for matter in matters)
    title = phrase("tasks.title_late" if late else "tasks.title", n=len(matters), late=late)
    page = matters[start : start + PAGE]
    lines = [_task_line(turn, matter) for matter in page]
    taps = (*open_taps(page), *_more_tap(TASKS, start + len(page), len(matters)))
    send(turn, person, Strong(title), *lines, taps=taps, prompt="m:")


def _task_line(turn: Turn[MattersTransaction], matter: Matter) -> Phrase:
    due = falls_due(matter)
    key = "tasks.line_late" if due <= turn.now else f"tasks.line_{matter.state.value}"
    return phrase(key, no=matter.number, what=what_of(matter), place=place_of(matter), until=due)


# ---- 案头 ----------------------------------------------------------------------------------------------------------


def desk(turn: Turn[MattersTransaction], person: Person, inbound: Inbound | None = None, rest: str = "") -> None:
    """What nobody has taken, what is overdue, then the rest; unmapped places belong to every desk."""
    _desk_from(turn, person, 0)


def _desk_from(turn: Turn[MattersTransaction], person: Person, start: int) -> None:
    found = turn.tx.matters.in_grids([*grids_of_desk(turn, person), ""], MOST)
    matters = sorted((matter for matter in found if matter.state is not State.REPORTED), key=_order)
    if not matters:
        send(turn, person, phrase("desk.none"), Keys(lasting_keys(turn, person)))
        return
    groups = _groups(turn, matters)
    title = phrase("desk.title", open=len(matters), waiting=len(groups["waiting"]), late=len(groups["late"]))
    lines: list[Line | Strong] = [Strong(title)]
    page: list[Matter] = []
    passed = 0
    for key, group in groups.items():
        shown = group[max(0, start - passed) :][: PAGE - len(page)]
        passed += len(group)
        if shown:
            lines += [phrase(f"desk.{key}", n=len(group)), *(_desk_line(turn, matter) for matter in shown)]
            page += shown
    taps = (*open_taps(page), *_more_tap(DESK, start + len(page), len(matters)))
    send(turn, person, *lines, taps=taps, prompt="m:")


def _groups(turn: Turn[MattersTransaction], matters: Sequence[Matter]) -> dict[str, list[Matter]]:
    waiting = [matter for matter in matters if matter.state is State.WAITING]
    taken = [matter for matter in matters if matter.state is not State.WAITING]
    late = [matter for matter in taken if matter.in_hand and falls_due(matter) <= turn.now]
    return {"waiting": waiting, "late": late, "in_hand": [matter for matter in taken if matter not in late]}


def _desk_line(turn: Turn[MattersTransaction], matter: Matter) -> Phrase:
    due = falls_due(matter)
    return phrase(
        "desk.line_late" if due <= turn.now else "desk.line", no=matter.number, what=what_of(matter),
        place=place_of(matter), member=owner_name(owner_of(turn, matter)), until=due,
    )  # fmt: skip
