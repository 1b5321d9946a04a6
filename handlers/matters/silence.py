"""After 办结 by the clock: the resident hears it in two minutes, is asked once more after a day, then left in peace."""

from __future__ import annotations

from collections.abc import Sequence

from domain.matters.matter import Act, Word
from domain.open import Due
from domain.phrases import phrase
from handlers.matters.cards import end_taps, what_of
from handlers.matters.clocks import matter_of, meant
from handlers.matters.judging import asked_again_key
from handlers.matters.nagging import may_nag
from handlers.matters.ports import MattersTransaction
from handlers.matters.ringing import END, ring
from handlers.matters.uniting import conclude
from handlers.telling import tell
from handlers.turn import Turn


def announce(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """Nobody took it back within two minutes."""
    for row in due:
        matter = matter_of(turn, row.subject)
        if not (matter.can(Act.ANNOUNCE) and meant(matter, row)):
            continue
        if matter.into_id:  # of that her elder matter's end is asked about, not this one's
            conclude(turn, matter)
            continue
        turn.tx.matters.save(matter.after(Act.ANNOUNCE, closed_at=turn.now))
        cause = matter.cause.value if matter.cause else ""
        tell(turn, matter.subject, "MatterReported", by=matter.owner_id, cause=cause)


def ask_again(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """One friendly question after a day of silence, never a second one; of several within the hour one rings."""
    for row in due:
        matter = matter_of(turn, row.subject)
        if matter.can(Act.LAPSE) and meant(matter, row):
            ring(
                turn, matter, phrase("ring.silence", what=what_of(matter)),
                taps=end_taps(matter), key=asked_again_key(matter),
                most=END if may_nag(turn, matter.reporter_id) else 0,
            )  # fmt: skip
            tell(turn, matter.subject, "ResidentAskedAgain")


def lapse(turn: Turn[MattersTransaction], due: Sequence[Due]) -> None:
    """Silence is recorded as silence, never as satisfied."""
    for row in due:
        matter = matter_of(turn, row.subject)
        if matter.can(Act.LAPSE) and meant(matter, row):
            turn.tx.matters.save(matter.after(Act.LAPSE, ended_at=turn.now, word=Word.NO_ANSWER))
            tell(turn, matter.subject, "MatterLapsed")
