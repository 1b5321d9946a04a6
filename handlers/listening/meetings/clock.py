"""What the clock does about a meeting that is to come: when news goes out, and at which instants it is brought up."""

from __future__ import annotations

from datetime import timedelta

from domain.listening.meeting import Meeting
from domain.open import Due
from handlers.listening.meetings.ports import MeetingsTransaction
from handlers.turn import Turn

NEWS, SOON, OVER = "meeting_news", "meeting_soon", "meeting_over"
DAY, HOUR = "day", "hour"
BEFORE = {DAY: timedelta(days=1), HOUR: timedelta(hours=1)}
LASTS = timedelta(hours=2)
"""So long after its beginning the convener is asked who came."""


def plan(turn: Turn[MeetingsTransaction], meeting: Meeting) -> None:
    """Its reminders, never at night, and the question who came; those of an earlier time fall away."""
    turn.tx.schedule.cancel(meeting.subject, [SOON, OVER])
    clocks = turn.house.clocks
    for slot, before in BEFORE.items():
        at = clocks.next_awake(meeting.starts_at - before)
        if turn.now < at < meeting.starts_at:
            turn.tx.schedule.add(Due(SOON, meeting.subject, f"{slot}:{meeting.news}:", at))
    over_at = clocks.next_awake(meeting.starts_at + LASTS)
    turn.tx.schedule.add(Due(OVER, meeting.subject, str(meeting.news), over_at))


def plan_news(turn: Turn[MeetingsTransaction], meeting: Meeting, after: str = "") -> None:
    """All invited hear how it stands now, from the next beat on."""
    turn.tx.schedule.add(Due(NEWS, meeting.subject, f"{meeting.news}:{after}", turn.now))
