"""Photographs for a printed page: upright, no larger than they are printed, and nothing in the file but the picture."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

SIDE = 500
"""Pixels of a printed photo, which is square: 42 mm at 300 dots per inch."""
QUALITY = 80


def for_page(file: Path) -> bytes | None:
    """A square JPEG of its middle; None where there is no such file, or no picture in it."""
    from PIL import Image, ImageOps  # loaded only where pages are set: in the child process

    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(file) as photo,
        ):
            photo.draft("RGB", (2 * SIDE, 2 * SIDE))  # a large JPEG is read at a part of its size
            upright = ImageOps.exif_transpose(photo).convert("RGB")
            square = ImageOps.fit(upright, (SIDE, SIDE))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None  # whatever a broken file makes the library say
    written = BytesIO()
    square.info.clear()
    square.save(written, "JPEG", quality=QUALITY, optimize=True)
    return written.getvalue()
