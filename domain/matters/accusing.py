"""Complaints about a person: which words speak of somebody rather than of something broken, and of whose office."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from domain.matters.kinds import OTHER, clear, likely_kinds
from domain.matters.words_of_people import DEEDS, DOINGS_OF_A_HOUSE, HOUSES, OFFICES, PEOPLE, PRAISE, THINGS
from domain.matters.words_plain import plain

DISPUTE, NOISE, COMPLAINT = "neighbours", "noise", "complaint_person"
ABOUT_PEOPLE = (COMPLAINT, DISPUTE, NOISE)
LEAST_NAME = 2
_OF_OURS = re.compile("你们|委员|网格|社区|街道|案头")


class Office(StrEnum):
    """Whose office the words speak of, when it is one of those who would read them."""

    MEMBER = "member"  # 网格员、你们委员
    COMMUNITY = "community"  # 社区的人
    STREET = "street"  # 街道的人


def accuses(text: str) -> bool:
    """Whether somebody is said to behave badly: 楼上老张天天骂人, 邻居半夜跳绳, "the guard was rude"."""
    return any(_accuses(clause) for clause in re.split(r"[。!?;\n]+", plain(text)))


def _accuses(clause: str) -> bool:
    said = PRAISE.sub(" ", clause)
    if PEOPLE.search(said) or HOUSES.search(said):
        if DEEDS.search(said):
            return True
        return HOUSES.search(said) is not None and bool(DOINGS_OF_A_HOUSE.search(said)) and not THINGS.search(said)
    return False


def kind_about_person(text: str) -> str | None:
    """The code of the kind by which a complaint about a person is filed; None when the words are about something else.

    What is clearly something to be put right (rubbish on the landing, a car in the way) stays that, whoever did it.
    """
    likely = likely_kinds(text)
    sure = clear(likely)
    if sure in (COMPLAINT, DISPUTE):
        return sure
    if not accuses(text) or sure not in (None, NOISE, OTHER):
        return None
    return sure or next((code for code, _ in likely if code in ABOUT_PEOPLE), COMPLAINT)


def named_in(text: str, names: Sequence[str]) -> list[str]:
    """Those of the full names that the words may mean: whole, without the surname, or the surname with an office."""
    words = plain(text)
    return [name for name in names if name and _means(words, plain(name))]


def _means(words: str, name: str) -> bool:
    if name.isascii():
        return re.search(rf"\b{re.escape(name)}\b", words) is not None
    given = name[1:]
    if name in words or (len(given) >= LEAST_NAME and given in words):
        return True
    surname = re.escape(name[0])
    if re.search(rf"[老小]{surname}", words) and not _OF_OURS.search(words):
        return False  # the 小王 upstairs is another
    return (
        re.search(rf"{surname}(?:委员|网格员|主任|书记|干事|干部|协调员)|[老小]{surname}(?!区|时|孩)", words)
        is not None
    )


def offices_in(text: str) -> set[Office]:
    """The offices that the words accuse without a name."""
    words = plain(text)
    return {Office(name) for name, pattern in OFFICES.items() if pattern.search(words)}


def about_person(kind: str, words: str) -> bool:
    """Whether a report of this kind is a complaint about somebody."""
    return kind in (COMPLAINT, DISPUTE) or (kind == NOISE and accuses(words))
