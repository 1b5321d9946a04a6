"""What somebody says of a cold flat: whether it is hers alone or the whole building's, and how many degrees it has."""

from __future__ import annotations

import re

from domain.matters.seasons import OWN, UNKNOWN, WHOLE
from domain.matters.words_plain import plain

STEP = 2
"""Degrees from one band to the next; the highest begins at the threshold."""
_NEVER_BELOW, _NEVER_ABOVE = 5, 32
_WHOLE = re.compile(
    r"整[栋幢座]|整个?(?:楼|单元)|全楼|[一全]栋楼?都|楼上楼下都|家家(?:户户)?|邻居(?:家|们)?也|"
    r"(?:大家|每[家户]|各[家户]|好[几多][家户]|隔壁也|对门也|楼上也|楼下也)|"
    r"\b(?:whole|entire) (?:building|block|stairwell|house)\b|\bthe building is\b|\b(?:everyone|everybody)\b|"
    r"\bneighbou?rs? (?:too|also|as well)\b|\ball (?:the )?(?:flats|apartments|neighbou?rs)\b"
)
_OWN = re.compile(
    r"(?:就|只有?|单单?|光)(?:是)?我们?家|我一家|别人家(?:都)?(?:是)?热|邻居家?(?:都)?(?:是)?热|就我(?:这儿|这里|这户)|"
    r"\b(?:only|just) (?:my|our|mine|ours|me|us)\b|\bmy flat only\b|\bneighbou?rs (?:are|have it) warm\b"
)
_NUMERALS = "零一二三四五六七八九"
_SAID = r"(?:\d{1,2}(?:\.\d)?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_BELOW = r"不到|不足|低于|没有?到?|还没|达不到|below|under|less than"
_DEGREES = re.compile(
    rf"(?P<below>{_BELOW})?\s*(?P<said>{_SAID})\s*(?:[、到至~-]?\s*(?:\d{{1,2}}|[一二三四五六七八九])\s*)?"
    r"(?:摄氏)?(?:度|℃|°\s*c?|degrees?\b)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(rf"(?P<below>{_BELOW})?\s*(?P<said>{_SAID})\s*(?:多|左右)?")
_FEVER = re.compile(r"[高低发]烧|体温|烧到|fever")


def scope_in(words: str) -> str:
    """ "whole" or "own"; "" when the words do not say."""
    said = plain(words)
    return OWN if _OWN.search(said) else WHOLE if _WHOLE.search(said) else ""


def degrees_in(words: str, *, asked: bool = False) -> float | None:
    """The degrees of a flat that the words name. `asked`: a number alone means degrees too."""
    said = plain(words)
    if _FEVER.search(said):
        return None
    found = (_NUMBER_ALONE.fullmatch(said.strip()) if asked else None) or _DEGREES.search(said)
    if found is None:
        return None
    degrees = _number(found["said"])
    if not _NEVER_BELOW <= degrees <= _NEVER_ABOVE:
        return None
    return degrees - 0.5 if found["below"] else degrees


def bands(threshold: int) -> tuple[str, ...]:
    """The answers offered, from the coldest: "-14", "14-16", "16-18", "18-" for a threshold of 18."""
    low = threshold - 2 * STEP
    return (f"-{low}", f"{low}-{low + STEP}", f"{low + STEP}-{threshold}", f"{threshold}-")


def band_of(degrees: float, threshold: int) -> str:
    """The band in which so many degrees lie; 16 is "16-18"."""
    return next(
        (band for band in bands(threshold) if (high := ends_of(band)[1]) is not None and degrees < high),
        bands(threshold)[-1],
    )


def ends_of(band: str) -> tuple[int | None, int | None]:
    """Where a band begins and ends, in degrees; None where it is open."""
    low, _, high = band.partition("-")
    return int(low) if low else None, int(high) if high else None


def too_cold(band: str, threshold: int) -> bool:
    """Whether all of the band lies below the threshold."""
    high = None if band == UNKNOWN else ends_of(band)[1]
    return high is not None and high <= threshold


def _number(said: str) -> float:
    if said[0].isdigit():
        return float(said)
    tens, ten, ones = said.rpartition("十")
    return (_NUMERALS.index(tens) if tens else 1 if ten else 0) * 10 + (_NUMERALS.index(ones) if ones else 0)
