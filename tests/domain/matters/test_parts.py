"""One message, one matter or several: a table of what people write, and what must never be taken apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.matters.parts import MOST, parts_of, pieces_of

TABLE = Path(__file__).with_name("sentences_of_parts.tsv")
ROWS = [row.split("\t") for row in TABLE.read_text(encoding="utf-8").splitlines()]


def test_the_table_has_both_sides() -> None:
    several = [words for words, parts in ROWS if "|" in parts]
    assert len(several) >= 15
    assert len(ROWS) - len(several) >= 30


@pytest.mark.parametrize(("words", "parts"), ROWS)
def test_a_message_is_taken_apart_only_where_there_is_no_doubt(words: str, parts: str) -> None:
    assert parts_of(words) == tuple(parts.split("|"))


def test_a_long_list_is_left_whole_for_a_person_to_sort() -> None:
    words = "路灯坏了，井盖丢了，垃圾没人收，门禁坏了"
    assert parts_of(words) == (words,)
    assert len(pieces_of(words)) > MOST


def test_the_pieces_are_the_words_as_they_stand() -> None:
    assert pieces_of("您好，3号楼路灯坏了，还有垃圾没人收。谢谢！") == ["您好", "3号楼路灯坏了", "垃圾没人收", "谢谢"]
