"""Lists and details: 我的事, 我的任务, 案头, and one matter's whole way in plain words."""

from __future__ import annotations

from datetime import datetime

from domain.events import Content, Event
from domain.matters.matter import Cause, Matter, State
from domain.messages import Inbound, Keys
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.keyboard import lasting_keys
from handlers.matters.assigning import owner_name, resident_name
from handlers.matters.cards import how_it_stands, owner_of, place_of, what_of
from handlers.matters.ports import MattersTransaction
from handlers.roles import grids_of_desk
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.texts.say import Named
from handlers.turn import Turn

MOST = 8


def mine(turn: Turn[MattersTransaction], person: Person, inbound: Inbound | None = None, rest: str = "") -> None:
    """What the resident has open and what is over, each to be opened by one tap."""
    matters = turn.tx.matters.of_reporter(person.id)
    if not matters:
        send(turn, person, phrase("list.none"), Keys(lasting_keys(turn, person)))
        return
    open_ones, past = [m for m in matters if m.open], [m for m in matters if not m.open]
    lines: list[Line | Strong] = []
    if open_ones:
        lines.append(Strong(phrase("list.open", n=len(open_ones))))
        lines += [
            phrase("list.line", no=m.number, what=what_of(m), state=how_it_stands(turn, m)) for m in open_ones[:MOST]
        ]
    if past:
        lines.append(Strong(phrase("list.past", n=len(past))))
        lines += [
            phrase("list.line", no=m.number, what=what_of(m), state=how_it_stands(turn, m))
            for m in past[: MOST - min(len(open_ones), 5)]
        ]
    send(turn, person, *lines, taps=_open_taps([*open_ones, *past][:MOST]), prompt="m:")


def tasks(turn: Turn[MattersTransaction], person: Person, inbound: Inbound | None = None, rest: str = "") -> None:
    """我的任务: what is in the member's hands, overdue first, then by what falls due."""
    matters = turn.tx.matters.of_owner(person.id)
    asked = [turn.tx.matters.get(i) for i in turn.tx.asked.of_person(person.id)]
    matters = [*matters, *(m for m in asked if m.owner_id != person.id and m.state is State.WAITING)]
    if not matters:
        send(turn, person, phrase("tasks.none"), Keys(lasting_keys(turn, person)))
        return
    late = sum(_falls_due(m) <= turn.now for m in matters)
    title = phrase("tasks.title_late", n=len(matters), late=late) if late else phrase("tasks.title", n=len(matters))
    ordered = sorted(matters, key=_falls_due)
    send(
        turn,
        person,
        Strong(title),
        *(_task_line(turn, m) for m in ordered[:MOST]),
        taps=_open_taps(ordered[:MOST]),
        prompt="m:",
    )


def _falls_due(matter: Matter) -> datetime:
    if matter.state is State.WAITING:
        return matter.contact_due_at
    return min(matter.progress_due_at, matter.result_due_at)


def _task_line(turn: Turn[MattersTransaction], matter: Matter) -> Phrase:
    due = _falls_due(matter)
    key = "tasks.line_late" if due <= turn.now else f"tasks.line_{matter.state.value}"
    return phrase(key, no=matter.number, what=what_of(matter), place=place_of(matter), until=due)


def desk(turn: Turn[MattersTransaction], person: Person, inbound: Inbound | None = None, rest: str = "") -> None:
    """案头: what nobody has taken, what is overdue, and the rest by number; unmapped places come with the first."""
    matters = turn.tx.matters.in_grids([*grids_of_desk(turn, person), ""])
    here = [m for m in matters if m.state is not State.REPORTED]
    waiting = [m for m in here if m.state is State.WAITING]
    late = [m for m in here if m.state is not State.WAITING and _falls_due(m) <= turn.now]
    rest_of = [m for m in here if m not in waiting and m not in late]
    if not matters:
        send(turn, person, phrase("desk.none"), Keys(lasting_keys(turn, person)))
        return
    lines: list[Line | Strong] = [Strong(phrase("desk.title", open=len(matters), waiting=len(waiting), late=len(late)))]
    for key, group in (("desk.waiting", waiting), ("desk.late", late), ("desk.in_hand", rest_of)):
        if group:
            lines.append(phrase(key, n=len(group)))
            lines += [_desk_line(turn, m) for m in group[:5]]
    send(turn, person, *lines, taps=_open_taps([*waiting[:4], *late[:4]] or rest_of[:4]), prompt="m:")


def _desk_line(turn: Turn[MattersTransaction], matter: Matter) -> Phrase:
    return phrase(
        "desk.line", no=matter.number, what=what_of(matter), place=place_of(matter),
        member=owner_name(owner_of(turn, matter)), until=_falls_due(matter),
    )  # fmt: skip


def _open_taps(matters: list[Matter]) -> Rows:
    return tuple((Tap(phrase("tap.open", no=m.number, what=what_of(m)), f"open:{m.id}"),) for m in matters)


# ---- one matter's whole way ----------------------------------------------------------------------------------------

TOLD = {
    "MatterFiled", "MatterAssigned", "MatterAccepted", "ProgressReported", "WordAdded", "MatterReported", "MatterReopened",
    "ResidentAgreed", "MatterLapsed", "MatterWithdrawn", "MatterRated", "MatterRaised", "PhoneShown", "ResidentNudged",
}  # fmt: skip


def show_timeline(turn: Turn[MattersTransaction], person: Person, matter: Matter) -> None:
    contents = {content.id: content for content in turn.tx.contents.of(matter.subject)}
    lines: list[Line | Strong] = [
        Strong(phrase("card.title", no=matter.number, what=what_of(matter))),
        phrase("card.where", place=place_of(matter)),
    ]
    for event in turn.tx.events.of(matter.subject):
        if event.type in TOLD:
            lines.append(_told(turn, person, matter, event, contents.get(event.content_id)))
    lines.append(how_it_stands(turn, matter))
    send(turn, person, *lines, about=matter.subject, silent=True)


def _told(
    turn: Turn[MattersTransaction], person: Person, matter: Matter, event: Event, content: Content | None
) -> Phrase:
    args = {
        "at": event.at,
        "who": _name(turn, matter, event.by),
        "owner": _name(turn, matter, str(event.facts.get("owner", matter.owner_id))),
        "line": content.text
        if content and content.text
        else phrase("told.media")
        if content and content.media
        else phrase("told.erased"),
        "grade": event.facts.get("grade", 0),
        "cause": phrase(f"cause.{event.facts.get('cause') or Cause.SOLVED.value}"),
    }
    return Phrase(f"told.{event.type}", args)


def _name(turn: Turn[MattersTransaction], matter: Matter, person_id: str) -> object:
    if person_id == matter.reporter_id:
        return resident_name(turn, matter)
    if not person_id:
        return phrase("who.clock")
    person = turn.tx.people.get(person_id)
    return Named(person.name, person.name_en)
