"""Mistakes in a file that people write: each with its key and what to write instead, all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError


class Mistakes(Exception):
    """Everything that is wrong with a file; nothing of it was put in force."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = list(lines)


SAID = {
    "missing": "this key is needed / 缺这一项",
    "extra_forbidden": "there is no such key / 没有这个键，看看拼写",
    "string_too_short": "may not be empty / 不能空着",
    "too_short": "needs at least one / 至少要一个",
}


def mistakes_of(error: ValidationError, body: Mapping[str, Any]) -> list[str]:
    """One line for each, such as `member 3 (王芳) · grids: this key is needed`."""
    return [f"{_where(e['loc'], body)}: {SAID.get(e['type']) or e['msg']}" for e in error.errors()]


def _where(location: Sequence[int | str], body: Any) -> str:
    words: list[str] = []
    for step in location:
        if isinstance(step, int):
            body = body[step] if isinstance(body, list) and step < len(body) else {}
            name = body.get("name") or body.get("id") if isinstance(body, dict) else None
            words[-1:] = [f"{words[-1]} {step + 1}" + (f" ({name})" if name else "")]
        else:
            body = body.get(step, {}) if isinstance(body, dict) else {}
            words.append(step)
    return " · ".join(words)
