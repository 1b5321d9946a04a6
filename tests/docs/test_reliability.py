"""The pages that promise something name tests that exist, and leave nothing out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
PAGES = [ROOT / "docs" / name for name in ("reliability.md", "security.md") if (ROOT / "docs" / name).exists()]
FAULTS = 38


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_test_it_names_is_there(page: Path) -> None:
    named = NAMED.findall(page.read_text("utf-8"))
    assert named
    missing = [f"{path}::{name}" for path, name in named if f"def {name}(" not in _text(path)]
    assert missing == []


def _text(path: str) -> str:
    file = ROOT / path
    return file.read_text("utf-8") if file.exists() else ""


def test_every_fault_has_its_row_and_a_test_or_says_that_it_is_open() -> None:
    page = (ROOT / "docs/reliability.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if re.match(r"\| \d", line)]
    assert [int(row.split("|")[1]) for row in rows] == list(range(1, FAULTS + 1))
    assert [row for row in rows if not NAMED.search(row) and "open" not in row] == []
