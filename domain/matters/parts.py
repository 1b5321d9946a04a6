"""Two matters in one message: taken apart only where the words leave no doubt, since one too few is better than two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from domain.matters.accusing import kind_about_person
from domain.matters.kinds import clear, likely_kinds
from domain.matters.words_plain import SAME_WORDS, plain

MOST = 3
STRONG = 4.0
"""The least weight of a clause's kind, from the thing it names and not from what follows of it (dark, smelly, cold)."""

_JOINTS_ZH = (
    "还有(?:就是|一[件个]事?)?|另外(?:还有|一[件个]事?)?|再有(?:就是)?|再就是|再说一?[件个]事?|第[一二三](?:[件个]事?|是)?"
    "|其次|顺便(?:说一?[下句]|反映一?下)?|对了|同时|以及"
)
_JOINTS_EN = (
    "and (?:also|another thing is)|and|also|another thing(?: is)?|second(?:ly)?|besides|in addition|by the way"
    "|on top of that"
)
_OPENS = re.compile(rf"^\s*(?:{_JOINTS_ZH}|(?:{_JOINTS_EN})\b)[,，:：、\s]*", re.I)
_CUT = re.compile(
    rf"[,，。;；!！?？\n]+|(?<![.\d])\.(?!\d)|\s+(?=(?:{_JOINTS_ZH}|(?:and|also|another)\b))"
    "|(?=另外|还有(?!点|些|没|人|时))",
    re.I,
)
_FOLLOWS = re.compile(
    "砸|压[到坏着住]|导致|造成|所以|因为|害得|弄得|搞得|影响|结果|于是|才|就是|连带|引起|流到|漏到|渗到|泡了|泡坏|淹|挡住|堵住"
    r"|\b(?:so|because|since|therefore|that is why|which|causing|caused|due to|into|onto|blocks?|blocking)\b"
)
"""Words by which a clause says what came of the one before it."""
_EFFECTS = re.compile(
    "臭(?:味|气)?|味道|味儿?|黑(?:漆漆|乎乎|咕隆咚|洞洞)?|暗|滑|冷|脏|吵|结冰|积水|看不见路?|不安全|危险|停了|也停"
    r"|\b(?:dark|smell\w*|stinks?|slippery|cold|dirty|ice|icy|wet|unsafe|dangerous)\b"
)
_RELATED = {
    "power": ("lift", "lighting", "heating", "water", "security"),
    "water": ("heating", "road", "rubbish", "stairs", "gas", "neighbours"),
    "heating": ("gas",),
    "security": ("parking", "stairs", "noise"),
    "road": ("parking", "greenery"),
    "stairs": ("lighting",),
    "noise": ("neighbours", "complaint_person"),
    "neighbours": ("complaint_person",),
    "papers": ("enquiry",),
}
"""Kinds of which one easily comes of the other."""
_ASKS = re.compile(r"请问|问一?下|吗[?？]?$|多少|怎么办|什么时候|几点|\b(?:when|what|where|how)\b")


@dataclass(slots=True)
class _Part:
    words: list[str]
    kind: str


@lru_cache(SAME_WORDS)
def parts_of(text: str) -> tuple[str, ...]:
    """The words of each matter in their order; the whole text alone when it is one, or when that is not certain.

    At most MOST; what belongs to none by itself (a greeting, thanks, a reason) stays with what stood before it.
    """
    parts: list[_Part] = []
    lead: list[str] = []
    for clause in pieces_of(text):
        kind = _strong_kind(clause)
        if kind is None or (parts and kind == parts[-1].kind):
            (parts[-1].words if parts else lead).append(clause)
        elif parts and not _apart(kind, clause, parts):
            return (text,)
        else:
            parts.append(_Part([*lead, clause] if not parts else [clause], kind))
    if not 1 < len(parts) <= MOST:
        return (text,)
    return tuple(_joined(part.words) for part in parts)


def pieces_of(text: str) -> list[str]:
    """The clauses of a text, without the marks between them and the words that only join them on."""
    return [piece for raw in _CUT.split(text) if (piece := _OPENS.sub("", raw).strip(" ,，、。"))]


def _apart(kind: str, clause: str, parts: list[_Part]) -> bool:
    """Whether the clause is surely none of what stands before it, nor what came of it."""
    return not any(_related(kind, part.kind) for part in parts) and _FOLLOWS.search(plain(clause)) is None


def _related(one: str, other: str) -> bool:
    return one == other or one in _RELATED.get(other, ()) or other in _RELATED.get(one, ())


def _strong_kind(clause: str) -> str | None:
    if _ASKS.search(plain(clause)):
        return None
    about_person = kind_about_person(clause)
    if about_person is not None:
        return about_person
    likely = likely_kinds(_EFFECTS.sub(" ", clause))
    sure = clear(likely)
    return sure if sure and likely[0][1] >= STRONG else None


def _joined(words: list[str]) -> str:
    return (", " if all(each.isascii() for each in words) else "，").join(words)
