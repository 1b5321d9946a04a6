"""The page of the method: its counts are those that the plays count, its pictures are there, both languages agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("method.md", "method.zh-CN.md")


def rows(page: str) -> list[str]:
    return re.findall(r"^\| (?:居民|委员|案头).*\|$", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_each_count_is_a_played_one(page: str) -> None:
    assert rows(page)
    assert set(rows(page)) <= set(rows("taps.md"))


@pytest.mark.parametrize("page", PAGES)
def test_each_picture_is_there_and_small(page: str) -> None:
    pictures = re.findall(r"pictures/[\w.-]+", (DOCS / page).read_text(encoding="utf-8"))
    assert pictures
    assert not [name for name in pictures if (DOCS / name).stat().st_size > 150_000]


def test_both_languages_count_the_same() -> None:
    assert rows(PAGES[0]) == rows(PAGES[1])
