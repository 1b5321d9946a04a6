"""撤下: somebody answers here no more, from today or from a later day; what she has in hand goes to others at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from domain.open import OpenDialog
from domain.people.person import Appointment, Person
from domain.phrases import Phrase, phrase
from handlers.days import day_said
from handlers.dialogs import Asking, Option, Script, choose
from handlers.matters.assigning import owner_name
from handlers.questions import until_read
from handlers.roster.asking import NOW, agreed
from handlers.roster.changing import Plan
from handlers.roster.finishing import done
from handlers.roster.marks import today, with_marks
from handlers.roster.ports import RosterTransaction
from handlers.roster.ranks import counted
from handlers.roster.scope import person_in_scope, posts_in_scope
from handlers.texts.say import Day, Named, Several
from handlers.turn import Turn

ALL = "all"


def ask_out(turn: Turn[RosterTransaction], person: Person, dialog: OpenDialog) -> Asking:
    """Ends in a Plan or None. Raises NotAllowed."""
    whom = person_in_scope(turn, person, dialog.subject)
    posts = posts_in_scope(turn, person, whom.id)
    if len(posts) > 1:
        options = [Option(ALL, phrase("roster.out_all"))]
        options += [Option(_key(post), phrase("roster.out_only", area=_area(turn, post))) for post in posts]
        which = yield from choose("which", phrase("roster.out_which", member=owner_name(whom)), options=options)
        posts = [post for post in posts if which in (ALL, _key(post))]
    last_of_month = _end_of_month(today(turn))
    days = (
        Option(NOW, phrase("roster.out_now")),
        Option(last_of_month.isoformat(), phrase("roster.out_month", day=Day(last_of_month))),
    )
    said = yield from until_read(
        "when", phrase("roster.out_when", member=owner_name(whom)), lambda words: _ahead(turn, day_said(turn, words)),
        phrase("roster.day_wrong"), days,
    )  # fmt: skip
    areas = Several(tuple(_area(turn, post) for post in posts))
    if said == NOW or date.fromisoformat(said) < today(turn):
        line = phrase("roster.out_line", member=owner_name(whom), areas=areas)
        moved_up, told = _moved_up(turn, posts)
        plan = Plan("removed", {whom.id: line, **told}, moved_up, tuple(posts))
        return (yield from agreed(turn, plan))
    on = date.fromisoformat(said)
    line = phrase("roster.out_line_on", member=owner_name(whom), areas=areas, day=Day(on))
    return (yield from agreed(turn, Plan("until", {whom.id: line}, tuple(replace(post, to_on=on) for post in posts))))


def _moved_up(
    turn: Turn[RosterTransaction], gone: Sequence[Appointment]
) -> tuple[tuple[Appointment, ...], dict[str, Phrase]]:
    """Whoever came after her has her place: somebody must be first."""
    posts: list[Appointment] = []
    lines: dict[str, Phrase] = {}
    for each in gone:
        area = turn.tx.areas.tree().areas[each.area_id]
        staying = [post for post in turn.tx.roster.of_area(area.id, each.role) if post.person_id != each.person_id]
        moved, told = counted(turn, area, staying)
        posts += moved
        for person_id, line in told.items():
            lines[person_id] = with_marks(lines[person_id], [line]) if person_id in lines else line
    return tuple(posts), lines


def _ahead(turn: Turn[RosterTransaction], day: str | None) -> str | None:
    return day if day is not None and date.fromisoformat(day) >= today(turn) else None


def _end_of_month(day: date) -> date:
    following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return following - timedelta(days=1)


def _key(post: Appointment) -> str:
    return f"{post.role}|{post.area_id}"


def _area(turn: Turn[RosterTransaction], post: Appointment) -> Named:
    area = turn.tx.areas.tree().areas[post.area_id]
    return Named(area.name, area.name_en)


def out(turn: Turn[RosterTransaction], person: Person, dialog: OpenDialog, plan: Plan | None) -> None:
    """Raises NotAllowed."""
    done(turn, person, plan)


OUT = Script("roster_out", ask_out, out, calm=True)
