"""From a digest to its picture: which figures are drawn, in which words, in how many lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from bot.crafts.pictures import Bars, Drawing, Flow, Load, Row, Tile, draw
from domain.digests.figures import Digest, Figure, Part, SpanKind, Step
from domain.phrases import phrase
from handlers.desk.lines import areas_named
from handlers.texts.say import EN, Named, Voice
from handlers.texts.when import WEEKDAYS_ZH

PLACES_DRAWN = 18
"""As many lines as still fit on a phone's screen."""
_BY_DAY_AND_NAME, _BY_DAY = 16, 31
_WEEK = 7
_MONTHS = 12
_QUARTERS = (1, 4, 7, 10)
_SATURDAY = 5


def print_digest(digest: Digest, language: str, zone: str) -> bytes:
    """The picture as a PNG. For the child process."""
    return draw(drawing(digest, language, ZoneInfo(zone)))


def drawing(digest: Digest, language: str, zone: ZoneInfo) -> Drawing:
    """What the picture says; `zone` is the district's."""
    voice = Voice(language, digest.span.until_at, zone)
    moves = any(step.new or step.closed for step in digest.steps)
    new, closed, still_open, overdue = _counts(digest)
    quiet = "" if moves else "drawn.no_flow" if still_open else "drawn.all_quiet"
    return Drawing(
        language,
        _title(digest, voice),
        _subtitle(digest, voice),
        (
            Tile(_say(voice, "drawn.new"), new),
            Tile(_say(voice, "drawn.closed"), closed),
            Tile(_say(voice, "drawn.open"), still_open),
            Tile(_say(voice, "drawn.overdue"), overdue, alarm=overdue > 0),
        ),
        _flow(digest, voice) if moves else None,
        _load(digest.shown_parts, voice) if still_open else None,
        _say(voice, quiet) if quiet else "",
    )


def _say(voice: Voice, key: str, **args: object) -> str:
    return voice.say(phrase(key, **args))


def _counts(digest: Digest) -> tuple[int, int, int, int]:
    new, closed, still_open, overdue = (
        digest.count(figure) for figure in (Figure.NEW, Figure.CLOSED, Figure.OPEN, Figure.OVERDUE)
    )
    return new, closed, still_open, overdue


def _title(digest: Digest, voice: Voice) -> str:
    areas = areas_named([Named(area.name, area.name_en) for area in digest.scope])
    match digest.span.kind:
        case SpanKind.DAY:
            return _say(voice, "drawn.title_day", areas=areas)
        case SpanKind.WEEK:
            return _say(voice, "drawn.title_week", areas=areas)
        case SpanKind.MONTH:
            month = _month(digest.span.from_at.astimezone(voice.zone).date(), voice.language)
            return _say(voice, "drawn.title_month", areas=areas, month=month)
        case SpanKind.OWN:
            return _say(voice, "drawn.title_own", areas=areas)


def _subtitle(digest: Digest, voice: Voice) -> str:
    since, until = _instant(digest.span.from_at, voice), _instant(digest.span.until_at, voice)
    return _say(voice, "drawn.span", since=since, until=until)


def _instant(at: datetime, voice: Voice) -> str:
    """Day and minute; midnight is only the day."""
    here = at.astimezone(voice.zone)
    day = f"{here.day} {here:%b}" if voice.language == EN else f"{here.month}月{here.day}日"
    return f"{day} {here:%H:%M}" if here.hour or here.minute else day


def _month(day: date, language: str) -> str:
    return f"{day:%B}" if language == EN else f"{day.month}月"


# ---- the steps in time ---------------------------------------------------------------------------------------------


def _flow(digest: Digest, voice: Voice) -> Flow:
    steps = digest.steps
    days = _days_of_a_step(steps)
    name = "day" if days == 1 else "week" if days == _WEEK else "month"
    title = _say(voice, f"drawn.flow_{name}")
    if steps[0].on < digest.span.from_at.astimezone(voice.zone).date():  # days before the span are shown with it
        title = _say(voice, "drawn.flow_recent", n=len(steps))
    return Flow(
        title,
        _say(voice, "drawn.new"),
        _say(voice, "drawn.closed"),
        _say(voice, f"drawn.open_at_end_{name}"),
        digest.before,
        [
            Bars(_label(step.on, len(steps), days, voice.language), step.new, step.closed, step.open,
                 rest=days == 1 and step.on.weekday() >= _SATURDAY)
            for step in steps
        ],
    )  # fmt: skip


def _days_of_a_step(steps: Sequence[Step]) -> int:
    return min(((later.on - earlier.on).days for earlier, later in pairwise(steps)), default=1)


def _label(day: date, steps: int, days: int, language: str) -> str:
    """As much of the date as the step has room for; "" where only some steps are named."""
    short_month = f"{day:%b}" if language == EN else f"{day.month}月"
    if days > _WEEK:
        named = steps <= _MONTHS or day.month in _QUARTERS
        return str(day.year) if steps > _MONTHS and day.month == 1 else short_month if named else ""
    if days > 1 or steps > _BY_DAY:
        first_of_month = day.day <= days
        return short_month if first_of_month else str(day.day) if days == 1 and day.day in (10, 20) else ""
    if steps > _BY_DAY_AND_NAME:
        return str(day.day)
    weekday = f"{day:%a}" if language == EN else f"周{WEEKDAYS_ZH[day.weekday()]}"
    return f"{weekday}\n{day.day}"


# ---- the places ----------------------------------------------------------------------------------------------------


def _load(parts: Sequence[Part], voice: Voice) -> Load | None:
    """In map order. Where there are too many, those with nothing open are left out first, and it is said."""
    if len(parts) < 2:  # the figures above say it all
        return None
    drawn = parts if len(parts) <= PLACES_DRAWN else [part for part in parts if part.open]
    more = drawn[PLACES_DRAWN:]
    note = _say(voice, "drawn.map_order")
    if more:
        still_open, overdue = sum(part.open for part in more), sum(part.overdue for part in more)
        left_out = len(parts) - PLACES_DRAWN
        note = _say(voice, "drawn.map_order_more", n=left_out, open=still_open, overdue=overdue)
    elif len(drawn) < len(parts):
        note = _say(voice, "drawn.map_order_some", n=len(parts) - len(drawn))
    rows = [
        Row(_name(part, voice), part.open, part.overdue, _say(voice, "drawn.late", n=part.overdue))
        for part in drawn[:PLACES_DRAWN]
    ]
    return Load(
        _say(voice, "drawn.load"), _say(voice, "drawn.open"), _say(voice, "drawn.overdue"), rows, note
    )  # fmt: skip


def _name(part: Part, voice: Voice) -> str:
    return part.area.called(voice.language) if part.area.id else _say(voice, "drawn.nowhere")
