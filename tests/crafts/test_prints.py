"""QR codes: they are what they say and are drawn with room around them."""

import struct
from xml.etree import ElementTree

import pytest
import segno

from bot.crafts.prints import QUIET_ZONE, qr_png, qr_svg

LINK = "https://t.me/little_bench_bot?start=p7kq2m9"


def modules() -> int:
    """Modules along one side, the white around them included."""
    return int(segno.make_qr(LINK, error="q", boost_error=False).symbol_size(border=QUIET_ZONE)[0])


def test_svg_is_one_picture_that_takes_the_size_of_its_place() -> None:
    picture = ElementTree.fromstring(qr_svg(LINK))
    assert picture.tag.endswith("svg")
    assert picture.get("width") is None
    assert picture.get("viewBox") == f"0 0 {modules()} {modules()}"


def test_png_is_as_wide_as_its_modules() -> None:
    picture = qr_png(LINK, module=5)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (modules() * 5, modules() * 5)


def test_different_links_give_different_codes() -> None:
    assert qr_svg(LINK) != qr_svg(LINK + "x")
    assert qr_svg(LINK) == qr_svg(LINK)


@pytest.mark.parametrize("link", ["", "x" * 5000])
def test_nothing_and_too_much_are_refused(link: str) -> None:
    with pytest.raises(ValueError, match=r"empty|too large"):
        qr_png(link)
