"""What happens to a matter is made findable at once."""

from __future__ import annotations

from domain.events import Event
from handlers.desk.ports import DeskTransaction
from handlers.turn import Turn

CHANGES = (
    "MatterFiled", "MatterAssigned", "MatterAccepted", "DutyPassed", "ProgressReported", "WordAdded", "WordEdited",
    "WordTakenBack", "MatterClosed", "ClosingUndone", "MatterReopened", "MatterJoined", "PlaceSet", "NameHidden",
    "HotlineSet",
)  # fmt: skip
"""Events after which other words, another place or another name belong to the matter."""


def make_findable(turn: Turn[DeskTransaction], event: Event) -> None:
    turn.tx.search.put(event.subject.partition(":")[2])
