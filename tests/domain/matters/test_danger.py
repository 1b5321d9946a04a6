"""Danger words: what raises the alarm, what only shows a number, and what is a figure of speech."""

from pathlib import Path

import pytest

from domain.matters.danger import NUMBERS, Again, Danger, Sort, compared, danger_in
from domain.matters.words_of_danger import DOUBTFUL, SIGNS

TABLE = Path(__file__).with_name("sentences_of_danger.tsv")
SENTENCES = [tuple(row.split("\t")) for row in TABLE.read_text(encoding="utf-8").splitlines()]
"""(expected, text): a sort, a sort with "?" when only the number is to be shown, or "-" for no danger."""


def verdict(text: str) -> str:
    danger = danger_in(text)
    return "-" if danger is None else danger.sort + ("" if danger.certain else "?")


def test_the_table_is_large_and_holds_harmless_talk_too() -> None:
    assert len(SENTENCES) >= 150
    assert sum(expected == "-" for expected, _ in SENTENCES) >= 100
    assert {expected for expected, _ in SENTENCES} >= {str(sort) for sort in Sort}


def test_every_sentence_of_the_table_is_judged_rightly() -> None:
    wrong = [(text, expected, verdict(text)) for expected, text in SENTENCES if verdict(text) != expected]
    assert not wrong


@pytest.mark.parametrize("words", ["累死了，{}", "{}，快来人", "您好，{}。谢谢", "我家在3号楼，{}"])
def test_danger_is_found_whatever_stands_around_it(words: str) -> None:
    certain = [text for expected, text in SENTENCES if expected == "fire"]
    assert [text for text in certain if danger_in(words.format(text)) is None] == []


def test_of_two_dangers_the_certain_one_counts() -> None:
    assert danger_in("没着火，是煤气味大得很") == Danger(Sort.GAS, True)


def test_of_two_certain_dangers_the_graver_counts() -> None:
    assert danger_in("煤气漏了着火了") == Danger(Sort.FIRE, True)


def test_a_joke_about_suicide_is_taken_at_its_word() -> None:
    assert danger_in("我要跳楼哈哈") == Danger(Sort.DESPAIR, True)


def test_every_sort_has_signs_and_a_number() -> None:
    assert set(NUMBERS) == set(Sort) == {Sort(name) for name in SIGNS}
    assert set(DOUBTFUL) <= set(SIGNS)


@pytest.mark.parametrize(
    ("before", "cried", "stands"),
    [
        ({Sort.FIRE}, Sort.FIRE, Again.SAME),
        ({Sort.FIRE}, Sort.HELP, Again.SAME),
        (set(), Sort.GAS, Again.SAME),
        ({Sort.FIRE}, Sort.TRAPPED, Again.WORSE),
        ({Sort.HELP}, Sort.FIRE, Again.WORSE),
        ({Sort.GAS}, Sort.FIRE, Again.OTHER),
        ({Sort.DESPAIR}, Sort.FIRE, Again.OTHER),
        ({Sort.DESPAIR}, Sort.ILL, Again.OTHER),
        ({Sort.DESPAIR, Sort.FIRE}, Sort.DESPAIR, Again.SAME),
    ],
)
def test_a_second_cry_is_the_same_or_worse_or_something_else(before: set[Sort], cried: Sort, stands: Again) -> None:
    assert compared(cried, before) is stands


def test_empty_text_is_no_danger() -> None:
    assert danger_in("") is None


def test_a_very_long_text_is_judged_without_delay() -> None:
    assert danger_in("路灯坏了没人管，" * 500 + "有煤气味") == Danger(Sort.GAS, True)
