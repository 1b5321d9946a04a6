"""Who came, out of one line: 王芳、李强、赵奶奶等12人, "Wang Fang, Li Qiang and ten others"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGITS = {digit: n for n, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_WORDS_EN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_N = r"(\d{1,4}|[一二两三四五六七八九十百]{1,5})"
_IN_ALL = re.compile(
    rf"(?:等|共|一共|总共|来了)?\s*{_N}\s*(?:来)?(?:个|位|名|口)?(?:人|多人|居民|委员|people|persons)", re.I
)
_OTHERS = re.compile(
    rf"(?:还有|以及|和|加上|and|plus)\s*(\d{{1,4}}|{'|'.join(_WORDS_EN)})\s*(?:位|个|名)?\s*(?:others?|more|别人|其他人|街坊|邻居)",
    re.I,
)
_VAGUE = re.compile(
    r"(?:等|共|来了)?(?:好?几|十几|几十|二十几|若干|不少|很多|许多|好多|一些)(?:个|位|名)?(?:人|居民|街坊|邻居)"
    r"|(?:来的)?人(?:都|也|很|挺)?(?:不少|不多|很多|多|少|齐)|(?:等人|等等|等)$"
)
_BETWEEN = re.compile(
    r"[、，,;；。\n/]+|\s+and\s+|(?<=[\u4e00-\u9fff]{2})(?:和|及|与)(?=[\u4e00-\u9fff]{2})|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])",
    re.I,
)
_NOBODY = re.compile(r"^(?:没有?人|都没|谁也没|没来|nobody|no one|none)", re.I)
_AROUND = re.compile(
    r"^(?:来的有|来了|到场的?有?|参加的有|有|came:?|present:?)\s*[:：]?|(?:等人?|都来了|来了|到了|came)$", re.I
)
LONGEST_NAME = 30
_A_NAME = re.compile(r"[\u4e00-\u9fff·]{2,5}|[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}")
MOST = 9999


@dataclass(frozen=True, slots=True)
class Attendance:
    """`names` as they are written; `count` of all who came, never fewer than are named."""

    names: tuple[str, ...]
    count: int

    @property
    def looks_like_names(self) -> bool:
        """Whether nothing in it is longer than names are, so that it is no sentence."""
        return self.count > 0 and all(_A_NAME.fullmatch(name) for name in self.names)


def attendance(line: str) -> Attendance:
    """What the line says; 0 for a line that names nobody and says no number."""
    others, in_all = _OTHERS.search(line), None
    rest = _OTHERS.sub("，", line)
    for found in _IN_ALL.finditer(rest):
        in_all = _count(found[1])
    names = _names(_VAGUE.sub("，", _IN_ALL.sub("，", rest)))
    more = _count(others[1]) if others else 0
    return Attendance(names, min(MOST, max(in_all or 0, len(names) + more)))


def _names(words: str) -> tuple[str, ...]:
    found = []
    for part in _BETWEEN.split(words):
        name = _AROUND.sub("", part.strip(" 。.!！:：")).strip()
        if name and len(name) <= LONGEST_NAME and not name.isdecimal() and not _NOBODY.match(name):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _count(said: str) -> int:
    """12, 十二, 一百二十, "ten"."""
    if said.isdecimal():
        return int(said)
    if said.casefold() in _WORDS_EN:
        return _WORDS_EN.index(said.casefold()) + 1
    hundreds, hundred, rest = said.rpartition("百")
    tens, ten, ones = (rest if hundred else said).rpartition("十")
    small = (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
    return (_DIGITS.get(hundreds, 1) * 100 if hundred else 0) + small
