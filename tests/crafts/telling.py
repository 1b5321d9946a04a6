"""A photo that tells everything that a camera and its programs write into one."""

from __future__ import annotations

from io import BytesIO

from PIL import ExifTags, Image

GIVEN_AWAY = (b"a telephone", b"2026:11:23", b"xmp of home", b"iptc of home", b"comment of home", b"film of home")
PLACE = (36.0, 3.0, 58.5)
"""Degrees, minutes, seconds north."""


def photo(orientation: int = 6) -> bytes:
    """A JPEG of 400 by 200, blue on the left and red on the right; 6 says that the left is the top."""
    drawn, exif, made = Image.new("RGB", (400, 200), "red"), Image.Exif(), BytesIO()
    drawn.paste("blue", (0, 0, 200, 200))
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "a telephone"
    exif[ExifTags.Base.DateTime] = "2026:11:23 10:00:00"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({ExifTags.GPS.GPSLatitudeRef: "N", ExifTags.GPS.GPSLatitude: PLACE})
    drawn.save(made, "JPEG", quality=95, exif=exif, xmp=b"<x:xmpmeta>xmp of home</x:xmpmeta>")
    iptc = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0\0\0\0\x0ciptc of home"
    return with_parts(made.getvalue(), (0xED, iptc), (0xFE, b"comment of home")) + b"film of home"


def with_parts(jpeg: bytes, *parts: tuple[int, bytes]) -> bytes:
    """The file with these parts put in at its beginning."""
    put_in = b"".join(bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body for marker, body in parts)
    return jpeg[:2] + put_in + jpeg[2:]
