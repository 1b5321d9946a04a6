"""Events: append-only, chained per subject; ids, codes, instants and salted commitments only, never words or names."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


class Happened(Protocol):
    """What is needed of an event to know what it did."""

    @property
    def type(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def by(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, str | int | bool]: ...


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to one subject ("matter:<id>", "person:<id>").

    `type` is past tense ("MatterAccepted"); `by` the acting person's id, "" for the clock; `facts` ids, codes and
    numbers as JSON values.
    `content_id` points to words or media in `contents`, which can be erased; `commitment` is SHA-256(salt + content),
    so that the chain stays valid after the erasure. `seq`, `previous`, `hash` are set when it is appended.
    """

    subject: str
    type: str
    at: datetime
    by: str = ""
    facts: Mapping[str, str | int | bool] = field(default_factory=dict)
    content_id: str = ""
    commitment: str = ""
    seq: int = 0
    previous: str = ""
    hash: str = ""

    def digest(self) -> str:
        """The hash of this event over the previous one's: SHA-256 of canonical JSON, hexadecimal."""
        body = json.dumps(
            [
                self.subject, self.seq, self.type, self.at.isoformat(), self.by, dict(self.facts),
                self.content_id, self.commitment, self.previous,
            ],
            sort_keys=True, ensure_ascii=False, separators=(",", ":"),
        )  # fmt: skip
        return hashlib.sha256(body.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Content:
    """Words or media of a subject, apart from its events so that they can be erased. `media` is a tuple of JSON-able
    mappings.
    """

    id: str
    subject: str
    role: str
    """What it is: "report", "word", "photo", "progress", "closing", "complaint", "relay"."""
    by: str
    at: datetime
    text: str = ""
    media: tuple[Mapping[str, str | int], ...] = ()
    salt: str = ""
    group: str = ""
    """The platform's album id, by which late parts find their matter."""
    handle: str = ""
    """The platform's message id it came from, by which an edit finds it."""

    def commitment(self) -> str:
        body = json.dumps([self.salt, self.text, [dict(m) for m in self.media]], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(body.encode()).hexdigest()
