"""When a leave begins and ends: its instants, and its days in words."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from domain.people.leave import DAY, PARTS, Rest
from domain.phrases import Phrase, phrase
from handlers.texts.say import Day
from handlers.turn import Turn

WHOLE_OR_PART = {
    DAY: "leave.day",
    PARTS["morning"]: "leave.morning",
    PARTS["noon"]: "leave.noon",
    PARTS["afternoon"]: "leave.afternoon",
    PARTS["evening"]: "leave.evening",
}
BEGINS = {begins: key for (begins, _), key in WHOLE_OR_PART.items() if begins and key != "leave.noon"}
ENDS = {ends: key for (_, ends), key in WHOLE_OR_PART.items() if key != "leave.evening"}
"""How the first and the last day of a span are named, by the hour at which it begins and ends."""


def from_to(turn: Turn[Any], rest: Rest) -> tuple[datetime, datetime]:
    """The first instant, and the one after the last."""
    first = midnight(turn, rest.first) if rest.from_hour == 0 else _at(turn, rest.first, rest.from_hour)
    return first, midnight(turn, rest.after) if rest.to_hour == DAY[1] else _at(turn, rest.last, rest.to_hour)


def midnight(turn: Turn[Any], day: date) -> datetime:
    """When the day begins."""
    return _at(turn, day, 0)


def _at(turn: Turn[Any], day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), turn.house.zone).astimezone(turn.now.tzinfo)


def span_words(rest: Rest) -> Phrase:
    """The days, and the parts of the first and the last where it is not all of them."""
    hours = (rest.from_hour, rest.to_hour)
    if rest.first == rest.last and hours in WHOLE_OR_PART:
        return phrase(WHOLE_OR_PART[hours], day=Day(rest.first))
    from_day = phrase(BEGINS.get(rest.from_hour, "leave.day"), day=Day(rest.first))
    return phrase(
        "leave.span", from_day=from_day, to_day=phrase(ENDS.get(rest.to_hour, "leave.day"), day=Day(rest.last))
    )
