"""The file of a JPEG, part by part: what draws the picture is kept as it is, whatever else is in it is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

START, END, SCAN = b"\xff\xd8", 0xD9, 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Where the size stands."""
_DRAWING = _FRAMES | {0xC4, 0xCC, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF}
"""Tables and sizes, without which there is no picture."""
_JFIF, _EXIF_OR_XMP, _PROFILE, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
_JFIF_LENGTH = 14


@dataclass(frozen=True, slots=True)
class Bare:
    """A JPEG with nothing in it but the picture. `turned` is what may say which side is up: somebody has to look."""

    content: bytes
    width: int
    height: int
    turned: bool


class _Torn(ValueError):
    """No JPEG, or not all of it."""


def bare(content: bytes) -> Bare | None:
    """Without camera, place, comments, previews, and what hangs behind its end; None where it is not a whole JPEG.

    Nothing is decoded: the lines of the picture are copied as they stand.
    """
    try:
        return _bare(content)
    except (_Torn, IndexError):
        return None


def _bare(content: bytes) -> Bare:
    if not content.startswith(START):
        raise _Torn
    kept, at, size, turned, scans = [START], len(START), (0, 0), False, 0
    while True:
        marker, at = _marker(content, at)
        if marker == END:
            break
        length = int.from_bytes(content[at : at + 2])
        body = content[at + 2 : at + length]
        if length < 2 or len(body) != length - 2:
            raise _Torn
        turned = turned or marker == _EXIF_OR_XMP
        if marker in _FRAMES:
            size = int.from_bytes(body[3:5]), int.from_bytes(body[1:3])
        at += length
        part = _kept(marker, body)
        if part is not None:
            kept += [bytes((0xFF, marker)), (len(part) + 2).to_bytes(2), part]
        if marker == SCAN:
            found = _AFTER_SCAN.search(content, at)
            if found is None:
                raise _Torn
            kept.append(content[at : found.start()])
            at, scans = found.start(), scans + 1
    if not scans or not all(size):
        raise _Torn
    return Bare(b"".join((*kept, bytes((0xFF, END)))), *size, turned)


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """The marker that stands here, and where its part begins. Raises IndexError at the end."""
    if content[at] != 0xFF:
        raise _Torn
    while content[at] == 0xFF:
        at += 1
    return content[at], at + 1


def _kept(marker: int, body: bytes) -> bytes | None:
    """What of this part is for drawing; None where nothing is."""
    if marker in _DRAWING or marker == SCAN:
        return body
    if marker == _JFIF and body.startswith(b"JFIF\0") and len(body) >= _JFIF_LENGTH:
        return body[: _JFIF_LENGTH - 2] + b"\0\0"  # the densities, and no small picture beside the picture
    colours = marker == _PROFILE and body.startswith(b"ICC_PROFILE\0")
    return body if colours or (marker == _ADOBE and body.startswith(b"Adobe")) else None
