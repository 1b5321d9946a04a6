"""How long words and pictures of what has ended are kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Counted from the day on which a matter ended; None: for ever."""

    words: timedelta | None = None
    photos: timedelta | None = None

    @staticmethod
    def days(words: int, photos: int) -> Keeping:
        """0 is for ever."""
        return Keeping(words * DAY or None, photos * DAY or None)


FOR_EVER = Keeping()
