"""The command that a report ends in."""

from __future__ import annotations

from dataclasses import dataclass

from domain.areas import Spot
from domain.matters.draft import Draft
from domain.matters.matter import Tier, Wish
from domain.matters.words import one_line, place_span
from domain.people.numbers import masked

REPORT_NAME = "report"
"""The script whose dialogs hold what is not handed in yet."""


WHAT_LENGTH = 40


def line_of(words: str, place: str = "") -> str:
    """What is wrong on one line for lists and cards, in her own words and without the place; empty when there are
    none. `place` is the name by which the words' place is known, where they spell it so. Numbers that belong to
    somebody show their beginning only: who handles it reads the words themselves.
    """
    words = masked(words)
    span = max(place_span(words) or "", place if place in words else "", key=len) or None
    return one_line(words, WHAT_LENGTH, span) if words else ""


@dataclass(frozen=True, slots=True)
class FileMatter:
    """Hand in what the draft holds. `kind` is a code of domain.matters.kinds; `what` its one line for lists and
    cards.
    """

    draft: Draft
    kind: str
    tier: Tier
    spot: Spot
    what: str
    anonymous: bool = False
    trouble_id: str = ""
    """The known trouble whose end she would rather wait for."""
    lead_id: str = ""
    """The neighbour's matter that hers is another of."""
    wish: Wish = Wish.NONE
    """What is to become of a complaint about a person."""
    accused: tuple[str, ...] = ()
    """Ids of those whom it is about and who would otherwise get or see it."""
    unanswered: str = ""
    """What was shown to her that did not answer it."""
    split_from: str = ""
    """The matter in whose words it stood."""
    owner_id: str = ""
    """Who is to have it by agreement, where she may and can."""


@dataclass(frozen=True, slots=True)
class FileSeveral:
    """Hand in each of these; `rest` is a part that is asked about for itself."""

    commands: tuple[FileMatter, ...]
    rest: Draft | None = None


@dataclass(frozen=True, slots=True)
class AddTo:
    """The words and media belong to another matter of hers."""

    matter_id: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class WasAnswered:
    """What was `shown` answered her; nothing is filed."""

    shown: str


@dataclass(frozen=True, slots=True)
class SayAnew:
    """The resident would rather say it again from the beginning."""


@dataclass(frozen=True, slots=True)
class NotAMatter:
    """The resident said that this was no matter: "chat" (just talking) or "nothing"."""

    why: str
