"""Numbers that belong to somebody are known in what people write, and others are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.people.numbers import masked, numbers_in

OF_SOMEBODY = {
    "打我13912345678": "打我139********",
    "电话是139 1234 5678，谢谢": "电话是139**********，谢谢",
    "+8613912345678": "+86139********",
    "139-1234-5678": "139**********",
    "身份证11010519491231002X办不了卡": "身份证110***************办不了卡",
    "车牌甘A12345占了消防通道": "车牌甘A1****占了消防通道",
    "甘AD12345的车": "甘AD*****的车",
    "卡号6222021234567890128": "卡号622****************",
    "4111 1111 1111 1111": "411****************",
}
OF_NOBODY = (
    "3号楼2单元501漏水",
    "物业0931-8888888没人接",
    "编号20261123-000123",
    "12345转来的",
    "1123-07那件",
    "身份证110105194912310021是假的",
    "4111 1111 1111 1112",
    "甘肃人都知道",
    "2026年11月23日下午3点半",
    "",
)


@pytest.mark.parametrize(("words", "shown"), OF_SOMEBODY.items())
def test_only_the_beginning_is_shown(words: str, shown: str) -> None:
    assert masked(words) == shown
    assert len(list(numbers_in(words))) == 1


@pytest.mark.parametrize("words", OF_NOBODY)
def test_what_is_nobodys_stays(words: str) -> None:
    assert masked(words) == words
    assert list(numbers_in(words)) == []


@given(st.text())
def test_masking_changes_no_length_and_nothing_the_second_time(words: str) -> None:
    once = masked(words)
    assert len(once) == len(words)
    assert masked(once) == once
