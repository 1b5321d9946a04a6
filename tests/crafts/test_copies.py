"""The page of somebody's own data: it opens alone, shows what it can, and says so of what it cannot."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bot.crafts import copies
from bot.crafts.copies import page
from domain.people.copy import Copy, Reported, Said

HEADINGS = {heading: heading for heading in ("matters", "said", "way", "seen", "drafts")} | {
    "not_shown": "in your chat"
}


def copy_with(*files: str, text: str = "") -> Copy:
    matter = Reported("1123-01", (("where", "3号楼"),), (Said("today", text, files),), ("handed in",))
    return Copy("zh", "我的资料", "about", (("name", "赵"),), (matter,), ("nobody",), (), HEADINGS)


def photo(path: Path) -> Path:
    written = BytesIO()
    Image.effect_noise((1600, 1200), 60).convert("RGB").save(written, "JPEG")
    path.write_bytes(written.getvalue())
    return path


def pictures(html: bytes) -> int:
    return html.count(b'<img alt="" src="data:image/jpeg;base64,')


def test_a_photo_is_on_the_page_small_and_a_voice_as_it_is(tmp_path: Path) -> None:
    voice = tmp_path / "voice"
    voice.write_bytes(b"OggS and so on")
    html = page(copy_with("p", "v"), {"p": photo(tmp_path / "photo"), "v": voice})
    assert pictures(html) == 1
    assert len(html) < 700_000
    assert b'<audio controls src="data:audio/ogg;base64,T2dnUyBhbmQgc28gb24="></audio>' in html
    assert b"in your chat" not in html


def test_what_is_no_picture_or_not_at_home_is_said_to_be_in_the_chat(tmp_path: Path) -> None:
    film = tmp_path / "film"
    film.write_bytes(b"no picture in this")
    html = page(copy_with("film", "lost", "never"), {"film": film, "lost": tmp_path / "none"})
    assert html.count(b"in your chat") == 3


def test_when_there_is_no_room_left_the_later_ones_are_in_the_chat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {name: photo(tmp_path / name) for name in ("one", "two")}
    monkeypatch.setattr(copies, "ROOM", len(page(copy_with("one"), files)))
    html = page(copy_with("one", "two"), files)
    assert (pictures(html), html.count(b"in your chat")) == (1, 1)


def test_nothing_runs_and_nothing_comes_from_elsewhere(tmp_path: Path) -> None:
    said = '<script>alert(1)</script><img src=x onerror="go()"> https://example.org \u202e'
    html = page(replace(copy_with(text=said), title=said, drafts=(said,)), {}).decode()
    assert not re.search(r"<(script|img|a|link|iframe|object)\b", html)
    assert "&lt;script&gt;" in html
    assert "default-src 'none'" in html
    assert "\u202e" not in html
