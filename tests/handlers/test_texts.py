"""The catalogue: every text is used, every text that is used is there, and both languages say the same things."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.matters.danger import Sort
from domain.matters.kinds import KINDS, UNHEARD
from domain.matters.matter import Cause
from handlers.texts.catalogue import TEXTS

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"[a-z]+\.[A-Za-z_0-9]+")
ROOMS = {key.partition(".")[0] for key in TEXTS}
STIFF = ("尊敬", "贵方", "予以", "已受理", "您好！", "！")
"""Words and marks that the bot does not use."""


def sources() -> Iterator[ast.AST]:
    for folder in ("handlers", "bot"):
        for module in (ROOT / folder).rglob("*.py"):
            if "texts" not in module.parts:
                yield ast.parse(module.read_text("utf-8"))


def written_keys() -> set[str]:
    """String constants that have the shape of a key."""
    found = {
        node.value
        for tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    whole = {value for value in found if KEY.fullmatch(value) and not value.endswith("_")}
    return {value for value in whole if value.partition(".")[0] in ROOMS} | {
        kind.name_key for kind in (KINDS | UNHEARD).values()
    }


def composed_keys() -> set[str]:
    """Patterns of the keys that are put together: f-strings within phrase(…), and others such as "tasks.line_…"."""
    found = set[str]()
    for node in (node for tree in sources() for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("phrase", "Phrase"):
            found |= {_pattern(part) for part in ast.walk(node.args[0]) if isinstance(part, ast.JoinedStr)}
        elif isinstance(node, ast.JoinedStr) and re.match(r"[a-z]+\\\.[a-z]+_", _pattern(node)):
            found.add(_pattern(node))
    return found


def _pattern(joined: ast.JoinedStr) -> str:
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w*" for part in joined.values)


def test_every_key_that_is_written_has_a_text() -> None:
    dialog_keys = {"place.words", "place.which", "place.elsewhere"}
    assert sorted(written_keys() - dialog_keys - set(TEXTS)) == []


def test_every_text_is_used() -> None:
    composed, written = [re.compile(pattern + r"\w*") for pattern in composed_keys()], written_keys()
    unused = {key for key in TEXTS if key not in written and not any(p.fullmatch(key) for p in composed)}
    assert sorted(unused) == []


@pytest.mark.parametrize(
    "key",
    [
        *(f"danger.{sort.value}" for sort in Sort),
        *(f"kind.{code}" for code in KINDS | UNHEARD),
        *(f"cause.{cause.value}" for cause in Cause),
        *(f"close.line_{cause.value}" for cause in Cause),
        *(f"closing.{cause.value}" for cause in Cause),
        *(f"grade.{n}" for n in range(1, 6)),
        *(f"small.{talk}" for talk in ("thanks", "greeting", "ok", "abuse_no_matter")),
    ],
)
def test_what_the_domain_can_mean_can_be_said(key: str) -> None:
    assert key in TEXTS


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_are_there_and_take_the_same_arguments(key: str) -> None:
    zh, en = TEXTS[key]
    assert zh.strip()
    assert en.strip()
    assert _fields(zh) == _fields(en)


@pytest.mark.parametrize("key", TEXTS)
def test_the_chinese_is_plain_and_the_english_is_english(key: str) -> None:
    zh, en = TEXTS[key]
    assert not [word for word in STIFF if word in zh]
    assert not re.search(r"[一-鿿]", en) or key in ("language.other", "menu.language")
    assert "!" not in en


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
