"""接着办: a pause is over and the clocks go on with what was left of them."""

from __future__ import annotations

from domain.matters.matter import Matter
from handlers.matters.assigning import deadlines
from handlers.matters.clocks import reckoned
from handlers.matters.ports import MattersTransaction
from handlers.telling import tell
from handlers.turn import Turn


def go_on(turn: Turn[MattersTransaction], matter: Matter, why: str, by: str = "") -> Matter:
    """`why`: "until" (its end has come), "answer" (a real one), "word" (the resident's, for which it waited), "button".

    The resident reads the promise that holds from now on.
    """
    going = reckoned(turn, matter, "MatterResumed")
    turn.tx.matters.save(going)
    promise = going.promise_at.isoformat()
    tell(turn, matter.subject, "MatterResumed", by=by, why=why, promise=promise, **deadlines(going))
    return going
