"""The hand-over packet as a page: one sheet of A4, whatever was said and however often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from bot.crafts.typesetting import Unsettable, set_pdf
from domain.matters.packet import Packet


def print_packet(packet: Packet, photos: Sequence[bytes]) -> bytes:
    """A PDF. Of photos that no page can show it holds none; raises Unsettable for anything else."""
    values = {**asdict(packet), "photos": [list(photo) for photo in photos]}
    try:
        return set_pdf("packet", values)
    except Unsettable:
        if not photos:
            raise
        return set_pdf("packet", {**values, "photos": []})
