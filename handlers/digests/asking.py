"""/digest, 简报: the figures of any span, whenever a coordinator asks."""

from __future__ import annotations

from domain.digests.asked import OFFERED, asked_span
from domain.digests.figures import Span
from domain.errors import NoLongerPossible, NotAllowed
from domain.messages import Inbound
from domain.people.person import Person
from domain.phrases import phrase
from handlers.digests.ports import DigestsTransaction
from handlers.digests.rights import must_read, scope_of
from handlers.digests.schedule import span_args
from handlers.speaking import Rows, Tap, send
from handlers.turn import Turn

MAKE_ONE, MAKE_TABLE = "digest", "digest_table"
"""Kinds of work. Of the first: person, scope, the span, and for one that was asked for the key of the message that it
takes the place of; of the second: person, digest, key.
"""
A_ROW = 3


def asked(turn: Turn[DigestsTransaction], person: Person, inbound: Inbound, rest: str) -> None:
    """Alone it tells of today and offers other spans; what is no span is answered with what may be written."""
    if not rest:
        span = asked_span("today", turn.now, turn.house.zone)
        if span is not None:
            _begin(turn, person, span)
        send(turn, person, phrase("digest.which"), taps=_span_taps(), prompt="dg:", silent=True)
        return
    span = asked_span(rest, turn.now, turn.house.zone)
    if span is None:
        send(turn, person, phrase("digest.no_span"), taps=_span_taps(), prompt="dg:")
        return
    _begin(turn, person, span)


def pressed(turn: Turn[DigestsTransaction], person: Person, code: str) -> None:
    """A span's button. Raises NotAllowed, NoLongerPossible."""
    span = asked_span(code, turn.now, turn.house.zone) if code in OFFERED else None
    if span is None:
        raise NoLongerPossible(code)
    if not scope_of(turn, person):
        raise NotAllowed("digest")
    _begin(turn, person, span)


def _begin(turn: Turn[DigestsTransaction], person: Person, span: Span) -> None:
    """Said at once, counted outside of every turn; the digest then takes the place of these words."""
    key = f"digest:{turn.tx.new_id()}"
    send(turn, person, phrase("digest.counting"), key=key, silent=True)
    scope = list(scope_of(turn, person))
    turn.tx.work.add(MAKE_ONE, key, {"person": person.id, "scope": scope, "key": key, **span_args(span)})


def table(turn: Turn[DigestsTransaction], person: Person, digest_id: str) -> None:
    """[表格]: a spreadsheet with everything behind the figures. Raises NotAllowed, NotFound."""
    must_read(turn, person, digest_id)
    key = f"table:{turn.tx.new_id()}"
    send(turn, person, phrase("digest.counting"), key=key, silent=True)
    turn.tx.work.add(MAKE_TABLE, key, {"person": person.id, "digest": digest_id, "key": key})


def _span_taps() -> Rows:
    taps = [Tap(phrase(f"digest.span_{code}"), f"span:{code}") for code in OFFERED]
    return tuple(tuple(taps[n : n + A_ROW]) for n in range(0, len(taps), A_ROW))
