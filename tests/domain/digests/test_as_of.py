"""Figures as of a minute are the same whenever they are counted, and survive being stored."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.digests.figures import Figure, Side, SpanKind
from domain.digests.plain import cases_as_json, cases_from_json, light_as_json, light_from_json
from tests.domain.digests.histories import digest

FLOW = {
    "waiting": ("accepted", "assigned", "closed", "withdrawn", "raised tier=danger", "placed grid=g2", "said"),
    "accepted": ("closed", "assigned why=return level=community", "withdrawn", "said", "kind kind=water"),
    "closed": ("reported", "undone"),
    "reported": ("agreed", "lapsed", "reopened"),
    "ended": ("rated grade=4", "reopened"),
}
THEN = {
    "accepted": "accepted", "assigned": "waiting", "closed": "closed", "withdrawn": "over", "reported": "reported",
    "undone": "accepted", "agreed": "ended", "lapsed": "ended", "reopened": "waiting",
}  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> list[tuple[str, str]]:
    """(day and hour, line) of a few matters over some days, in order of time."""
    lines: list[tuple[str, str]] = []
    for matter in range(draw(st.integers(1, 4))):
        hours = sorted(draw(st.lists(st.integers(0, 200), min_size=1, max_size=12, unique=True)))
        state, what = "waiting", f"filed grid={draw(st.sampled_from(['g1', 'g2', 'g3']))}"
        for hour in hours:
            when = f"{20 + hour // 24} {hour % 24:02d}:{matter:02d}"
            lines.append((when, f"m{matter} {when} {what}"))
            state = THEN.get(what.split()[0], state)
            if state == "over":
                break
            what = draw(st.sampled_from(FLOW[state]))
    return sorted(lines, key=lambda line: line[0])


@settings(max_examples=150, deadline=None)
@given(tables(), st.integers(20, 28), st.integers(0, 23))
def test_later_events_change_nothing(lines: list[tuple[str, str]], day: int, hour: int) -> None:
    until = f"{day} {hour:02d}:30"
    whole = "\n".join(line for _, line in lines)
    by_then = "\n".join(line for when, line in lines if when < until)
    assert digest(whole, "15 08:30", until, "street") == digest(by_then, "15 08:30", until, "street")


@settings(max_examples=50, deadline=None)
@given(tables())
def test_a_stored_digest_is_read_back_as_it_was(lines: list[tuple[str, str]]) -> None:
    table = "\n".join(line for _, line in lines)
    found = digest(table, "20 00:00", "25 08:30", "peach", kind=SpanKind.MONTH)
    stored = light_from_json(json.loads(json.dumps(light_as_json(found))))
    assert stored == found.light
    for figure, cases in found.figures.items():
        assert cases_from_json(json.loads(json.dumps(cases_as_json(cases)))) == cases
        assert [stored.count(figure, side) for side in Side] == [found.count(figure, side) for side in Side]


@settings(max_examples=50, deadline=None)
@given(tables())
def test_parts_add_up_to_the_whole_and_open_is_what_came_less_what_went(lines: list[tuple[str, str]]) -> None:
    found = digest("\n".join(line for _, line in lines), "15 08:30", "28 08:30", "street")
    assert sum(part.new for part in found.shown_parts) == found.count(Figure.NEW)
    assert found.steps[-1].open == sum(part.open for part in found.shown_parts)
