"""The resident's words: the place phrase in them and the line that is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matters.words import one_line, place_span


@pytest.mark.parametrize(
    ("text", "span", "line"),
    [
        ("3号楼2单元门口的路灯坏了", "3号楼2单元门口", "路灯坏了"),
        ("３号楼２单元门口的路灯坏了", "３号楼２单元门口", "路灯坏了"),
        ("桃源里3号楼2单元门口的路灯坏了", "桃源里3号楼2单元门口", "路灯坏了"),
        ("我家住桃源里3号楼，暖气不热", "桃源里3号楼", "暖气不热"),
        ("3号楼路灯坏了", "3号楼", "路灯坏了"),
        ("路灯坏了，3号楼", "3号楼", "路灯坏了"),
        ("三栋的电梯坏了", "三栋", "电梯坏了"),
        ("5号楼301暖气不热", "5号楼301", "暖气不热"),
        ("3-2-501漏水", "3-2-501", "漏水"),
        ("3号楼楼道灯黑着呢", "3号楼", "楼道灯黑着呢"),
        ("3号楼楼道里堆满杂物", "3号楼楼道里", "堆满杂物"),
        ("二单元门口的垃圾没人收", "二单元门口", "垃圾没人收"),
        ("二楼的楼梯扶手晃得很", "二楼", "楼梯扶手晃得很"),
        ("楼道里有人抽烟", "楼道里", "有人抽烟"),
        ("春晓公寓甲座电梯坏了", "春晓公寓甲座", "电梯坏了"),
        ("我家在春晓A座，停水了", "春晓A座", "停水了"),
        ("槐树巷的井盖没了", "槐树巷", "井盖没了"),
        ("门口的路灯坏了", "门口", "路灯坏了"),
        ("小区门口的路灯坏了", "小区门口", "路灯坏了"),
        ("您好，麻烦看看3号楼的水管，谢谢", "3号楼", "看看水管"),
        ("Building 3, unit 2: the lamp is out", "Building 3, unit 2", "the lamp is out"),
        ("Building 3 lamp is out", "Building 3", "lamp is out"),
        ("The street light at the gate of building 3 is out", "at the gate of building 3", "The street light is out"),
        ("Lift broken in Peach Court building 3", "Peach Court building 3", "Lift broken in"),
    ],
)
def test_place_and_what_are_told_apart(text: str, span: str, line: str) -> None:
    assert place_span(text) == span
    assert one_line(text, 40) == line


@pytest.mark.parametrize(
    "text", ["楼道灯黑着呢", "暖气不热", "路灯坏了", "才15度", "投诉3次了", "the lamp is out", "2个月没人管", ""]
)
def test_words_without_an_address_have_no_place(text: str) -> None:
    assert place_span(text) is None


def test_the_place_that_the_caller_knows_is_left_out() -> None:
    assert one_line("桃源里的路灯坏了", 40, "桃源里") == "路灯坏了"


def test_a_place_that_does_not_stand_in_the_words_takes_nothing_from_them() -> None:
    assert one_line("门口的路灯坏了", 40, "3号楼2单元") == "门口的路灯坏了"


def test_nothing_but_a_place_stays_whole() -> None:
    assert one_line("3号楼2单元", 40) == "3号楼2单元"


def test_lines_are_joined() -> None:
    assert one_line("路灯坏了\n晚上很黑", 40) == "路灯坏了 晚上很黑"


def test_a_long_text_ends_where_a_part_of_it_ends() -> None:
    assert (
        one_line("路灯坏了好几天了，晚上出来进去看不见，老人摔了怎么办呢", 20) == "路灯坏了好几天了，晚上出来进去看不见"
    )


def test_a_long_text_without_points_ends_in_an_ellipsis() -> None:
    assert one_line("路" * 30, 10) == "路" * 9 + "…"


def test_english_words_are_not_cut_in_two() -> None:
    assert one_line("The street light near the school does not work", 20) == "The street light…"


@given(st.text(max_size=200), st.integers(4, 60))
def test_a_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line


@given(st.text(alphabet="3号楼2单元门口的路灯坏了，桃源里 ab.", max_size=40))
def test_a_place_stands_in_the_text(text: str) -> None:
    span = place_span(text)
    assert span is None or span in text
