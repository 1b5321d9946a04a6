"""Finding an entry by plain words: the terms that tell most, the entries with most of them, then the exact order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from domain.explaining.entry import Entry
from domain.explaining.features import Sounds
from domain.explaining.finding import Found, asked_terms, rank, rarity, terms_of
from domain.people.person import Person
from handlers.explaining.book.ports import BookSearch, BookTransaction
from handlers.explaining.book.reach import reads
from handlers.turn import Turn

CANDIDATES = 60
MOST_TERMS, MOST_ROWS = 40, 6000
"""Of a question, the rarest first, and of the index: what more would tell is not worth the time."""


class Some(Protocol):
    def some(self, ids: Sequence[str]) -> Sequence[Entry]: ...


class Findable(Protocol):
    """What finding needs of a transaction."""

    @property
    def entries(self) -> Some: ...
    @property
    def book_search(self) -> BookSearch: ...


def find(turn: Turn[BookTransaction], person: Person, words: str) -> Sequence[Found]:
    """Among what counts for her, the likeliest first."""
    return found_in(turn.tx, turn.tx.book_search.areas(reads(turn, person)), words, turn.house.sounds)


def make_findable(turn: Turn[BookTransaction], entry: Entry) -> None:
    """By its words as they are now; not at all unless it counts."""
    turn.tx.book_search.put(entry, terms_of(entry, turn.house.sounds) if entry.live else {})


def found_in(tx: Findable, areas: Sequence[str], words: str, sounds: Sounds) -> Sequence[Found]:
    """Among the entries of these areas; nothing where no term of the words is known."""
    asked = asked_terms(words, sounds)
    spread = tx.book_search.spread(areas, list(asked)) if areas and asked else {}
    if not spread:
        return ()
    size = tx.book_search.size(areas)
    rare = {term: rarity(spread.get(term, 0), size) for term in asked}
    wanted = {term: asked[term] * rare[term] for term in _telling(spread)}
    entries = tx.entries.some(tx.book_search.best(areas, wanted, CANDIDATES))
    return rank(words, entries, rare, sounds)


def _telling(spread: Mapping[str, int]) -> Sequence[str]:
    """The rarest, until reading them would take too long; always one."""
    chosen, rows = list[str](), 0
    for term in sorted(spread, key=lambda term: (spread[term], term))[:MOST_TERMS]:
        rows += spread[term]
        if chosen and rows > MOST_ROWS:
            break
        chosen.append(term)
    return chosen
