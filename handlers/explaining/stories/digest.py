"""What stories have to say in a digest: what was told in the span, and what waits for somebody's yes."""

from __future__ import annotations

from collections.abc import Sequence

from domain.digests.figures import Digest
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.reach import Reach
from handlers.explaining.stories.ports import StoriesTransaction
from handlers.explaining.stories.words import short_of
from handlers.texts.say import Several
from handlers.turn import Turn

MOST = 3
"""The rest is one tap away."""
MOST_WAITING = 20


def block(turn: Turn[StoriesTransaction], person: Person, digest: Digest) -> Sequence[Phrase]:
    reach = Reach(tuple(area.id for area in digest.scope))
    n = turn.tx.stories.count_between(reach, digest.span.from_at, digest.span.until_at)
    waiting = [s for s in turn.tx.stories.waiting(reach, MOST_WAITING) if s.drafted_at < digest.span.until_at]
    lines = []
    if n:
        told = turn.tx.stories.between(reach, digest.span.from_at, digest.span.until_at, MOST)
        lines.append(phrase("tale.digest_told", n=n, stories=Several(tuple(short_of(story) for story in told))))
    if waiting:
        lines.append(phrase("tale.digest_waiting", n=len(waiting)))
    return lines
