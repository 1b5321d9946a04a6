"""The house itself: its contracts, its documents and its sizes agree with the code."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from domain.matters.matter import TRANSITIONS

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "storage", "channels", "domain", "sandbox")


def test_import_contracts_hold() -> None:
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_drawn_life_cycle_is_the_table() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    drawn = set(re.findall(r"^    (\w+) --> (\w+): (\w+)$", page, re.MULTILINE))
    assert drawn == {(before, after, act) for (before, act), after in TRANSITIONS.items()}


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readmes_commands_are_targets(readme: str) -> None:
    told = set(re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / readme).read_text("utf-8"), re.MULTILINE))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= told <= targets


def test_links_in_the_documents_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    for page in pages:
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            assert link.startswith("https://") or (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_module_says_what_lives_there() -> None:
    for package in PACKAGES:
        for module in (ROOT / package).rglob("*.py"):
            assert module.read_text("utf-8").startswith('"""'), module


def test_only_the_clock_asks_the_system_for_time() -> None:
    asking = re.compile(r"datetime\.now\(|time\.time\(|time\.monotonic\(|os\.urandom\(|random\.random\(")
    found = {
        str(module.relative_to(ROOT))
        for package in PACKAGES
        for module in (ROOT / package).rglob("*.py")
        if asking.search(module.read_text("utf-8"))
    }
    assert found <= {"bot/clock.py", "sandbox/clock.py"}
