"""A notice as a flyer: one on a sheet of A4, or two to be cut apart; large as long as the words fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bot.crafts.photos import for_screen
from bot.crafts.prints import qr_svg
from bot.crafts.typesetting import set_pdf, set_pictures
from domain.explaining.flyer import Form, Page


def print_flyer(page: Page, form: Form, pictures: Sequence[Path]) -> bytes:
    """A PDF of one page, or a PNG; of the pictures the first that is one. Raises Unsettable."""
    shown = next((list(photo) for file in pictures if (photo := _shown(file)) is not None), None)
    values = {**asdict(page), "qr": qr_svg(page.link), "two": form is Form.TWO, "picture": shown}
    return set_pictures("flyer", values)[0] if form is Form.PICTURE else set_pdf("flyer", values)


def _shown(file: Path) -> bytes | None:
    """As a page needs it; None where there is no such file, or no picture in it."""
    try:
        return for_screen(file.read_bytes())
    except OSError:
        return None
