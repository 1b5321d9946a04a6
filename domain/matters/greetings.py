"""Short texts that are no matter: thanks, a greeting, "any news?", yes and no, a number instead of a button."""

from __future__ import annotations

import re
from collections.abc import Iterator

from domain.matters.kinds import likely_kinds
from domain.matters.words_of_greetings import (
    ABUSE,
    ALL_WELL,
    GREETING,
    LEAVES,
    NEEDLESS,
    NO,
    NO_MORE,
    NUMERALS,
    OK,
    ORDINALS,
    PICK_EN,
    PICK_ZH,
    STATE,
    THANKS,
    WHO,
    YES,
)
from domain.matters.words_plain import plain

ABUSE_MOST = 20
STATE_MOST = 35
"""Longer texts, in characters, tell something besides."""
_PICTURES = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d\u20e3]+")
_KEYS = tuple(row[::step] for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm") for step in (1, -1))
_POINTS = re.compile(r"[。.!~,;:?、…^_\-·*\"()“”「」]+")


def small_talk(text: str) -> str | None:
    """ "thanks", "greeting", "ok" or "abuse_no_matter" for a short text that is no matter; None for anything else."""
    parts = _parts(text)
    if not parts:
        return "ok" if text.strip() else None
    tones = {_tone(part) for part in parts}
    if None not in tones:
        return next(tone for tone in _TONES if tone in tones)
    words = " ".join(parts)
    swears = len(words) <= ABUSE_MOST and ABUSE.search(words) is not None
    return "abuse_no_matter" if swears and not likely_kinds(text) else None


def says_nothing(text: str) -> bool:
    """Whether a short text holds no word at all: keys hit at random ("asdfgh"), one sign again and again, digits."""
    words = " ".join(_parts(text)).split()
    return bool(words) and sum(map(len, words)) <= STATE_MOST and not likely_kinds(text) and all(map(_no_word, words))


def _no_word(word: str) -> bool:
    if word.isdecimal() or len(set(word)) == 1 < len(word) - 1:
        return True
    if not (word.isascii() and word.isalpha()):
        return False
    run = max((len(m) for m in _runs(word)), default=0)
    return (len(word) > 3 and not set(word) & set("aeiouy")) or (run > 3 and run > len(word) * 0.6)


def _runs(word: str) -> Iterator[str]:
    """Stretches of neighbouring keys, in either direction."""
    for row in _KEYS:
        for start in range(len(word)):
            end = start + 1
            while end < len(word) and word[start : end + 1] in row:
                end += 1
            yield word[start:end]


def asks_state(text: str) -> bool:
    """Whether a short text asks how things stand: 怎么样了, 修好了没, "any news?"."""
    words = " ".join(_parts(text))
    return len(words) <= STATE_MOST and STATE.search(words) is not None


def is_yes(text: str) -> bool:
    return _answers(YES, text)


def is_no(text: str) -> bool:
    return _answers(NO, text)


def leaves(text: str) -> bool:
    """Whether somebody wants out of what she is just asked: 取消, 算了, 不报了, "cancel"."""
    return _all(LEAVES, text)


def no_more(text: str) -> bool:
    """Whether somebody says that a thing need not be done: 不办了, 不用来了, 取消, "I don't need it any more"."""
    return _all(NO_MORE, text) or leaves(text)


def all_well(text: str) -> bool:
    """Whether an alarm is taken back: 没事了, 虚惊一场, 我闻错了, 骗你的, "false alarm"."""
    return _any(ALL_WELL, text) or no_more(text)


def asks_who(text: str) -> bool:
    """Whether somebody asks what this is, how it goes, or for a human: 你是谁, 什么意思, 看不懂, 人工."""
    return _all(WHO, text)


def _all(pattern: re.Pattern[str], text: str) -> bool:
    """Every part says so, or is a thanks, a greeting or an "all right" beside it."""
    parts = _parts(text)
    return any(pattern.fullmatch(part) for part in parts) and all(pattern.fullmatch(p) or _tone(p) for p in parts)


def _any(pattern: re.Pattern[str], text: str) -> bool:
    """One part of a short text says so; the others may say why."""
    parts = _parts(text)
    return sum(map(len, parts)) <= STATE_MOST and any(pattern.fullmatch(part) for part in parts)


def begins_with_no(text: str) -> bool:
    """Whether the first part says that it is not so, or not yet; what follows may say why."""
    first = next(iter(_parts(text)), "")
    return NO.fullmatch(first) is not None and NEEDLESS.match(first) is None


def chosen_number(text: str) -> int | None:
    """The number, from 1, that stands for a button (1, １, ①, 一, 第一个, "the first"); None for other words."""
    words = " ".join(_parts(text))
    if found := PICK_ZH.fullmatch(words):
        said = found.group(1)
        return NUMERALS.get(said) or int(said) or None
    if found := PICK_EN.fullmatch(words):
        said = found.group(1)
        return ORDINALS.get(said) or (int(said) if said.isdecimal() else None) or None
    return None


_TONES = {"thanks": THANKS, "greeting": GREETING, "ok": OK}
"""In the order in which one is answered when a text holds several."""


def _tone(part: str) -> str | None:
    return next((tone for tone in ("thanks", "ok", "greeting") if _TONES[tone].fullmatch(part)), None)


def _answers(pattern: re.Pattern[str], text: str) -> bool:
    """The first part is the answer, the others say it again or thank."""
    first, *others = _parts(text) or [""]
    return pattern.fullmatch(first) is not None and all(pattern.fullmatch(o) or _tone(o) for o in others)


def _parts(text: str) -> list[str]:
    """The words between the points, without pictures."""
    return [part for raw in _POINTS.split(_PICTURES.sub("", plain(text))) if (part := raw.strip())]
