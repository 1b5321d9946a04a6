"""No text, however long or silly, keeps the one thread busy on which everybody's words are read."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from types import ModuleType
from typing import Any

import pytest

import bot.crafts
import channels
import domain
import handlers
from domain.matters import greetings
from domain.matters.danger import danger_in
from domain.matters.grades import grade_in
from domain.matters.kinds import likely_kinds
from domain.matters.words import one_line, only_place, place_span
from domain.people.leave import leave_in

_READ = importlib.import_module("re._parser")
_OPS = importlib.import_module("re._constants")
LONGEST = 4096
PATIENCE = 0.5
"""Seconds; what is not careful takes minutes or for ever, what is takes some milliseconds."""
READERS: dict[str, Callable[[str], object]] = {
    "danger": danger_in,
    "kinds": likely_kinds,
    "place": place_span,
    "only place": only_place,
    "line": lambda text: one_line(text, 40),
    "leave": lambda text: leave_in(text, date(2026, 11, 23)),
    "grade": grade_in,
    **{
        name: getattr(greetings, name)
        for name in ("small_talk", "asks_state", "is_yes", "is_no", "leaves", "no_more", "all_well", "asks_who")
    },
}
SILLY = (
    *"谢哈嘿好嗯一1里<😀， \n",
    *("谢谢", "谢谢啊", "，谢谢", "救命", "着火", "没有", "不用", "请问", "明天", "门口", "3号楼", "1单元"),
    *("thank you ", "ok ", "at ", "building 3 ", "A "),
)


@pytest.mark.parametrize("reader", READERS)
def test_a_long_line_of_the_same_is_read_at_once(reader: str) -> None:
    for piece in SILLY:
        for end in ("", "坏"):
            began = time.process_time()
            READERS[reader]((piece * LONGEST)[: LONGEST - 1] + end)
            assert time.process_time() - began < PATIENCE, (piece, end)


def test_thirty_laughs_and_a_word_are_read_at_once() -> None:
    """Short enough for the readers that look at short texts only."""
    for piece in SILLY:
        began = time.process_time()
        assert greetings.all_well(piece * (34 // len(piece)) + "坏") is False
        assert time.process_time() - began < PATIENCE, piece


# ---- and none can be written that would not ------------------------------------------------------------------------


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for package in (domain, handlers, bot.crafts, channels):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield from _in_module(importlib.import_module(found.name))


def _in_module(module: ModuleType) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, value in vars(module).items():
        several = value.values() if isinstance(value, dict) else [value]
        for each in several:
            if isinstance(each, re.Pattern) and isinstance(each.pattern, str):
                yield f"{module.__name__}.{name}", each


def repeats_a_repetition(tree: Any, *, inside: bool = False) -> bool:
    """Whether an endless repetition that may give back stands within another: tried in 2ⁿ ways where nothing fits."""
    return any(_repeats(op, value, inside) for op, value in tree)


def _repeats(op: object, value: Any, inside: bool) -> bool:
    if op in (_OPS.MAX_REPEAT, _OPS.MIN_REPEAT):
        endless = value[1] is _OPS.MAXREPEAT
        return (endless and inside) or repeats_a_repetition(value[2], inside=inside or endless)
    if op is _OPS.SUBPATTERN:
        return repeats_a_repetition(value[3], inside=inside)
    if op is _OPS.BRANCH:
        return any(repeats_a_repetition(branch, inside=inside) for branch in value[1])
    if op is _OPS.POSSESSIVE_REPEAT:
        return repeats_a_repetition(value[2])
    return op in (_OPS.ASSERT, _OPS.ASSERT_NOT) and repeats_a_repetition(value[1])


def test_no_pattern_repeats_a_repetition() -> None:
    found = [name for name, pattern in patterns() if repeats_a_repetition(_READ.parse(pattern.pattern, pattern.flags))]
    assert found == []


def test_the_check_itself_knows_one() -> None:
    assert repeats_a_repetition(_READ.parse("(?:谢+)*"))
    assert not repeats_a_repetition(_READ.parse("(?:谢++)*"))
