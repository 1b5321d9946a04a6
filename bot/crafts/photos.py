"""Photographs: to be kept, with nothing in the file but the picture, and small and square for a printed page."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from bot.crafts.jpegs import Bare, bare

if TYPE_CHECKING:
    from PIL import Image

SIDE = 500
"""Pixels of a printed photo, which is square: 42 mm at 300 dots per inch."""
QUALITY = 80
LONGEST = 2560
"""Pixels of the longer side of a photo that is drawn anew; no platform sends a larger one."""
MOST = 50_000_000
"""Pixels of the largest that is opened at all: a small file may say of itself that it is as large as a town."""
KEPT_QUALITY = 90
ON_SCREEN = 1000
"""Pixels of the longer side of a photo that is looked at on a telephone."""
FORMATS = ("JPEG", "PNG", "WEBP")
"""What is opened; the library's readers of everything else stay out of it."""


def as_it_is(content: bytes) -> bytes | None:
    """The photo without anything else in its file, not a line of it drawn anew; None where somebody has to look."""
    found = bare(content)
    return found.content if found is not None and _fits(found) and not found.turned else None


def _fits(found: Bare) -> bool:
    return max(found.width, found.height) <= LONGEST


def for_keeping(content: bytes) -> bytes | None:
    """A JPEG that stands upright, LONGEST on its longer side at most; None where there is no whole picture in it.

    To be called in the child process: the library decodes what anybody may have made.
    """
    from PIL import ExifTags, Image, ImageOps  # loaded only in the child process

    found = bare(content)
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as photo:
            if photo.width * photo.height > MOST:
                return None
            upright = photo.getexif().get(ExifTags.Base.Orientation, 1) == 1
            photo.load()
            if found is not None and upright and _fits(found):
                return found.content
            colours = photo.info.get("icc_profile") if photo.mode == "RGB" else None
            shown = ImageOps.exif_transpose(photo).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None  # whatever a broken file makes the library say
    shown.thumbnail((LONGEST, LONGEST))
    return _written(shown, KEPT_QUALITY, colours)


def for_page(file: Path) -> bytes | None:
    """A square JPEG of its middle; None where there is no such file, or no picture in it."""
    from PIL import Image, ImageOps

    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(file) as photo,
        ):
            photo.draft("RGB", (2 * SIDE, 2 * SIDE))  # a large JPEG is read at a part of its size
            upright = ImageOps.exif_transpose(photo).convert("RGB")
            square = ImageOps.fit(upright, (SIDE, SIDE))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None
    return _written(square, QUALITY)


def for_screen(content: bytes) -> bytes | None:
    """A JPEG as large as a telephone shows it; None where there is no whole picture in it. In the child process."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as photo:
            if photo.width * photo.height > MOST:
                return None
            photo.draft("RGB", (2 * ON_SCREEN, 2 * ON_SCREEN))
            shown = ImageOps.exif_transpose(photo).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    shown.thumbnail((ON_SCREEN, ON_SCREEN))
    return _written(shown, QUALITY)


def _written(picture: Image.Image, quality: int, colours: bytes | None = None) -> bytes:
    """A JPEG with the picture in it, and how its colours are meant, but nothing else that its file said."""
    written = BytesIO()
    picture.info.clear()
    picture.save(written, "JPEG", quality=quality, optimize=True, icc_profile=colours)
    return written.getvalue()
