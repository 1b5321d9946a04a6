"""A mailing: the same thing said to very many people, a few at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    GOING = "going"
    STOPPED = "stopped"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Mailing:
    """`kind` says whom it goes to and how it is worded, `about` is what of. Everybody up to the id `cursor` has it in
    the outbox or had it before; `reached` counts them.
    """

    id: str
    kind: str
    about: str
    stage: Stage = Stage.GOING
    cursor: str = ""
    reached: int = 0

    @property
    def subject(self) -> str:
        return f"mailing:{self.id}"
