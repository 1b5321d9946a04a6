"""What a cell says of how somebody serves: since when, what she can do, how many and which kinds she takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches

from bot.crafts.tables import Cell
from bot.roster.cells import Wrong, key_of, name, names, text
from bot.roster.columns import Pair
from domain.matters.kinds import KINDS
from handlers.roster.naming import LONGEST, kind_called, skill_called
from handlers.texts.catalogue import TEXTS

MOST = 99
DATED = tuple[tuple[str, date], ...]
"""(area as it was written, day); an empty name stands for all of hers."""
_DAY = re.compile(r"(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?$|(\d{4})(\d{2})(\d{2})$")
_COUNT = re.compile(r"(\d{1,3})\s*件?")
_NONE = ("", "0", "不限", "none", "no limit")
_EVERY = ("是", "对", "有", "yes", "y", "√", "✓")
_SHOPS: Mapping[str, str] = {
    **dict.fromkeys(("", "居民", "住宅", "homes", "home", "residential"), "homes"),
    **dict.fromkeys(("商圈", "商铺", "商业", "写字楼", "shops", "shop", "shopping"), "shops"),
}
EVERYWHERE = "*"
"""Written for "yes": wherever that can be meant."""


def kind_names(code: str) -> Pair:
    return TEXTS[KINDS[code].name_key]


def skill_names(skill: str) -> Pair:
    """A skill in words of its own is called so in both languages."""
    return TEXTS.get(f"skill.{skill}", (skill, skill))


def used_for(value: Cell) -> str:
    """ "homes" or "shops". Raises Wrong."""
    said = key_of(text(value))
    if said not in _SHOPS:
        raise Wrong("used_for", value=said)
    return _SHOPS[said]


def day(value: Cell) -> date | None:
    """2026-12-01, 2026年12月1日, or what a sheet has made a date of. Raises Wrong."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    said = text(value)
    return _day(said) if said else None


def _day(said: str) -> date:
    found = _DAY.search(said)
    try:
        if found is None:
            raise ValueError
        year, month, on = (int(part) for part in found.groups() if part)
        return date(year, month, on)
    except ValueError:
        raise Wrong("day", value=said) from None


def days(value: Cell) -> DATED:
    """One day for all that is hers, or one behind each name (桃源一网格 2026-12-01). Raises Wrong."""
    if isinstance(value, date):
        return (("", value.date() if isinstance(value, datetime) else value),)
    found = []
    for part in re.split(r"[、，,;；|\n]+", text(value)):
        said = part.strip()
        if said:
            on = _day(said)
            found.append((name(_DAY.sub("", said)).rstrip(" ：:"), on))
    return tuple(found)


def where(value: Cell) -> tuple[str, ...]:
    """Names, or a yes. Raises Wrong."""
    if value is True:
        return (EVERYWHERE,)
    said = names(value)
    return (EVERYWHERE,) if len(said) == 1 and said[0].casefold() in _EVERY else said


def count(value: Cell) -> int:
    """How many at once; 0 for no limit. Raises Wrong."""
    said = text(value).casefold()
    if said in _NONE:
        return 0
    found = _COUNT.fullmatch(said)
    if found is None or not 0 < int(found[1]) <= MOST:
        raise Wrong("count", value=said)
    return int(found[1])


def skills(value: Cell) -> tuple[str, ...]:
    """Sorted. Raises Wrong."""
    said = names(value)
    for word in said:
        if len(word) > LONGEST:
            raise Wrong("long", n=len(word), most=LONGEST)
    return tuple(sorted({skill_called(word) for word in said}))


def kinds(value: Cell) -> tuple[str, ...]:
    """Codes of kinds, sorted. Raises Wrong."""
    return tuple(sorted({_kind(said) for said in names(value)}))


def _kind(said: str) -> str:
    known = kind_called(said)
    if not known:
        names_of = {name: code for code in KINDS for name in kind_names(code)}
        close = get_close_matches(said, names_of, n=1, cutoff=0.5)
        these = kind_names(names_of[close[0]]) if close else None
        every = ("、".join(kind_names(code)[0] for code in KINDS), ", ".join(kind_names(code)[1] for code in KINDS))
        raise Wrong("kind", value=said, these=these or every)
    return known
