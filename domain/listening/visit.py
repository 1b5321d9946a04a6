"""A visit (走访、敲门走亲): somebody called at a door, what was heard there in a line, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.errors import NoLongerPossible


class VisitSort(StrEnum):
    """Whose door it is."""

    HOME = "home"  # 住家
    SHOP = "shop"  # 商铺
    OFFICE = "office"  # 单位
    SCHOOL = "school"  # 学校


class Outcome(StrEnum):
    """What came of a visit; needs name it themselves."""

    MATTER = "matter"
    THANKS = "thanks"


SHOPS = "店 超市 饭馆 餐厅 面馆 药房 商铺 商场 市场 菜市 理发 shop store market restaurant pharmacy barber"
OFFICES = "公司 单位 银行 医院 诊所 派出所 邮局 物业 服务站 工地 office bank clinic hospital company station"
SCHOOLS = "学校 小学 中学 幼儿园 托管 大学 school kindergarten college"
WORDS: Mapping[VisitSort, str] = {VisitSort.SCHOOL: SCHOOLS, VisitSort.OFFICE: OFFICES, VisitSort.SHOP: SHOPS}
"""The first sort with a word in it is guessed: a school's shop is at the school."""
_COPIES = re.compile(r"(\d{1,4})\s*多?\s*份|(\d{1,4}) (?:flyers?|leaflets?|copies)", re.IGNORECASE)


def likely_sort(words: str) -> VisitSort:
    """Guessed from what the place is called; a home where nothing says otherwise."""
    said = words.casefold()
    return next((sort for sort, known in WORDS.items() if any(word in said for word in known.split())), VisitSort.HOME)


def copies_in(words: str) -> int:
    """How many copies of something the words speak of ("发了20份停水通知"); 0 for none."""
    found = _COPIES.search(words)
    return int(found[1] or found[2]) if found else 0


@dataclass(frozen=True, slots=True)
class Visit:
    """`label` is the door in words, `venue_id` the one on the list ("" for a home); `words_id` points into `contents`,
    "" where there was nothing to say; `flyers` were handed out. `line` and `media` (how many) are read from there and
    not saved with it.
    """

    id: str
    area_id: str
    sort: VisitSort
    label: str
    by_id: str
    at: datetime
    venue_id: str = ""
    words_id: str = ""
    flyers: int = 0
    withdrawn: bool = False
    line: str = ""
    media: int = 0

    @property
    def subject(self) -> str:
        return f"visit:{self.id}"

    def taken_back(self) -> Visit:
        """Raises NoLongerPossible for one that was withdrawn before."""
        if self.withdrawn:
            raise NoLongerPossible(self.id)
        return replace(self, withdrawn=True)


@dataclass(frozen=True, slots=True)
class Yielded:
    """What the visits of a span came to, in all; of no one person."""

    visits: Mapping[VisitSort, int]
    matters: int = 0
    needs: int = 0
    thanks: int = 0
    flyers: int = 0
