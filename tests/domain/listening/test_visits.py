"""What a door is, how many copies a line speaks of; which words are a code, and how often one may be wrong."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from domain.errors import NoLongerPossible
from domain.listening.slip import LIFE, MOST_TRIES, Slip, Tries, code_in, hash_of, new_code, spoken
from domain.listening.visit import Visit, VisitSort, copies_in, likely_sort

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("桃源里3号楼", VisitSort.HOME),
        ("老王面馆", VisitSort.SHOP),
        ("惠民超市", VisitSort.SHOP),
        ("桃源小学门口的小卖店", VisitSort.SCHOOL),
        ("社区医院", VisitSort.OFFICE),
        ("Corner Shop", VisitSort.SHOP),
    ],
)
def test_whose_door_it_is_is_guessed_from_its_name(words: str, sort: VisitSort) -> None:
    assert likely_sort(words) is sort


@pytest.mark.parametrize(
    ("words", "n"),
    [("发了20份停水通知", 20), ("发 30 多份", 30), ("handed out 12 flyers", 12), ("3号楼", 0), ("没什么", 0)],
)
def test_copies_are_heard(words: str, n: int) -> None:
    assert copies_in(words) == n


def test_a_visit_is_taken_back_once() -> None:
    visit = Visit("v", "g1", VisitSort.HOME, "3号楼", "wang", NOW).taken_back()
    with pytest.raises(NoLongerPossible):
        visit.taken_back()


def test_every_code_is_known_again_however_it_is_written() -> None:
    for seed in range(300):
        code = new_code(Random(seed))
        ways = (code, code.lower(), spoken(code), f"1123-07 {spoken(code)}", f"认领码：{code}。", f"claim {code}")
        assert [code_in(way) for way in ways] == [code] * len(ways)


@pytest.mark.parametrize(
    "words",
    [
        "112307", "1123-07", "路灯坏了", "please", "thanks", "BRRRRR", "3号楼2", "13800001111", "2单元301",
        "K2345678 坏了", "HFDPQRST", "234567", "",
    ],
)  # fmt: skip
def test_what_people_say_otherwise_is_no_code(words: str) -> None:
    assert code_in(words) == ""


def test_what_is_said_to_be_a_code_is_taken_for_one() -> None:
    assert code_in("认领 O0I11122") == "O0I11122"


def test_a_slip_holds_for_its_time_and_keeps_no_code() -> None:
    slip = Slip(hash_of("K2345678"), "m", "wang", NOW)
    assert "K2345678" not in repr(slip)
    assert not slip.expired(NOW + LIFE - timedelta(seconds=1))
    assert slip.expired(NOW + LIFE)


def test_guessing_ends_for_an_hour() -> None:
    tries = Tries(NOW, 0)
    for _ in range(MOST_TRIES):
        assert tries.may_try(NOW)
        tries = tries.after_wrong(NOW)
    assert not tries.may_try(NOW + timedelta(minutes=59))
    assert tries.may_try(NOW + timedelta(hours=1))
    assert tries.after_wrong(NOW + timedelta(hours=1)).wrong == 1
