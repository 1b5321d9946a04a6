"""What words are about, for the answer book: weighted terms in which a clumsy question and a plain one look alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from domain.explaining.words_of_asking import NOTHING, SAME, WANTS
from domain.matters.words_plain import plain

VERSION = 1
"""Of the terms; entries kept under another are put in anew."""
LONGEST = 600
"""Characters that are looked at; whoever writes more has said it by then."""
HOW = "how"
WANT, SOUND = "?", "~"
"""Begin the terms of what somebody wants to know, and of how it sounds."""
PAIR, LONE, WANTED, HEARD = 1.0, 0.3, 1.0, 0.5
Sounds = Callable[[str], Sequence[str]]
"""The syllable of each character of a text; none where sounds are not known."""
_BEGIN, _END = "\ue000", "\ue001"


def silent(text: str) -> Sequence[str]:
    return ()


def _one_of(words: str) -> str:
    return "|".join(words.split()).replace("_", " ")


_NOTHING = re.compile(_one_of(NOTHING))
_WANTS = [(name, re.compile(_one_of(words))) for name, words in WANTS]
_SAME = re.compile("|".join(f"(?P<s{n}>{_one_of(f'{name} {words}')})" for n, (name, words) in enumerate(SAME)))
_CLAUSES = re.compile(r"[,。;；!?\n]+")
_RUNS = re.compile(rf"{_BEGIN}([a-z]+){_END}|([\u3400-\u9fff]+)|([0-9a-z]+)")


def _same(found: re.Match[str]) -> str:
    assert found.lastgroup is not None
    return f" {SAME[int(found.lastgroup[1:])][0]} "


@lru_cache(4096)
def same_words(text: str) -> str:
    """With one name for each thing, a mark for what is wanted, and without what is in every question."""
    words = _SAME.sub(_same, plain(text[:LONGEST]))
    for name, pattern in _WANTS:
        words = pattern.sub(f"{_BEGIN}{name}{_END}", words)
    return _NOTHING.sub(" ", words)


@lru_cache(4096)
def wants(text: str) -> frozenset[str]:
    """What somebody wants to know, by the short names of domain.explaining.words_of_asking.

    Whoever tells a story asks at its end; how something is done is asked with everything else.
    """
    asked: set[str] = set()
    for clause in reversed(_CLAUSES.split(same_words(text))):
        asked |= {found.group(1) for found in _RUNS.finditer(clause) if found.group(1)}
        if asked - {HOW}:
            break
    return frozenset(asked - {HOW} or asked)


def features(text: str, sounds: Sounds = silent) -> Mapping[str, float]:
    """Terms with their weights: pairs of neighbouring characters, single ones, Latin words, wants, pairs of sounds."""
    found: dict[str, float] = {}
    found.update({WANT + want: WANTED for want in wants(text)})
    for _, chinese, latin in _RUNS.findall(same_words(text)):
        if latin:
            found[_stem(latin)] = PAIR
        elif chinese:
            _of_run(chinese, sounds, found)
    return found


def _of_run(run: str, sounds: Sounds, found: dict[str, float]) -> None:
    for character in run:
        found.setdefault(character, LONE)
    for n in range(len(run) - 1):
        found[run[n : n + 2]] = PAIR
    heard = sounds(run)
    for n in range(len(heard) - 1):
        found.setdefault(f"{SOUND}{heard[n]} {heard[n + 1]}", HEARD)


def _stem(word: str) -> str:
    """English words without what is only added to them."""
    for end in ("ing", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) > 2:
            return word.removesuffix(end)
    return word
