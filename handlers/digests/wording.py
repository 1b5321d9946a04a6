"""How figures are put: "5/7" under ten and a percent beside it from ten on, spans and times in plain words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from domain.digests.figures import Digest, Figure, Times
from domain.phrases import Phrase, phrase
from handlers.desk.lines import areas_named
from handlers.texts.say import Named, ShortDay
from handlers.turn import Turn

ENOUGH = 10
"""Of fewer neither a percent nor nine in ten is said."""
HOUR, DAY = 60, 24 * 60


def rate(digest: Digest, figure: Figure) -> object:
    """ "5/7", or "83%（10/12）"."""
    yes, of = digest.of(figure)
    if of < ENOUGH:
        return f"{yes}/{of}"
    return phrase("digest.percent", percent=_percent(yes, of), yes=yes, of=of)


def short_rate(digest: Digest, figure: Figure) -> object:
    """ "5/7", or "83%": for a button, behind which stands out of how many."""
    yes, of = digest.of(figure)
    return f"{yes}/{of}" if of < ENOUGH else f"{_percent(yes, of)}%"


def _percent(yes: int, of: int) -> int:
    """A hundred only when it is all of them, nought only when it is none."""
    return yes * 100 // of if yes in (0, of) else min(99, max(1, round(100 * yes / of)))


def areas(digest: Digest) -> object:
    return areas_named([Named(area.name, area.name_en) for area in digest.scope])


def span(turn: Turn[Any], digest: Digest) -> Phrase:
    """From when until when, to the minute where it is no whole day: figures are asked about."""
    zone, begun, ended = turn.house.zone, digest.span.from_at, digest.span.until_at
    first, last = begun.astimezone(zone), (ended - timedelta(microseconds=1)).astimezone(zone)
    since, until = _instant(begun.astimezone(zone)), _instant(ended.astimezone(zone), last)
    if first.date() == last.date() and _midnight(first) and _midnight(ended.astimezone(zone)):
        return since
    if first.date() == last.date() and _midnight(first):
        return phrase("digest.span", since=since, until=f"{ended.astimezone(zone):%H:%M}")
    if first.year != turn.today.year:
        since = phrase("digest.in_year", year=first.year, day=since)
    return phrase("digest.span", since=since, until=until)


def _instant(here: datetime, whole_day: datetime | None = None) -> Phrase:
    """Day and minute; at midnight only the day, which is `whole_day` when it has just ended."""
    day = (whole_day or here) if _midnight(here) else here
    key = "digest.day" if _midnight(here) else "digest.instant"
    return phrase(key, day=ShortDay(day.date()), clock=f"{here:%H:%M}")


def _midnight(here: datetime) -> bool:
    return not here.hour and not here.minute


def lasted(minutes: int) -> Phrase:
    """Rounded up to a unit in which it is said."""
    if minutes <= HOUR:
        return phrase("digest.minutes", n=minutes)
    if minutes <= 2 * DAY:
        return phrase("digest.hours", n=_tenths(minutes, HOUR))
    return phrase("digest.days", n=_tenths(minutes, DAY))


def _tenths(minutes: int, unit: int) -> str:
    tenths = -(-minutes * 10 // unit)
    return f"{tenths / 10:g}"


def times(key: str, taken: Times) -> list[Phrase]:
    """Half of them within, nine in ten within; of a few only the half."""
    if not taken.n:
        return []
    key = f"{key}_few" if taken.n < ENOUGH else key
    return [phrase(f"digest.{key}", n=taken.n, half=lasted(taken.p50), most=lasted(taken.p90))]
