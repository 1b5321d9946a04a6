"""A grade in a resident's words."""

from __future__ import annotations

import pytest

from domain.matters.grades import grade_in


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("很好", 5), ("5", 5), ("５分", 5), ("五分", 5), ("给4分", 4), ("满意。", 4), ("一般", 3), ("2星", 2),
        ("不满意", 1), ("very good", 5), ("4 stars", 4), ("Bad!", 1),
    ],
)  # fmt: skip
def test_a_grade_alone_is_a_grade(words: str, grade: int) -> None:
    assert grade_in(words) == grade


@pytest.mark.parametrize("words", ["", "6", "0分", "很好，就是灯还不亮", "5号楼", "好人", "灯坏了"])
def test_anything_more_is_none(words: str) -> None:
    assert grade_in(words) is None
