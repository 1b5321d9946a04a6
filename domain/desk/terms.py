"""The terms by which a matter is found again: pairs of neighbouring Chinese characters, and Latin words and numbers.

"路灯坏了" is 路灯 灯坏 坏了: two characters that stand together are found by looking up one term, and more by terms
that follow one another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from domain.matters.words_plain import plain

_RUNS = re.compile(r"[\u3400-\u9fff]+|[0-9a-z]+")
NAME = 40
"""Letters of what may be a name."""
SHORT = 3
"""Letters of an English word that is too short to be a plural."""
LONGEST = 40
"""Letters of one term; nobody looks for more, and a longer one may be an attack."""
MOST = 3000
"""Terms that are kept of one matter."""
ENDS = "\u0431"
"""A letter that no term of people's words has; it keeps what stands in different fields apart."""


def terms(words: str) -> list[str]:
    """In their order; English plurals are taken for one. A lonely Chinese character is a term by itself."""
    return list(_names(words) if len(words) <= NAME else _terms(words))


def _terms(words: str) -> tuple[str, ...]:
    found: list[str] = []
    for run in _RUNS.findall(plain(words)):
        if run[0] < "\u3400":
            found.append(run[:LONGEST].removesuffix("s") if len(run) > SHORT else run)
        elif len(run) == 1:
            found.append(run)
        else:
            found += [run[n : n + 2] for n in range(len(run) - 1)]
    return tuple(found)


_names = lru_cache(maxsize=4096)(_terms)
"""Names of people and areas come again and again."""


def document(fields: Iterable[str]) -> list[str]:
    """The terms of several fields, kept apart."""
    found: list[str] = []
    for field in dict.fromkeys(fields):
        of_field = terms(field)
        if of_field:
            found += [*of_field, ENDS]
    return found[:MOST]


def grid_term(grid_id: str) -> str:
    """The term that stands for lying in this grid ("" for nowhere)."""
    return ENDS * 2 + grid_id.encode().hex()
