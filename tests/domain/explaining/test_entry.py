"""The life of an entry, act by act, and when it is overdue."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.errors import NoLongerPossible
from domain.explaining.entry import TRANSITIONS, Entry, EntryAct, EntryState

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
ENTRY = Entry("b1", "community", "", "ma", "ma", "几点开门？", "九点。", DAY, DAY, NOW)


@pytest.mark.parametrize("state", EntryState)
@pytest.mark.parametrize("act", EntryAct)
def test_what_the_table_does_not_allow_is_no_longer_possible(state: EntryState, act: EntryAct) -> None:
    stands = replace(ENTRY, state=state)
    if (state, act) in TRANSITIONS:
        assert stands.after(act, NOW).state is TRANSITIONS[state, act]
    else:
        with pytest.raises(NoLongerPossible):
            stands.after(act, NOW)


def test_it_is_overdue_from_the_day_after_its_review_and_only_while_it_counts() -> None:
    assert not ENTRY.overdue(DAY)
    assert ENTRY.overdue(DAY + timedelta(days=1))
    assert not ENTRY.after(EntryAct.WITHDRAW, NOW).overdue(DAY + timedelta(days=1))
