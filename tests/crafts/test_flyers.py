"""Flyers: one page whatever is said, large as long as it fits, with the rest left to the code."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from pypdf import PageObject, PdfReader

from bot.crafts.flyers import print_flyer
from domain.explaining.flyer import Form, Page, in_english, likeness, parted

LAMP = Path(__file__).parents[2] / "sandbox" / "assets" / "lamp.jpg"
PAGE = Page(
    "zh", "停水停电通知", "", ("明天9点到17点停水。",), "后面还有，扫一扫看全文。", "到11月24日为止有效",
    "桃源社区，11月23日发 · 电话 0931-0000000", "https://t.me/little_bench_bot?start=n-abc", "扫一扫看全文，也能问",
)  # fmt: skip


def printed(page: Page, form: Form = Form.ONE, *pictures: Path) -> tuple[PageObject, str]:
    (sheet,) = PdfReader(BytesIO(print_flyer(page, form, pictures))).pages
    return sheet, sheet.extract_text().replace(" ", "").replace("\n", "")


def test_a_short_notice_stands_whole_with_its_code_and_telephone() -> None:
    sheet, words = printed(PAGE)
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (595, 842)
    assert "明天9点到17点停水。" in words
    assert "0931-0000000" in words
    assert PAGE.more not in words


def test_what_does_not_fit_is_left_to_the_code_on_both_halves() -> None:
    _, words = printed(replace(PAGE, headline="高龄补贴", body=("办理的人带上身份证。" * 30,) * 10), Form.TWO)
    assert words.count("高龄补贴") == 2
    assert words.count(PAGE.more) == 2


def test_a_picture_goes_above_the_words_and_a_file_that_is_none_is_left_out(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"no picture")
    sheet, words = printed(PAGE, Form.ONE, broken, tmp_path / "gone", LAMP)
    assert len(sheet.images) == 1
    assert "停水" in words


def test_it_comes_as_a_picture_too() -> None:
    assert print_flyer(PAGE, Form.PICTURE, []).startswith(b"\x89PNG")


def test_a_short_first_line_is_the_headline() -> None:
    assert parted("关于停水：\n明天停。\n\n请存水。") == ("关于停水", ("明天停。", "请存水。"))
    assert parted("明天停水。") == ("", ("明天停水。",))


def test_what_is_mostly_latin_is_english() -> None:
    assert in_english("Water off tomorrow, 3号楼")
    assert not in_english("明天停水，WiFi 不受影响")


def test_what_was_handed_out_is_guessed_by_what_both_say() -> None:
    water, cake = "明天停水，请存水。No water tomorrow", "重阳糕，老人来领。Cakes for the elderly"
    assert likeness("发了20份停水的单子", water) > likeness("发了20份停水的单子", cake) == 0
    assert likeness("20 copies about the water", water) > likeness("20 copies about the water", cake) == 0
