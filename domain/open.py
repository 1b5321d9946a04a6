"""What is still open between the bot and somebody: messages to answer, instants that fall due, dialogs in progress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Known:
    """One of our earlier messages: its key and what it speaks of."""

    key: str
    about: str


@dataclass(frozen=True, slots=True)
class Due:
    """A row of the schedule. (`kind`, `subject`, `slot`) is unique for ever, which makes each fire exactly once.

    `number` is the row's, once it is one.
    """

    kind: str
    subject: str
    slot: str
    due_at: datetime
    number: int = field(default=0, compare=False)

    @property
    def cause(self) -> str:
        """What follows from it carries this name."""
        return f"{self.kind}-{self.number}"


@dataclass(frozen=True, slots=True)
class OpenDialog:
    """A dialog as stored: the trail of answers in order, the question as shown, and what else the draft holds.

    `trail` maps question keys to canonical answers in the order given. `prompt`, `key` and `options` (values with
    labels, in order) are the open question as it was shown. `draft` holds JSON-able extras (media, sent_at). `front`
    marks the one that gets free text. `updated_at` is set by saving.
    """

    person_id: str
    script: str
    subject: str
    trail: tuple[tuple[str, str], ...] = ()
    prompt: str = ""
    key: str = ""
    options: tuple[tuple[str, str], ...] = ()
    draft: Mapping[str, object] = field(default_factory=dict)
    front: bool = True
    updated_at: datetime | None = None
