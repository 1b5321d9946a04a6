"""A place put right in a resident's own words, and what only sounds like it."""

from __future__ import annotations

import pytest

from domain.matters.corrections import place_corrected


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("说错了，是5号楼", "5号楼"),
        ("写错了 是5号楼2单元", "5号楼2单元"),
        ("打错了，应该是8号楼门口", "8号楼门口"),
        ("地方不对，是杏林苑8号楼", "杏林苑8号楼"),
        ("地址错了，在5号楼", "5号楼"),
        ("不是3号楼，是5号楼", "5号楼"),
        ("是5号楼，不是3号楼", "5号楼"),
        ("地方应该是5号楼", "5号楼"),
        ("Sorry, I meant building 5", "building 5"),
        ("wrong building, it's building 8", "building 8"),
        ("not building 3 but building 5", "building 5"),
    ],
)
def test_the_right_place_is_read(words: str, place: str) -> None:
    assert place_corrected(words) == place


@pytest.mark.parametrize(
    "words",
    [
        "5号楼也坏了",
        "说错了",
        "说错了，是明天下午在家",
        "不是路灯，是楼道灯",
        "3号楼2单元门口的路灯坏了",
        "还没好",
        "not yet",
        "I meant the lamp",
    ],
)
def test_anything_else_puts_no_place_right(words: str) -> None:
    assert place_corrected(words) == ""
