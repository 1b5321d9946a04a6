"""What the visits have to say in a digest: how many doors of each sort, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence

from domain.digests.figures import Digest
from domain.listening.visit import VisitSort
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.reach import Reach
from handlers.listening.visits.page import sort_name
from handlers.listening.visits.ports import VisitsTransaction
from handlers.texts.say import Several
from handlers.turn import Turn


def block(turn: Turn[VisitsTransaction], person: Person, digest: Digest) -> Sequence[Phrase]:
    reach = Reach(tuple(area.id for area in digest.scope))
    came = turn.tx.visits.yielded(reach, digest.span.from_at, digest.span.until_at)
    if not came.visits:
        return []
    sorts = [
        phrase("visits.digest_sort", sort=sort_name(sort), n=came.visits[sort])
        for sort in VisitSort
        if sort in came.visits
    ]
    lines = [phrase("visits.digest", n=sum(came.visits.values()), sorts=Several(tuple(sorts)))]
    counted = {"matters": came.matters, "needs": came.needs, "thanks": came.thanks, "flyers": came.flyers}
    counts = tuple(phrase(f"visits.digest_{name}", n=n) for name, n in counted.items() if n)
    return [*lines, phrase("visits.digest_came", counts=Several(counts))] if counts else lines
