"""Numbers that belong to somebody, found in what people write: lists and forwarded views show their beginning only.

Mobile numbers, ID-card numbers (GB 11643: 18 characters with a check digit), bank cards (ISO/IEC 7812: 16 to 19 digits
with a check digit) and number plates (GA 36). Landlines are mostly an office's and stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_GAP = r"[ \-]?"
_MOBILE = re.compile(rf"(?:(?<!\d)|(?<=\+86))1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}(?!\d)")
_ID_CARD = re.compile(r"(?<!\d)\d{17}[\dXx](?![\dXx])")
_BANK = re.compile(rf"(?<!\d)\d{{4}}(?:{_GAP}\d{{4}}){{3}}(?:{_GAP}\d{{1,3}})?(?!\d)")
_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]\s?[A-HJ-NP-Za-hj-np-z][·•\s]?"
    r"(?=[A-HJ-NP-Za-hj-np-z0-9]*\d)[A-HJ-NP-Za-hj-np-z0-9]{5,6}(?![A-Za-z0-9])"
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SHOWN = 3
"""Characters of each that still show, so that its owner knows which is meant."""


def _id_card(number: str) -> bool:
    checked = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False)) % 11
    return "10X98765432"[checked] == number[-1].upper()


def _bank(number: str) -> bool:
    digits = [int(each) for each in number if each.isdigit()][::-1]
    doubled = [digit if n % 2 == 0 else sum(divmod(digit * 2, 10)) for n, digit in enumerate(digits)]
    return sum(doubled) % 10 == 0


def _any(number: str) -> bool:
    return True


_SORTS: tuple[tuple[re.Pattern[str], Callable[[str], bool]], ...] = (
    (_ID_CARD, _id_card), (_BANK, _bank), (_MOBILE, _any), (_PLATE, _any),
)  # fmt: skip


def numbers_in(words: str) -> Iterator[str]:
    """Each as it is written."""
    for pattern, is_one in _SORTS:
        yield from (found[0] for found in pattern.finditer(words) if is_one(found[0]))


def masked(words: str) -> str:
    """The same words, of the same length, with only the beginning of each number."""
    for number in numbers_in(words):
        words = words.replace(number, number[:SHOWN] + "*" * (len(number) - SHOWN))
    return words
