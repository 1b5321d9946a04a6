"""A slip (小票): a short code by which somebody takes over, in her own chat, what was reported for her."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

LIFE = timedelta(days=30)
LETTERS, DIGITS = "ACFHJKMRWXY", "0123456789"
"""A letter first, none that looks or sounds like another, so that it is no number of anything; then what everybody can
read out and type.
"""
LENGTH = 8
HALF = LENGTH // 2
MOST_TRIES, AGAIN_AFTER = 5, timedelta(hours=1)
PREFIX = "c"
"""Begins the payload of its deep link."""
_CODE = re.compile(
    r"(?P<asked>认领码?|小票|编码|claim|code)?[:：\s]*(?:\d{4}-\d{2,}[,，\s]+)?"
    r"(?P<code>[a-z0-9]{4}[ -]?[a-z0-9]{4})[.。]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slip:
    """Only the code's hash is kept. `by_id` reported the matter for somebody else and gave the slip out."""

    code_hash: str
    matter_id: str
    by_id: str
    made_at: datetime
    claimed_by: str = ""

    def expired(self, now: datetime) -> bool:
        return now >= self.made_at + LIFE


@dataclass(frozen=True, slots=True)
class Tries:
    """Codes somebody tried that were none, and since when."""

    since: datetime
    wrong: int

    @property
    def again_at(self) -> datetime:
        return self.since + AGAIN_AFTER

    def may_try(self, now: datetime) -> bool:
        return self.wrong < MOST_TRIES or now >= self.again_at

    def after_wrong(self, now: datetime) -> Tries:
        return Tries(now, 1) if now >= self.again_at else Tries(self.since, self.wrong + 1)


def new_code(chance: Random) -> str:
    return chance.choice(LETTERS) + "".join(chance.choice(DIGITS) for _ in range(LENGTH - 1))


def spoken(code: str) -> str:
    """As it is read out and printed: "K473 8259"."""
    return f"{code[:HALF]} {code[HALF:]}"


def code_in(words: str) -> str:
    """The code that these words are, perhaps with the matter's number before it; "" when they are something else.

    What is said to be one ("认领 …") is taken for one even where no code is spelt like it.
    """
    found = _CODE.fullmatch(unicodedata.normalize("NFKC", words).strip())
    if found is None:
        return ""
    code = re.sub(r"[ -]", "", found["code"]).upper()
    return code if found["asked"] or _spelt(code) else ""


def _spelt(code: str) -> bool:
    return code[0] in LETTERS and set(code[1:]) <= set(DIGITS)


def hash_of(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Page:
    """A slip as it is printed, all in words; `link` is where its code leads."""

    language: str
    title: str
    number: str
    about: str
    code: str
    link: str
    steps: tuple[str, ...]
    foot: tuple[str, ...]
