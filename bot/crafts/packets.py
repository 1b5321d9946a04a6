"""The hand-over packet as a page: one sheet of A4, whatever was said and however often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from bot.crafts.photos import for_page
from bot.crafts.typesetting import set_pdf
from domain.matters.packet import Packet


def print_packet(packet: Packet, photos: Sequence[Path]) -> bytes:
    """A PDF. Files that hold no picture are left out. Raises Unsettable."""
    shown = [photo for photo in map(for_page, photos) if photo is not None]
    return set_pdf("packet", {**asdict(packet), "photos": [list(photo) for photo in shown]})
