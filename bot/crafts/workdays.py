"""The public calendar of mainland China (holidays, and weekends worked in their stead) under a district's own days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chinese_calendar import holidays, workdays

_SATURDAY = 5
_PUBLISHED_UNTIL = date(max(holidays).year, 12, 31)
"""Holidays are published a year at a time."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """`off` and `on` are days that are free or worked here whatever the public calendar says.

    A year that nothing is known of yet is reckoned as plain weeks.
    """

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()

    @property
    def known_until(self) -> date:
        """The end of the last year that is published or that a day of ours lies in."""
        ours = max((day.year for day in self.off | self.on), default=0)
        return max(_PUBLISHED_UNTIL, date(ours, 12, 31)) if ours else _PUBLISHED_UNTIL

    def is_working(self, day: date) -> bool:
        if day in self.off:
            return False
        return day in self.on or day in workdays or (day.weekday() < _SATURDAY and day not in holidays)
