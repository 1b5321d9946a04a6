"""督办: a result stays overdue, so a desk above looks on, and later is offered to take the matter on itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.events import Event
from domain.matters.matter import Matter, State
from domain.open import Due
from domain.people.person import Person
from domain.phrases import phrase
from handlers.matters.assigning import owner_name
from handlers.matters.cards import owner_of, prompt_of, what_of
from handlers.matters.clocks import matter_of
from handlers.matters.ladder import head_of, level_of_rung, rungs_above
from handlers.matters.nagging import few, may_nag
from handlers.matters.ports import MattersTransaction
from handlers.matters.whom import named
from handlers.roles import Rung
from handlers.speaking import Rows, Tap, send
from handlers.telling import tell
from handlers.turn import Turn

WATCH = "watch"
LOOK, OFFER = "look", "offer"
MOST = 3
"""Messages an hour to one desk: hundreds may be late at once, and all of them stand on its list."""


def overdue(turn: Turn[MattersTransaction], event: Event) -> None:
    """Follows MatterOverdue: the desk above has its own time before it hears."""
    matter = matter_of(turn, event.subject)
    rung = _watcher(turn, matter)
    if rung is not None:
        _plan(turn, matter, rung, LOOK)


def unwatched(turn: Turn[MattersTransaction], event: Event) -> None:
    """Follows an extension: it is not late any more."""
    matter = matter_of(turn, event.subject)
    if matter.watch:
        turn.tx.matters.save(replace(matter, watch=""))


def _watcher(turn: Turn[MattersTransaction], matter: Matter) -> Rung | None:
    """The nearest desk above the one that hears of everything late at once: its own, or the one it is on.

    Somebody may sit at both: then there is nobody else to look on.
    """
    above = [rung for rung in rungs_above(turn, matter) if level_of_rung(rung).at_a_desk]
    if matter.level.at_a_desk or not above:
        return next(iter(above), None)
    heard = head_of(turn, above[0])
    return next((rung for rung in above[1:] if head_of(turn, rung).id != heard.id), None)


def _plan(turn: Turn[MattersTransaction], matter: Matter, rung: Rung, step: str) -> None:
    at = turn.house.clocks.rung_due(turn.now, matter.tier, level_of_rung(rung))
    turn.tx.schedule.add(Due(WATCH, matter.subject, f"{step}:{matter.result_due_at.isoformat()}", at))


def watch(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """A row falls due; one of a result that came, or was put off since, is passed over."""
    for row in due:
        matter = matter_of(turn, row.subject)
        step, _, result_due = row.slot.partition(":")
        rung = _watcher(turn, matter)
        if rung is None or not _still_late(turn, matter, datetime.fromisoformat(result_due)):
            continue
        to = head_of(turn, rung)
        if step == LOOK:
            _look(turn, matter, rung, to)
        else:
            _say(
                turn,
                matter,
                to,
                "ladder.watch_again",
                rung,
                Tap(phrase("ladder.take_here", area=named(rung.area)), "take"),
            )


def _still_late(turn: Turn[MattersTransaction], matter: Matter, due_at: datetime) -> bool:
    late = matter.state is State.TAKEN and not matter.joined and not matter.paused
    return late and matter.result_due_at == due_at and due_at <= turn.now


def _look(turn: Turn[MattersTransaction], matter: Matter, rung: Rung, to: Person) -> None:
    turn.tx.matters.save(replace(matter, watch=level_of_rung(rung).value))
    tell(turn, matter.subject, "MatterWatched", to=to.id, level=level_of_rung(rung).value)
    _say(turn, matter, to, "ladder.watch", rung)
    _plan(turn, matter, rung, OFFER)


def _say(turn: Turn[MattersTransaction], matter: Matter, to: Person, key: str, rung: Rung, *more: Tap) -> None:
    if not few(turn, "watched", to.id, MOST):
        return
    see = Tap(phrase("desk.tap_see", no=matter.number), f"open:{matter.id}")
    words = phrase(
        key, no=matter.number, what=what_of(matter), until=matter.result_due_at,
        member=owner_name(owner_of(turn, matter)), area=named(rung.area),
    )  # fmt: skip
    taps: Rows = ((see, *more),)
    send(
        turn, to, words, taps=taps, prompt=prompt_of(matter), about=matter.subject, purpose="reminder",
        silent=not may_nag(turn, to.id),
    )  # fmt: skip
