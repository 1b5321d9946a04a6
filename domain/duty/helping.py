"""Co-handling (会办): somebody lends a hand with a matter that stays its lead's, found by what she is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.matters.words_plain import plain

MOST = 3
"""Who lend a hand with one matter at the same time."""
_ASKS = re.compile(
    r"^(?:附近|这边|咱们?|大家|同事)?(?:里面?|中)?"
    r"(?:(?:有没有人|有没有谁|有谁|谁|哪位)(?:会不会|能不能|会|能|懂|有|认识|借)+(?:帮我?|来|借)*|(?:想?找|想?请)(?:一?个|一?位|人))"
    r"(?:会|懂|有)?(?:一?[个把台辆部])?(?P<what>.{1,20}?)(?:的人|的同事|的委员|的)?(?:吗|呢|呀|啊|吧)?[?。!]*$"
)
_ASKS_EN = re.compile(
    r"^(?:who (?:here |near )?(?:can|could|has|have|knows?|got|owns?)|(?:can|could|does|has|is there) any(?:one|body)) "
    r"(?:(?:who|can|has|have|knows?|how to|to|about|an?|some|the|here|got) )*(?P<what>.{2,40}?) *[?.!]*$"
)


class HelpState(StrEnum):
    ASKED = "asked"
    DECLINED = "declined"
    HELPING = "helping"
    DONE = "done"  # her part is done
    OVER = "over"  # somebody else was first, she cannot any more, or there is nothing left to help with


@dataclass(frozen=True, slots=True)
class Helper:
    """`wanted` is why just she was asked, as `Wanted.text`."""

    matter_id: str
    person_id: str
    state: HelpState
    wanted: str
    asked_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is looked for: a "skill" (its code), a "thing" to lend (in words), one "person" (her id), or a "name"."""

    sort: str
    what: str

    @property
    def text(self) -> str:
        return f"{self.sort}:{self.what}"

    @staticmethod
    def of(text: str) -> Wanted:
        sort, _, what = text.partition(":")
        return Wanted(sort, what)


def asked_for(words: str) -> str:
    """What somebody asks colleagues for ("谁会修水管？" → "修水管"); "" when the words ask for nobody."""
    said = plain(words)
    found = _ASKS.match(said) or _ASKS_EN.match(said)
    return found["what"].strip() if found else ""
