"""The digest's picture: as wide as said, the same every time, and proof against whatever stands in a name."""

from __future__ import annotations

import struct

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.crafts.pictures import WIDTH, Bars, Drawing, Flow, Load, Row, Tile, draw

HOSTILE = 'a "b" #let x = 1 \\ $y$ *c* _d_ `e` <f> @g // h [i] {j} 😀 龘 \u202eright \ud800 \x00 \n\t'


def drawing(name: str = "桃源一网格", counts: tuple[int, ...] = (3, 0, 5)) -> Drawing:
    return Drawing(
        "zh", name, name, [Tile(name, 12), Tile(name, 3, alarm=True)],
        Flow(name, name, name, name, 1, [Bars(name, n, n // 2, n + 1) for n in counts]),
        Load(name, name, name, [Row(name, n, n // 2, name) for n in counts], name),
    )  # fmt: skip


def size(picture: bytes) -> tuple[int, int]:
    assert picture.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_it_is_as_wide_as_a_phone_shows_and_not_much_higher() -> None:
    width, height = size(draw(drawing()))
    assert width == WIDTH
    assert height < 2 * WIDTH


def test_it_is_the_same_every_time() -> None:
    assert draw(drawing()) == draw(drawing())


def test_a_quiet_day_is_a_small_picture() -> None:
    quiet = Drawing("zh", "桃源社区", "今天", [Tile("新来", 0)], quiet="没有新来的")
    assert size(draw(quiet))[1] < size(draw(drawing()))[1]


def test_rare_characters_of_names_are_drawn() -> None:
    """What the type lacks is all one box; these are not."""
    assert draw(drawing("堃")) != draw(drawing("喆")) != draw(drawing("犇")) != draw(drawing("\U0001f600"))


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=40))
@example(HOSTILE)
def test_whatever_stands_in_a_name_is_only_text(name: str) -> None:
    assert size(draw(drawing(name)))[0] == WIDTH


def test_a_name_without_end_stays_on_its_line() -> None:
    short = Load("t", "o", "v", [Row("好" * 20, 3, 1, "1")])
    endless = Load("t", "o", "v", [Row("好" * 10_000, 3, 1, "1")])
    heights = [size(draw(Drawing("zh", "t", "s", [Tile("n", 1)], load=load)))[1] for load in (short, endless)]
    assert heights[0] == heights[1]


@pytest.mark.parametrize("steps", [1, 7, 31, 62])
def test_any_number_of_days_fits(steps: int) -> None:
    assert size(draw(drawing(counts=tuple(range(steps)))))[0] == WIDTH
