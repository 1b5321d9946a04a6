"""A time in which the house was away: what was shown shortly before it may have been pressed in vain."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.phrases import Phrase, phrase

AT_LEAST, AT_MOST = timedelta(hours=1), timedelta(hours=24)
IN_MINUTES = timedelta(hours=2)
"""What is shorter is said in minutes."""


@dataclass(frozen=True, slots=True)
class Span:
    """From the last sign of life to the start that ended it."""

    since: datetime
    until: datetime

    @property
    def shown_from(self) -> datetime:
        """As long before as it lasted, within bounds: who has left a card lying for longer was not about to press."""
        return self.since - min(max(self.until - self.since, AT_LEAST), AT_MOST)

    def shown_in(self, at: datetime) -> bool:
        """Whether what was shown then may have been pressed meanwhile.

        Signs of life are a minute apart: up to the start, in which nothing was shown, all counts.
        """
        return self.shown_from <= at <= self.until

    @property
    def words(self) -> Phrase:
        lasted = self.until - self.since
        if lasted < IN_MINUTES:
            return phrase("away.pressed_minutes", n=math.ceil(lasted / timedelta(minutes=1)))
        return phrase("away.pressed", since=self.since, until=self.until)
