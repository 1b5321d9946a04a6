"""An offer (资源): what a member, her employer or a shop lends; the resources on the roster are the same rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from domain.listening.need import NeedKind
from domain.transitions import state_after


class OfferState(StrEnum):
    OFFERED = "offered"
    LENT = "lent"  # 有说好要用的
    WITHDRAWN = "withdrawn"


class OfferAct(StrEnum):
    LEND = "lend"
    BACK = "back"  # 用完了
    WITHDRAW = "withdraw"


TRANSITIONS: dict[tuple[OfferState, OfferAct], OfferState] = {
    (OfferState.OFFERED, OfferAct.LEND): OfferState.LENT,
    (OfferState.OFFERED, OfferAct.WITHDRAW): OfferState.WITHDRAWN,
    (OfferState.LENT, OfferAct.LEND): OfferState.LENT,
    (OfferState.LENT, OfferAct.BACK): OfferState.OFFERED,
    (OfferState.LENT, OfferAct.WITHDRAW): OfferState.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """`person_id` speaks for it; `unit` is whose it is, "" for her own. `lies_in` is an area, "" for where she serves;
    `kind` and `noted_at` are None where it only stands on the roster; `until_on` is its last day, None for no end.
    """

    id: str
    person_id: str
    what: str
    unit: str = ""
    how_much: str = ""
    free_when: str = ""
    until_on: date | None = None
    kind: NeedKind | None = None
    lies_in: str = ""
    noted_by: str = ""
    noted_at: datetime | None = None
    state: OfferState = OfferState.OFFERED

    @property
    def subject(self) -> str:
        return f"offer:{self.id}"

    def holds(self, on: date) -> bool:
        return self.state is not OfferState.WITHDRAWN and (self.until_on is None or on <= self.until_on)

    def after(self, act: OfferAct) -> Offer:
        """Raises NoLongerPossible when its state does not allow it."""
        return replace(self, state=state_after(TRANSITIONS, self.state, act))
