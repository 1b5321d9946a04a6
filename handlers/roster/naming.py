"""Skills and kinds by the names people give them, in either language."""

from __future__ import annotations

import re

from domain.duty.skills import WORDS
from domain.matters.kinds import KINDS
from handlers.texts.catalogue import TEXTS

_BREAKS = re.compile(r"[、，,;；/|\n]+")
LONGEST = 30


def parts(words: str) -> list[str]:
    """A list as people write it, with commas of any sort between."""
    return [part.strip() for part in _BREAKS.split(words) if part.strip()]


def skill_called(said: str) -> str:
    """The code of what somebody can do, else her own word for it."""
    return _SKILLS.get(_plain(said), said[:LONGEST])


def kind_called(said: str) -> str:
    """The code of a kind of matter; "" for none."""
    return _KINDS.get(_plain(said), "")


def _plain(said: str) -> str:
    return "".join(said.split()).casefold()


_SKILLS = {_plain(said): code for code, words in WORDS.items() for said in (code, *words, *TEXTS[f"skill.{code}"])}
_KINDS = {_plain(said): code for code, kind in KINDS.items() for said in (code, *TEXTS[kind.name_key])}
