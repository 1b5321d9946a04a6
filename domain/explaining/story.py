"""A story (典型): a closed matter told without names, once its resident and its member agreed to the very words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.matters.kinds import kind_of, private
from domain.matters.matter import Cause, Matter, State, Tier, Word
from domain.transitions import state_after

WAITS = timedelta(days=7)
"""How long both are waited for; silence is never a yes."""
RECENT = timedelta(days=60)
"""What ended longer ago is not offered to be told."""
MOST_LAPSED = 2
"""Who let it lapse so often is not asked again."""


class StoryState(StrEnum):
    WAITING = "waiting"  # 等两边同意
    TOLD = "told"  # 讲出去了
    REFUSED = "refused"  # 有一边不同意
    LAPSED = "lapsed"  # 七天没等到，或者又坏了
    DOWN = "down"  # 撤下了


class StoryAct(StrEnum):
    AGREE = "agree"
    CHANGE = "change"  # 改了字，两边重新同意
    TELL = "tell"
    REFUSE = "refuse"
    LAPSE = "lapse"
    TAKE_DOWN = "take_down"


TRANSITIONS: dict[tuple[StoryState, StoryAct], StoryState] = {
    (StoryState.WAITING, StoryAct.AGREE): StoryState.WAITING,
    (StoryState.WAITING, StoryAct.CHANGE): StoryState.WAITING,
    (StoryState.WAITING, StoryAct.TELL): StoryState.TOLD,
    (StoryState.WAITING, StoryAct.REFUSE): StoryState.REFUSED,
    (StoryState.WAITING, StoryAct.LAPSE): StoryState.LAPSED,
    (StoryState.WAITING, StoryAct.TAKE_DOWN): StoryState.DOWN,
    (StoryState.TOLD, StoryAct.TAKE_DOWN): StoryState.DOWN,
}


@dataclass(frozen=True, slots=True)
class Story:
    """`area_id` is the community (or the nearest wider area) that it is told in; `resident_id` and `member_id` are the
    two who are asked.

    `words_id` points into `contents`, `text` and its `salt` are read from there and not saved. `photo`: the resident's
    photograph goes with it; `named`: the member's name stands in it. `resident_agreed` and `member_agreed` are the seal
    of what each said yes to, "" for nothing yet. `notice_id` is the notice by which it went to everybody, "" for none.
    """

    id: str
    matter_id: str
    area_id: str
    drafted_by: str
    resident_id: str
    member_id: str
    words_id: str
    drafted_at: datetime
    until_at: datetime
    photo: bool = False
    named: bool = False
    state: StoryState = StoryState.WAITING
    resident_agreed: str = ""
    member_agreed: str = ""
    notice_id: str = ""
    told_at: datetime | None = None
    ended_at: datetime | None = None
    text: str = ""
    salt: str = ""

    @property
    def subject(self) -> str:
        return f"story:{self.id}"

    @property
    def waiting(self) -> bool:
        return self.state is StoryState.WAITING

    @property
    def standing(self) -> bool:
        return self.state in (StoryState.WAITING, StoryState.TOLD)

    @property
    def seal(self) -> str:
        """Of the very words, and of whether the photograph goes with them: a yes holds while this is the same.

        Once words and salt are gone nobody can tell from it what they were.
        """
        return hashlib.sha256(json.dumps([self.salt, self.text, self.photo], ensure_ascii=False).encode()).hexdigest()[
            :16
        ]

    @property
    def agreed_by_resident(self) -> bool:
        return self.resident_agreed == self.seal

    @property
    def agreed_by_member(self) -> bool:
        return self.member_agreed == self.seal

    @property
    def agreed(self) -> bool:
        return self.agreed_by_resident and self.agreed_by_member

    def asks(self, person_id: str) -> bool:
        """Whether she is one of the two."""
        return person_id in (self.resident_id, self.member_id)

    def agreed_to(self, person_id: str) -> bool:
        return self.agreed_by_resident if person_id == self.resident_id else self.agreed_by_member

    def with_yes_of(self, person_id: str) -> Story:
        """To the words as they stand. Raises NoLongerPossible."""
        if person_id == self.resident_id:
            return self.after(StoryAct.AGREE, resident_agreed=self.seal)
        return self.after(StoryAct.AGREE, member_agreed=self.seal)

    def after(self, act: StoryAct, **changes: object) -> Story:
        """Raises NoLongerPossible when its state does not allow it."""
        return replace(self, state=state_after(TRANSITIONS, self.state, act), **changes)  # type: ignore[arg-type]  # fields by name


def may_be_told(matter: Matter) -> bool:
    """Whether it ended well by its resident's own word, and nothing about it is discreet or dangerous, or not hers."""
    ended_well = matter.state is State.ENDED and matter.cause is Cause.SOLVED and matter.word is Word.SOLVED
    discreet = matter.anonymous or private(matter) or kind_of(matter.kind).quiet or matter.tier is Tier.DANGER
    hers = not matter.on_behalf_of and matter.reporter_id != matter.owner_id
    return ended_well and hers and not discreet and bool(matter.what and matter.spot.area_id)


def may_ask_again(before: Iterable[Story]) -> bool:
    """Whether its two may be asked, after these stories of the same matter: never after a no."""
    states = [story.state for story in before]
    return all(state is StoryState.LAPSED for state in states) and len(states) < MOST_LAPSED
