"""The holidays file: days that are free or worked here whatever the public calendar says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from bot.crafts.workdays import Calendar
from bot.toml_errors import Mistakes, read_toml

DAYS_LIKE = "a list of days, such as [2027-02-06, 2027-02-07] / 写日子，比如 [2027-02-06, 2027-02-07]"
BOTH = "stands in both off and on: {day} / 两边都写了"


class _HolidaysFile(BaseModel):
    """`off`: nobody works then; `on`: worked although it is a weekend or a holiday."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    off: tuple[date, ...] = Field(default=(), description=DAYS_LIKE)
    on: tuple[date, ...] = Field(default=(), description=DAYS_LIKE)


def read_calendar(path: Path) -> Calendar:
    """The public calendar with what the file says over it; no file, nothing over it. Raises Mistakes."""
    if not path.is_file():
        return Calendar()
    source = read_toml(path)
    file = source.parsed(_HolidaysFile)
    both = sorted(set(file.off) & set(file.on))
    if both:
        raise Mistakes([source.told(("on",), BOTH.format(day=", ".join(day.isoformat() for day in both)))])
    return Calendar(frozenset(file.off), frozenset(file.on))
