"""我的任务: what is in a member's hands, page by page, each a tap away."""

from __future__ import annotations

from datetime import date, datetime

from domain.matters.matter import Matter, State
from domain.messages import Inbound, Keys
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.keyboard import lasting_keys
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, place_of, what_of
from handlers.matters.help_words import speaks_of
from handlers.matters.lists import open_taps
from handlers.matters.metoo_words import what_and_how_many
from handlers.matters.ports import MattersTransaction
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.turn import Turn

PAGE = 8
TASKS = "tasks"


def falls_due(matter: Matter) -> datetime:
    """The clock that runs out first; of a pause its end."""
    if matter.paused_until is not None:
        return matter.paused_until
    if matter.state is State.WAITING:
        return matter.contact_due_at
    return min(matter.progress_due_at, matter.result_due_at)


def _order(matter: Matter) -> tuple[bool, datetime, date, int]:
    """What waits for something last, then by what falls due, then by number."""
    return matter.paused, falls_due(matter), matter.filed_on, matter.seq


def tasks(turn: Turn[MattersTransaction], person: Person, inbound: Inbound | None = None, rest: str = "") -> None:
    """Overdue first, then by what falls due; what others may take before her is hers to see too."""
    tasks_from(turn, person, 0)


def tasks_from(turn: Turn[MattersTransaction], person: Person, start: int) -> None:
    """The page that begins with the `start`-th line."""
    own = turn.tx.matters.of_owner(person.id)
    asked = [turn.tx.matters.get(matter_id) for matter_id in turn.tx.asked.of_person(person.id)]
    matters = sorted([*own, *(m for m in asked if m.owner_id != person.id)], key=_order)
    helping = [m for m in speaks_of(turn, person) if m.owner_id != person.id][:PAGE]
    if not matters and not helping:
        send(turn, person, phrase("tasks.none"), Keys(lasting_keys(turn, person)))
        return
    late = sum(falls_due(matter) <= turn.now for matter in matters)
    title = phrase("tasks.title_late" if late else "tasks.title", n=len(matters), late=late)
    page = matters[start : start + PAGE]
    lines = [_task_line(turn, matter) for matter in page]
    taps = (*open_taps(page), *_more_tap(start + len(page), len(matters)))
    shown: list[Line | Strong] = [Strong(title), *lines] if matters else []
    if helping and start == 0:
        shown += [Strong(phrase("help.tasks", n=len(helping))), *(_help_line(turn, matter) for matter in helping)]
        taps = (*open_taps([*page, *helping]), *taps[len(page) :])
    send(turn, person, *shown, taps=taps, prompt="m:")


def _help_line(turn: Turn[MattersTransaction], matter: Matter) -> Phrase:
    lead = owner_name(owner_of(turn, matter))
    return phrase("help.task_line", no=matter.number, what=what_of(matter), place=place_of(matter), lead=lead)


def _task_line(turn: Turn[MattersTransaction], matter: Matter) -> Phrase:
    due = falls_due(matter)
    stands = "paused" if matter.paused else matter.state.value
    key = "tasks.line_late" if due <= turn.now else f"tasks.line_{stands}"
    return phrase(
        key, no=matter.number, what=what_and_how_many(turn, matter, what_of(matter)), place=place_of(matter), until=due
    )


def _more_tap(shown: int, of: int) -> Rows:
    return ((Tap(phrase("list.more", n=of - shown), f"{TASKS}:{shown}"),),) if of > shown else ()
