"""How names are written and how they sound: tokens for an index, syllables folded as the ear folds them, initials."""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(r"[\u3400-\u9fff]|[a-z0-9']+")
_FOLDS = (("zh", "z"), ("ch", "c"), ("sh", "s"))


def _readings(text: str) -> list[str]:
    from pypinyin import lazy_pinyin  # its dictionaries take as long to read as all else that a short command needs

    return lazy_pinyin(text)


def is_chinese(text: str) -> bool:
    return any("\u3400" <= character <= "\u9fff" for character in text)


@lru_cache(maxsize=20_000)
def syllable(character: str) -> str:
    """The usual reading of one character, with sounds made alike that many speakers do not part: zh/z, n/l, ing/in.

    By character, not by phrase, so that a name sounds the same alone and inside any sentence.
    """
    sound = _readings(character)[0]
    for heard, kept in _FOLDS:
        if sound.startswith(heard):
            sound = kept + sound[len(heard) :]
    if sound.startswith("n"):
        sound = "l" + sound[1:]
    return sound.removesuffix("g") if sound.endswith(("ing", "eng")) else sound


def tokens(text: str) -> list[str]:
    """One syllable for each Chinese character, each Latin word or number as it is."""
    return [syllable(t) if is_chinese(t) else t for t in _TOKEN.findall(text)]


def syllables(run: str) -> tuple[str, ...]:
    """Of a run of Chinese characters, one for each."""
    return tuple(map(syllable, run))


def spelled(text: str) -> tuple[str, str]:
    """What somebody types who writes the name in Latin letters: ("taoyuanli", "tyl")."""
    syllables = [part for part in _readings(text) if part.isalnum()]
    return "".join(syllables), "".join(part[0] for part in syllables)
