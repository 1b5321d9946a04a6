"""The page for the hotline: one sheet with its photos, whatever stands on it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.crafts.packets import print_packet
from domain.matters.packet import Packet, cut, ends_of

ASSETS = Path(__file__).parents[2] / "sandbox" / "assets"
PACKET = Packet(
    "zh",
    "12345转办单 1123-01",
    [("什么事", "路灯坏了"), ("在哪里", "桃源里3号楼")],
    ("居民原话", "黑"),
    ("请12345", "请指定单位来办"),
    ("办到哪里了", ["11月23日 10:00 王芳接了"]),
    ["12345编号", "接件人", "日期"],
    "我们的编号是1123-01。",
)
FULL = replace(
    PACKET,
    facts=[("什么事", "灯" * 75)] * 4,
    said=("居民原话", "黑" * 320),
    asked=("请12345", "办" * 150),
    history=("办到哪里了", ["字" * 46] * 14),
)


def test_everything_at_its_longest_fits_one_sheet_with_four_photos() -> None:
    photos = [(ASSETS / f"{name}.jpg").read_bytes() for name in ("lamp", "lift", "leak", "stairs")]
    pages = PdfReader(BytesIO(print_packet(FULL, photos))).pages
    assert len(pages) == 1
    assert len(pages[0].images) == 4
    assert "我们的编号是" in pages[0].extract_text()


def test_a_photo_that_cannot_be_shown_is_left_out() -> None:
    assert len(PdfReader(BytesIO(print_packet(PACKET, [b"no picture"]))).pages) == 1


def test_words_are_data_and_never_typeset_as_source() -> None:
    hostile = replace(PACKET, said=("居民原话", '#panic("x") *a* $b$ <c> @d \\ [ ]'))
    assert '#panic("x")' in PdfReader(BytesIO(print_packet(hostile, []))).pages[0].extract_text()


@pytest.mark.parametrize(
    ("words", "kept"),
    [("路灯坏了", "路灯坏了"), ("路灯坏了好几天", "路灯坏…"), ("a\n b", "a b"), ("lamp is out", "lamp is…")],
)
def test_a_line_is_cut_by_the_width_that_it_takes(words: str, kept: str) -> None:
    assert cut(words, 8) == kept


def test_of_a_long_history_the_beginning_and_the_end_are_told() -> None:
    assert ends_of([str(n) for n in range(9)], 6, "…") == ["0", "1", "…", "6", "7", "8"]
    assert ends_of(["a", "b"], 6, "…") == ["a", "b"]
