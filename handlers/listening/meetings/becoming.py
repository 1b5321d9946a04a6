"""What a resolution becomes: a matter with an owner and clocks, a need on the list, a task, or a line in the record."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import NamedTuple

from domain.areas import Spot
from domain.errors import NotAllowed
from domain.listening.kinds import likely_kind
from domain.listening.meeting import Meeting
from domain.listening.need import Heard, NeedAct
from domain.listening.resolution import Becomes, Resolution
from domain.matters.draft import Draft
from domain.matters.kinds import OTHER, clear, kind_of, likely_kinds
from domain.matters.words import one_line
from domain.open import Due
from domain.people.numbers import masked
from domain.people.person import Person
from domain.phrases import phrase
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.listening.meetings.words import title_of
from handlers.listening.needs import note_need
from handlers.matters.assigning import owner_name
from handlers.matters.command import WHAT_LENGTH, FileMatter
from handlers.matters.filing import file_matter
from handlers.matters.owners import About
from handlers.matters.places import mapped
from handlers.roles import posts_of
from handlers.speaking import Tap, quiet, send
from handlers.telling import new_content, tell
from handlers.texts.say import ShortDay
from handlers.turn import Turn

RESOLUTION = "resolution"
"""The role of its words in `contents`."""
TASK_DUE = "task_due"
TASKS, NEEDS = "task:", "need:"
"""Prompts of what its owner hears."""
MORNING = time(9)


class Resolved(NamedTuple):
    """`area_id` is where a matter is; `owner_id` "" and `due` None where nobody has it yet."""

    line: str
    becomes: Becomes
    area_id: str = ""
    owner_id: str = ""
    due: date | None = None


def make(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, said: Resolved) -> Resolution:
    """Raises NotAllowed for an owner who serves no more."""
    if said.owner_id and not posts_of(turn, said.owner_id):
        raise NotAllowed(said.owner_id)
    became_id = ""
    if said.becomes is Becomes.MATTER:
        became_id = _matter(turn, person, said)
    elif said.becomes is Becomes.NEED:
        became_id = _need(turn, person, meeting, said)
    content = new_content(turn, meeting.subject, RESOLUTION, person.id, text=said.line)
    resolution = Resolution(
        turn.tx.new_id(), meeting.id, content.id, said.becomes, became_id, said.owner_id, said.due, line=said.line
    )
    tell(
        turn, meeting.subject, "ResolutionMade", by=person.id, content=content, resolution=resolution.id,
        becomes=said.becomes.value, became=became_id, owner=said.owner_id, due=said.due.isoformat() if said.due else "",
    )  # fmt: skip
    turn.tx.resolutions.save(resolution)
    if resolution.open_task and resolution.due_on is not None:
        at = datetime.combine(resolution.due_on, MORNING, turn.house.zone).astimezone(turn.now.tzinfo)
        turn.tx.schedule.add(Due(TASK_DUE, resolution.subject, resolution.due_on.isoformat(), max(at, turn.now)))
    if said.owner_id and said.owner_id != person.id and said.becomes is not Becomes.MATTER:  # its card says so
        _tell_owner(turn, person, meeting, resolution)
    return resolution


def _matter(turn: Turn[MeetingsTransaction], person: Person, said: Resolved) -> str:
    """Handed in by whoever notes it, who hears how it ends. It is called what was agreed, with the place it names: that
    may be closer than the area.
    """
    of = about(turn, person, said.line, said.area_id)
    draft = Draft(turn.now, turn.now).with_words("", said.line, turn.now)
    what = one_line(masked(said.line), WHAT_LENGTH, "")
    command = FileMatter(draft, of.kind, of.tier, of.spot, what, owner_id=said.owner_id)
    return file_matter(turn, person, command).id


def about(turn: Turn[MeetingsTransaction], person: Person, line: str, area_id: str) -> About:
    """What the matter is; a resolution speaks of nobody, so neither does its kind."""
    tree = turn.tx.areas.tree()
    grid_id, area = tree.grid_of(area_id), tree.areas[area_id]
    spot = Spot(grid_id, area.called(person.language), building_id=area_id if area_id != grid_id else "")
    kind = clear(likely_kinds(line)) or OTHER
    kind = OTHER if kind_of(kind).private else kind
    return About(mapped(turn, spot), kind, turn.house.practice.tier_of(kind, turn.today), person.id)


def _need(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, said: Resolved) -> str:
    need = note_need(
        turn, person, area_id=meeting.area_id, kind=likely_kind(said.line), line=said.line, heard=Heard.MEETING,
        heard_id=meeting.id,
    )  # fmt: skip
    if said.owner_id and said.due:
        turn.tx.needs.save(need.after(NeedAct.TAKE, taken_by=said.owner_id, until_on=said.due))
        tell(turn, need.subject, "NeedTaken", by=said.owner_id, until=said.due.isoformat())
    return need.id


def _tell_owner(turn: Turn[MeetingsTransaction], person: Person, meeting: Meeting, resolution: Resolution) -> None:
    assert resolution.due_on is not None
    words = phrase(
        "meetings.task_yours", member=owner_name(person), title=title_of(meeting), line=resolution.line,
        day=ShortDay(resolution.due_on),
    )  # fmt: skip
    task = resolution.becomes is Becomes.TASK
    taps = ((Tap(phrase("meetings.tap_done"), "done") if task else Tap(phrase("lists.tap_look"), "look"),),)
    prompt = TASKS + resolution.id if task else NEEDS + resolution.became_id
    send(
        turn, turn.tx.people.get(resolution.owner_id), words, taps=taps, prompt=prompt, about=meeting.subject,
        key=f"task:{resolution.id}", silent=quiet(turn),
    )  # fmt: skip
