"""A clock's whole life, by example: what each event does to contact, progress, result and promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.clocks import Clocks, Pace
from domain.events import Event
from domain.matters.deadlines import Deadlines
from domain.matters.life import life
from domain.matters.matter import State, Tier

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MONDAY = datetime(2026, 11, 23, 2, tzinfo=UTC)
"""Ten in the morning in the district."""
ROUND_THE_CLOCK = Clocks(
    paces={
        Tier.DANGER: Pace(timedelta(minutes=10), HOUR, 2 * HOUR),
        Tier.UTILITY: Pace(timedelta(minutes=30), 4 * HOUR, DAY),
        Tier.ORDINARY: Pace(HOUR, DAY, 3 * DAY),
        Tier.COMPLEX: Pace(HOUR, 3 * DAY, 15 * DAY),
    }
)
"""So that sums can be done in the head; working time has tests of its own."""


def happened(type: str, after: timedelta = timedelta(), **facts: str | int | bool) -> Event:
    return Event("matter:m", type, MONDAY + after, facts=facts)


def filed(tier: Tier = Tier.ORDINARY) -> Event:
    return happened("MatterFiled", sent_at=MONDAY.isoformat(), tier=tier.value, kind="lighting")


def accepted(after: timedelta) -> Event:
    return happened("MatterAccepted", after)


def paused(after: timedelta, until: timedelta) -> Event:
    return happened("MatterPaused", after, until=(MONDAY + until).isoformat(), why="parts")


def after(*events: Event, clocks: Clocks = ROUND_THE_CLOCK) -> Deadlines:
    return life(events, clocks)


def due(deadlines: Deadlines) -> tuple[timedelta, timedelta, timedelta, timedelta]:
    """Contact, progress, result and promise, since the beginning."""
    instants = (deadlines.contact_due_at, deadlines.progress_due_at, deadlines.result_due_at, deadlines.promise_at)
    contact, progress, result, promise = (at - MONDAY for at in instants)
    return contact, progress, result, promise


def test_danger_that_is_cried_of_again_begins_anew_for_whoever_has_it() -> None:
    ended = happened("MatterClosed", timedelta(minutes=20)), happened("MatterReported", timedelta(minutes=22))
    cry = timedelta(minutes=30)
    again = happened("CriedAgain", cry), happened("MatterAssigned", cry, owner="wang", why="cried")
    minutes = timedelta(minutes=10)
    assert due(after(filed(Tier.DANGER), *ended, *again)) == (
        cry + minutes, cry + HOUR, cry + 2 * HOUR, cry + minutes,
    )  # fmt: skip


def test_filed_somebodys_word_is_promised() -> None:
    assert due(after(filed())) == (HOUR, DAY, 3 * DAY, HOUR)


def test_taken_the_result_is_promised_and_progress_begins_anew() -> None:
    assert due(after(filed(), accepted(HOUR / 2))) == (HOUR, HOUR / 2 + DAY, 3 * DAY, 3 * DAY)


def test_a_real_answer_winds_progress_up_and_nothing_else() -> None:
    before, then = (
        after(filed(), accepted(HOUR)),
        after(filed(), accepted(HOUR), happened("ProgressReported", 9 * HOUR)),
    )
    assert due(then) == (*due(before)[:1], 9 * HOUR + DAY, *due(before)[2:])


@pytest.mark.parametrize(
    "type",
    ["MatterReminded", "ResidentNudged", "WordAdded", "NoteWritten", "DutyPassed", "ResidentAskedAgain", "KindSet"],
)
def test_what_is_automatic_or_somebody_elses_winds_nothing_up(type: str) -> None:
    history = (filed(), accepted(HOUR))
    assert after(*history, happened(type, 20 * HOUR, kind="water")) == after(*history)


def test_in_new_hands_contact_and_progress_begin_anew_and_the_result_stands() -> None:
    moved = after(filed(), accepted(HOUR), happened("MatterAssigned", 5 * HOUR))
    assert due(moved) == (6 * HOUR, 5 * HOUR + DAY, 3 * DAY, 6 * HOUR)
    assert moved.state is State.WAITING


def test_in_new_hands_a_result_that_has_passed_begins_anew() -> None:
    assert due(after(filed(), happened("MatterAssigned", 4 * DAY)))[2] == 7 * DAY


def test_what_was_passed_on_after_waiting_for_a_known_trouble_has_all_its_time() -> None:
    joined = happened("MatterJoined", HOUR)
    assert due(after(filed(), joined, happened("MatterAssigned", 2 * DAY)))[2] == 5 * DAY


def test_a_pause_keeps_what_was_left_of_progress_and_result() -> None:
    went_on = after(filed(), accepted(timedelta()), paused(6 * HOUR, 2 * DAY), happened("MatterResumed", 2 * DAY))
    assert due(went_on)[1:] == (2 * DAY + 18 * HOUR, 2 * DAY + 66 * HOUR, 2 * DAY + 66 * HOUR)
    assert went_on.paused is None


def test_a_time_that_the_desk_gave_in_the_evening_is_not_cut_by_a_pause_of_no_time() -> None:
    evening = happened("ExtensionGranted", DAY, until=(MONDAY + 3 * DAY + 10 * HOUR).isoformat())
    history = (filed(), accepted(HOUR), evening)
    paused_for_nothing = (paused(2 * DAY, 4 * DAY), happened("MatterResumed", 2 * DAY))
    cut = after(*history, *paused_for_nothing, clocks=Clocks())
    assert cut.result_due_at == after(*history, clocks=Clocks()).result_due_at


def test_paused_its_end_is_promised() -> None:
    resting = after(filed(), accepted(timedelta()), paused(6 * HOUR, 2 * DAY))
    assert due(resting)[3] == 2 * DAY
    assert resting.paused is not None


def test_a_pause_over_a_weekend_keeps_the_working_time_that_was_left() -> None:
    """Due on Thursday at ten; from Wednesday, two in the afternoon, until Monday at ten it waits for a part."""
    wednesday, monday = 2 * DAY + 4 * HOUR, 7 * DAY
    history = (filed(), accepted(HOUR), paused(wednesday, monday), happened("MatterResumed", monday))
    assert after(*history, clocks=Clocks()).result_due_at == MONDAY + monday + 5 * HOUR


@pytest.mark.parametrize("type", ["ProgressReported", "MatterAssigned", "MatterClosed", "MatterJoined"])
def test_an_answer_new_hands_or_an_end_ends_the_pause(type: str) -> None:
    assert after(filed(), accepted(HOUR), paused(2 * HOUR, DAY), happened(type, 5 * HOUR)).paused is None


def test_a_result_that_was_late_before_the_pause_is_late_after_it_and_only_a_word_is_promised() -> None:
    late = after(filed(), accepted(HOUR), paused(4 * DAY, 5 * DAY), happened("MatterResumed", 5 * DAY))
    assert due(late)[2:] == (3 * DAY, 6 * DAY)


def test_an_extension_is_the_new_result_and_the_new_promise() -> None:
    until = (MONDAY + 6 * DAY).isoformat()
    asked = after(filed(), accepted(HOUR), happened("ExtensionAsked", DAY, until=until))
    granted = after(filed(), accepted(HOUR), happened("ExtensionGranted", DAY, until=until))
    assert (asked.asks_until, due(asked)[2:]) == (MONDAY + 6 * DAY, (3 * DAY, 3 * DAY))
    assert (granted.asks_until, due(granted)[2:]) == (None, (6 * DAY, 6 * DAY))


@pytest.mark.parametrize(("desk", "open_still"), [(True, False), (False, True)])
def test_only_a_desk_that_lets_it_wait_has_decided_what_was_asked(desk: bool, open_still: bool) -> None:
    until = (MONDAY + 6 * DAY).isoformat()
    asked, paused = (
        happened(type, DAY, until=until, why="parts", desk=desk) for type in ("ExtensionAsked", "MatterPaused")
    )
    assert (after(filed(), accepted(HOUR), asked, paused).asks_until is not None) is open_still


@pytest.mark.parametrize("type", ["ExtensionRefused", "MatterAssigned", "MatterClosed"])
def test_a_no_new_hands_or_an_end_leaves_nothing_to_be_decided(type: str) -> None:
    asked = happened("ExtensionAsked", DAY, until=(MONDAY + 6 * DAY).isoformat())
    assert after(filed(), accepted(HOUR), asked, happened(type, 2 * DAY)).asks_until is None


def test_more_urgent_its_time_is_counted_from_now() -> None:
    raised = happened("MatterRaised", HOUR / 2, tier="utility")
    assert due(after(filed(), raised)) == (HOUR, 4.5 * HOUR, DAY + HOUR / 2, HOUR)


def test_more_urgent_what_has_run_out_gets_time_too() -> None:
    raised = happened("MatterRaised", 4 * DAY, tier="danger")
    late = after(filed(), accepted(HOUR), raised)
    assert late.result_due_at == raised.at + 2 * HOUR


def test_less_urgent_its_time_is_counted_from_the_beginning() -> None:
    relaxed = happened("MatterRelaxed", 2 * HOUR, tier="complex")
    assert due(after(filed(), accepted(HOUR), relaxed)) == (HOUR, 3 * DAY + HOUR, 15 * DAY, 15 * DAY)


def test_raised_by_mistake_and_back_again_it_is_due_as_before() -> None:
    history = (filed(), accepted(HOUR))
    up, down = happened("MatterRaised", 2 * HOUR, tier="utility"), happened("MatterRelaxed", 3 * HOUR, tier="ordinary")
    assert due(after(*history, up, down)) == due(after(*history))


def test_less_urgent_a_pause_before_it_is_not_forgotten() -> None:
    resumed, relaxed = happened("MatterResumed", 3 * HOUR), happened("MatterRelaxed", 4 * HOUR, tier="complex")
    history = (filed(), accepted(timedelta()), paused(HOUR, 3 * HOUR), resumed, relaxed)
    assert due(after(*history))[2] == 15 * DAY + 2 * HOUR


def test_a_closing_undone_goes_on_as_before() -> None:
    history = (filed(), accepted(HOUR))
    undone = after(*history, happened("MatterClosed", 2 * HOUR), happened("ClosingUndone", 2 * HOUR))
    assert due(undone) == due(after(*history))


def test_what_waited_for_another_has_all_its_time_once_its_closing_is_undone() -> None:
    joined = (filed(), accepted(HOUR), happened("MatterJoined", 2 * HOUR), happened("MatterClosed", DAY))
    assert due(after(*joined, happened("ClosingUndone", DAY)))[1:] == (2 * DAY, 4 * DAY, 4 * DAY)


def test_a_life_begins_when_it_is_filed() -> None:
    with pytest.raises(ValueError, match="MatterAccepted"):
        after(accepted(HOUR))


def test_opened_again_in_time_the_result_stands() -> None:
    history = (filed(), accepted(HOUR), happened("MatterClosed", DAY), happened("MatterReported", DAY))
    again = after(*history, happened("MatterReopened", 2 * DAY), happened("MatterAssigned", 2 * DAY))
    assert due(again) == (2 * DAY + HOUR, 3 * DAY, 3 * DAY, 2 * DAY + HOUR)


def test_a_broken_promise_is_followed_by_a_word_within_a_day() -> None:
    assert due(after(filed(), accepted(HOUR), happened("MatterOverdue", 3 * DAY)))[2:] == (3 * DAY, 4 * DAY)


def test_danger_that_nobody_took_is_called_out_anew() -> None:
    unanswered = happened("MatterUnanswered", HOUR / 2)
    ten = timedelta(minutes=10)
    assert due(after(filed(Tier.DANGER), unanswered))[::3] == (HOUR / 2 + ten, HOUR / 2 + ten)


def test_a_kinds_own_result_time_counts_when_it_is_reclassified() -> None:
    clocks = replace(ROUND_THE_CLOCK, results={"water": 5 * DAY})
    history = (filed(), happened("KindSet", HOUR, kind="water"), happened("MatterRelaxed", HOUR, tier="ordinary"))
    assert due(after(*history[:2], clocks=clocks))[2] == 3 * DAY
    assert due(after(*history, clocks=clocks))[2] == 5 * DAY


def test_what_was_only_noted_has_its_whole_time_once_it_is_taken_up() -> None:
    noted = (filed(), happened("MatterNoted"))
    again = (happened("MatterTakenUp", 2 * DAY), happened("MatterAssigned", 2 * DAY, why="taken_up", level="grid"))
    told = life([*noted, *again], ROUND_THE_CLOCK)
    assert told.result_due_at == MONDAY + 5 * DAY
    assert told.promise_at == told.contact_due_at == MONDAY + 2 * DAY + HOUR
