"""A slip as a page of A6, to be left at a door."""

from __future__ import annotations

from dataclasses import asdict

from bot.crafts.prints import qr_svg
from bot.crafts.typesetting import set_pdf
from domain.listening.slip import Page


def print_slip(page: Page) -> bytes:
    """A PDF. Raises Unsettable."""
    return set_pdf("slip", {**asdict(page), "qr": qr_svg(page.link)})
