"""A match: an offer that its owner was asked for on behalf of a need, and what she said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class MatchState(StrEnum):
    ASKED = "asked"
    AGREED = "agreed"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Match:
    need_id: str
    offer_id: str
    state: MatchState
    asked_by: str
    at: datetime
