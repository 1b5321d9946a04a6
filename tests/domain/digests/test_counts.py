"""The plain counts, places and series, against histories counted by hand."""

from __future__ import annotations

from domain.digests.figures import Figure, KindAt, SpanKind, Step
from tests.domain.digests.histories import at, behind, digest


def test_new_closed_open_overdue_and_awaiting_as_of_a_minute() -> None:
    found = digest(
        """
        old     20 10:00 filed
        old     20 10:10 accepted
        old     23 09:00 closed
        old     23 09:02 reported
        fresh   23 11:00 filed
        late    19 12:00 filed
        late    19 12:10 accepted
        done    21 12:00 filed
        done    21 12:10 closed cause=explained
        done    21 12:12 reported
        done    23 08:00 agreed
        gone    23 10:00 filed
        gone    23 10:05 withdrawn
        """,
        "23 00:00", "23 11:30", kind=SpanKind.DAY,
    )  # fmt: skip
    assert behind(found, Figure.NEW) == {"fresh": "", "gone": ""}
    assert behind(found, Figure.CLOSED) == {"old": "solved"}
    assert behind(found, Figure.WITHDRAWN) == {"gone": ""}
    assert behind(found, Figure.OPEN) == {"fresh": "waiting", "late": "taken"}
    assert behind(found, Figure.OVERDUE) == {"late": "progress"}
    assert behind(found, Figure.AWAITING) == {"old": ""}


def test_within_its_two_minutes_a_matter_is_still_open() -> None:
    table = "a 23 10:00 filed\na 23 10:10 closed\na 23 10:12 reported"
    assert behind(digest(table, "23 00:00", "23 10:11"), Figure.OPEN) == {"a": "closing"}
    assert behind(digest(table, "23 00:00", "23 10:13"), Figure.CLOSED) == {"a": "solved"}


def test_a_closing_taken_back_or_opened_again_is_no_closing() -> None:
    table = """
        undone 23 10:00 filed
        undone 23 10:10 closed
        undone 23 10:11 undone
        again  23 10:00 filed
        again  23 10:10 closed
        again  23 10:12 reported
        again  23 10:30 reopened
        again  23 10:30 assigned why=reopened owner=wang
        """
    found = digest(table, "23 00:00", "24 00:00")
    assert found.count(Figure.CLOSED) == 0
    assert set(behind(found, Figure.OPEN)) == {"undone", "again"}


def test_danger_that_is_in_hand_again_was_neither_closed_nor_taken_back() -> None:
    table = """
        closing 23 10:00 filed tier=danger
        closing 23 10:10 closed
        closing 23 10:11 cried
        closing 23 10:11 assigned why=cried owner=wang
        gone    23 10:00 filed tier=danger
        gone    23 10:10 withdrawn
        gone    23 10:30 cried
        gone    23 10:30 assigned why=cried owner=wang
        """
    found = digest(table, "23 00:00", "24 00:00")
    assert found.count(Figure.CLOSED) == 0
    assert found.count(Figure.WITHDRAWN) == 0
    assert found.count(Figure.REOPENED) == 0
    assert set(behind(found, Figure.OPEN)) == {"closing", "gone"}


def test_a_number_at_the_end_of_a_span_belongs_to_the_next() -> None:
    table = "a 23 08:30 filed"
    assert digest(table, "22 08:30", "23 08:30").count(Figure.NEW) == 0
    assert digest(table, "23 08:30", "24 08:30").count(Figure.NEW) == 1


def test_settled_by_level_and_moved_up() -> None:
    found = digest(
        """
        grid 23 10:00 filed
        grid 23 10:10 closed
        grid 23 10:12 reported
        desk 23 10:00 filed
        desk 23 11:00 assigned why=late owner=ma level=community
        desk 23 11:10 accepted by=ma level=community
        desk 23 11:20 closed by=ma level=community
        desk 23 11:22 reported
        """,
        "23 00:00", "24 00:00",
    )  # fmt: skip
    assert found.settled == {"grid": 1, "community": 1}
    assert set(behind(found, Figure.MOVED_UP)) == {"desk"}


PLACES = """
    a 23 10:00 filed grid=g2
    b 23 10:00 filed grid=g1
    c 23 10:00 filed grid=g3
    d 23 10:00 filed grid=
    e 23 10:00 filed grid=g1
    e 23 10:05 placed grid=g2
    f 23 10:00 filed grid=g3 kind=noise
    f 23 10:05 assigned grid=g1
    """


def test_by_grid_in_map_order_with_what_is_not_on_the_map_at_the_end() -> None:
    found = digest(PLACES, "23 00:00", "24 00:00", "peach")
    assert [(part.area.id, part.new) for part in found.shown_parts] == [("g1", 2), ("g2", 2), ("", 1)]
    assert found.count(Figure.NEW) == 5


def test_a_street_is_shown_by_its_communities_and_another_scope_sees_nothing_of_it() -> None:
    street = digest(PLACES, "23 00:00", "24 00:00", "street")
    assert [(part.area.id, part.new) for part in street.shown_parts] == [("peach", 4), ("plum", 1), ("", 1)]
    plum = digest(PLACES, "23 00:00", "24 00:00", "plum")
    assert set(behind(plum, Figure.NEW)) == {"c", "d"}


def test_two_areas_of_one_coordinator_count_nothing_twice() -> None:
    found = digest(PLACES, "23 00:00", "24 00:00", "peach", "plum")
    assert found.count(Figure.NEW) == 6
    assert [area.name for area in found.scope] == ["桃源社区", "梅园社区"]


def test_a_month_counts_kinds_by_place() -> None:
    found = digest(PLACES, "01 00:00", "12-01 00:00", "peach", kind=SpanKind.MONTH)
    grids = [each for each in found.kinds if each.area_id in ("g1", "g2", "")]
    assert grids == [
        KindAt("lighting", "g1", new=1, open=1), KindAt("lighting", "g2", new=2, open=2),
        KindAt("lighting", "", new=1, open=1), KindAt("noise", "g1", new=1, open=1),
    ]  # fmt: skip


def test_the_series_of_a_day_shows_a_fortnight_with_what_was_open_at_each_end() -> None:
    found = digest(
        """
        a 01 10:00 filed
        b 21 10:00 filed
        b 22 10:10 closed
        b 22 10:12 reported
        c 23 07:00 filed
        """,
        "22 08:30", "23 08:30", kind=SpanKind.DAY,
    )  # fmt: skip
    assert len(found.steps) == 14
    assert found.steps[0] == Step(at("10 12:00").date(), 0, 0, 1)
    assert [(step.on.day, step.new, step.closed, step.open) for step in found.steps[-3:]] == [
        (21, 1, 0, 2), (22, 0, 1, 1), (23, 1, 0, 2),
    ]  # fmt: skip


def test_the_series_of_a_week_counts_what_the_figures_count() -> None:
    found = digest(
        """
        early 16 07:00 filed
        a 17 10:00 filed
        a 17 10:10 closed
        a 17 10:12 reported
        a 18 09:00 reopened
        a 18 10:10 closed
        a 18 10:12 reported
        b 18 10:00 filed
        b 19 10:10 closed
        b 19 10:12 reported
        b 20 10:00 reopened
        """,
        "16 08:30", "23 08:30", kind=SpanKind.WEEK,
    )  # fmt: skip
    assert (found.before, found.steps[-1].open) == (1, found.count(Figure.OPEN)) == (1, 2)
    assert sum(step.new for step in found.steps) == found.count(Figure.NEW) == 2
    assert [step.on.day for step in found.steps if step.closed] == [18]
    assert found.count(Figure.CLOSED) == 1


def test_a_long_span_goes_by_weeks_and_a_very_long_one_by_months() -> None:
    weeks = digest("", "01-01 00:00", "11-23 00:00", kind=SpanKind.OWN).steps
    assert (weeks[1].on - weeks[0].on).days == 7
    assert len(digest("", "01-01 00:00", "12-31 23:00", kind=SpanKind.OWN).steps) == 53
    months = digest("", "06-15 00:00", "2027-08-02 00:00", kind=SpanKind.OWN).steps
    assert [step.on.month for step in months] == [*range(6, 13), *range(1, 9)]
    assert [step.on.day for step in months] == [15, *[1] * 14]
