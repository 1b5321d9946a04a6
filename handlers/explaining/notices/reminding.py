"""A question under a notice that nobody has answered is put once more, a working day later, to who can answer then."""

from __future__ import annotations

from datetime import timedelta

from domain.explaining.notice import NoticeQuestion
from domain.matters.matter import Tier
from domain.open import Due
from handlers.explaining.notices.ports import NoticesTransaction
from handlers.turn import Turn

REMIND = "notice_question"
A_DAY = timedelta(days=1)


def plan_reminder(turn: Turn[NoticesTransaction], question: NoticeQuestion) -> None:
    clocks = turn.house.clocks
    at = clocks.add_working(turn.now, clocks.lasting(A_DAY, Tier.ORDINARY), Tier.ORDINARY)
    turn.tx.schedule.add(Due(REMIND, question.subject, question.id, at))
