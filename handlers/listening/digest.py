"""What the lists have to say in a digest: how much was noted and struck off in its span."""

from __future__ import annotations

from collections.abc import Sequence

from domain.digests.figures import Digest
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.reach import Reach
from handlers.listening.ports import ListsTransaction
from handlers.texts.say import Several
from handlers.turn import Turn


def block(turn: Turn[ListsTransaction], person: Person, digest: Digest) -> Sequence[Phrase]:
    reach = Reach(tuple(area.id for area in digest.scope))
    noted, struck = turn.tx.needs.count_between(reach, digest.span.from_at, digest.span.until_at)
    begun, over = turn.tx.projects.count_between(reach, digest.span.from_at, digest.span.until_at)
    counted = {"noted": noted, "struck": struck, "begun": begun, "over": over}
    counts = [phrase(f"lists.digest_{name}", n=n) for name, n in counted.items() if n]
    return [phrase("lists.digest", counts=Several(tuple(counts)))] if counts else []
