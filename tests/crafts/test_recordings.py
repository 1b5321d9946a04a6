"""Voice notes and films that are kept: every sound and picture, and not where, with what and under which title."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bot.crafts.recordings import bare_recording

ASSETS = Path(__file__).parents[2] / "sandbox" / "assets"
VOICE, FILM = (ASSETS / "voice-heating.ogg").read_bytes(), (ASSETS / "video.mp4").read_bytes()
PLACE = b"\xa9xyz\x00\x12\x15\xc7+36.0661+103.7340/"


def box(kind: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4) + kind + body


def test_a_film_says_no_more_where_it_was_filmed_and_nothing_else_has_moved() -> None:
    told = box(b"ftyp", b"isom") + box(b"moov", box(b"trak", box(b"udta", PLACE)) + box(b"udta", PLACE))
    told += box(b"uuid", b"<xmp>at home</xmp>") + box(b"mdat", b"pictures")
    kept = bare_recording(told)
    assert len(kept) == len(told)
    assert b"+36.0661" not in kept
    assert b"home" not in kept
    assert kept.index(b"pictures") == told.index(b"pictures")


def test_a_real_film_keeps_its_pictures_and_loses_the_name_of_the_program() -> None:
    assert b"Lavf" in FILM
    kept = bare_recording(FILM)
    assert b"Lavf" not in kept
    at = FILM.index(b"mdat")
    assert kept[at:] == FILM[at:]


def test_a_voice_note_keeps_its_sound_and_loses_its_tags() -> None:
    assert b"encoder=Lavf" in VOICE
    kept = bare_recording(VOICE)
    assert b"Lavf" not in kept
    third = VOICE.index(b"OggS", VOICE.index(b"OpusTags"))
    assert kept[third:] == VOICE[third:]
    assert len(kept) == len(VOICE)


def test_every_page_of_it_has_the_checksum_that_players_look_at() -> None:
    for note in (VOICE, bare_recording(VOICE)):  # the first shows that the reckoning below is theirs
        pages = list(pages_of(note))
        assert len(pages) > 2
        assert [page[22:26] for page in pages] == [checksum(page).to_bytes(4, "little") for page in pages]


def pages_of(note: bytes) -> Iterator[bytes]:
    starts = [at for at in range(len(note)) if note.startswith(b"OggS", at)]
    for at, after in zip(starts, [*starts[1:], len(note)], strict=True):
        yield note[at:after]


def checksum(page: bytes) -> int:
    """By long division, bit by bit."""
    bits = int.from_bytes(page[:22] + bytes(4) + page[26:]) << 32
    for place in range(bits.bit_length() - 1, 31, -1):
        if bits >> place & 1:
            bits ^= 0x104C11DB7 << (place - 32)
    return bits


def test_a_piece_of_music_loses_its_labels() -> None:
    labelled = b"ID3\x04\x00\x00\x00\x00\x00\x07at home" + b"\xff\xfbsound" + b"TAG" + b"home".ljust(125)
    assert bare_recording(labelled) == b"\xff\xfbsound"


@pytest.mark.parametrize("content", [b"", b"OggS", VOICE[:40], VOICE[:80], FILM[:50], b"ID3", b"\x00" * 99])
def test_what_is_torn_or_nothing_of_the_kind_stays_as_it_is(content: bytes) -> None:
    assert bare_recording(content) == content


def test_whatever_was_spoilt_on_the_way_breaks_nothing() -> None:
    chance = Random(5)
    for whole in (VOICE[:4000], FILM[:4000]):
        for _ in range(200):
            spoilt = bytearray(whole)
            for _ in range(6):
                spoilt[chance.randrange(400)] = chance.randrange(256)
            assert len(bare_recording(bytes(spoilt))) <= len(spoilt)
