"""Grades in a resident's words: 很好, 4分, a bare 5."""

from __future__ import annotations

import re

from domain.matters.words_plain import plain

_POINTS = re.compile(r"[。.!~,;、\s]+$")
_NUMBER = re.compile(r"(?:打|给)?([1-5一二三四五])(?:分|颗?星)?|([1-5]) ?(?:points?|stars?)")
_NUMERALS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5}
_WORDS = {
    5: "很好|非常好|特别好|太好了|非常满意|很满意|满分|very good|excellent|great",
    4: "满意|挺好|不错|好|good",
    3: "一般|一般般|还行|凑合|马马虎虎|fair|so-so|average",
    2: "不太好|不太满意|不怎么样|poor|not great",
    1: "不好|不满意|很不满意|差|很差|太差了|bad|very bad",
}
_GRADES = {word: grade for grade, words in _WORDS.items() for word in words.split("|")}


def grade_in(text: str) -> int | None:
    """1 (bad) to 5 (very good) when the whole text is a grade, else None."""
    words = _POINTS.sub("", plain(text))
    if words in _GRADES:
        return _GRADES[words]
    number = _NUMBER.fullmatch(words)
    if number is None:
        return None
    said = number[1] or number[2]
    return _NUMERALS.get(said) or int(said)
