"""Reminders: gathered for each person and said in one message, each once, however late; and owning up to lateness."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.matters.matter import Matter, State, Tier
from domain.messages import Urgency
from domain.open import Due
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.matters.accused import its_desk
from handlers.matters.apologies import SAME, own_up
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, prompt_of, show_resident, what_of
from handlers.matters.clocks import DAILY, again_tomorrow, due_of, matter_of, reckoned
from handlers.matters.lists import open_taps
from handlers.matters.member_card import member_taps
from handlers.matters.nagging import NAGGED, begin_hour, free_at
from handlers.matters.ports import MattersTransaction
from handlers.matters.worklists import TASKS
from handlers.speaking import Line, Rows, Tap, quiet, send
from handlers.telling import tell
from handlers.turn import Turn

PLAIN, HALF, SOON, OVERDUE = "plain", "half", "soon", "overdue"
GRAVITY = (PLAIN, HALF, SOON, OVERDUE, DAILY)
"""How grave it is; "plain" is a half-time reminder that is said later than at half time."""
REMIND, SAY = "remind", "say_reminders"
AGAIN = "again"
MOST = 8


@dataclass(frozen=True, slots=True)
class Reminder:
    """One clock of one matter: `which` is one of GRAVITY, `due_at` the instant it speaks of; it fell due so many
    minutes before it was noted. `maybe_repeat` as in Turn.
    """

    matter_id: str
    clock: str
    which: str
    due_at: datetime
    late_by: int = 0
    maybe_repeat: bool = False

    @property
    def late(self) -> bool:
        return self.which in (OVERDUE, DAILY)

    @staticmethod
    def of(row: Due, turn: Turn[Any]) -> Reminder:
        clock, which, due_at = row.slot.split(":", 2)
        matter_id, at = row.subject.partition(":")[2], datetime.fromisoformat(due_at)
        return Reminder(matter_id, clock, which.partition("-")[0], at, turn.late_by, turn.maybe_repeat)

    @staticmethod
    def read(turn: Turn[Any], noted: Sequence[str]) -> Reminder:
        """An earlier release noted neither how late it was nor whether it may be a repeat."""
        matter_id, clock, which, at, late, again = (*noted, "0", "")[:6]
        return Reminder(
            matter_id, clock, which, datetime.fromisoformat(at), max(int(late), turn.late_by), again == AGAIN
        )

    def noted(self, which: str) -> list[str]:
        """As `read` reads it."""
        again = AGAIN if self.maybe_repeat else ""
        return [self.matter_id, self.clock, which, self.due_at.isoformat(), str(self.late_by), again]


# ---- a row falls due -----------------------------------------------------------------------------------------------


def remind(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """Notes the reminder for whom it concerns; a clock that was stopped or set anew since is passed over."""
    for row in due:
        matter, reminder = matter_of(turn, row.subject), Reminder.of(row, turn)
        if due_of(matter, reminder.clock) != reminder.due_at:
            continue
        if reminder.late:
            again_tomorrow(turn, matter, reminder.clock, reminder.due_at)
        if reminder.clock == "result" and reminder.which == OVERDUE:
            _overdue(turn, matter)
        elif reminder.which == DAILY:
            show_resident(turn, matter)
        for person_id in _concerned(turn, matter, reminder):
            _note(turn, person_id, reminder, at_once=matter.tier is Tier.DANGER)


def _concerned(turn: Turn[MattersTransaction], matter: Matter, reminder: Reminder) -> list[str]:
    """The owner; while danger waits for somebody, all who were called; once the desk, of a result that is overdue."""
    ids = [matter.owner_id]
    if matter.tier is Tier.DANGER and matter.state is State.WAITING:
        ids += turn.tx.asked.of(matter.id)
    if reminder.clock == "result" and reminder.which == OVERDUE:
        ids += [coordinator.id for coordinator in its_desk(turn, matter)[:1]]
    return list(dict.fromkeys(ids))


def _overdue(turn: Turn[MattersTransaction], matter: Matter) -> None:
    """The result's instant has passed: the resident hears it plainly, with a new promise."""
    later = reckoned(turn, matter, "MatterOverdue")
    turn.tx.matters.save(later)
    own_up(turn, later, SAME, matter.promise_at)
    tell(turn, matter.subject, "MatterOverdue", owner=matter.owner_id, promise=later.promise_at.isoformat())


# ---- gathered by person, said once ---------------------------------------------------------------------------------


def _note(turn: Turn[Any], person_id: str, reminder: Reminder, *, at_once: bool) -> None:
    """All that falls due within an hour of the last is said in one message; what comes at night, in the morning."""
    noted, at = _noted(turn, person_id), turn.now if at_once else _soonest(turn, person_id)
    which = PLAIN if reminder.which == HALF and at > turn.now else reminder.which
    kept = [*noted, reminder.noted(which)]
    turn.tx.notes.set(_name(person_id), json.dumps(kept))
    if at_once or not noted:
        _plan(turn, person_id, at)


def _soonest(turn: Turn[Any], person_id: str) -> datetime:
    return turn.house.clocks.next_awake(free_at(turn, NAGGED, person_id))


def _plan(turn: Turn[Any], person_id: str, at: datetime) -> None:
    turn.tx.schedule.add(Due(SAY, f"person:{person_id}", turn.tx.new_id(), at))


def _noted(turn: Turn[Any], person_id: str) -> list[list[str]]:
    noted: list[list[str]] = json.loads(turn.tx.notes.get(_name(person_id)) or "[]")
    return noted


def _name(person_id: str) -> str:
    return f"reminders:{person_id}"


def say(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """One message to each person with everything noted that still holds; danger alone does not wait for its hour."""
    for person_id in dict.fromkeys(row.subject.partition(":")[2] for row in due):
        noted = [Reminder.read(turn, each) for each in _noted(turn, person_id)]
        entries = _worth_saying(turn, person_id, noted)
        at, danger = _soonest(turn, person_id), any(matter.tier is Tier.DANGER for matter, _ in entries)
        if entries and at > turn.now and not danger:
            _plan(turn, person_id, at)
            continue
        turn.tx.notes.set(_name(person_id), "[]")
        if entries:
            begin_hour(turn, NAGGED, person_id)
            _send(turn, turn.tx.people.get(person_id), entries)


def _worth_saying(
    turn: Turn[MattersTransaction], person_id: str, noted: Sequence[Reminder]
) -> list[tuple[Matter, Reminder]]:
    """One line a matter, the gravest; danger first, then what is late, then by the instant."""
    found: dict[str, tuple[Matter, Reminder]] = {}
    for reminder in sorted(noted, key=lambda r: (not r.late, -GRAVITY.index(r.which), r.due_at)):
        matter = turn.tx.matters.get(reminder.matter_id)
        holds = due_of(matter, reminder.clock) == reminder.due_at and person_id in _concerned(turn, matter, reminder)
        if holds and matter.id not in found:
            found[matter.id] = (matter, reminder)
    return sorted(found.values(), key=lambda entry: entry[0].tier is not Tier.DANGER)


def _send(turn: Turn[MattersTransaction], person: Person, entries: list[tuple[Matter, Reminder]]) -> None:
    danger = any(matter.tier is Tier.DANGER for matter, _ in entries)
    first, one = entries[0][0], len(entries) == 1
    lines: list[Line] = [] if one else [phrase("remind.several", n=len(entries))]
    lines += [_line(turn, person, matter, reminder) for matter, reminder in entries[:MOST]]
    if any(reminder.late_by for _, reminder in entries):
        lines.append(phrase("late.reminder"))
    again = any(reminder.maybe_repeat for _, reminder in entries)
    send(
        replace(turn, maybe_repeat=again), person, *lines,
        taps=member_taps(turn, first, person) if one else _open_taps(entries),
        prompt=prompt_of(first) if one else "m:", purpose="reminder", about=first.subject if one else "",
        urgency=Urgency.DANGER if danger else Urgency.REMINDER, silent=quiet(turn) and not danger,
    )  # fmt: skip
    for matter, reminder in entries:
        late_turn = replace(turn, late_by=reminder.late_by)
        tell(late_turn, matter.subject, "MatterReminded", to=person.id, clock=reminder.clock, which=reminder.which)


def _line(turn: Turn[MattersTransaction], person: Person, matter: Matter, reminder: Reminder) -> Phrase:
    named: dict[str, object] = {"no": matter.number, "what": what_of(matter), "until": reminder.due_at}
    if person.id != matter.owner_id and matter.state is State.TAKEN:
        return phrase("remind.late_others", member=owner_name(owner_of(turn, matter)), **named)
    when = "late" if reminder.late else reminder.which
    return phrase(f"remind.{when}_{reminder.clock}", **named)


def _open_taps(entries: list[tuple[Matter, Reminder]]) -> Rows:
    """The first few by name; the rest stand on her list."""
    taps = open_taps([matter for matter, _ in entries[:MOST]])
    return taps if len(entries) <= MOST else (*taps, (Tap(phrase("list.more", n=len(entries) - MOST), f"{TASKS}:0"),))
