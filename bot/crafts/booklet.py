"""The answer book as a booklet of A5 pages: by kind, with an index of all questions by how they sound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from bot.crafts.prints import qr_svg
from bot.crafts.sounds import spelled
from bot.crafts.typesetting import set_pdf
from domain.explaining.booklet import Booklet

OTHERS = "#"
"""Where questions stand that begin with a number or a mark."""


@dataclass(frozen=True, slots=True)
class Line:
    words: str
    n: int


@dataclass(frozen=True, slots=True)
class Group:
    """What begins with one letter."""

    letter: str
    lines: tuple[Line, ...]


def print_booklet(booklet: Booklet) -> bytes:
    """A PDF. Raises Unsettable."""
    entries = [(way, entry.n) for kind in booklet.kinds for entry in kind.entries for way in entry.ways]
    values = {
        **asdict(booklet),
        "index": [asdict(group) for group in index_of(entries)],
        "qr": qr_svg(booklet.link) if booklet.link else "",
    }
    return set_pdf("booklet", values)


def index_of(ways: Iterable[tuple[str, int]]) -> Sequence[Group]:
    """Ways of asking with the numbers of their entries, by the letter that each begins with when it is said."""
    spelt = sorted((_letter(words), spelled(words)[0].casefold(), words, n) for words, n in ways)
    return [
        Group(letter, tuple(Line(words, n) for _, _, words, n in group))
        for letter, group in groupby(spelt, key=lambda each: each[0])
    ]


def _letter(words: str) -> str:
    first = spelled(words)[0][:1].upper()
    return first if "A" <= first <= "Z" else OTHERS
