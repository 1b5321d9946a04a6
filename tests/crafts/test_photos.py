"""A photo that is kept: the whole picture, upright, and nothing of where, when and by whom it was taken."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import ExifTags, Image, ImageChops, PngImagePlugin

from bot.crafts.photos import LONGEST, as_it_is, for_keeping
from tests.crafts.telling import GIVEN_AWAY, PLACE, photo, with_parts

ASSETS = Path(__file__).parents[2] / "sandbox" / "assets"
LAMP = (ASSETS / "lamp.jpg").read_bytes()


def lines(content: bytes) -> Image.Image:
    with Image.open(BytesIO(content)) as shown:
        shown.load()
        return shown.convert("RGB")


def same(one: bytes, other: bytes) -> bool:
    return ImageChops.difference(lines(one), lines(other)).getbbox() is None


def tells(content: bytes) -> list[bytes]:
    return [words for words in GIVEN_AWAY if words in content]


def test_the_photo_of_the_tests_really_tells_all_of_it() -> None:
    assert tells(photo()) == list(GIVEN_AWAY)
    with Image.open(BytesIO(photo())) as shown:
        assert shown.getexif().get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] == PLACE


def test_nothing_is_left_of_camera_place_description_comment_and_what_hangs_behind() -> None:
    kept = for_keeping(photo())
    assert kept is not None
    assert tells(kept) == []
    with Image.open(BytesIO(kept)) as shown:
        assert not shown.getexif()
        assert set(shown.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def test_one_that_stands_upright_keeps_every_line_as_it_was() -> None:
    kept = for_keeping(photo(orientation=1))
    assert kept is not None
    assert same(kept, photo(orientation=1))


def test_one_that_lies_on_its_side_is_set_upright() -> None:
    kept = for_keeping(photo(orientation=6))  # the left is the top
    assert kept is not None
    shown = lines(kept)
    assert shown.size == (200, 400)
    red, _, blue = shown.resize((1, 2)).tobytes()[:3]
    assert blue > red


def test_one_with_nothing_to_leave_out_and_nothing_to_turn_needs_no_library() -> None:
    plain = with_parts(LAMP, (0xFE, b"taken at home"), (0xED, b"Photoshop 3.0\0"))
    kept = as_it_is(plain)
    assert kept is not None
    assert b"home" not in kept
    assert b"Photoshop" not in kept
    assert same(kept, LAMP)


def test_who_may_know_which_side_is_up_is_asked() -> None:
    assert as_it_is(photo(orientation=1)) is None


@pytest.mark.parametrize("length", [0, 1, 3, 20, 200, 900, len(LAMP) // 2, len(LAMP) - 2])
def test_half_a_photo_is_none(length: int) -> None:
    assert as_it_is(LAMP[:length]) is None
    assert for_keeping(LAMP[:length]) is None


@pytest.mark.parametrize(
    "content", [b"no picture", b"%PDF-1.7", b"GIF89a" + b"\0" * 40, b"\xff\xd8\xff\xd9", b"\xff" * 99]
)
def test_what_is_no_photo_is_none(content: bytes) -> None:
    assert as_it_is(content) is None
    assert for_keeping(content) is None


def test_whatever_was_spoilt_on_the_way_is_looked_through_without_a_fault() -> None:
    chance, whole = Random(7), photo()
    for _ in range(500):
        spoilt = bytearray(whole)
        for _ in range(8):
            spoilt[chance.randrange(2000)] = chance.choice((0x00, 0xFF, 0xD9, 0xDA, chance.randrange(256)))
        kept = as_it_is(bytes(spoilt))
        assert kept is None or kept.startswith(b"\xff\xd8")


def test_a_small_file_that_says_it_is_as_large_as_a_town_is_not_opened() -> None:
    town = BytesIO()
    Image.new("1", (8000, 7000)).save(town, "PNG")
    assert len(town.getvalue()) < 50_000
    assert for_keeping(town.getvalue()) is None


def test_a_very_large_one_is_kept_smaller() -> None:
    large = BytesIO()
    Image.new("RGB", (6000, 100), "red").save(large, "JPEG")
    assert as_it_is(large.getvalue()) is None
    kept = for_keeping(large.getvalue())
    assert kept is not None
    assert lines(kept).width == LONGEST


def test_a_picture_of_another_sort_becomes_a_photo_without_its_words() -> None:
    words, drawn = PngImagePlugin.PngInfo(), BytesIO()
    words.add_text("comment", "taken at home")
    Image.new("RGBA", (40, 30), (255, 0, 0, 255)).save(drawn, "PNG", pnginfo=words)
    kept = for_keeping(drawn.getvalue())
    assert kept is not None
    assert kept.startswith(b"\xff\xd8")
    assert b"home" not in kept


def test_the_same_photo_is_kept_as_the_same_file() -> None:
    assert for_keeping(photo()) == for_keeping(photo())
