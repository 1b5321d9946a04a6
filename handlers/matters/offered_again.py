"""Cards whose buttons may have been pressed in vain are shown once more, all of one person's in one message."""

from __future__ import annotations

from collections.abc import Sequence

from domain.matters.matter import Matter, State
from domain.messages import Urgency
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from handlers.away_span import Span
from handlers.matters.cards import end_taps, prompt_of, what_of
from handlers.matters.lists import open_taps
from handlers.matters.member_card import member_taps
from handlers.matters.ports import MattersTransaction
from handlers.speaking import Rows, quiet, send
from handlers.turn import Turn

MOST = 8


def cards_again(turn: Turn[MattersTransaction], person: Person, span: Span) -> bool:
    """What she was asked to take shortly before; whether there was any."""
    asked = [turn.tx.matters.get(matter_id) for matter_id in turn.tx.asked.of_person(person.id)]
    waiting = [matter for matter in asked if span.shown_in(matter.sent_at)]
    taps = member_taps(turn, waiting[0], person) if len(waiting) == 1 else None
    return _send(turn, person, span, "away.card", waiting, taps)


def ends_again(turn: Turn[MattersTransaction], person: Person, span: Span) -> bool:
    """The matters of hers that were said to be at an end shortly before; whether there were any."""
    hers = [matter for matter in turn.tx.matters.of_reporter(person.id) if matter.state is State.REPORTED]
    reported = [matter for matter in hers if matter.closed_at is not None and span.shown_in(matter.closed_at)]
    taps = end_taps(reported[0]) if len(reported) == 1 else None
    return _send(turn, person, span, "away.end", reported, taps)


def _send(
    turn: Turn[MattersTransaction], person: Person, span: Span, key: str, matters: Sequence[Matter], taps: Rows | None
) -> bool:
    """`taps` are those of the only one; several are opened by theirs."""
    if not matters:
        return False
    lines: list[Phrase] = [phrase(key, no=matter.number, what=what_of(matter)) for matter in matters[:MOST]]
    return send(
        turn, person, span.words, *lines, taps=taps if taps is not None else open_taps(matters[:MOST]),
        prompt="m:" if taps is None else prompt_of(matters[0]), about="" if taps is None else matters[0].subject,
        purpose="again", urgency=Urgency.REMINDER, silent=quiet(turn),
    )  # fmt: skip
