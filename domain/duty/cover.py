"""From which day on nobody would answer for a place any more, as the terms of service stand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from domain.people.person import Appointment


def uncovered_from(posts: Sequence[Appointment], today: date) -> date | None:
    """The first day, from today on, on which none of these serves; None when there is none."""
    day = today
    while True:
        ends = [post.to_on for post in posts if post.serves(day)]
        if not ends:
            return day
        last = max((end for end in ends if end is not None), default=day)
        if None in ends:
            return None
        day = last + timedelta(days=1)
