"""The page for the hotline: one sheet with its photos, whatever stands on it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import ExifTags, Image
from pypdf import PdfReader

from bot.crafts.packets import print_packet
from bot.crafts.photos import for_page
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
    facts=[("什么事", "灯" * 75)] * 5,
    said=("居民原话", "黑" * 320),
    asked=("请12345", "办" * 150),
    history=("办到哪里了", ["字" * 46] * 14),
)


def test_everything_at_its_longest_fits_one_sheet_with_four_photos() -> None:
    photos = [ASSETS / f"{name}.jpg" for name in ("lamp", "lift", "leak", "stairs")]
    pages = PdfReader(BytesIO(print_packet(FULL, photos))).pages
    assert len(pages) == 1
    assert len(pages[0].images) == 4
    assert "我们的编号是" in pages[0].extract_text()


def test_a_photo_that_cannot_be_shown_is_left_out(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes((ASSETS / "lamp.jpg").read_bytes()[:900])
    (tmp_path / "words").write_text("no picture")
    photos = [broken, tmp_path / "words", tmp_path / "gone", ASSETS / "lamp.jpg"]
    (page,) = PdfReader(BytesIO(print_packet(PACKET, photos))).pages
    assert len(page.images) == 1


def test_six_large_photos_make_a_small_page(tmp_path: Path) -> None:
    for n in range(6):
        _large_photo(n).save(tmp_path / f"{n}.jpg", quality=95)
    made = print_packet(FULL, [tmp_path / f"{n}.jpg" for n in range(6)])
    (page,) = PdfReader(BytesIO(made)).pages
    assert len(page.images) == 6
    assert len(made) < 1_000_000


def _large_photo(seed: int) -> Image.Image:
    """4000 by 3000, and as busy as gravel."""
    return Image.frombytes("RGB", (800, 600), Random(seed).randbytes(800 * 600 * 3)).resize((4000, 3000))


def test_a_photo_stands_upright_and_says_nothing_of_where_it_was_taken(tmp_path: Path) -> None:
    photo, exif = Image.new("RGB", (400, 200), "red"), Image.Exif()
    photo.paste("blue", (0, 0, 200, 200))
    exif[ExifTags.Base.Orientation] = 6  # to be turned to the right by a quarter: the left is the top
    exif[ExifTags.Base.Make] = "a telephone"
    photo.save(tmp_path / "photo.jpg", exif=exif, quality=95)
    made = for_page(tmp_path / "photo.jpg")
    assert made is not None
    assert b"telephone" not in made
    with Image.open(BytesIO(made)) as shown:
        assert not shown.getexif()
        red, _, blue = shown.convert("RGB").resize((1, 2)).tobytes()[:3]  # of the upper half
    assert blue > red


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
