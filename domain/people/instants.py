"""When to look again, as people say it: 周五, 三天后, 下周三上午, "tomorrow at 3 pm"; a day alone means its morning."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

from domain.matters.words_plain import plain
from domain.people.days import DAYS, end_of_stretch, in_one_form, read_days
from domain.people.hours import FARTHEST, until_in

_AFTERWARDS = re.compile(r"(?<=[天周月期拜])(?:以|之)?后")
"""三天后 is three days from today, as three days are."""


def instant_in(text: str, now: datetime, at: time) -> datetime | None:
    """The instant after `now` (aware, of the zone in which people live) that the words name, in the same zone.

    A day without an hour, or so many days, means `at` of that day. None when the words name nothing that is still to
    come, or something farther than two months away.
    """
    said = until_in(text, now)
    if said is not None:
        return said
    today, words = now.date(), in_one_form(plain(text))
    found = DAYS.search(words)
    days = read_days(found, today, today + timedelta(days=1)) if found is not None else None
    day = days[0] if days is not None else end_of_stretch(_AFTERWARDS.sub("", words), today)
    if day is None:
        return None
    meant = datetime.combine(day, at, now.tzinfo)
    return meant if now < meant <= now + FARTHEST else None
