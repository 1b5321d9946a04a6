"""Columns keep what they are given: instants sort as text, JSON comes back frozen."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.values import at_text, at_value, at_value_or_none, json_text, json_value

INSTANTS = st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC))


@given(INSTANTS, INSTANTS)
def test_instants_sort_as_their_text_does(one: datetime, other: datetime) -> None:
    assert (at_text(one) < at_text(other)) == (one < other)


@given(INSTANTS)
def test_instants_come_back(at: datetime) -> None:
    assert at_value(at_text(at)) == at


def test_instants_of_other_zones_are_written_in_utc_at_full_width() -> None:
    lanzhou = timezone(timedelta(hours=8))
    assert at_text(datetime(2025, 11, 23, 20, 0, tzinfo=lanzhou)) == "2025-11-23T12:00:00.000000Z"


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        at_text(datetime(2025, 11, 23))


def test_no_instant_stays_none() -> None:
    assert at_text(None) is None
    assert at_value_or_none(None) is None


def test_lists_come_back_as_tuples_however_deep() -> None:
    assert json_value(json_text({"a": [1, [2, {"b": [3]}]]})) == {"a": (1, (2, {"b": (3,)}))}
