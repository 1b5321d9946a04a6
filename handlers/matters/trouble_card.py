"""The desk's side of a known trouble: its card with what can be done, who may do it, and when the desk is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.errors import NotAllowed
from domain.matters.trouble import Stage, Trouble
from domain.messages import Op, Text
from domain.open import Due
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.rights import AreaRight
from handlers.matters.assigning import owner_name
from handlers.matters.nagging import may_nag
from handlers.matters.owners import anybody
from handlers.matters.ports import MattersTransaction
from handlers.matters.trouble_joining import watcher
from handlers.matters.trouble_words import STOPS, title_of
from handlers.rights import may_at
from handlers.roles import desk_for
from handlers.speaking import Line, Rows, Strong, Tap, send
from handlers.telling import tell
from handlers.texts.say import Between
from handlers.turn import Turn

PROMPT = "t:"
BEGIN = "trouble_begin"
ASK, LATE, NEWS, CLOSE, ADOPT = "trouble_ask", "trouble_late", "trouble_news", "trouble_close", "trouble_adopt"
BEFORE = timedelta(minutes=10)
"""So long before its end the desk is asked whether it is over."""
AGAIN = timedelta(hours=1)


# ---- who may -------------------------------------------------------------------------------------------------------


def sits_above(turn: Turn[Any], person: Person, area_id: str) -> bool:
    return may_at(turn, person, area_id, AreaRight.MARK_TROUBLE)


def must_sit_above(turn: Turn[Any], person: Person, trouble: Trouble) -> None:
    """Raises NotAllowed."""
    if not sits_above(turn, person, trouble.area_id):
        raise NotAllowed(f"{person.id} on {trouble.id}")


# ---- the card ------------------------------------------------------------------------------------------------------


def card_key(trouble: Trouble, person: Person) -> str:
    return f"trouble:{trouble.id}:{person.id}"


def show(
    turn: Turn[MattersTransaction], trouble: Trouble, person: Person, *lead: Line, op: Op = Op.SEND, silent: bool = True
) -> None:
    """What is known, until when, how many wait; and what may be done now. `lead` stands above it."""
    n = turn.tx.troubles.waiting(trouble.id)
    lines: list[Line | Strong] = [*lead, Strong(title_of(turn, trouble)), *_line(trouble)]
    if trouble.stage is Stage.PLANNED:
        lines.append(between(trouble.from_at or trouble.marked_at, trouble.until_at))
    elif trouble.until_at is not None and trouble.stage is Stage.RUNNING:
        lines.append(phrase("trouble.past" if trouble.late(turn.now) else "trouble.until_at", until=trouble.until_at))
    watching = owner_name(turn.tx.people.get(trouble.owner_id))
    over = n == 0 and trouble.stage in (Stage.ENDED, Stage.WITHDRAWN)
    lines.append(
        phrase(f"trouble.{'was' if over else 'is'}_{trouble.stage.value}", n=n, member=watching, waiting=_waiting(n))
    )
    send(
        turn, person, *lines, taps=_taps(turn, trouble, person), prompt=PROMPT, op=op,
        key=card_key(trouble, person), purpose="card", silent=silent,
    )  # fmt: skip


def _waiting(n: int) -> Phrase:
    return phrase("trouble.some_waiting" if n else "trouble.nobody_waiting", n=n)


def between(begins_at: datetime, until_at: datetime | None) -> Phrase:
    """From when until when something is planned."""
    if until_at is None:
        return phrase("trouble.from_on", begins=begins_at)
    return phrase("trouble.from_to", span=Between(begins_at, until_at))


def _line(trouble: Trouble) -> list[Line]:
    """The desk's own words, unless they were erased."""
    return [Text(trouble.line.rstrip(STOPS), "quote")] if trouble.line else []


def _taps(turn: Turn[Any], trouble: Trouble, person: Person) -> Rows:
    if not sits_above(turn, person, trouble.area_id):
        return ()
    if trouble.stage is Stage.ENDING:
        return ((Tap(phrase("tap.undo"), f"undo:{trouble.id}"),),)
    if trouble.stage is Stage.PLANNED:
        begins = Tap(phrase("trouble.begins_now"), f"begin:{trouble.id}")
        other, off = (
            Tap(phrase("trouble.change"), f"replan:{trouble.id}"),
            Tap(phrase("trouble.off"), f"cancel:{trouble.id}"),
        )
        return ((other, off), (begins,))
    if trouble.stage is not Stage.RUNNING:
        return ()
    return (
        (Tap(phrase("trouble.over"), f"end:{trouble.id}"), Tap(phrase("trouble.change"), f"change:{trouble.id}")),
        (Tap(phrase("trouble.withdraw"), f"withdraw:{trouble.id}"),),
    )


# ---- when the desk is asked ----------------------------------------------------------------------------------------


def plan(turn: Turn[MattersTransaction], trouble: Trouble) -> None:
    """Replaces what has not fired yet by what its present turn asks for."""
    turn.tx.schedule.cancel(trouble.subject, (BEGIN, ASK, LATE, CLOSE))
    if trouble.stage is Stage.PLANNED and trouble.from_at is not None:
        turn.tx.schedule.add(Due(BEGIN, trouble.subject, trouble.from_at.isoformat(), trouble.from_at))
    if trouble.stage is not Stage.RUNNING:
        return
    clocks, until = turn.house.clocks, trouble.until_at
    if until is None:
        ask_at = clocks.next_daily(turn.now)
    elif trouble.late(turn.now):
        ask_at = clocks.next_awake(turn.now + AGAIN)
    else:
        turn.tx.schedule.add(Due(LATE, trouble.subject, until.isoformat(), until))
        ask_at = until - BEFORE if until - turn.now >= 2 * BEFORE else until
    if ask_at != until:  # at the end itself the desk is asked with the late word
        turn.tx.schedule.add(Due(ASK, trouble.subject, f"{trouble.turn}:{ask_at.isoformat()}", ask_at))


def ask_desk(turn: Turn[MattersTransaction], trouble: Trouble, op: Op = Op.SEND) -> None:
    """好了吗? Two taps. With `op` UPDATE the question asked shortly before only says now that its time has passed."""
    n = turn.tx.troubles.waiting(trouble.id)
    words = phrase("trouble.ask_open", title=title_of(turn, trouble), waiting=_waiting(n))
    if trouble.until_at is not None:
        key = "trouble.ask_late" if trouble.late(turn.now) else "trouble.ask"
        words = phrase(key, title=title_of(turn, trouble), until=trouble.until_at, waiting=_waiting(n))
    taps = ((Tap(phrase("trouble.over"), f"end:{trouble.id}"), Tap(phrase("trouble.longer"), f"change:{trouble.id}")),)
    to, key = watcher(turn, trouble), f"trouble_ask:{trouble.id}:{trouble.until_at}"
    asked = op is Op.UPDATE and any(turn.tx.handles.handle(each, key) for each in turn.tx.people.addresses(to.id))
    send(
        turn, to, words, *_line(trouble), taps=taps, prompt=PROMPT, purpose="reminder", op=op, key=key,
        silent=asked or not may_nag(turn, to.id),
    )  # fmt: skip


# ---- somebody else watches over it ---------------------------------------------------------------------------------


def hand_over_all(turn: Turn[MattersTransaction], person: Person) -> None:
    """Whoever cannot act any more watches over nothing: what waits goes with the trouble to the next at the desk."""
    hers = [trouble.id for trouble in turn.tx.troubles.not_over() if trouble.owner_id == person.id]
    for trouble in (turn.tx.troubles.get(trouble_id) for trouble_id in hers):  # it may have ended since
        if (trouble.running or trouble.stage is Stage.PLANNED) and trouble.owner_id == person.id:
            others = [other for other in desk_for(turn, trouble.area_id) if other.id != person.id]
            hand_over(turn, trouble, others[0] if others else anybody(turn))


def hand_over(turn: Turn[MattersTransaction], trouble: Trouble, to: Person) -> None:
    moved = replace(trouble, owner_id=to.id)
    turn.tx.troubles.save(moved)
    tell(turn, trouble.subject, "TroubleMoved", owner=to.id, before=trouble.owner_id)
    if to.id != trouble.owner_id:
        show(turn, moved, to, phrase("trouble.yours"), silent=not may_nag(turn, to.id))
