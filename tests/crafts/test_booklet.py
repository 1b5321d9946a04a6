"""The index of the booklet goes by how questions sound, whatever they begin with."""

from __future__ import annotations

from bot.crafts.booklet import index_of


def test_ways_of_asking_stand_under_the_letter_that_they_begin_with_when_said() -> None:
    ways = [("停水了", 2), ("老年卡在哪办？", 1), ("96390是什么", 2), ("wifi密码", 3), ("老年证", 1)]
    assert [(group.letter, [(line.words, line.n) for line in group.lines]) for group in index_of(ways)] == [
        ("#", [("96390是什么", 2)]),
        ("L", [("老年卡在哪办？", 1), ("老年证", 1)]),
        ("T", [("停水了", 2)]),
        ("W", [("wifi密码", 3)]),
    ]
