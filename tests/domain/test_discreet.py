"""What is written down of an error."""

from __future__ import annotations

import psycopg

from domain.discreet import told, trace
from domain.errors import NotAllowed
from storage.errors import CommitFailed

SAID = "赵奶奶说楼上半夜跳绳"


def raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_our_own_errors_and_the_systems_say_what_they_say() -> None:
    assert told(NotAllowed("li may not work m1")) == "NotAllowed: li may not work m1"
    assert told(CommitFailed("turn: database is locked")) == "CommitFailed: turn: database is locked"
    assert told(FileNotFoundError(2, "No such file", "roster.csv")).endswith("No such file: 'roster.csv'")


def test_of_all_others_only_kind_and_place_are_told() -> None:
    assert told(raised(ValueError(SAID))).startswith("ValueError (domain/test_discreet.py:")
    assert told(ValueError(SAID)) == "ValueError"


def test_what_the_server_says_of_a_row_is_a_code() -> None:
    assert told(psycopg.errors.UniqueViolation(f"Key (name)=({SAID}) already exists.")) == "UniqueViolation (23505)"


def test_a_traceback_shows_the_way_and_what_led_to_it_and_nothing_of_what_was_said() -> None:
    error = raised(RuntimeError(SAID))
    error.__cause__ = raised(KeyError(SAID))
    lines = trace(error).splitlines()
    assert SAID not in trace(error)
    assert [line.partition(" (")[0] for line in lines if not line.startswith((" ", "Traceback"))] == [
        "KeyError",
        "RuntimeError",
    ]
    assert any("raise error" in line for line in lines)


def test_errors_in_a_group_are_told_each() -> None:
    group = ExceptionGroup(SAID, [raised(ValueError(SAID)), raised(KeyError(SAID))])
    assert SAID not in trace(group)
    assert all(name in trace(group) for name in ("ValueError (", "KeyError (", "ExceptionGroup"))
