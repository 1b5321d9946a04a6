"""The matter and its life cycle: one table says which act leads from which state to which."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain.areas import Spot
from domain.errors import NoLongerPossible
from domain.tiers import Level as Level
from domain.tiers import Tier as Tier


class State(StrEnum):
    WAITING = "waiting"  # 已派单，等人签收
    TAKEN = "taken"  # 已签收，在办
    CLOSING = "closing"  # 已点办结，两分钟内可撤回，居民还没听到
    REPORTED = "reported"  # 办结已告知，等居民一句话
    ENDED = "ended"  # 居民说了、没有回音、或撤回了


class Act(StrEnum):
    ACCEPT = "accept"  # 签收
    ASSIGN = "assign"  # 派单、转办、上交
    CLOSE = "close"  # 办结
    UNDO = "undo"  # 撤回办结
    ANNOUNCE = "announce"  # 两分钟过了，告知居民
    AGREE = "agree"  # 好了
    DISAGREE = "disagree"  # 还没好
    LAPSE = "lapse"  # 72 小时没有回音
    WITHDRAW = "withdraw"  # 居民撤回
    TAKE_UP = "take_up"  # 只记下来的、并起来的，又要单独办
    CRY = "cry"  # 刚办结的险情，又喊了


TRANSITIONS: dict[tuple[State, Act], State] = {
    (State.WAITING, Act.ACCEPT): State.TAKEN,
    (State.WAITING, Act.ASSIGN): State.WAITING,
    (State.WAITING, Act.CLOSE): State.CLOSING,
    (State.WAITING, Act.WITHDRAW): State.ENDED,
    (State.TAKEN, Act.ASSIGN): State.WAITING,
    (State.TAKEN, Act.CLOSE): State.CLOSING,
    (State.TAKEN, Act.WITHDRAW): State.ENDED,
    (State.CLOSING, Act.UNDO): State.TAKEN,
    (State.CLOSING, Act.ANNOUNCE): State.REPORTED,
    (State.CLOSING, Act.WITHDRAW): State.ENDED,
    (State.REPORTED, Act.AGREE): State.ENDED,
    (State.REPORTED, Act.DISAGREE): State.WAITING,
    (State.REPORTED, Act.LAPSE): State.ENDED,
    (State.ENDED, Act.AGREE): State.ENDED,
    (State.ENDED, Act.DISAGREE): State.WAITING,
    (State.ENDED, Act.TAKE_UP): State.WAITING,
    (State.CLOSING, Act.CRY): State.WAITING,
    (State.REPORTED, Act.CRY): State.WAITING,
    (State.ENDED, Act.CRY): State.WAITING,
}


class Cause(StrEnum):
    """How a matter was closed."""

    SOLVED = "solved"  # 办好了
    EXPLAINED = "explained"  # 办不了，说明了原因
    HANDED_OVER = "handed_over"  # 不归我们，转交给（谁、编号）
    WITHDRAWN = "withdrawn"  # 居民撤回
    UNREACHABLE = "unreachable"  # 联系不上
    JOINED = "joined"  # 并入另一件
    NOTED = "noted"  # 只记下来，没有找人


class Word(StrEnum):
    """What the resident said of the end; silence is never "solved"."""

    NONE = ""
    SOLVED = "solved"
    NOT_SOLVED = "not_solved"
    NO_ANSWER = "no_answer"


class Wish(StrEnum):
    """What she wants done about a complaint about a person; whatever it is, all but its owner only count it."""

    NONE = ""  # 不是对人的意见
    QUIET_WORD = "quiet_word"  # 请委员私下说一声
    MEDIATION = "mediation"  # 请人调解
    NOTE_ONLY = "note_only"  # 只记下来


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing a resident asks to be put right.

    `sent_at` is when her message was sent (the clocks start there), `filed_at` when it was handed in. `what` are her
    own words, shortened to one line. `owner_id` is never empty while the matter is open. `contacted_at` is when a
    person first took it or answered. `promise_at` is the instant that the resident was last told. `reopened` counts
    her "not yet".
    `came` says why it was last assigned, "" as long as it is with the first owner.
    `trouble_id` names the known trouble whose end it waits for, or waited for; `lead_id` the matter of another
    household that it waits with, or waited with. `photo_shown`: its resident lets neighbours see her photograph.
    `paused_until` is when waiting ends (None: it is not paused), `pause_why` for what (domain.matters.waits.Wait);
    `asks_until` is the later result that its owner has asked the desk for.
    `wish` makes it one about a person. `into_id` names the other matter of the same resident that it is part of.
    `came_for` is the reason that was given with it: a code of domain.matters.reasons, or the id of somebody's words.
    `watch` is the level above that looks on because its result is late (a Level's value).
    `hotline_no` is its number at the 12345 hotline, `hotline_at` when it was handed there (None: it came from there),
    `hotline_due` until when it is to be answered.
    `because` is why its owner was chosen rather than the first in order (a domain.duty.choosing.Reason as text).
    `turn` counts assignments and closings: schedules carry it, so that those of an earlier turn never fire.
    """

    id: str
    filed_on: date
    seq: int
    reporter_id: str
    kind: str
    tier: Tier
    spot: Spot
    what: str
    state: State
    owner_id: str
    level: Level
    sent_at: datetime
    filed_at: datetime
    contact_due_at: datetime
    progress_due_at: datetime
    result_due_at: datetime
    promise_at: datetime
    anonymous: bool = False
    on_behalf_of: str = ""
    show_phone: bool = False
    contacted_at: datetime | None = None
    closed_at: datetime | None = None
    ended_at: datetime | None = None
    nudged_at: datetime | None = None
    cause: Cause | None = None
    word: Word = Word.NONE
    grade: int = 0
    reopened: int = 0
    turn: int = 0
    came: str = ""
    trouble_id: str = ""
    paused_until: datetime | None = None
    pause_why: str = ""
    asks_until: datetime | None = None
    wish: Wish = Wish.NONE
    into_id: str = ""
    came_for: str = ""
    watch: str = ""
    hotline_no: str = ""
    hotline_at: datetime | None = None
    hotline_due: datetime | None = None
    because: str = ""
    lead_id: str = ""
    photo_shown: bool = False

    @property
    def number(self) -> str:
        """A number that can be said on the phone: month and day, then the count of that day ("1123-07")."""
        return f"{self.filed_on:%m%d}-{self.seq:02d}"

    @property
    def subject(self) -> str:
        return f"matter:{self.id}"

    @property
    def settled_at(self) -> Level:
        """The level that is recorded when it is closed now: what the 12345 hotline has was settled there."""
        return Level.DISTRICT if self.hotline_at else self.level

    @property
    def open(self) -> bool:
        return self.state is not State.ENDED

    @property
    def in_hand(self) -> bool:
        """Somebody still has something to do about it."""
        return self.state in (State.WAITING, State.TAKEN)

    @property
    def joined(self) -> bool:
        """It waits for the end of a known trouble, or with a neighbour's: nobody has to do anything about it alone."""
        return self.state is State.TAKEN and bool(self.trouble_id or self.lead_id)

    @property
    def follows(self) -> str:
        """The id of the other household's matter that it waits with; "" when it waits with none."""
        return self.lead_id if self.joined and not self.trouble_id else ""

    @property
    def paused(self) -> bool:
        """It waits for something with a reason and an end; meanwhile no clock runs."""
        return self.state is State.TAKEN and self.paused_until is not None

    @property
    def withdrawn(self) -> bool:
        """Taken back by the resident herself, which is her last word; she may have said "not yet" before."""
        unanswered = self.word in (Word.NONE, Word.NOT_SOLVED)
        return self.state is State.ENDED and self.cause is Cause.WITHDRAWN and unanswered

    @property
    def set_aside(self) -> bool:
        """Ended without a word from her: only noted, or part of another matter of hers."""
        return self.state is State.ENDED and (self.cause is Cause.NOTED or bool(self.into_id))

    def can(self, act: Act) -> bool:
        """Whether the table has it; of what has ended, only silence may still become "solved"."""
        if self.state is State.ENDED and act is Act.AGREE:
            return self.word is Word.NO_ANSWER
        if act is Act.TAKE_UP or (act is Act.DISAGREE and self.set_aside):
            return act is Act.TAKE_UP and self.set_aside
        return (self.state, act) in TRANSITIONS and not (act is Act.DISAGREE and self.withdrawn)

    def after(self, act: Act, **changes: object) -> Matter:
        """The matter after the act, which ends a pause and an open request for more time.

        Raises NoLongerPossible when the state does not allow it.
        """
        if not self.can(act):
            raise NoLongerPossible(f"{act} from {self.state}")
        changes = {"paused_until": None, "pause_why": "", "asks_until": None, **changes}
        return replace(self, state=TRANSITIONS[self.state, act], **changes)  # type: ignore[arg-type]  # fields by name
