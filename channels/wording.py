"""Words on their way to a platform: made harmless, counted in its units, cut where a reader would pause, escaped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from html import escape

from domain.messages import Text

_UNSENDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and the marks by which a name could turn the rest of a line around."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Letters and signs that show nothing although Unicode does not call them spaces."""
_JOINING = frozenset("\u200d\ufe0e\ufe0f\u20e3")
_PAUSES = ("\n", "。！？!?；;", "，,、 ")
_TAGS = {"plain": ("", ""), "strong": ("<b>", "</b>"), "quote": ("<blockquote>", "</blockquote>")}
_MARKS = {"plain": ("", ""), "strong": ("", ""), "quote": ("「", "」")}


def clean(words: str) -> str:
    """The same words without what a platform refuses or a name could abuse; a half character becomes a sign for it."""
    return _SURROGATE.sub("\ufffd", _UNSENDABLE.sub("", words.replace("\r\n", "\n").replace("\r", "\n")))


def visible(words: str) -> bool:
    """Whether a reader would see anything at all."""
    return any(unicodedata.category(c)[0] not in "CZ" and c not in _BLANK for c in words)


def utf16_units(words: str) -> int:
    """Length as Telegram counts it: characters beyond the basic plane are two."""
    return len(words) + sum(c > "\uffff" for c in words)


def utf8_bytes(words: str) -> int:
    """Length as WeChat counts it: a Chinese character is three."""
    return len(words.encode("utf-8", "surrogatepass"))


def html(texts: Sequence[Text]) -> str:
    """One line of HTML after the other: titles bold, other people's words quoted, everything escaped."""
    return _joined(texts, _TAGS, lambda words: escape(clean(words), quote=False))


def plain(texts: Sequence[Text]) -> str:
    """The same for a channel that shows only letters."""
    return _joined(texts, _MARKS, clean)


def pieces(words: str, limit: int, count: Callable[[str], int]) -> Iterator[str]:
    """Cuts words into parts of at most `limit`: at a line's end, else a sentence's, else a word's, else anywhere."""
    while count(words) > limit:
        cut = _pause(words, _fitting(words, limit, count))
        yield words[:cut].rstrip("\n")
        words = words[cut:].lstrip("\n")
    yield words


def _joined(texts: Sequence[Text], marks: dict[str, tuple[str, str]], write: Callable[[str], str]) -> str:
    return "\n".join(marks[t.style][0] + write(t.value) + marks[t.style][1] for t in texts)


def _fitting(words: str, limit: int, count: Callable[[str], int]) -> int:
    used = 0
    for index, character in enumerate(words):
        used += count(character)
        if used > limit:
            return max(index, 1)
    return len(words)


def _pause(words: str, end: int) -> int:
    """The last good place to stop within the second half of what fits."""
    for signs in _PAUSES:
        found = max(words.rfind(sign, end // 2, end) for sign in signs)
        if found > 0:
            return found + 1
    cut = end
    while cut > max(end - 16, 1) and _clings(words, cut):
        cut -= 1
    return cut if not _clings(words, cut) else end


def _clings(words: str, cut: int) -> bool:
    """Whether a cut here would part a letter from its accent or an emoji from its colour."""
    if cut >= len(words):
        return False
    after, before = words[cut], words[cut - 1]
    coloured = "\U0001f3fb" <= after <= "\U0001f3ff"
    return after in _JOINING or before == "\u200d" or coloured or unicodedata.combining(after) != 0
