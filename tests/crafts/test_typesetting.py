"""Everything that is set looks the same on any machine, and nobody's name can break a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typst

import bot.crafts.typesetting

CRAFTS = Path(bot.crafts.typesetting.__file__).parent
TEMPLATES = sorted((CRAFTS / "templates").glob("*.typ"))


@pytest.mark.parametrize("weight", [400, 700])
def test_the_type_comes_with_us(weight: int) -> None:
    ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[CRAFTS / "fonts"]).fonts()
    assert ("Bench Sans SC", weight) in {(font.family, font.weight) for font in ours}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_no_template_fetches_a_package_or_runs_a_value_as_source(template: Path) -> None:
    assert not re.search(r'"@|\beval\b', template.read_text("utf-8"))
