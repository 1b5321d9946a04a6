"""The three rates against histories counted by hand."""

from __future__ import annotations

from domain.digests.figures import Figure, Side, Times
from tests.domain.digests.histories import behind, digest, ids, minutes


def test_response_is_contacted_in_time_of_all_whose_first_contact_clock_ended_in_the_span() -> None:
    found = digest(
        """
        before   22 10:00 filed
        before   22 10:30 accepted
        quick    23 10:00 filed
        quick    23 10:59 accepted
        at_once  23 11:00 filed
        at_once  23 11:05 closed
        late     23 12:00 filed
        late     23 13:01 accepted
        nobody   23 14:00 filed
        running  23 17:30 filed
        """,
        "23 00:00", "23 18:00",
    )  # fmt: skip
    rate = found.rate(Figure.RESPONSE)
    assert (rate.numerator, rate.denominator) == (2, 4)
    assert ids(rate.yes) == {"quick", "at_once"}
    assert behind(found, Figure.RESPONSE, Side.OUT) == {"late": "late", "nobody": "nobody"}
    assert behind(found, Figure.RESPONSE, Side.LEFT) == {"running": "running"}


def test_what_was_only_noted_or_put_to_another_is_left_out_until_it_is_taken_up() -> None:
    table = """
        noted  23 10:00 filed
        noted  23 10:00 noted by=zhao
        part   23 10:00 filed
        part   23 10:20 closed cause=joined
        part   23 10:22 united
        later  23 10:00 filed
        later  23 10:00 noted by=zhao
        later  24 10:00 taken_up by=zhao
        later  24 10:00 assigned why=taken_up owner=wang
        later  24 10:30 accepted
        """
    monday, tuesday = digest(table, "23 00:00", "24 00:00"), digest(table, "24 00:00", "25 00:00")
    aside = {"noted": "set_aside", "part": "set_aside", "later": "set_aside"}
    assert behind(monday, Figure.RESPONSE, Side.LEFT) == aside
    assert monday.count(Figure.OPEN) == 0
    assert ids(tuesday.rate(Figure.RESPONSE).yes) == {"later"}


def test_contact_on_the_very_minute_is_in_time() -> None:
    found = digest("a 23 10:00 filed\na 23 11:00 accepted", "23 00:00", "24 00:00")
    assert found.rate(Figure.RESPONSE).numerator == 1


def test_being_handed_on_does_not_wind_the_first_clock_up_again() -> None:
    found = digest(
        """
        a 23 10:00 filed
        a 23 10:50 assigned why=transfer
        a 23 11:40 accepted by=chen
        """,
        "23 00:00", "24 00:00",
    )  # fmt: skip
    assert behind(found, Figure.RESPONSE, Side.OUT) == {"a": "late"}


def test_a_first_clock_that_ends_in_the_morning_after_counts_there() -> None:
    table = "a 23 21:30 filed\na 24 07:20 accepted"
    assert digest(table, "23 00:00", "24 00:00").rate(Figure.RESPONSE).denominator == 0
    assert digest(table, "24 00:00", "25 00:00").rate(Figure.RESPONSE).numerator == 1


def test_more_urgent_means_an_earlier_first_clock() -> None:
    found = digest(
        """
        a 23 10:00 filed
        a 23 10:10 raised tier=danger
        a 23 10:25 accepted
        """,
        "23 00:00", "24 00:00",
    )  # fmt: skip
    assert behind(found, Figure.RESPONSE, Side.OUT) == {"a": "late"}


def test_withdrawn_before_the_clock_ended_is_left_out_and_afterwards_it_is_not() -> None:
    found = digest(
        """
        early 23 10:00 filed
        early 23 10:20 withdrawn
        tardy 23 10:00 filed
        tardy 23 12:00 withdrawn
        """,
        "23 00:00", "24 00:00",
    )  # fmt: skip
    assert behind(found, Figure.RESPONSE, Side.LEFT) == {"early": "withdrawn"}
    assert behind(found, Figure.RESPONSE, Side.OUT) == {"tardy": "nobody"}


def test_what_is_joined_to_a_known_trouble_is_left_out_of_response_and_shown_apart() -> None:
    found = digest(
        """
        at_once 16 10:00 filed trouble=t1
        adopted 16 10:00 filed
        adopted 16 10:30 joined owner=ma level=community
        too_late 16 10:00 filed
        too_late 16 11:30 joined owner=ma level=community
        """,
        "16 00:00", "24 00:00",
    )  # fmt: skip
    assert behind(found, Figure.RESPONSE, Side.LEFT) == {"at_once": "trouble", "adopted": "trouble"}
    assert behind(found, Figure.RESPONSE, Side.OUT) == {"too_late": "nobody"}
    assert found.count(Figure.JOINED) == 3
    assert found.count(Figure.OVERDUE) == 0


def test_let_go_from_the_trouble_it_has_a_first_clock_of_its_own() -> None:
    found = digest(
        """
        a 23 10:00 filed trouble=t1 owner=ma level=community
        a 23 13:00 assigned why=trouble owner=wang
        a 23 13:40 accepted
        """,
        "23 00:00", "24 00:00",
    )  # fmt: skip
    assert ids(found.rate(Figure.RESPONSE).yes) == {"a"}


def test_an_event_that_names_its_deadline_is_believed() -> None:
    found = digest(
        """
        a 23 10:00 filed contact_due=2026-11-23T02:10:00+00:00
        a 23 10:30 accepted
        """,
        "23 00:00", "24 00:00",
    )  # fmt: skip
    assert behind(found, Figure.RESPONSE, Side.OUT) == {"a": "late"}


CLOSED = "\n".join(
    f"{matter} 23 10:00 filed\n{matter} 23 10:10 accepted\n{matter} 23 12:00 closed\n{matter} 23 12:02 reported"
    for matter in ("yes1", "yes2", "no", "silent", "waits", "after")
)


def test_solved_is_of_those_who_said_anything_and_the_silent_stand_beside_it() -> None:
    found = digest(
        CLOSED
        + """
        yes1   23 13:00 agreed
        yes2   24 13:00 agreed
        no     23 14:00 reopened times=1
        no     23 14:00 assigned why=reopened owner=wang
        silent 26 12:02 lapsed
        after  30 09:00 agreed
        """,
        "23 00:00", "29 00:00",
    )  # fmt: skip
    rate = found.rate(Figure.SOLVED)
    assert (rate.numerator, rate.denominator) == (2, 3)
    assert behind(found, Figure.SOLVED, Side.OUT) == {"no": "not_solved"}
    assert behind(found, Figure.SOLVED, Side.LEFT) == {"silent": "silent", "waits": "awaiting", "after": "awaiting"}


def test_a_late_yes_takes_the_place_of_silence() -> None:
    table = CLOSED + "\nsilent 26 12:02 lapsed\nsilent 27 08:00 agreed"
    assert ids(digest(table, "23 00:00", "28 00:00").rate(Figure.SOLVED).yes) == {"silent"}


def test_her_last_word_in_the_span_counts_and_each_matter_once() -> None:
    found = digest(
        CLOSED
        + """
        no 23 14:00 reopened
        no 23 14:00 assigned why=reopened owner=wang
        no 23 15:00 accepted
        no 24 09:00 closed
        no 24 09:02 reported
        no 24 10:00 agreed
        """,
        "23 00:00", "29 00:00",
    )  # fmt: skip
    assert ids(found.rate(Figure.SOLVED).yes) == {"no"}
    assert found.rate(Figure.SOLVED).denominator == 1
    assert found.count(Figure.REOPENED) == 1


def test_an_explanation_she_accepts_solves_nothing_and_what_she_no_longer_wants_is_left_out() -> None:
    found = digest(
        """
        cannot 23 10:00 filed
        cannot 23 10:10 closed cause=explained
        cannot 23 10:12 reported
        cannot 23 10:20 agreed
        other  23 10:00 filed
        other  23 10:10 closed cause=handed_over
        other  23 10:12 reported
        other  23 10:20 agreed
        gone   23 10:00 filed
        gone   23 10:10 closed cause=withdrawn
        gone   23 10:12 reported
        gone   23 10:20 agreed
        """,
        "23 00:00", "24 00:00",
    )  # fmt: skip
    assert ids(found.rate(Figure.SOLVED).yes) == {"other"}
    assert behind(found, Figure.SOLVED, Side.OUT) == {"cannot": "explained"}
    assert behind(found, Figure.SOLVED, Side.LEFT) == {"gone": "withdrawn"}


def test_satisfied_is_four_and_five_of_the_rated() -> None:
    found = digest(
        CLOSED
        + """
        yes1   23 13:00 agreed
        yes1   23 13:01 rated grade=5
        yes2   23 13:00 agreed
        yes2   23 13:01 rated grade=4
        no     23 13:00 agreed
        no     23 13:01 rated grade=3
        silent 23 13:00 agreed
        """,
        "23 00:00", "29 00:00",
    )  # fmt: skip
    rate = found.rate(Figure.SATISFIED)
    assert (rate.numerator, rate.denominator) == (2, 3)
    assert behind(found, Figure.SATISFIED, Side.OUT) == {"no": "3"}
    assert behind(found, Figure.SATISFIED, Side.LEFT) == {"silent": "unrated"}


def test_times_are_percentiles_of_what_occurred_and_never_averages() -> None:
    table = "\n".join(
        f"m{n} 23 {10 + n // 60}:{n % 60:02d} filed\nm{n} 23 {10 + 2 * n // 60}:{2 * n % 60:02d} accepted"
        for n in range(1, 11)
    )
    assert digest(table, "23 00:00", "24 00:00").contact == Times(10, 5, 9)


def test_the_result_is_when_she_was_told_and_a_reopened_one_has_none_yet() -> None:
    found = digest(CLOSED + "\nno 23 14:00 reopened", "23 00:00", "24 00:00")
    assert found.result == Times(5, minutes(hours=2, minutes=2), minutes(hours=2, minutes=2))


def test_the_end_of_a_known_trouble_is_no_first_contact() -> None:
    table = """
        alone  23 10:00 filed
        alone  23 10:20 accepted
        waited 23 10:00 filed trouble=t1
        waited 23 15:00 closed
        """
    assert digest(table, "23 00:00", "24 00:00").contact == Times(1, 20, 20)
