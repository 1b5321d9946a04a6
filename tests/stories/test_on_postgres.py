"""The lives that matter most, told once more on PostgreSQL: the same stories with another engine below."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.stories.house import Play, raised
from tests.stories.test_a_matter import test_the_lamp_is_told_taken_done_and_judged
from tests.stories.test_clocks_ladder import (
    test_after_its_time_the_card_goes_to_the_deputy_too_and_the_resident_hears_an_apology,
    test_after_the_deputy_it_is_the_desks,
    test_then_both_may_accept_and_the_other_sees_it,
)
from tests.stories.test_end_closing import test_a_restart_between_the_cause_and_the_line_loses_nothing
from tests.stories.test_end_word import (
    test_not_yet_asks_for_a_line_and_goes_back_to_the_same_member_with_its_history,
    test_the_second_not_yet_goes_one_level_up,
)
from tests.stories.test_joining import test_the_account_keeps_what_it_had_as_a_resident
from tests.stories.test_ladder_hotline import (
    test_the_hotlines_number_stands_beside_ours_and_its_clock_is_the_matters,
)
from tests.stories.test_me import test_after_a_day_nothing_of_her_is_left
from tests.stories.test_member_leaves import (
    test_who_blocks_the_bot_has_nothing_in_hand_from_that_moment_on,
)
from tests.stories.test_resident_danger import test_the_deputy_and_the_desk_are_called_with_the_owner
from tests.stories.test_resident_order import test_a_duplicate_has_no_second_effect
from tests.stories.test_trouble import test_the_end_is_one_line_and_each_gets_her_own_question

__all__ = [
    "test_a_duplicate_has_no_second_effect",
    "test_a_restart_between_the_cause_and_the_line_loses_nothing",
    "test_after_a_day_nothing_of_her_is_left",
    "test_after_its_time_the_card_goes_to_the_deputy_too_and_the_resident_hears_an_apology",
    "test_after_the_deputy_it_is_the_desks",
    "test_not_yet_asks_for_a_line_and_goes_back_to_the_same_member_with_its_history",
    "test_the_account_keeps_what_it_had_as_a_resident",
    "test_the_deputy_and_the_desk_are_called_with_the_owner",
    "test_the_end_is_one_line_and_each_gets_her_own_question",
    "test_the_hotlines_number_stands_beside_ours_and_its_clock_is_the_matters",
    "test_the_lamp_is_told_taken_done_and_judged",
    "test_the_second_not_yet_goes_one_level_up",
    "test_then_both_may_accept_and_the_other_sees_it",
    "test_who_blocks_the_bot_has_nothing_in_hand_from_that_moment_on",
]

pytestmark = pytest.mark.asyncio


@pytest_asyncio.fixture
async def play(tmp_path: Path, postgres_url: str) -> AsyncIterator[Play]:
    """In the place of the usual house: that is the whole difference."""
    async with raised(tmp_path, database_url=postgres_url) as play:
        yield play
    assert not (tmp_path / "bench.db").exists()
