"""The command that a report ends in."""

from __future__ import annotations

from dataclasses import dataclass

from domain.areas import Spot
from domain.matters.draft import Draft
from domain.matters.matter import Tier

UNHEARD = "other"
"""The kind of a matter that only exists as a voice note or a picture, until the member has set it by one tap."""


@dataclass(frozen=True, slots=True)
class FileMatter:
    """Hand in what the draft holds. `kind` is a code of domain.matters.kinds; `what` its one line for lists and cards."""

    draft: Draft
    kind: str
    tier: Tier
    spot: Spot
    what: str
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class NotAMatter:
    """The resident said that this was no matter: "chat" (just talking) or "nothing"."""

    why: str
