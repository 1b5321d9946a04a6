"""Token buckets and pauses, without a loop."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.pace import Pace, Rates


def test_a_chat_may_have_three_at_once_and_then_one_a_second() -> None:
    pace = Pace()
    assert [round(pace.reserve("a", 1, 0.0, group=False), 3) for _ in range(5)] == [0, 0, 0, 1, 2]


def test_one_chat_does_not_slow_another() -> None:
    pace = Pace()
    for _ in range(5):
        pace.reserve("a", 1, 0.0, group=False)
    assert pace.reserve("b", 1, 0.0, group=False) == 0


def test_a_group_gets_twenty_a_minute() -> None:
    pace = Pace(Rates(chat=100, burst=100))
    waits = [pace.reserve("-1", 1, 0.0, group=True) for _ in range(21)]
    assert waits[:20] == [0] * 20
    assert round(waits[20], 3) == 3


def test_over_all_thirty_may_leave_and_then_one_each_thirtieth() -> None:
    pace = Pace()
    for chat in range(30):
        pace.reserve(chat, 1, 0.0, group=False)
    assert pace.allowance(0.0) == 0
    assert pace.allowance(1.0 / 30 + 0.001) == 1
    assert pace.resume_in(0.0) <= 1.0 / 30


def test_an_album_counts_for_each_of_its_photos() -> None:
    pace = Pace()
    assert pace.reserve("a", 10, 0.0, group=False) == 0
    assert round(pace.reserve("a", 1, 0.0, group=False)) == 8


def test_one_refused_chat_does_not_stop_the_others() -> None:
    pace = Pace()
    pace.refused("a", 30, 0.0)
    assert pace.allowance(0.0) == 30


def test_two_refused_chats_mean_that_everybody_waits() -> None:
    pace = Pace()
    pace.refused("a", 30, 0.0)
    pace.refused("b", 10, 1.0)
    assert pace.allowance(10.0) == 0
    assert pace.resume_in(1.0) == 10
    assert pace.allowance(11.0) == 30


def test_a_refusal_long_ago_is_forgotten() -> None:
    pace = Pace()
    pace.refused("a", 5, 0.0)
    pace.refused("b", 5, 100.0)
    assert pace.allowance(100.0) == 30


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 5), st.floats(0, 0.5)), max_size=200))
def test_no_chat_ever_gets_more_than_its_burst_and_one_a_second(messages: list[tuple[int, int, float]]) -> None:
    pace, now = Pace(), 0.0
    left: dict[int, list[tuple[float, int]]] = {}
    for chat, count, later in messages:
        now += later
        leaves = now + pace.reserve(chat, count, now, group=False)
        left.setdefault(chat, []).append((leaves, count))
    for times in left.values():
        assert all(sum(n for at, n in times[:-1] if at <= end) <= end - times[0][0] + 3 + 5 for end, _ in times)


def test_a_thousand_quiet_chats_are_forgotten() -> None:
    pace = Pace()
    for chat in range(5000):
        pace.reserve(chat, 1, chat * 10.0, group=False)
    assert len(pace._chats) <= 1001
