"""A notice (通知): what a desk tells the people of an area, and what they ask its author about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import accumulate
from unicodedata import east_asian_width

from domain.explaining.topics import Topic
from domain.messages import Media, MediaKind
from domain.transitions import state_after

LONGEST = 3000
"""UTF-16 units of its words: with title and last line they stay one message."""
MOST_MEDIA = 10
LARGEST_FILE = 20 * 1024 * 1024
"""Bytes; the platform hands nothing larger to a bot."""
FIRST_LINE = 24
"""Chinese characters by which people will know it; of letters twice as many."""
MOST_UNANSWERED = 5
"""Questions of one person under one notice that may wait at once."""
_SHOWN = (MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.VOICE)
_PRINTED = "application/pdf"
_SENTENCES = re.compile(r"(?<=[？?])|[。！!；;]|\.\s")
_RELATIVE = re.compile(r"今天|明天|后天|今早|明早|今晚|明晚|\b(today|tonight|tomorrow)\b", re.I)
_ASKED = re.compile(
    r"[?？]$|[吗呢么][。.]?$|几[点楼号天个]|哪[天里儿个些]|怎么|多少|什么时候|要不要|能不能|是不是|可不可以"
    r"|\b(?:when|where|how|who|what|which|whether)\b",
    re.IGNORECASE,
)


class NoticeKind(StrEnum):
    POLICY = "policy"  # 政策
    MANNERS = "manners"  # 文明新风
    WARMTH = "warmth"  # 暖心
    OUTAGE = "outage"  # 停水停电


class NoticeState(StrEnum):
    OUT = "out"
    WITHDRAWN = "withdrawn"  # 作废


class NoticeAct(StrEnum):
    WITHDRAW = "withdraw"


TRANSITIONS: dict[tuple[NoticeState, NoticeAct], NoticeState] = {
    (NoticeState.OUT, NoticeAct.WITHDRAW): NoticeState.WITHDRAWN,
}


class Misfit(StrEnum):
    """Why a medium cannot go with a notice."""

    TOO_LARGE = "too_large"
    PICTURE_FILE = "picture_file"  # a picture sent as a file: as a photo it would show
    FILE = "file"  # what telephones of old people do not open
    OTHER = "other"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class NoticeDraft:
    """What a notice is made of before it goes out. `media` are JSON-able mappings as in `contents`.

    `danger`: it concerns safety, so that nobody's wishes keep it back and it rings at any hour.
    """

    kind: NoticeKind
    text: str
    area_id: str
    until_on: date
    media: tuple[Mapping[str, str | int], ...] = ()
    topics: tuple[Topic, ...] = ()
    danger: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """`desk_id` is the area whose desk tells, `area_id` the one that is told: the same, or one that lies in it.

    `until_on` is the last day on which it counts. `text` and `media` are read from `contents` and not saved with it;
    both empty once they are erased. `mailing_id` is how it goes out.
    """

    id: str
    desk_id: str
    area_id: str
    author_id: str
    kind: NoticeKind
    content_id: str
    sent_at: datetime
    until_on: date
    mailing_id: str
    topics: tuple[Topic, ...] = ()
    danger: bool = False
    state: NoticeState = NoticeState.OUT
    withdrawn_at: datetime | None = None
    text: str = ""
    media: tuple[Mapping[str, str | int], ...] = ()

    @property
    def subject(self) -> str:
        return f"notice:{self.id}"

    @property
    def withdrawn(self) -> bool:
        return self.state is NoticeState.WITHDRAWN

    def counts(self, today: date) -> bool:
        return not self.withdrawn and today <= self.until_on

    def after(self, act: NoticeAct, at: datetime) -> Notice:
        """Raises NoLongerPossible when its state does not allow it."""
        return replace(self, state=state_after(TRANSITIONS, self.state, act), withdrawn_at=at)


@dataclass(frozen=True, slots=True)
class Delivery:
    """How many have it, did not get it (most have left the bot), may have it, have it still on its way, and have said
    before it left that they do not want its sort.
    """

    sent: int = 0
    missed: int = 0
    unknown: int = 0
    on_the_way: int = 0
    unwanted: int = 0


@dataclass(frozen=True, slots=True)
class NoticeQuestion:
    """What somebody asks under a notice. `person_id` is "" once she is forgotten. `to_id` has the card of it.

    `content_id` and `answer_id` (the newest answer, "" for none) point into `contents`; `words` and `media` are read
    from there. `matter_id`: it became a matter instead of being answered here.
    """

    id: str
    notice_id: str
    person_id: str
    content_id: str
    asked_at: datetime
    to_id: str
    answer_id: str = ""
    answered_at: datetime | None = None
    matter_id: str = ""
    words: str = ""
    media: tuple[Mapping[str, str | int], ...] = ()
    answer: str = ""

    @property
    def subject(self) -> str:
        """Of her words and of the answers to them."""
        return f"nq:{self.id}"

    @property
    def open(self) -> bool:
        return self.answered_at is None and not self.matter_id


def units(words: str) -> int:
    """How long a platform reckons them: UTF-16 units."""
    return len(words.encode("utf-16-le")) // 2


def sounds_asked(words: str) -> bool:
    """Whether these words, typed below a notice, may well ask about it; never taken for that without asking back."""
    return _ASKED.search(words.strip()) is not None


def relative_day(words: str) -> str:
    """The word, if one says a day as only whoever reads it today understands; "" for none."""
    found = _RELATIVE.search(words)
    return found.group() if found else ""


def first_line(words: str) -> str:
    """Their first sentence; of a long one as many clauses or words as fit, or at least its beginning."""
    line = next((line.strip() for line in words.splitlines() if line.strip()), "")
    sentence = _SENTENCES.split(line, maxsplit=1)[0].strip() or line
    if _width(sentence) <= 2 * FIRST_LINE:
        return sentence
    begins = _cut(sentence, 2 * FIRST_LINE - 2)
    whole = begins[: max(0, *(begins.rfind(mark) for mark in "，,、 "))]
    return (whole.rstrip("，,、 ") if _width(whole) >= FIRST_LINE else begins) + "…"


def _cut(line: str, most: int) -> str:
    widths = accumulate(map(_width, line))
    return line[: sum(width <= most for width in widths)]


def _width(words: str) -> int:
    """In columns: what is written in characters takes two each."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)


def misfit(media: Iterable[Media], before: int) -> Misfit | None:
    """Why these may not go with a notice that has so many already; None when they may."""
    given = list(media)
    if before + len(given) > MOST_MEDIA:
        return Misfit.TOO_MANY
    return next((why for each in given if (why := _misfit(each)) is not None), None)


def holds_print(media: Iterable[Mapping[str, str | int]]) -> bool:
    """Whether a PDF is among them: nobody takes out of it who made it, with what and when."""
    return any(each.get("mime") == _PRINTED for each in media)


def _misfit(media: Media) -> Misfit | None:
    if media.size > LARGEST_FILE:
        return Misfit.TOO_LARGE
    if media.kind in _SHOWN or (media.kind is MediaKind.DOCUMENT and media.mime == _PRINTED):
        return None
    if media.kind is MediaKind.DOCUMENT:
        return Misfit.PICTURE_FILE if media.mime.startswith("image/") else Misfit.FILE
    return Misfit.OTHER
