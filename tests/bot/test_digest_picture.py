"""What of a digest is drawn, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.digest_picture import PLACES_DRAWN, drawing
from domain.digests.figures import Case, Digest, Figure, Named, Part, Span, SpanKind, Step, Times

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
"""08:30 in Lanzhou."""


def digest(open_in: Sequence[int] = (4, 0, 7), steps: Sequence[int] = (1, 2, 3)) -> Digest:
    """As many grids and days as there are numbers; one of each place's open matters is overdue."""
    parts = [Part(Named(f"g{n}", "grid", f"{n}网格"), "c", open=k, overdue=min(k, 1)) for n, k in enumerate(open_in)]
    first = date(2026, 11, 16)
    return Digest(
        Span(SpanKind.WEEK, MONDAY - timedelta(days=7), MONDAY),
        (Named("c", "community", "桃源社区", "Peach Community"),),
        {
            Figure.NEW: tuple(Case(f"m{n}") for n in range(sum(steps))),
            Figure.OPEN: tuple(Case(f"m{n}") for n in range(sum(open_in))),
            Figure.OVERDUE: tuple(Case(f"m{n}") for n in range(sum(part.overdue for part in parts))),
        },
        tuple(parts), (), Times(), Times(),
        tuple(Step(first + timedelta(days=n), count, 0, count) for n, count in enumerate(steps)),
    )  # fmt: skip


def test_it_says_where_and_from_when_to_which_minute() -> None:
    drawn = drawing(digest(), "zh", ZONE)
    assert (drawn.title, drawn.subtitle) == ("桃源社区·一周", "11月16日 08:30起，截至11月23日 08:30")


def test_it_speaks_english() -> None:
    drawn = drawing(digest(), "en", ZONE)
    assert (drawn.title, drawn.subtitle) == ("Peach Community, one week", "From 16 Nov 08:30, as of 23 Nov 08:30")


def test_places_stand_in_the_order_of_the_map() -> None:
    drawn = drawing(digest(open_in=(4, 0, 7)), "zh", ZONE)
    assert drawn.load is not None
    assert [(row.name, row.open, row.late) for row in drawn.load.rows] == [
        ("0网格", 4, "过时1"), ("1网格", 0, "过时0"), ("2网格", 7, "过时1"),
    ]  # fmt: skip


def test_overdue_ones_ask_for_attention_and_none_do_not() -> None:
    late, calm = drawing(digest(), "zh", ZONE), drawing(digest(open_in=()), "zh", ZONE)
    assert [late.tiles[3].alarm, calm.tiles[3].alarm] == [True, False]


def test_of_too_many_places_those_with_nothing_open_are_left_out_and_that_is_said() -> None:
    drawn = drawing(digest(open_in=[1, 0] * PLACES_DRAWN), "zh", ZONE)
    assert drawn.load is not None
    assert len(drawn.load.rows) == PLACES_DRAWN
    assert drawn.load.note == f"按地图顺序，不分先后；另外{PLACES_DRAWN}处没有在办的"


def test_what_still_has_no_room_is_summed_up() -> None:
    drawn = drawing(digest(open_in=[2] * (PLACES_DRAWN + 3)), "zh", ZONE)
    assert drawn.load is not None
    assert drawn.load.note == "按地图顺序，不分先后；另外3处没画，在办6、过时3"


def test_one_place_needs_no_comparison() -> None:
    assert drawing(digest(open_in=(4,)), "zh", ZONE).load is None


def test_a_short_span_says_that_more_days_are_shown() -> None:
    day = Span(SpanKind.DAY, MONDAY - timedelta(days=1), MONDAY)
    drawn = drawing(replace(digest(steps=[1] * 14), span=day), "zh", ZONE)
    assert drawn.flow is not None
    assert drawn.flow.title == "近14天，每天新来和办结"


def test_days_are_named_as_far_as_there_is_room() -> None:
    labels = {}
    for days in (3, 31, 40):
        flow = drawing(digest(steps=[1] * days), "zh", ZONE).flow
        assert flow is not None
        labels[days] = [step.label for step in flow.steps[:6]]
    assert labels == {
        3: ["周一\n16", "周二\n17", "周三\n18"],
        31: ["16", "17", "18", "19", "20", "21"],
        40: ["", "", "", "", "20", ""],
    }


def test_when_nothing_is_and_nothing_was_one_line_says_so() -> None:
    drawn = drawing(digest(open_in=(), steps=(0, 0)), "zh", ZONE)
    assert (drawn.flow, drawn.load, drawn.quiet) == (None, None, "没有新来的，也没有在办的")
