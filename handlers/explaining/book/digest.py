"""What the answer book has to say in a digest: how many are new, were looked at again, or wait to be."""

from __future__ import annotations

from collections.abc import Sequence

from domain.digests.figures import Digest
from domain.people.person import Person
from domain.phrases import Phrase, phrase
from domain.reach import Reach
from handlers.explaining.book.ports import BookTransaction
from handlers.texts.say import Several
from handlers.turn import Turn


def block(turn: Turn[BookTransaction], person: Person, digest: Digest) -> Sequence[Phrase]:
    reach = Reach(tuple(area.id for area in digest.scope))
    new, reviewed = turn.tx.entries.stirred(reach, digest.span.from_at, digest.span.until_at)
    counts = {"new": new, "reviewed": reviewed, "due": turn.tx.entries.count_due(turn.today, reach)}
    said = tuple(phrase(f"book.digest_{name}", n=n) for name, n in counts.items() if n)
    return [phrase("book.digest", counts=Several(said))] if said else []
