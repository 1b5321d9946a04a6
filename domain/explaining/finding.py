"""Which entries of the answer book answer a question put in plain words, the likeliest first, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from domain.explaining.entry import Entry
from domain.explaining.features import HOW, WANT, Sounds, features, silent, wants

QUESTION, OTHER_WAY, ANSWER = 3.0, 2.5, 0.4
"""How much a term weighs by where it stands."""
MOST_TERMS = 250
"""Of a question that are looked up."""
SHOWN = 3
SURE_OF_WAY = 0.5
"""How much of an entry's own words must be in a question before it is offered unasked."""
SURE_OF_QUESTION = 0.45
"""How much of a question's words must be the entry's; a story has many others."""
THIN = 300
TELLING = 1.0
"""Rarity of a word that says something about a question."""
IN_HOW = frozenset({"where", "papers"})
"""Whoever asks how something is done is helped by these as well."""
FITS, FITS_NOT = 1.5, 0.75
"""What somebody wants to know is what this way of asking wants, or something else."""


@dataclass(frozen=True, slots=True)
class Found:
    """`of_way`, `of_question`: which part of the other is met, 0 to 1. `fits`: it answers what she wants to know."""

    entry: Entry
    score: float
    of_way: float
    of_question: float
    fits: bool

    @property
    def sure(self) -> bool:
        return self.fits and self.of_way >= SURE_OF_WAY and self.of_question >= SURE_OF_QUESTION


def terms_of(entry: Entry, sounds: Sounds = silent) -> Mapping[str, float]:
    """By which it is found, with their weights."""
    found: dict[str, float] = {}
    for words, weight in (
        (entry.question, QUESTION),
        *((way, OTHER_WAY) for way in entry.other_ways),
        (entry.answer, ANSWER),
    ):
        for term, own in features(words, silent if weight == ANSWER else sounds).items():
            found[term] = max(found.get(term, 0.0), own * weight)
    return found


def asked_terms(words: str, sounds: Sounds = silent) -> Mapping[str, float]:
    """The terms of a question, the most telling kinds of them where there are too many."""
    found = features(words, sounds)
    kept = sorted(found, key=lambda term: -found[term])[:MOST_TERMS]
    return {term: found[term] for term in kept}


def rarity(n: int, of: int) -> float:
    """How much a term tells that `n` of so many entries have; a thin book is no measure of what is rare."""
    return log(1 + max(of, THIN) / (n + 0.5))


def rank(words: str, entries: Sequence[Entry], rare: Mapping[str, float], sounds: Sounds = silent) -> Sequence[Found]:
    """`rare`: the rarity of each term of the words."""
    asked = {
        term: weight * rare.get(term, 0.0)
        for term, weight in asked_terms(words, sounds).items()
        if term[0] != WANT and rare.get(term, 0.0) >= TELLING
    }
    found = [_met(asked, wants(words), entry, sounds) for entry in entries]
    return sorted(found, key=lambda f: (-f.score, f.entry.number))


def _met(asked: Mapping[str, float], wanted: frozenset[str], entry: Entry, sounds: Sounds) -> Found:
    """By the way of asking that is met best; what is wanted may stand in any of them."""
    met = [_of_both(asked, features(way, sounds)) for way in entry.ways]
    of_way, of_question = max(met, key=sum)
    if not of_question:  # she may look for a word that only the answer has
        return Found(entry, ANSWER * _of_both(asked, features(entry.answer))[1], 0.0, 0.0, fits=False)
    told = [wants(way) for way in entry.ways]
    fits = any(wanted & each for each in told)
    near = not wanted or (wanted == {HOW} and any(each & IN_HOW for each in told))
    factor = FITS if fits else 1.0 if near else FITS_NOT
    return Found(entry, (of_way + of_question) / 2 * factor, of_way, of_question, fits or near)


def _of_both(asked: Mapping[str, float], way: Mapping[str, float]) -> tuple[float, float]:
    """How much of the way is in what was asked, and how much of that is in the way."""
    topic = {term: weight for term, weight in way.items() if term[0] != WANT}
    whole, question = sum(topic.values()), sum(asked.values())
    met = sum(weight for term, weight in topic.items() if term in asked)
    of_question = sum(weight for term, weight in asked.items() if term in topic)
    return met / whole if whole else 0.0, of_question / question if question else 0.0
