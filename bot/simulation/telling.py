"""Says what a simulated month came to: as lines for a person, and as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from bot.simulation.report import ROLES, Report
from bot.speech import Speech

SHOWN = 20
"""Violations that are shown."""
APOLOGIES = ("MatterOverdue", "MatterUnanswered")


def lines_of(report: Report, speech: Speech) -> Iterator[str]:
    word, figures = speech.word, report.figures
    yield word("title", days=f"{report.days:.0f}", seed=report.seed, cut="" if report.whole else word("cut"))
    yield word("matters", **figures)
    levels = [word(f"level_{level}", n=n) for level, n in report.settled.items()]
    yield word("settled", levels=" · ".join(levels) or "0")
    yield word("kept", **{clock: _rate(*pair) for clock, pair in report.kept.items()})
    yield word("rates", **{**figures, **{name: _rate(*figures[name]) for name in ("response", "solved", "satisfied")}})
    yield word("times", **figures)
    counted = {"MatterReminded": 0, "MatterUnanswered": 0, **report.events}
    yield word("said", sorry=sum(report.events.get(type, 0) for type in APOLOGIES), **{**figures, **counted})
    yield word("a_day")
    for role in (role for role in ROLES if role in report.a_day):
        messages, rings = (_three(numbers.get(role, (0, 0, 0))) for numbers in (report.a_day, report.rings_a_day))
        yield "  " + word("role", role=word(role), messages=messages, rings=rings)
    for worst in report.worst:
        yield "  " + word("worst", **{**asdict(worst), "role": word(worst.role)})
    yield word("night", n=len(report.night_rings))
    acts = " · ".join(f"{name} {median:.1f}/{most:.1f}" for name, (median, most) in report.turn_ms.items())
    yield word("turn", acts=acts)
    yield word("behind", seconds=round(report.most_behind))
    if not report.violations:
        yield word("fine")
        return
    yield word("violations", n=len(report.violations))
    yield from (f"  {line}" for line in report.violations[:SHOWN])


def json_of(report: Report) -> str:
    return json.dumps(asdict(report), ensure_ascii=False, indent=1, default=str)


def _rate(yes: int, all_: int) -> str:
    return f"{yes}/{all_} ({100 * yes // all_} %)" if all_ else "0/0"


def _three(numbers: tuple[int, int, int]) -> str:
    return "/".join(map(str, numbers))
