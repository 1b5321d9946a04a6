"""When a meeting begins, out of words: 周六下午三点, 12月1日上午9点到11点, "Saturday at 3 pm"."""

from __future__ import annotations

import re
from datetime import datetime

from domain.people.hours import until_in

_HOUR = re.compile(r"[点时:：]|\d\s?[ap]\.?m|o'clock|\bnoon\b|中午|正午", re.I)
_SPAN = re.compile(
    r"(?<=[点半刻分时\dm])\s*(?:到|至|-|–|—|~|to|until|till)\s*(?=[\d一二两三四五六七八九十上下中晚])", re.I
)


def beginning_in(words: str, now: datetime) -> datetime | None:
    """The instant after `now` (aware, of the zone in which people live). Of a span the beginning is meant.

    None without an hour, and for what is past or farther than two months away.
    """
    first = _SPAN.split(words)[0]
    return until_in(_at(first), now) if _HOUR.search(first) else None


def _at(words: str) -> str:
    """ "Saturday 3 pm" says the same as "Saturday at 3 pm"."""
    return re.sub(r"(?<=[a-z])\s+(?=\d{1,2}(?::\d\d)?\s?[ap]m)", " at ", words, flags=re.I)
