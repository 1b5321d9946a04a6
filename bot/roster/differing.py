"""What differs in how somebody serves, in what she can do and in what is lent, as lines of a preview."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.roster.columns import Pair
from bot.roster.terms import kind_names, skill_names
from domain.people.person import Ability, Appointment, Resource

Detail = tuple[str, Mapping[str, object]]
"""A key of PREVIEW in bot/roster/words.py and its values."""
USES: Mapping[str, Pair] = {"homes": ("居民", "homes"), "shops": ("商圈", "shops")}
NOTHING: Pair = ("—", "—")
NO_LIMIT: Pair = ("不限", "no limit")


def days_in_words(days: str) -> Pair:
    """ "135" as 周一、周三、周五 and Mon, Wed, Fri."""
    if not days:
        return "每天", "every day"
    chinese = "、".join("周" + "一二三四五六日"[int(day) - 1] for day in days)
    english = ", ".join(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[int(day) - 1] for day in days)
    return chinese, english


def term_details(area: str, old: Appointment, new: Appointment) -> Iterator[Detail]:
    """Of one appointment: its days, its nights, and whether she leads."""
    if old.from_on != new.from_on:
        yield "since", {"area": area, "new": _day(new.from_on)}
    if old.to_on != new.to_on:
        yield "until", {"area": area, "new": _day(new.to_on)}
    if old.lead != new.lead:
        yield ("lead" if new.lead else "not_lead"), {"area": area}
    if old.night != new.night:
        yield ("night" if new.night else "not_night"), {"area": area}


def ability_details(old: Ability, new: Ability) -> Iterator[Detail]:
    if old.skills != new.skills:
        yield "skills", {"new": _joined([skill_names(skill) for skill in new.skills])}
    if old.most != new.most:
        yield "most", {"new": (str(new.most),) * 2 if new.most else NO_LIMIT}
    if old.takes != new.takes:
        yield "takes", {"new": _joined([kind_names(kind) for kind in new.takes])}
    if old.refuses != new.refuses:
        yield "refuses", {"new": _joined([kind_names(kind) for kind in new.refuses])}


def resource_details(old: Resource, new: Resource) -> Iterator[Detail]:
    if (old.what, old.unit) != (new.what, new.unit):
        yield "renamed", {"old": f"{old.unit} {old.what}".strip(), "new": f"{new.unit} {new.what}".strip()}
    if (old.how_much, old.free_when, old.until_on) != (new.how_much, new.free_when, new.until_on):
        until = new.until_on.isoformat() if new.until_on else ""
        said = [part for part in (new.how_much, new.free_when, until) if part]
        yield "lent_how", {"new": _joined([(part, part) for part in said])}


def _day(day: date | None) -> object:
    return day.isoformat() if day else NOTHING


def _joined(pairs: Sequence[Pair]) -> Pair:
    return ("、".join(zh for zh, _ in pairs), ", ".join(en for _, en in pairs)) if pairs else NOTHING
