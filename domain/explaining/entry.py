"""An entry of the answer book (民生百事簿): a question, its answer, and when that is looked at again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain.transitions import state_after

MOST_ANSWER = 1500
"""In characters: with its question and its source an entry still fits into one message."""
MOST_QUESTION = 100
MOST_WAYS = 12
MOST_SOURCE = 200


class EntryState(StrEnum):
    PROPOSED = "proposed"  # 委员提的，等社区点头
    LIVE = "live"
    WITHDRAWN = "withdrawn"  # 作废


class EntryAct(StrEnum):
    ACCEPT = "accept"
    CHANGE = "change"
    REVIEW = "review"  # 看过了，还对
    WITHDRAW = "withdraw"
    RESTORE = "restore"  # 作废错了


TRANSITIONS: dict[tuple[EntryState, EntryAct], EntryState] = {
    (EntryState.PROPOSED, EntryAct.ACCEPT): EntryState.LIVE,
    (EntryState.PROPOSED, EntryAct.CHANGE): EntryState.PROPOSED,
    (EntryState.PROPOSED, EntryAct.WITHDRAW): EntryState.WITHDRAWN,
    (EntryState.LIVE, EntryAct.CHANGE): EntryState.LIVE,
    (EntryState.LIVE, EntryAct.REVIEW): EntryState.LIVE,
    (EntryState.LIVE, EntryAct.WITHDRAW): EntryState.WITHDRAWN,
    (EntryState.WITHDRAWN, EntryAct.RESTORE): EntryState.LIVE,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """`number` is said aloud ("第12条") and given when it is stored: 0 before. It counts in `area_id` and all that lies
    in it. `kind` is a kind of matter, "" for none. `owner_id` answers for it, "" for the desk of its area; `added_by`
    wrote it, "" once forgotten. `source`: where the answer is from. `checked_on`: the day somebody last said that it is
    right; `review_on`: when that is asked again.
    """

    id: str
    area_id: str
    kind: str
    owner_id: str
    added_by: str
    question: str
    answer: str
    checked_on: date
    review_on: date
    changed_at: datetime
    other_ways: tuple[str, ...] = ()
    source: str = ""
    state: EntryState = EntryState.LIVE
    from_matter_id: str = ""
    number: int = 0

    @property
    def subject(self) -> str:
        return f"entry:{self.id}"

    @property
    def live(self) -> bool:
        return self.state is EntryState.LIVE

    @property
    def ways(self) -> tuple[str, ...]:
        """Every way of asking it, its question first."""
        return (self.question, *self.other_ways)

    def overdue(self, today: date) -> bool:
        """Its day of review is over, and nobody has looked."""
        return self.live and self.review_on < today

    def after(self, act: EntryAct, now: datetime, **changes: object) -> Entry:
        """Raises NoLongerPossible when its state does not allow it."""
        state = state_after(TRANSITIONS, self.state, act)
        return replace(self, state=state, changed_at=now, **changes)  # type: ignore[arg-type]  # fields by name
