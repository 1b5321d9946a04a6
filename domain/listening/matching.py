"""Which offers may serve a need, and why: words in common, the same kind, how near, and for how long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.areas import AreaKind, Tree
from domain.listening.need import Need, NeedKind
from domain.listening.offer import Offer

LEAST, LEAST_LATIN = 2, 4
"""Letters in common that say something: a lone one does not, nor a short English word."""
HEDGES = (
    "缺个", "缺", "需要", "想要", "想请", "要个", "一个", "一台", "能不能", "可以",
    "活动", "社区", "单位", "居民", "我们", "need", "with", "from", "some",
)  # fmt: skip
"""What says nothing of the thing itself."""


class Near(StrEnum):
    SAME = "same"  # 同一个网格或社区
    BESIDE = "beside"  # 同一个社区的别的网格
    FAR = "far"


@dataclass(frozen=True, slots=True)
class Proposal:
    """`words` is what both speak of ("" where only the kind is the same)."""

    offer: Offer
    words: str
    near: Near
    weight: float


def proposals(
    need: Need, offers: Iterable[Offer], where: Callable[[Offer], Sequence[str]], tree: Tree, on: date, limit: int
) -> list[Proposal]:
    """The likeliest first. `where` names the areas that it is had in; one that does not hold on that day, or
    has nothing in common with the need but a kind that could be anything, is left out.
    """
    found = []
    hints = hints_of(need.line)
    for offer in offers:
        alike = offer.kind is not None and offer.kind is need.kind and need.kind is not NeedKind.OTHER
        if not alike and not any(hint in f"{offer.what} {offer.how_much}".casefold() for hint in hints):
            continue
        words = in_common(need.line, f"{offer.what} {offer.how_much}")
        if offer.holds(on) and (words or alike):
            near = _nearest(need.area_id, where(offer), tree)
            weight = len(words) * 2 + alike * 3 + (near is Near.SAME) * 2 + (near is Near.BESIDE)
            found.append(Proposal(offer, words, near, weight))
    return sorted(found, key=lambda each: (-each.weight, each.offer.what, each.offer.id))[:limit]


def in_common(one: str, other: str) -> str:
    """The longest word, or run of Chinese letters, that both hold, of those that say something; "" for none."""
    said, told = _plain(one), _plain(other)
    words = {word for word in said.split() if word.isascii() and len(word) >= LEAST_LATIN} & set(told.split())
    return max([*sorted(words), _longest_run(said, told)], key=len)


def _longest_run(said: str, told: str) -> str:
    best = ""
    for start in range(len(said)):
        for end in range(start + max(LEAST, len(best) + 1), len(said) + 1):
            run = said[start:end]
            if run not in told or " " in run or run.isascii():
                break
            best = run
    return best


def hints_of(words: str) -> set[str]:
    """What must be in another's words for anything to be in common: most offers are passed over by that alone."""
    said = _plain(words)
    pairs = {said[n : n + LEAST] for n in range(len(said) - 1)}
    return {pair for pair in pairs if " " not in pair}


def _plain(words: str) -> str:
    kept = "".join(letter if letter.isalnum() else " " for letter in words.casefold())
    for hedge in HEDGES:
        kept = kept.replace(hedge, " ")
    return kept


def _nearest(area_id: str, places: Sequence[str], tree: Tree) -> Near:
    around = {Near.FAR: 0, Near.BESIDE: 1, Near.SAME: 2}
    return max((_near(area_id, place, tree) for place in places), key=around.__getitem__, default=Near.FAR)


def _near(one: str, other: str, tree: Tree) -> Near:
    if tree.within(one, other) or tree.within(other, one):
        return Near.SAME
    return Near.BESIDE if _community(one, tree) and _community(one, tree) == _community(other, tree) else Near.FAR


def _community(area_id: str, tree: Tree) -> str:
    return next((area.id for area in tree.up(area_id) if area.kind is AreaKind.COMMUNITY), "")
