"""What would say whose story it is (names, doors, numbers) taken out of words, rather too much than too little."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from domain.matters.words_of_people import SURNAME

LEAST_NAME = 2
"""Letters: a shorter one is part of too many words."""
_WIDE = str.maketrans({code: code - 0xFEE0 for start, end in ((0xFF10, 10), (0xFF21, 26), (0xFF41, 26))
                       for code in range(start, start + end)})  # fmt: skip
_L, _R = "(?<![A-Za-z0-9])", "(?![A-Za-z0-9])"
"""Where a word in Latin letters begins and ends, Chinese beside it or not."""
_N = "(?:[0-9]{1,4}|[一二三四五六七八九十百两]{1,4})"
_HOUSE = (
    rf"(?!一[栋幢座]){_N}(?:号楼|号院|[栋幢座]楼?|#楼?|号(?=\s*{_N}单元))|[甲乙丙丁A-D]座"
    rf"|{_L}(?:building|block|bldg\.?|house)\s*(?:no\.?\s*)?#?\d+[a-z]?{_R}"
)
_INSIDE = (
    rf"{_N}单元|{_N}[楼层](?![上下梯道高])|\d{{1,4}}(?:室|号房|房间?)|\d{{3,4}}户(?!人家|居民)|[东西南北中]户"
    rf"|{_L}(?:unit|entrance|floor|flat|room|apt\.?|apartment|door)\s*#?\d+[a-z]?{_R}"
    rf"|{_L}(?:the\s+)?\d+(?:st|nd|rd|th)\s+floor{_R}"
)
_JOINT = r"[,，、的\s]*"
_DOOR_NUMBER = r"(?<!\d)\d{1,3}-\d{1,2}-\d{2,4}(?!\d)"
_ESTATE = (
    r"(?:(?![我们咱俺的是在住这那个整各])[\u3400-\u9fff]){2,4}(?:小区|家属院|公寓|花园|家园)"
    r"|(?:(?![我们咱俺的是在住这那个])[\u3400-\u9fff]){1,4}(?:路|街|巷|胡同)\d+号?"
)
_TITLE = (
    "大[爷妈姐哥叔娘伯]|阿姨|叔叔?|婶子?|伯伯?|奶奶|爷爷|婆婆|师傅|经理|主任|书记|委员|网格员|老师|老板|医生|大夫|护士"
    "|先生|女士|小姐|同志|队长|姐|哥|嫂"
)
_SOMEBODY = (
    rf"(?P<titled>{SURNAME})(?P<title>{_TITLE})"
    rf"|(?P<nick>(?<!一)(?!小于)[老小阿]{SURNAME}(?![区路时孩子女儿层街门桥店院板伙心车商人序虾菜客块病头围社生库额]))"
    rf"|(?P<mister>{_L}(?:Mr|Mrs|Ms|Miss|Dr|Uncle|Aunt|Auntie|Granny|Grandma|Grandpa)\.?\s+(?-i:[A-Z])[\w'-]+)"
)
_PUBLIC = "110|119|120|122|12345|12348|12356|12315"
_COUNTED = "元|块|万|米|人|件|次|天|年|度|%|yuan|metres?|people|days?|times?"
_NUMBER = (
    r"https?://\S+|[\w.+-]+@[\w.-]+|@\w{3,}|(?:微信号?|QQ号?|WeChat)\s*[:：]?\s*(?=[a-z_-]*\d)[a-z0-9_-]{4,}"
    r"|\+?\d[\d\s-]{5,}\d|(?-i:[\u4e00-\u9fff][A-Z][·\s]?(?=[A-Z0-9]*\d)[A-Z0-9]{5,6}(?![A-Z0-9]))"
    rf"|(?<!\d)(?!(?:{_PUBLIC})(?!\d))\d{{3,}}(?!\d)(?!\s*(?:{_COUNTED}))"
    "|[零〇一二三四五六七八九幺]{5,}"
)

_DOOR = rf"\s*\d{{3,4}}(?!\d)(?!\s*(?:{_COUNTED}))"
_ROOMS = rf"(?:{_HOUSE}|{_INSIDE})(?:{_JOINT}(?:{_HOUSE}|{_INSIDE})|{_DOOR})*+"
_PERSON, _PLACE = 0xE000, 0xE800
"""The first of the marks that stand for known names while the rest is looked at: letters that nobody types."""
MOST_NAMES = 0x800
_MARK = re.compile("[\ue000-\uefff]")
_WHOSE = re.compile(
    rf"(?P<person>[\ue000-\ue7ff])|(?P<address>{_DOOR_NUMBER}|(?:[\ue800-\uefff]|{_ESTATE})(?:{_JOINT}{_ROOMS})?|{_ROOMS})"
    rf"|{_SOMEBODY}|(?P<number>{_NUMBER})",
    re.IGNORECASE,
)
_A_HOUSE, _AN_ESTATE = re.compile(f"{_HOUSE}|{_DOOR_NUMBER}", re.IGNORECASE), re.compile(_ESTATE)
_FULL = re.compile(rf"(?=({SURNAME}[\u3400-\u9fff]{{1,2}}))")
_FULL_LATIN = re.compile(rf"{_L}(?=([A-Z][a-z]+ [A-Z][a-z]+){_R})")


@dataclass(frozen=True, slots=True)
class Instead:
    """What stands in the place of what is taken out, in the words of a language."""

    building: str
    indoors: str
    place: str
    somebody: str
    number: str


@dataclass(frozen=True, slots=True)
class Unnamed:
    """`changes`: what was taken out and what stands there now, each once."""

    text: str
    changes: tuple[tuple[str, str], ...] = ()


def unnamed(text: str, people: Mapping[str, str], places: Mapping[str, str], instead: Instead) -> Unnamed:
    """`people` and `places`: names that are known, and what stands for each. Words without any of it stay as they are.

    What is put in is not looked at again by the same call, and stays when the result is looked at once more.
    """
    marked, marks = _marked(_MARK.sub("", text.translate(_WIDE)), people, places)
    changes: dict[str, str] = {}

    def replaced(found: re.Match[str]) -> str:
        new = _instead_of(found, marks, instead)
        changes[_MARK.sub(lambda mark: marks[mark[0]][0], found[0])] = new
        return new

    said = _WHOSE.sub(replaced, marked)
    return Unnamed(said[:1].upper() + said[1:] if text[:1].isupper() else said, tuple(changes.items()))


def _marked(text: str, people: Mapping[str, str], places: Mapping[str, str]) -> tuple[str, dict[str, tuple[str, str]]]:
    """With a mark in the place of each known name, the longest first, so that none is left as the end of another; by
    mark, what stood there and what is to.
    """
    plain, marks = text.casefold(), dict[str, tuple[str, str]]()
    known = [(name, new, _PERSON) for name, new in people.items()] + [(n, new, _PLACE) for n, new in places.items()]
    there = [each for each in known if len(each[0]) >= LEAST_NAME and each[0].casefold() in plain]
    for n, (name, new, first) in enumerate(sorted(there, key=lambda each: -len(each[0]))[:MOST_NAMES]):
        pattern = f"{_L}{re.escape(name)}{_R}" if name.isascii() else re.escape(name)
        found = re.search(pattern, text, re.IGNORECASE)
        if found is not None:
            marks[chr(first + n)] = found[0], new
            text = re.sub(pattern, chr(first + n), text, flags=re.IGNORECASE)
    return text, marks


def _instead_of(found: re.Match[str], marks: Mapping[str, tuple[str, str]], instead: Instead) -> str:
    if found["person"]:
        return marks[found["person"]][1]
    if address := found["address"]:
        return _place_instead(address, marks, instead)
    if found["titled"]:
        return f"一位{found['title']}"
    return instead.somebody if found["nick"] or found["mister"] else instead.number


def _place_instead(address: str, marks: Mapping[str, tuple[str, str]], instead: Instead) -> str:
    if _A_HOUSE.search(address):
        return instead.building
    if address[0] in marks:
        return marks[address[0]][1]
    return instead.place if _AN_ESTATE.match(address) else instead.indoors


def maybe_names(text: str) -> tuple[list[str], list[str]]:
    """What may be somebody's full name, in Chinese and in Latin letters: whoever knows people looks whose it is."""
    chinese = {found[1][:n] for found in _FULL.finditer(text) for n in (2, 3)}
    return sorted(name for name in chinese if len(name) >= LEAST_NAME), sorted(set(_FULL_LATIN.findall(text)))


def estate_in(building: str) -> str:
    """The name of what a building is one of ("桃源里3号楼" is one of 桃源里); "" where its name holds none."""
    found = re.search(rf"\s*(?:{_HOUSE}|\d+)\s*$", building, re.IGNORECASE)
    return building[: found.start()] if found else ""
