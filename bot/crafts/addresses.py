"""Address-like phrases made comparable: 三栋, 3幢, 3#楼, "block 3" and 3-2-501 all speak of 3号楼."""

from __future__ import annotations

import re

from domain.matters.words_plain import plain

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMERAL = re.compile(r"[零一二三四五六七八九十百两]+(?=号楼|栋|幢|座|号院|单元|号|#|网格)")
_BUILDING = re.compile(
    r"(?<![\d-])(\d{1,3})(?:号楼|号院|栋楼?|幢楼?|座|#楼?|楼(?=\d{1,2}单元)|-\d{1,2}-\d{3,4}(?!\d)|号(?=\d{1,2}单元))"
    r"|(?<=[里院区园苑村坊庄家])(\d{1,3})号(?!\d|线)"
    r"|\b(?:building|block|bldg\.?|house|no\.?|number|#) ?#?(\d{1,3})\b(?! ?(?:号|楼|单元))"
)
_UNIT = re.compile(r"\d{1,2}单元|\bunit ?\d{1,2}\b|(?<!\d)\d{3,4}室")
_LAST_NUMBER = re.compile(r"([a-z' -]*[a-z]) (\d{1,3})")
_ESTATE = re.compile(r"[\u3400-\u9fff]{1,6}(?:小区|家属院|公寓|[院园里苑庄村坊厂城府])$")


def _number(numeral: re.Match[str]) -> str:
    """Chinese numerals up to 999 as digits: 十三 → 13, 一百零二 → 102."""
    total, digit = 0, 0
    for character in numeral.group():
        if character in "十百":
            total += (digit or 1) * (100 if character == "百" else 10)
            digit = 0
        else:
            digit = _DIGITS[character]
    return str(total + digit)


def comparable(text: str) -> str:
    return _NUMERAL.sub(_number, plain(text))


def parted(text: str) -> tuple[str, str]:
    """A comparable text as (the rest, the building's number or "")."""
    found = _BUILDING.search(text)
    if found is None:
        return _UNIT.sub(" ", text).strip(), ""
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return _UNIT.sub(" ", rest).strip(), next(n for n in found.groups() if n).lstrip("0")


def parted_name(name: str) -> tuple[str, str]:
    """Like parted, and a Latin name may end in its bare number: "peach court 3"."""
    stem, number = parted(name)
    found = None if number else _LAST_NUMBER.fullmatch(stem)
    return (found[1], found[2]) if found else (stem, number)


def number_after(stem: str, text: str) -> str:
    """The bare number right after a Latin stem: "3" in "the lamp at peach court 3 is out"; else ""."""
    found = re.search(rf"\b{re.escape(stem)} #?(\d{{1,3}})\b", text) if stem.isascii() else None
    return found[1] if found else ""


def estate_before_number(text: str) -> str:
    """What reads like the name of an estate right before the building's number: 幸福小区3号楼 → 幸福小区; else ""."""
    found = _BUILDING.search(text)
    estate = _ESTATE.search(text[: found.start()]) if found else None
    return estate.group() if estate else ""
