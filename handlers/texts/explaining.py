"""The door of explaining (小道理)."""

from __future__ import annotations

EXPLAINING: dict[str, tuple[str, str]] = {
    "menu.explain": ("小道理", "Explaining"),
    "explaining.door": ("小道理：看什么，写什么？", "Explaining: what to look at, what to write?"),
}
