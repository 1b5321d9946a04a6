"""Phrases: what is to be said, by key, before it is put into anybody's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Phrase:
    """A catalogue key and its arguments; an argument may itself be a Phrase, an aware datetime, a number or text."""

    key: str
    args: Mapping[str, object] = field(default_factory=dict)


def phrase(key: str, /, **args: object) -> Phrase:
    return Phrase(key, args)
