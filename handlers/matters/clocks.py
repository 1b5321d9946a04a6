"""The clocks of a matter as rows of the schedule, and what happens when one fires."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.matters.matter import Act, Matter, State, Tier, Word
from domain.messages import Urgency
from domain.open import Due
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import assign, owner_name
from handlers.matters.cards import owner_of, prompt_of, resident_key, show_member, show_resident, what_of
from handlers.matters.ports import MattersTransaction
from handlers.roles import desk_for, on_duty
from handlers.speaking import Line, Strong, Tap, quiet, send
from handlers.telling import tell
from handlers.turn import Turn

UNDO_FOR = timedelta(minutes=2)
ASK_AGAIN_AFTER = timedelta(hours=24)
LAPSE_AFTER = timedelta(hours=72)
KINDS = ("remind", "ladder", "announce", "ask_again", "lapse")


def replan(turn: Turn[MattersTransaction], matter: Matter, start: datetime | None = None) -> None:
    """Replaces what has not fired yet by what the matter's present state asks for. `start`: when its present clock began (default now)."""
    turn.tx.schedule.cancel(matter.subject, KINDS)
    clocks, start = turn.house.clocks, start or turn.now
    match matter.state:
        case State.WAITING:
            _remind(turn, matter, "contact", start, matter.contact_due_at)
            _add(turn, matter, "ladder", f"{matter.turn}", matter.contact_due_at)
        case State.TAKEN:
            _remind(turn, matter, "progress", start, matter.progress_due_at)
            _remind(turn, matter, "result", matter.sent_at, matter.result_due_at)
        case State.CLOSING:
            _add(turn, matter, "announce", f"{matter.turn}", turn.now + UNDO_FOR)
        case State.REPORTED:
            _add(turn, matter, "ask_again", f"{matter.turn}", clocks.next_awake(turn.now + ASK_AGAIN_AFTER))
            _add(turn, matter, "lapse", f"{matter.turn}", turn.now + LAPSE_AFTER)


def _remind(turn: Turn[Any], matter: Matter, clock: str, start: datetime, due_at: datetime) -> None:
    for reminder in turn.house.clocks.reminder_instants(start, due_at, matter.tier):
        if reminder.at >= turn.now:
            _add(turn, matter, "remind", f"{clock}:{reminder.slot}:{due_at.isoformat()}", reminder.at)


def _add(turn: Turn[Any], matter: Matter, kind: str, slot: str, at: datetime) -> None:
    turn.tx.schedule.add(Due(kind, matter.subject, slot, at))


def matter_of(turn: Turn[MattersTransaction], subject: str) -> Matter:
    return turn.tx.matters.get(subject.partition(":")[2])


# ---- reminders -----------------------------------------------------------------------------------------------------


def remind(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """One message to each person, however many of her matters are due; nobody's phone rings twice for one instant."""
    lists: dict[str, list[tuple[Matter, str]]] = {}
    for row in due:
        matter = matter_of(turn, row.subject)
        clock, which, _ = row.slot.split(":", 2)
        if not matter.in_hand:
            continue
        if which in ("overdue", "daily"):
            _again_tomorrow(turn, matter, clock)
        if clock == "result" and which == "overdue":
            matter = own_up(turn, matter)
        for person_id in _to_remind(turn, matter):
            entries = lists.setdefault(person_id, [])
            if all(known.id != matter.id for known, _ in entries):
                entries.append((matter, which))
    for person_id, entries in lists.items():
        _send_reminder(turn, turn.tx.people.get(person_id), entries)


def _to_remind(turn: Turn[MattersTransaction], matter: Matter) -> list[str]:
    if matter.state is State.WAITING:
        return list(dict.fromkeys([matter.owner_id, *turn.tx.asked.of(matter.id)]))
    return [matter.owner_id]


def _again_tomorrow(turn: Turn[Any], matter: Matter, clock: str) -> None:
    tomorrow = turn.house.clocks.daily_after(turn.now)
    _add(turn, matter, "remind", f"{clock}:daily:{tomorrow.isoformat()}", tomorrow)


def _send_reminder(turn: Turn[MattersTransaction], person: Person, entries: list[tuple[Matter, str]]) -> None:
    danger = any(matter.tier is Tier.DANGER for matter, _ in entries)
    lines: list[Line | Strong] = [phrase("remind.several", n=len(entries))] if len(entries) > 1 else []
    for matter, which in entries:
        late = which in ("overdue", "daily")
        lines.append(
            phrase(
                "remind.late" if late else "remind.soon", no=matter.number, what=what_of(matter), until=_due_now(matter)
            )
        )
    taps = tuple(
        (Tap(phrase("tap.open", no=matter.number, what=what_of(matter)), f"open:{matter.id}"),)
        for matter, _ in entries[:8]
    )
    send(
        turn, person, *lines, taps=taps, prompt="m:", purpose="reminder",
        urgency=Urgency.DANGER if danger else Urgency.REMINDER, silent=quiet(turn) and not danger,
        about=entries[0][0].subject if len(entries) == 1 else "",
    )  # fmt: skip
    for matter, which in entries:
        tell(turn, matter.subject, "MatterReminded", to=person.id, which=which)


def _due_now(matter: Matter) -> datetime:
    return matter.contact_due_at if matter.state is State.WAITING else min(matter.progress_due_at, matter.result_due_at)


def own_up(turn: Turn[MattersTransaction], matter: Matter) -> Matter:
    """The result's instant has passed: the resident hears it plainly with a new promise, and the desk is told."""
    promised, until = matter.promise_at, turn.house.clocks.daily_after(turn.now)
    later = replace(matter, promise_at=until)
    turn.tx.matters.save(later)
    ring_late(turn, later, promised, owner_of(turn, later))
    for coordinator in desk_for(turn, matter.spot.grid_id)[:1]:
        if coordinator.id != matter.owner_id:
            show_member(turn, later, coordinator, ring=True)
    tell(turn, matter.subject, "MatterOverdue", owner=matter.owner_id)
    return later


def ring_late(turn: Turn[MattersTransaction], matter: Matter, promised: datetime, owner: Person) -> None:
    resident = turn.tx.people.get(matter.reporter_id)
    send(
        turn, resident, phrase("ring.late", until=promised, owner=owner_name(owner), new_until=matter.promise_at),
        about=matter.subject, reply_to=resident_key(matter, resident), purpose="ring", silent=quiet(turn) and matter.tier is not Tier.DANGER,
    )  # fmt: skip
    show_resident(turn, matter)


# ---- nobody accepts: deputy, then desk ----------------------------------------------------------------------------


def climb(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """Nobody has accepted in time: the next one gets the card too, those before may still accept, the first wins."""
    for row in due:
        matter = matter_of(turn, row.subject)
        if matter.state is not State.WAITING:
            continue
        asked = set(turn.tx.asked.of(matter.id)) | {matter.owner_id}
        nexts = [p for p in _ladder(turn, matter) if p.id not in asked]
        if matter.tier is Tier.DANGER:
            for person in nexts[1:]:
                turn.tx.asked.add(matter.id, person.id)
                show_member(turn, matter, person, ring=True)
        if nexts:
            assign(turn, matter, nexts[0], by="", why="late", keep_asked=True)


def _ladder(turn: Turn[Any], matter: Matter) -> list[Person]:
    members = on_duty(turn, matter.spot.grid_id) if matter.spot.grid_id else []
    return members + [p for p in desk_for(turn, matter.spot.grid_id) if p not in members]


# ---- the end: two minutes to undo, one question, then silence -----------------------------------------------------


def announce(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    for row in due:
        matter = matter_of(turn, row.subject)
        if matter.can(Act.ANNOUNCE):
            reported = matter.after(Act.ANNOUNCE, closed_at=turn.now)
            turn.tx.matters.save(reported)
            tell(
                turn,
                matter.subject,
                "MatterReported",
                by=matter.owner_id,
                cause=matter.cause.value if matter.cause else "",
            )


def ask_again(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """One friendly question after a day of silence, never a second one."""
    for row in due:
        matter = matter_of(turn, row.subject)
        if matter.state is not State.REPORTED:
            continue
        resident = turn.tx.people.get(matter.reporter_id)
        taps = ((Tap(phrase("tap.good"), "good"), Tap(phrase("tap.not_yet"), "not_yet")),)
        send(
            turn, resident, phrase("ring.silence", what=what_of(matter)), taps=taps, prompt=prompt_of(matter),
            about=matter.subject, key=f"end:{matter.id}", reply_to=resident_key(matter, resident), purpose="ring", silent=quiet(turn),
        )  # fmt: skip
        tell(turn, matter.subject, "ResidentAskedAgain")


def lapse(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """Silence is recorded as silence, never as satisfied."""
    for row in due:
        matter = matter_of(turn, row.subject)
        if matter.can(Act.LAPSE):
            turn.tx.matters.save(matter.after(Act.LAPSE, ended_at=turn.now, word=Word.NO_ANSWER))
            tell(turn, matter.subject, "MatterLapsed")
