"""docs/adding-a-family.md, done word by word in a copy of the house: its story is played there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "adding-a-family.md"
HOUSE = ("bot", "channels", "domain", "handlers", "sandbox", "storage", "tests")
BLOCK = re.compile(r"^```(python|sql|diff)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"^(?:In )?`([\w/.]+)`$", re.MULTILINE)


def steps() -> list[tuple[str, str, str]]:
    """File, "python", "sql" or "diff", and the lines, in the order of the page."""
    page = PAGE.read_text("utf-8")
    return [(NAMED.findall(page[: block.start()])[-1], block[1], block[2]) for block in BLOCK.finditer(page)]


def follow(house: Path) -> None:
    for name, sort, lines in steps():
        file = house / name
        if sort == "diff":
            file.write_text(changed(file.read_text("utf-8"), lines), "utf-8")
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(lines, "utf-8")


def changed(text: str, diff: str) -> str:
    """Its lines that begin with a blank must stand there once, in one piece."""
    lines = diff.splitlines(keepends=True)
    before = "".join(line[1:] or line for line in lines if not line.startswith("+"))
    after = "".join(line[1:] or line for line in lines)
    assert text.count(before) == 1, f"not there once:\n{before}"
    return text.replace(before, after)


def test_the_page_done_word_by_word_ends_in_a_story_that_plays(tmp_path: Path) -> None:
    for folder in HOUSE:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    follow(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "tests/stories/test_finds.py"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
