"""Voice notes and films: what was written into their files beside sound and picture is blotted out, in its place."""

from __future__ import annotations

from collections.abc import Iterator

_HOLDING = frozenset({b"moov", b"trak", b"moof", b"traf"})
"""Boxes of a film in which others lie."""
_TELLING = frozenset({b"udta", b"meta", b"uuid"})
"""Where, with what and by whom it was filmed, titles, and whatever else a program likes to add."""
_DEPTH = 3
_PAGE, _SEGMENTS = 27, 26
_TAGS, _NO_TAGS = b"OpusTags", 16
_CHECK = slice(22, 26)


def bare_recording(content: bytes) -> bytes:
    """As long as before, since what follows must stay where it stands. What is no such file, or torn, as it is."""
    if content[4:8] == b"ftyp":
        film = bytearray(content)
        _blot_boxes(film, 0, len(film), _DEPTH)
        return bytes(film)
    if content.startswith(b"OggS"):
        return _without_tags(content)
    return _without_labels(content)


# ---- films (MP4, and sound in it) ----------------------------------------------------------------------------------


def _blot_boxes(film: bytearray, start: int, end: int, depth: int) -> None:
    for kind, at, body, until in _boxes(film, start, end):
        if kind in _TELLING:
            film[at + 4 : at + 8] = b"free"
            film[body:until] = bytes(until - body)
        elif kind in _HOLDING and depth:
            _blot_boxes(film, body, until, depth - 1)


def _boxes(film: bytearray, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """(kind, where it begins, where its body begins, where it ends), as far as their sizes make sense."""
    at = start
    while at + 8 <= end:
        size, kind, head = int.from_bytes(film[at : at + 4]), bytes(film[at + 4 : at + 8]), 8
        if size == 1:
            size, head = int.from_bytes(film[at + 8 : at + 16]), 16
        size = size or end - at
        if size < head or at + size > end:
            return
        yield kind, at, at + head, at + size
        at += size


# ---- voice notes (Opus in Ogg) -------------------------------------------------------------------------------------


def _without_tags(content: bytes) -> bytes:
    """The second page holds nothing but the tags: program, title, comments."""
    second = _page_end(content, 0)
    end = _page_end(content, second)
    body = second + _PAGE + (content[second + _SEGMENTS] if second + _PAGE <= len(content) else 0)
    if not (second < body < end) or not content.startswith(_TAGS, body) or end - body < _NO_TAGS:
        return content
    page = bytearray(content[second:end])
    page[body - second :] = _TAGS + bytes(end - body - len(_TAGS))  # no program, no comments, and room
    page[_CHECK] = bytes(4)
    page[_CHECK] = _checksum(page).to_bytes(4, "little")
    return content[:second] + bytes(page) + content[end:]


def _page_end(content: bytes, at: int) -> int:
    """Where the page that begins here ends; `at` where none does."""
    if not content.startswith(b"OggS", at) or at + _PAGE > len(content):
        return at
    segments = content[at + _PAGE : at + _PAGE + content[at + _SEGMENTS]]
    return min(at + _PAGE + len(segments) + sum(segments), len(content))


def _checksum(page: bytes | bytearray) -> int:
    """As Ogg has it: the polynomial 0x04C11DB7, neither turned round nor turned over."""
    remainder = 0
    for byte in page:
        remainder ^= byte << 24
        for _ in range(8):
            remainder = (remainder << 1) ^ (0x04C11DB7 if remainder & 0x80000000 else 0)
        remainder &= 0xFFFFFFFF
    return remainder


# ---- music (MP3) ---------------------------------------------------------------------------------------------------


def _without_labels(content: bytes) -> bytes:
    """Labels stand before and behind the sound, which does not mind where it begins."""
    if content.startswith(b"ID3") and len(content) > 10:
        length = 0
        for seven_bits in content[6:10]:
            length = length << 7 | seven_bits & 0x7F
        content = content[10 + length :] or content
    return content[:-128] if content[-128:-125] == b"TAG" else content
