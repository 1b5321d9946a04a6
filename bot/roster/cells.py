"""What people write into a cell, made plain: names, telephones, lists, weekdays, the numbers of buildings."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from functools import lru_cache

from bot.crafts.addresses import comparable
from bot.crafts.tables import Cell

LONGEST_NAME = 60
MOST_BUILDINGS = 99
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_BREAKS = re.compile(r"[、，,；;/|\n]+")
_PHONE = re.compile(r"[+(]?\d[\d ()-]*(?:(?:转|ext\.?|x|#) ?\d{1,6})?", re.IGNORECASE)
_ROUNDED = re.compile(r"\d(?:\.\d+)?[eE]\+\d+")
_CIRCLED = {chr(0x2460 + n): str(n + 1) for n in range(9)}
_RANKED = re.compile(r"(.+?)\s*(?:([①-⑨])|[(（]\s*([0-9０-９]{1,2})\s*[)）])")
_NUMBER = re.compile(r"(\d{1,3})([a-z甲乙丙丁]?)(号楼|号院|栋|幢|座|号|#|楼)?")
_SPAN = re.compile(r"(\d{1,3})(?:号楼|栋|幢|座|号|#|楼)?(?:-|~|到|至)(\d{1,3})(号楼|号院|栋|幢|座|号|#|楼)?")
_DAYS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7, "末": 67}
_ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMED_DAYS = {
    **dict.fromkeys(("", "每天", "天天", "全天", "全周", "everyday", "daily", "all"), ""),
    **dict.fromkeys(("工作日", "平时", "weekdays", "workdays"), "12345"),
    **dict.fromkeys(("weekend", "weekends"), "67"),
}


class Wrong(ValueError):
    """What is written cannot be meant; `key` and `values` are of bot/roster/words.py."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def text(value: Cell) -> str:
    """One line without spaces around it, digits and letters in their usual width. Raises Wrong."""
    if isinstance(value, bool):
        raise Wrong("yes_no", value=str(value).upper())
    if isinstance(value, date | datetime | time):
        raise Wrong("date", value=str(value))
    if isinstance(value, float | int):
        return str(int(value)) if value == int(value) else str(value)
    if not isinstance(value, str):
        raise Wrong("number", value=str(value))
    if value[:1] == "'" and value[1:2] in ("=", "+", "-", "@"):  # as CSV is kept from becoming a formula
        value = value[1:]
    shown = "".join(c for c in value if unicodedata.category(c) not in ("Cf", "Cc") or c in "\n\t")
    return re.sub(r"[ \t\u3000\u00a0]+", " ", shown).strip()


def name(value: Cell) -> str:
    """A name for people to read; line breaks become spaces. Raises Wrong."""
    said = " ".join(_narrow(text(value)).split())
    if len(said) > LONGEST_NAME:
        raise Wrong("long", n=len(said), most=LONGEST_NAME)
    return said


def person(value: Cell) -> str:
    """A person's name; the space by which two characters are made as wide as three goes. Raises Wrong."""
    return re.sub(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])", "", name(value))


def names(value: Cell) -> tuple[str, ...]:
    """A list with 、 or commas between. Raises Wrong."""
    return tuple(dict.fromkeys(name(part) for part in _BREAKS.split(text(value)) if part.strip()))


def firsts(value: Cell) -> tuple[str, ...]:
    """Names, behind which somebody may have written the ① that is meant anyway. Raises Wrong."""
    return tuple(dict.fromkeys(named.rstrip("①").strip() for named in names(value)))


def ranked(value: Cell) -> tuple[tuple[str, int], ...]:
    """Names that may have an order behind them, ③ or (3); 0 where there is none. Raises Wrong."""
    found = []
    for part in _BREAKS.split(text(value)):
        if written := _RANKED.fullmatch(part.strip()):
            rank = int(_CIRCLED.get(written[2] or "") or written[3])
            if not 2 <= rank <= 9:
                raise Wrong("rank", value=part.strip())
            found.append((name(written[1]), rank))
        elif part.strip():
            found.append((name(part), 0))
    return tuple(found)


def phone(value: Cell) -> str:
    """13800000000 or 0931-5550100; "" when nothing is written. Raises Wrong."""
    if isinstance(value, float) and not isinstance(value, bool) and value != int(value):
        raise Wrong("phone", value=value)
    said = " ".join(unicodedata.normalize("NFKC", text(value)).replace("—", "-").replace("–", "-").split())
    if not said:
        return ""
    if _ROUNDED.fullmatch(said):
        raise Wrong("phone_rounded", value=said)
    digits = digits_of(said)
    if not _PHONE.fullmatch(said) or len(digits) < 5:
        raise Wrong("phone_short" if digits == said and len(digits) < 5 else "phone", value=said, n=len(digits))
    if digits.startswith("1") and not said.startswith(("+", "00", "1-")):
        return _mobile(said, digits)
    if len(digits) > 15:
        raise Wrong("phone", value=said)
    if digits == said and len(digits) in (9, 10) and not digits.startswith("0") and digits[0] != "4":
        raise Wrong("phone_zero", value=said)
    return re.sub(r"(?i)\s*(?:转|ext\.?|x|#)\s*", "-", re.sub(r"[() ]+", " ", said).strip())


def _mobile(said: str, digits: str) -> str:
    short = re.fullmatch(r"1\d{2,5}", digits)  # 12345, 110: numbers that everybody knows
    if len(digits) == 11 or short:
        return digits
    raise Wrong("phone_short" if len(digits) < 11 else "phone_long", value=said, n=len(digits))


@lru_cache(maxsize=20_000)
def digits_of(said: str) -> str:
    """By what two spellings of one number are known: its digits without the country's."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", said))
    for country in ("0086", "86"):
        if digits.startswith(country) and len(digits) - len(country) >= 10:
            return digits[len(country) :]
    return digits


def weekdays(value: Cell) -> str:
    """ "135" for Monday, Wednesday, Friday; "" for every day. Raises Wrong."""
    said = unicodedata.normalize("NFKC", text(value)).casefold()
    if said.replace(" ", "") in _NAMED_DAYS:
        return _NAMED_DAYS[said.replace(" ", "")]
    plain = said
    for number, english in enumerate(_ENGLISH_DAYS, 1):
        plain = re.sub(rf"\b{english}[a-z]*", str(number), plain)
    plain = re.sub(r"星期|礼拜|周|每|\s|[,、;/.]|和|逢|及|and", "", plain)
    plain = "".join(str(_DAYS.get(character, character)) for character in plain)
    plain = re.sub(r"([1-7])(?:-|~|到|至|to|–|—)([1-7])", _days_between, plain)
    if not re.fullmatch(r"[1-7]+", plain):
        raise Wrong("days", value=said)
    days = "".join(sorted(set(plain)))
    return "" if days == "1234567" else days


def _days_between(span: re.Match[str]) -> str:
    first, last = int(span[1]), int(span[2])
    days = range(first, last + 1) if first <= last else (*range(first, 8), *range(1, last + 1))
    return "".join(map(str, days))


def buildings(value: Cell) -> tuple[str, ...]:
    """The buildings of one estate, each as "3号楼"; ("",) for none, other words as they stand. Raises Wrong."""
    said = name(value)
    if not said:
        return ("",)
    plain = comparable(said).replace(" ", "").replace("单元", "")
    if span := _SPAN.fullmatch(plain):
        first, last = int(span[1]), int(span[2])
        if not 0 < last - first <= MOST_BUILDINGS:
            raise Wrong("building", value=said)
        return tuple(_numbered(str(number), "", span[3]) for number in range(first, last + 1))
    parts = [part for part in _BREAKS.split(plain) if part]
    found = [_NUMBER.fullmatch(part) for part in parts]
    if all(found):
        ending = next((f[3] for f in reversed(found) if f and f[3]), None)
        return tuple(_numbered(f[1], f[2], f[3] or ending) for f in found if f)
    if len(parts) > 1:
        spans = [each for part in parts for each in buildings(part)]
        return tuple(dict.fromkeys(spans))
    return (said,)


def _numbered(number: str, letter: str, ending: str | None) -> str:
    kept = ending if ending in ("号院", "座") else "号楼"
    return f"{int(number)}{letter.upper()}{kept}"


@lru_cache(maxsize=20_000)
def key_of(said: str) -> str:
    """By what two spellings of one name are known: 第三网格, 三网格 and 3网格 are one."""
    plain = re.sub(r"[\s、，,;；/·\-—>()（）「」“”\"'.#]", "", comparable(_narrow(said)))
    return re.sub(r"第(?=\d)", "", plain)


def _narrow(said: str) -> str:
    """Letters and digits in their usual width; signs stay as they were written."""
    return _WIDE.sub(lambda wide: chr(ord(wide[0]) - 0xFEE0), said)
