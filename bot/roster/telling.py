"""A preview in words: what a load would change, line by line, nothing left out that goes away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.roster.columns import Pair
from bot.roster.differing import Detail
from bot.roster.outcome import TITLES, Group, Outcome
from bot.speech import Speech
from domain.people.person import Role
from handlers.texts.when import short_day

SHOWN = 12
"""How many of those that come new or change are named; who goes is always named."""


def lines_of(outcome: Outcome, speech: Speech) -> list[str]:
    lines = [f"  {line}" for group in outcome.changes.groups for line in _group(group, outcome, speech)]
    lines += [f"  ! {speech.word('stopping', name=point.name)}" for point in outcome.changes.stopping]
    if outcome.replaced:
        lines.append(f"  ! {speech.word('replaced', n=outcome.replaced)}")
    for name, by, day in outcome.in_chat:
        on = short_day(day, speech.language)
        lines.append(f"  ! {speech.word('in_chat', name=name, by=by, day=on)}")
    if outcome.nobody_joined:
        lines.append(f"  ! {speech.word('nobody_joined')}")
    if outcome.empty_grids:
        lines.append(f"  · {speech.word('empty_grids', names=_several(outcome.empty_grids, speech))}")
    return lines


def _group(group: Group, outcome: Outcome, speech: Speech) -> Iterator[str]:
    colon = speech.both(("：", ": "))
    title = speech.both(group.title)
    if group.added:
        yield f"{title} +{len(group.added)}{colon}{_several(group.added, speech)}"
    for changed in group.changed[:SHOWN]:
        details = speech.both(("；", "; ")).join(_detail(detail, speech) for detail in changed.details)
        yield f"{title} ~ {changed.name}{colon}{details}" if changed.name else f"{title} ~ {details}"
    if len(group.changed) > SHOWN:
        yield f"{title} ~ {speech.word('more', n=len(group.changed))}"
    for id, name in group.removed:
        yield f"{title} -1{colon}{_removed(group, id, name, outcome, speech)}"


def _removed(group: Group, id: str, name: str, outcome: Outcome, speech: Speech) -> str:
    if group.title not in (TITLES[Role.MEMBER], TITLES[Role.COORDINATOR]):
        return name
    if id not in outcome.handed:  # she only gives up one of her two roles
        stays = "still_desk" if group.title == TITLES[Role.MEMBER] else "still_member"
        return speech.word("removed_person", name=name, handed=speech.word(stays))
    taken = [speech.word("handed", n=n, to=to) for to, n in outcome.handed[id].items()]
    words = speech.both(("，", ", ")).join(taken) or speech.word("nothing_in_hand")
    return speech.word("removed_person", name=name, handed=words)


def _detail(detail: Detail, speech: Speech) -> str:
    key, values = detail
    return speech.word(key, **{name: _half(value, speech) for name, value in values.items()})


def _half(value: object, speech: Speech) -> object:
    pair: Pair | None = value if isinstance(value, tuple) else None
    return speech.both(pair) if pair else value


def _several(names: Sequence[str], speech: Speech) -> str:
    shown = speech.both(("、", ", ")).join(names[:SHOWN])
    return shown if len(names) <= SHOWN else f"{shown} {speech.word('more', n=len(names))}"
