"""What follows a digest: a picture as wide as a phone shows, and a table that another program opens."""

from __future__ import annotations

import struct
from io import BytesIO

import openpyxl
import pytest

from sandbox.records import Media
from tests.stories.house import Play, Somebody
from tests.stories.test_digest_asked import a_matter

pytestmark = pytest.mark.asyncio


def arrived(play: Play, reader: Somebody, kind: str) -> tuple[Media, bytes]:
    """The newest message of this kind that the reader got, and what is in its file."""
    media = next(message.media for message in reversed(reader.inbox) if message.kind == kind)
    assert media is not None
    return media, play.sandbox.world.files.get(media.file_id).content


async def test_a_picture_follows_the_figures(play: Play) -> None:
    _, ma, _ = await a_matter(play)
    await ma.says("简报")
    _, picture = arrived(play, ma, "photo")
    width, height = struct.unpack(">II", picture[16:24])
    assert width == 1080
    assert height < 2 * width


async def test_the_table_opens_elsewhere_and_names_no_resident(play: Play) -> None:
    _, ma, _ = await a_matter(play)
    await ma.says("简报")
    await ma.taps("表格")
    media, content = arrived(play, ma, "document")
    assert media.name == "桃源社区-简报-2026-11-23.xlsx"
    book = openpyxl.load_workbook(BytesIO(content))
    cells = [cell for page in book for row in page.iter_rows(values_only=True) for cell in row]
    assert "1123-01" in cells
    assert "赵奶奶" not in cells
    events = await play.database.read("events", lambda tx: tx.events.of("person:ma"))
    assert [event.type for event in events][-2:] == ["DigestSent", "TableSent"]
